import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { client, orpc } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import { PhoneBar } from './phone-bar.tsx';
import styles from './phone-screen.module.css';

/** What {@link PasswordPage} shows. */
export interface PasswordPageProps {
  readonly phone: Phone;
  readonly onBack: () => void;
}

/** Where the owner types the account's password, which no message carries. */
export function PasswordPage({ phone, onBack }: PasswordPageProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const { number } = phone;
  const save = useMutation({
    mutationFn: () => client.simulator.setPassword({ number, password }),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.simulator.key() }),
    onSuccess: onBack,
  });
  return (
    <form
      className={styles['entry']}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') save.mutate();
      }}
    >
      <PhoneBar title={t('phones.password.title')} onBack={onBack} />
      <div className={styles['view']}>
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <PasswordInput
          size="xs"
          label={t('phones.password.of', { user: phone.profile.user })}
          description={t('phones.password.hint')}
          autoComplete="off"
          maxLength={256}
          autoFocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
      </div>
      <div className={styles['entryKeys']}>
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
