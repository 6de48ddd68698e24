import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { makeDevicePassword } from './device-password.ts';
import styles from './setup.module.css';

/** What {@link PasswordMaker} needs. */
export interface PasswordMakerProps {
  /** What stands in the field. */
  readonly value: string;
  readonly onMade: (password: string) => void;
}

/** Fills a new password in, and shows it as long as it stands there. */
export function PasswordMaker({ value, onMade }: PasswordMakerProps): ReactNode {
  const { t } = useText();
  const [made, setMade] = useState<string | null>(null);
  return (
    <div className={styles['maker']}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          const password = makeDevicePassword();
          setMade(password);
          onMade(password);
        }}
      >
        {t('setup.account.password-make')}
      </Button>
      {made === null || made !== value ? null : (
        <span role="status">
          {t('setup.account.password-made')}{' '}
          <CopyText value={made} what={t('setup.account.password-what')} />
        </span>
      )}
    </div>
  );
}

/** Gives an account that has none a password for devices, and shows it once. */
export function MissingPassword({ account }: { readonly account: Account }): ReactNode {
  const { t } = useText();
  const [made, setMade] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = async (): Promise<void> => {
    setIsRunning(true);
    setError(null);
    try {
      const password = makeDevicePassword();
      await client.accounts.update({ id: account.id, password });
      setMade(password);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsRunning(false);
    }
  };
  if (made !== null) {
    return (
      <p className={styles['result']} role="status">
        <StateShape state="working" />
        <span>
          {t('setup.account.password-set', { address: account.address })}{' '}
          <CopyText value={made} what={t('setup.account.password-what')} />
        </span>
      </p>
    );
  }
  if (account.hasPassword) return null;
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      <p className={styles['result']}>
        <StateShape state="attention" />
        <span>
          {t('setup.account.password-missing')}{' '}
          <Button size="compact-sm" loading={isRunning} onClick={() => void make()}>
            {t('setup.account.password-make')}
          </Button>
        </span>
      </p>
    </>
  );
}
