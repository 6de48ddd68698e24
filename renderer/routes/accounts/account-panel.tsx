import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { CopyText } from '../../components/copy-text.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { accountRows } from './account-state.ts';
import styles from './accounts.module.css';
import { AccountDataTab } from './data-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';

/** What {@link AccountPanel} needs. */
export interface AccountPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One account: its details, devices and log. */
export function AccountPanel({ id, onClose }: AccountPanelProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [url, setUrl] = useUrlState();
  const [isRemoving, setIsRemoving] = useState(false);
  const account = useQuery(orpc.accounts.get.queryOptions({ input: { id } }));
  const devices = useQuery(orpc.devices.list.queryOptions({}));
  const row =
    account.data === undefined
      ? undefined
      : accountRows([account.data], devices.data?.devices ?? [])[0];

  if (row === undefined) {
    return (
      <SidePanel name="accounts" title={t('common.loading')} onClose={onClose}>
        {account.error === null ? null : (
          <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />
        )}
      </SidePanel>
    );
  }
  const { address, createdAt, deviceCount } = row.account;
  return (
    <SidePanel
      name="accounts"
      title={row.account.displayName === '' ? address : row.account.displayName}
      state={<StateMark state={row.state} word={t(`accounts.state.${row.reason}`)} />}
      head={
        <>
          <div className={styles['facts']}>
            <CopyText value={address} what={t('accounts.form.address')} />
            <span>
              {t('accounts.column.created')} <RelativeTime at={createdAt} />
            </span>
          </div>
          <p className={styles['reason']}>{t(`accounts.reason.${row.reason}`)}</p>
        </>
      }
      onClose={onClose}
    >
      <FilledTabs
        label={address}
        value={url['tab'] ?? 'devices'}
        onChange={(tab) => {
          setUrl({ tab });
        }}
        tabs={[
          {
            id: 'devices',
            label: t('accounts.panel.devices'),
            render: () => <DevicesTab key={id} account={row.account} devices={row.devices} />,
          },
          {
            id: 'data',
            label: t('accounts.panel.data'),
            render: () => <AccountDataTab key={id} account={row.account} />,
          },
          {
            id: 'details',
            label: t('accounts.panel.details'),
            render: () => (
              <DetailsTab
                key={id}
                account={row.account}
                onRemove={() => {
                  setIsRemoving(true);
                }}
              />
            ),
          },
          {
            id: 'log',
            label: t('accounts.panel.log'),
            isFilled: true,
            render: () => <LogView key={id} filter={{ accountId: id }} isCompact />,
          },
        ]}
      />
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('accounts.remove.title', { address })}
        confirmLabel={t('common.remove')}
        onClose={() => {
          setIsRemoving(false);
        }}
        onConfirm={async () => {
          await client.accounts.remove({ id });
          notify.done(t('accounts.removed', { address }));
          onClose();
        }}
      >
        <p>{t('accounts.remove.text', { devices: deviceCount })}</p>
      </ConfirmDialog>
    </SidePanel>
  );
}
