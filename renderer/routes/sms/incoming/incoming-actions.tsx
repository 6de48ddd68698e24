import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client, orpc } from '../../../api/client.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';

/** What {@link IncomingActions} needs. */
export interface IncomingActionsProps {
  readonly ids: readonly string[];
  /** Whether a single SMS is read; undefined for many, which get both buttons. */
  readonly isRead?: boolean;
  readonly onRemoved?: () => void;
}

/** What can be done with incoming SMS, one or many. Removing is asked for. */
export function IncomingActions({ ids, isRead, onRemoved }: IncomingActionsProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [isRemoving, setIsRemoving] = useState(false);
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: orpc.incoming.key() });
  };
  const setRead = useMutation({
    mutationFn: (read: boolean) => client.incoming.setRead({ ids: [...ids], read }),
    onSuccess: refresh,
    onError: notify.failed,
  });
  const remove = async (): Promise<void> => {
    await client.incoming.remove({ ids: [...ids] });
    refresh();
    notify.done(t('incomingPage.removed', { count: ids.length }));
    onRemoved?.();
  };
  const readings = isRead === undefined ? [true, false] : [!isRead];
  return (
    <>
      {readings.map((read) => (
        <Button
          key={String(read)}
          variant="default"
          size="compact-sm"
          disabled={setRead.isPending}
          onClick={() => {
            setRead.mutate(read);
          }}
        >
          {t(read ? 'incomingPage.action.read' : 'incomingPage.action.unread')}
        </Button>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        c="var(--pd-failed)"
        onClick={() => {
          setIsRemoving(true);
        }}
      >
        {t('common.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('incomingPage.remove.title', { count: ids.length })}
        confirmLabel={t('common.remove')}
        onConfirm={remove}
        onClose={() => {
          setIsRemoving(false);
        }}
      >
        <p>{t('incomingPage.remove.text')}</p>
      </ConfirmDialog>
    </>
  );
}
