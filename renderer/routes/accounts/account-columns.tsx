import { useMemo } from 'react';
import type { StateMark as State } from '../../../shared/model/words.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { useText } from '../../i18n/provider.tsx';
import type { AccountRow } from './account-state.ts';

const urgency: Readonly<Record<State, number>> = {
  failed: 0,
  attention: 1,
  waiting: 2,
  paused: 3,
  off: 4,
  working: 5,
};

/** The columns of the table of accounts. */
export function useAccountColumns(): readonly DataColumn<AccountRow>[] {
  const { t, format } = useText();
  return useMemo(() => {
    const mailboxWord = ({ account }: AccountRow): string =>
      account.mailbox === null
        ? t('accounts.mailbox.none')
        : t(`accounts.mailbox.${account.mailboxState}`);
    return [
      {
        id: 'state',
        header: t('accounts.column.state'),
        width: 'minmax(150px, 0.8fr)',
        cell: (row) => <StateMark state={row.state} word={t(`accounts.state.${row.reason}`)} />,
        sortValue: (row) => urgency[row.state],
      },
      {
        id: 'address',
        header: t('accounts.column.address'),
        width: 'minmax(180px, 1.5fr)',
        canHide: false,
        cell: (row) => row.account.address,
        sortValue: (row) => row.account.address,
      },
      {
        id: 'name',
        header: t('accounts.column.name'),
        width: 'minmax(140px, 1.2fr)',
        cell: (row) => row.account.displayName,
        sortValue: (row) => row.account.displayName,
      },
      {
        id: 'devices',
        header: t('accounts.column.devices'),
        width: '80px',
        align: 'end',
        cell: (row) => format.number(row.account.deviceCount),
        sortValue: (row) => row.account.deviceCount,
      },
      {
        id: 'mailbox',
        header: t('accounts.column.mailbox'),
        width: 'minmax(120px, 0.9fr)',
        cell: (row) => (
          <span className={row.account.mailbox === null ? 'pd-soft' : undefined}>
            {mailboxWord(row)}
          </span>
        ),
        sortValue: mailboxWord,
      },
      {
        id: 'created',
        header: t('accounts.column.created'),
        isHidden: true,
        cell: (row) => <RelativeTime at={row.account.createdAt} />,
        sortValue: (row) => row.account.createdAt,
      },
    ];
  }, [t, format]);
}
