import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../../shared/model/account.ts';
import { orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { ExplainResult } from './explain-result.tsx';
import { readNumber } from './explain-view.ts';
import styles from './routing.module.css';

/** Rest after the last key before the way is asked for, in milliseconds. */
const restMs = 250;

/** What {@link ExplainBar} needs. */
export interface ExplainBarProps {
  readonly accounts: readonly Account[];
}

/** Which way an SMS to a number would go, and what it costs: asked while one types, nothing is sent. */
export function ExplainBar({ accounts }: ExplainBarProps): ReactNode {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [asked] = useDebouncedValue(typed, restMs);
  const number = readNumber(asked);
  const { data, error, refetch } = useQuery(
    orpc.routes.explain.queryOptions({
      input: { number: number ?? '', ...(accountId === null ? {} : { accountId }) },
      enabled: number !== null,
      placeholderData: (before) => before,
    }),
  );
  return (
    <section className={styles['explain']} aria-label={t('routesPage.explain.title')}>
      <h2 className={styles['question']}>{t('routesPage.explain.title')}</h2>
      <div className={styles['asked']}>
        <TextInput
          label={t('routesPage.explain.number')}
          placeholder="+48 600 100 200"
          type="tel"
          autoComplete="off"
          w={220}
          maxLength={32}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {accounts.length === 0 ? null : (
          <Select
            label={t('routesPage.explain.account')}
            placeholder={t('routesPage.explain.any-account')}
            w={240}
            searchable
            clearable
            data={accounts.map(({ id, address }) => ({ value: id, label: address }))}
            value={accountId}
            onChange={setAccountId}
          />
        )}
      </div>
      <div aria-live="polite">
        {asked.trim() === '' ? (
          <p className={styles['soft']}>{t('routesPage.explain.hint')}</p>
        ) : number === null ? (
          <p className={styles['soft']}>{t('routesPage.explain.not-yet')}</p>
        ) : error !== null ? (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <p className={styles['soft']}>{t('common.loading')}</p>
        ) : (
          <ExplainResult explanation={data} />
        )}
      </div>
    </section>
  );
}
