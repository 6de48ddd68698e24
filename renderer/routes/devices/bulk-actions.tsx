import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';

/** What {@link BulkActions} needs. */
export interface BulkActionsProps {
  readonly ids: readonly string[];
  readonly onRemove: () => void;
}

/** What can be done with the selected devices at once. A pause can be undone. */
export function BulkActions({ ids, onRemove }: BulkActionsProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const skippedText = (skipped: number): string =>
    skipped === 0 ? '' : ` ${t('devices.bulk.skipped', { skipped })}`;

  const setPaused = async (paused: boolean, canUndo: boolean): Promise<void> => {
    const { done, skipped } = await client.devices.setPausedMany({ ids: [...ids], paused });
    const text = paused ? t('devices.bulk.paused', { done }) : t('devices.bulk.resumed', { done });
    notify.done(
      text + skippedText(skipped),
      canUndo ? { undo: () => void run.mutateAsync(() => setPaused(!paused, false)) } : undefined,
    );
  };
  const alertNow = async (): Promise<void> => {
    const { done, skipped } = await client.devices.alertNowMany({ ids: [...ids] });
    notify.done(t('devices.bulk.alerted', { done }) + skippedText(skipped));
  };
  const run = useMutation({
    mutationFn: (command: () => Promise<void>) => command(),
    onError: notify.failed,
  });

  const buttons = [
    { text: t('devices.bulk.pause'), run: () => setPaused(true, true) },
    { text: t('devices.bulk.resume'), run: () => setPaused(false, true) },
    { text: t('devices.bulk.alert'), run: alertNow },
  ];
  return (
    <>
      {buttons.map((button) => (
        <Button
          key={button.text}
          variant="default"
          size="compact-sm"
          disabled={run.isPending}
          onClick={() => {
            run.mutate(button.run);
          }}
        >
          {button.text}
        </Button>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        c="var(--pd-failed)"
        disabled={run.isPending}
        onClick={onRemove}
      >
        {t('devices.bulk.remove')}
      </Button>
    </>
  );
}
