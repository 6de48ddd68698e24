import { Button, PasswordInput, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { link } from '../../api/client.ts';
import { ConnectionLost } from '../../api/reconnecting-link.ts';
import { signIn } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { BrandMark } from '../../shell/brand-mark.tsx';
import styles from './sign-in.module.css';

/** Asks for the service's token. Only in a browser; the desktop's window needs none. */
export function SignInPage(): ReactNode {
  const { t } = useText();
  const [token, setToken] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    document.title = `${t('nav.signIn')} – ${t('common.appName')}`;
  }, [t]);

  const submit = async (): Promise<void> => {
    setIsRunning(true);
    setIsRefused(false);
    setError(null);
    try {
      if (await signIn(token.trim())) link.connect();
      else setIsRefused(true);
    } catch {
      setError(new ConnectionLost());
    } finally {
      setIsRunning(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };

  return (
    <main className={styles['page']}>
      <form className={styles['form']} onSubmit={onSubmit}>
        <Stack gap="md">
          <div className={styles['brand']}>
            <BrandMark size={28} />
            <h1 className={styles['title']}>{t('nav.signInTitle')}</h1>
          </div>
          {error === null ? null : <ErrorNotice error={error} />}
          <PasswordInput
            label={t('nav.token')}
            description={t('nav.signInHint')}
            error={isRefused ? t('nav.signInRefused') : null}
            value={token}
            autoComplete="current-password"
            data-autofocus
            required
            withAsterisk={false}
            onChange={(event) => {
              setToken(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={isRunning} disabled={token.trim() === ''}>
            {t('nav.signIn')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}
