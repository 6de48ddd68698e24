import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { NewDeviceForm } from './new-device-form.tsx';

/** What {@link AddDevice} needs. */
export interface AddDeviceProps {
  readonly isOpen: boolean;
  /** Account that is chosen to begin with. */
  readonly accountId: string | undefined;
  readonly onClose: () => void;
  readonly onCreated: (device: Device) => void;
}

/** The dialog that adds a device. */
export function AddDevice({ isOpen, accountId, onClose, onCreated }: AddDeviceProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(orpc.accounts.list.queryOptions({}));
  const accounts = data?.accounts ?? [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('devices.create.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data === undefined ? (
        error === null ? (
          <p className="pd-soft">{t('common.loading')}</p>
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )
      ) : accounts.length === 0 ? (
        <EmptyState
          title={t('devices.create.account-new')}
          text={t('devices.empty.no-account')}
          action={
            <Link to="/accounts" search={{ add: 'yes' }}>
              {t('accounts.add')}
            </Link>
          }
        />
      ) : (
        <NewDeviceForm
          accounts={accounts}
          initial={{ accountId: accountId ?? (accounts.length === 1 ? accounts[0]?.id : '') ?? '' }}
          submitLabel={t('devices.create.button')}
          onCancel={onClose}
          onCreated={(device) => {
            notify.done(t('devices.create.done', { name: device.name }), {
              action: {
                label: t('provisioningPage.after-create.set-up'),
                run: () =>
                  void navigate({ to: '/devices', search: { open: device.id, tab: 'setup' } }),
              },
            });
            onCreated(device);
          }}
        />
      )}
    </Modal>
  );
}
