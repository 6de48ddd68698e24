import type { ReactNode } from 'react';
import type { PendingDevice } from '../../../shared/model/session.ts';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';

/** What {@link PutAwayClient} asks about. */
export interface PutAwayClientProps {
  /** Null while nothing is asked. */
  readonly pending: PendingDevice | null;
  readonly isBlocking: boolean;
  readonly onClose: () => void;
}

/** Asks before a waiting client is put away or blocked, and says what that means for it. */
export function PutAwayClient({ pending, isBlocking, onClose }: PutAwayClientProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const name = pending?.syncId ?? '';
  return (
    <ConfirmDialog
      isOpen={pending !== null}
      title={t(isBlocking ? 'devices.pending.block-title' : 'devices.pending.dismiss-title', {
        client: name,
      })}
      confirmLabel={t(isBlocking ? 'devices.pending.block' : 'devices.pending.dismiss')}
      isDestructive={isBlocking}
      onConfirm={async () => {
        if (pending === null) return;
        await client.pending.dismiss({ id: pending.id, block: isBlocking });
        notify.done(
          t(isBlocking ? 'devices.pending.blocked' : 'devices.pending.dismissed', { client: name }),
        );
      }}
      onClose={onClose}
    >
      <p>{t(isBlocking ? 'devices.pending.block-text' : 'devices.pending.dismiss-text')}</p>
    </ConfirmDialog>
  );
}
