import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SmsUser } from '../../../shared/model/sms-account.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './service.module.css';
import { ApiAddress } from './users/api-address.tsx';
import { ApiSettings } from './users/api-settings.tsx';
import { UserDialog } from './users/user-dialog.tsx';
import { UserTable } from './users/user-table.tsx';

/** Who may hand in SMS at `/sms/`, how programs do it, and on what terms. */
export function UsersTab(): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<SmsUser | null | undefined>();
  const [removed, setRemoved] = useState<SmsUser | null>(null);
  const { data, error, refetch } = useQuery(orpc.smsUsers.list.queryOptions({}));
  const { data: settings } = useQuery(orpc.settings.get.queryOptions({}));
  const add = (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => {
        setEdited(null);
      }}
    >
      {t('smsUsersPage.add')}
    </Button>
  );
  const remove = async (): Promise<void> => {
    if (removed === null) return;
    await client.smsUsers.remove({ id: removed.id });
    void queries.invalidateQueries({ queryKey: orpc.smsUsers.key() });
    notify.done(t('smsUsersPage.removed', { name: removed.name }));
  };
  return (
    <>
      <div className={styles['bar']}>
        <span className="pd-soft">{t('smsUsersPage.intro')}</span>
        <div className={styles['end']}>{add}</div>
      </div>
      <div className={styles['flowing']}>
        {data === undefined ? (
          error === null ? (
            <p className="pd-soft">{t('common.loading')}</p>
          ) : (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          )
        ) : data.users.length === 0 ? (
          <EmptyState
            title={t('smsUsersPage.empty.title')}
            text={t('smsUsersPage.empty.text')}
            action={add}
          />
        ) : (
          <div className={styles['wide']}>
            <UserTable users={data.users} onEdit={setEdited} onRemove={setRemoved} />
          </div>
        )}
        {settings === undefined ? null : (
          <div className={styles['sections']}>
            <ApiAddress settings={settings} user={data?.users[0]?.name} />
            <ApiSettings settings={settings} />
          </div>
        )}
      </div>
      <UserDialog
        user={edited}
        onClose={() => {
          setEdited(undefined);
        }}
      />
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('smsUsersPage.remove.title', { name: removed?.name ?? '' })}
        confirmLabel={t('common.remove')}
        onConfirm={remove}
        onClose={() => {
          setRemoved(null);
        }}
      >
        <p>{t('smsUsersPage.remove.text')}</p>
      </ConfirmDialog>
    </>
  );
}
