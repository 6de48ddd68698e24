import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { useText } from '../../i18n/provider.tsx';
import { keepSecret, makeSecret } from './secret.ts';
import type { SecretChange } from './secret.ts';
import styles from './settings.module.css';

/** What {@link SecretField} needs. */
export interface SecretFieldProps {
  readonly label: string;
  /** What the secret is for. */
  readonly hint: string;
  readonly isSet: boolean;
  readonly value: SecretChange;
  readonly onChange: (change: SecretChange) => void;
  /** False for a secret that somebody else has made: a provider's password. */
  readonly canMake?: boolean;
  /** Id of the field, for who sends the focus there. */
  readonly id?: string;
  readonly error?: ReactNode;
  /** Path of the field in its form, by which a refusal finds it. */
  readonly path?: string;
}

/** A secret that can be set, made and removed, and never read. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { label, hint, isSet, value, onChange, canMake = true } = props;
  const { t } = useText();
  const [made, setMade] = useState<string | null>(null);
  if (value.removes) {
    return (
      <div>
        <p className={styles['label']}>{label}</p>
        <div className={styles['line']}>
          <span>{t('settings.secret.removed')}</span>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onChange(keepSecret);
            }}
          >
            {t('settings.secret.keep')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
      <PasswordInput
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.path === undefined ? {} : { 'data-path': props.path })}
        error={props.error}
        label={label}
        description={`${hint} ${t(isSet ? 'settings.secret.set' : 'settings.secret.not-set')}`}
        autoComplete="new-password"
        value={value.value}
        onChange={(event) => {
          onChange({ value: event.currentTarget.value, removes: false });
        }}
      />
      <div className={styles['line']} style={{ marginTop: 6 }}>
        {canMake ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t('settings.secret.generate')}: ${label}`}
            onClick={() => {
              const secret = makeSecret();
              setMade(secret);
              onChange({ value: secret, removes: false });
            }}
          >
            {t('settings.secret.generate')}
          </Button>
        ) : null}
        {isSet ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t('settings.secret.remove')}: ${label}`}
            onClick={() => {
              onChange({ value: '', removes: true });
            }}
          >
            {t('settings.secret.remove')}
          </Button>
        ) : null}
      </div>
      {made !== null && made === value.value ? (
        <p className={styles['note']} style={{ marginTop: 6 }}>
          <span>
            {t('settings.secret.generated')} <CopyText value={made} what={label} />
          </span>
        </p>
      ) : null}
    </div>
  );
}
