import { NumberInput, Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';

const encryptions = ['tls', 'starttls', 'none'] as const;

/** What {@link ServerFields} needs. */
export interface ServerFieldsProps {
  /** Names the server before each field, for assistive programs. */
  readonly what: string;
  readonly hostHint?: string;
  /** What a form gives to each of the fields. */
  readonly host: GetInputPropsReturnType;
  readonly port: GetInputPropsReturnType;
  readonly security: GetInputPropsReturnType;
}

/** Host, port and encryption of a server for mail. */
export function ServerFields(props: ServerFieldsProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['server']} role="group" aria-label={props.what}>
      <TextInput
        label={t('settings.provisioning.host')}
        description={props.hostHint}
        spellCheck={false}
        {...props.host}
      />
      <NumberInput
        label={t('settings.changes.port')}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        {...props.port}
      />
      <Select
        label={t('settings.provisioning.encryption')}
        allowDeselect={false}
        data={encryptions.map((value) => ({
          value,
          label: t(`settings.provisioning.encryption.${value}`),
        }))}
        {...props.security}
      />
    </div>
  );
}
