import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SmsUser } from '../../../../shared/model/sms-account.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { UsageBar } from '../usage-bar.tsx';
import { useNames } from '../use-names.ts';
import { userState } from './user-form.ts';

const marks = {
  active: 'working',
  off: 'off',
  expired: 'attention',
  'used-up': 'attention',
} as const;

/** What {@link UserTable} needs. */
export interface UserTableProps {
  readonly users: readonly SmsUser[];
  readonly onEdit: (user: SmsUser) => void;
  readonly onRemove: (user: SmsUser) => void;
}

/** Who may hand in SMS, and how much of their limits they have used. */
export function UserTable({ users, onEdit, onRemove }: UserTableProps): ReactNode {
  const { t, format } = useText();
  const names = useNames();
  const now = useNow();
  return (
    <table className={styles['plain']}>
      <caption className="pd-spoken">{t('smsUsersPage.users')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('common.name')}</th>
          <th scope="col">{t('common.state')}</th>
          <th scope="col">{t('smsUsersPage.column.month')}</th>
          <th scope="col">{t('smsUsersPage.column.last-month')}</th>
          <th scope="col">{t('smsUsersPage.column.expires')}</th>
          <th scope="col">{t('smsUsersPage.field.gateway')}</th>
          <th scope="col">{t('smsUsersPage.column.used')}</th>
          <th scope="col">
            <span className="pd-spoken">{t('common.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => {
          const state = userState(user, now);
          return (
            <tr key={user.id}>
              <td>{user.name}</td>
              <td>
                <StateMark state={marks[state]} word={t(`smsUsersPage.state.${state}`)} />
              </td>
              <td>
                <UsageBar
                  used={user.sentThisMonth}
                  limit={user.monthlyLimit}
                  label={t('smsUsersPage.column.month')}
                />
              </td>
              <td>{format.number(user.sentLastMonth)}</td>
              <td>{user.expires === null ? t('common.never') : format.date(user.expires - 1)}</td>
              <td>
                {user.gatewayId === null
                  ? t('sendSms.gateway-any')
                  : (names.gateway(user.gatewayId) ?? t('common.unknown'))}
              </td>
              <td>
                <RelativeTime at={user.lastUsedAt} />
              </td>
              <td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('smsUsersPage.edit', { name: user.name })}
                    onClick={() => {
                      onEdit(user);
                    }}
                  >
                    {t('common.edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    c="var(--pd-failed)"
                    size="compact-sm"
                    aria-label={t('smsUsersPage.remove', { name: user.name })}
                    onClick={() => {
                      onRemove(user);
                    }}
                  >
                    {t('common.remove')}
                  </Button>
                </Group>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
