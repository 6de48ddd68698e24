import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device, Folder } from '../../../shared/model/device.ts';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { whyNoAlert } from './alert-now.ts';

/** What {@link ResyncDialog} needs. */
export interface ResyncDialogProps {
  readonly device: Device;
  /** Null for all folders. */
  readonly folder: Folder | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a folder (or all) is compared again in the next session; then offers to alert the device. */
export function ResyncDialog({ device, folder, isOpen, onClose }: ResyncDialogProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const { id, name } = device;

  const alertNow = async (): Promise<void> => {
    try {
      const alert = await client.devices.alertNow({
        id,
        ...(folder === null ? {} : { folderIds: [folder.id] }),
      });
      notify.done(t('devices.action.alert-done', { device: name }), {
        action: {
          label: t('devices.action.alert-trace'),
          run: () => void navigate({ to: '/trace/$traceId', params: { traceId: alert.traceId } }),
        },
      });
    } catch (error) {
      notify.failed(error);
    }
  };
  const resync = async (): Promise<void> => {
    await client.devices.resync({ id, ...(folder === null ? {} : { folderId: folder.id }) });
    const canAlert = whyNoAlert(device) === null && (folder === null || folder.enabled);
    notify.done(
      t('devices.resync.done', { name }),
      canAlert
        ? { action: { label: t('devices.action.alert'), run: () => void alertNow() } }
        : undefined,
    );
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={
        folder === null
          ? t('devices.resync.title-all', { name })
          : t('devices.resync.title', { folder: folder.name, name })
      }
      confirmLabel={t('devices.resync.button')}
      isDestructive={false}
      onConfirm={resync}
      onClose={onClose}
    >
      <p>{t('devices.resync.text')}</p>
    </ConfirmDialog>
  );
}
