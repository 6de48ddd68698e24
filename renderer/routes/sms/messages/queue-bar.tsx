import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client, orpc } from '../../../api/client.ts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';

/** What {@link QueueSwitch} and {@link QueueBanner} need. */
export interface QueueProps {
  readonly isPaused: boolean;
}

/** Stops the whole queue and lets it run again. */
export function QueueSwitch({ isPaused }: QueueProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (paused: boolean) => client.messages.setQueuePaused({ paused }),
    onSuccess: ({ paused }) => {
      void queries.invalidateQueries({ queryKey: orpc.messages.key() });
      notify.done(t(paused ? 'messagesPage.queue.paused-done' : 'messagesPage.queue.resumed-done'));
    },
    onError: notify.failed,
  });
  return (
    <Switch
      label={t('messagesPage.queue.on')}
      checked={!isPaused}
      disabled={isPending}
      onChange={(event) => {
        mutate(!event.currentTarget.checked);
      }}
    />
  );
}

/** Says that the queue is paused and how much waits behind it; nothing while it runs. */
export function QueueBanner({
  isPaused,
  waiting,
}: QueueProps & { readonly waiting: number }): ReactNode {
  const { t } = useText();
  if (!isPaused) return null;
  return (
    <div className={styles['banner']} role="status">
      <StateMark state="paused" />
      <span>{t('messagesPage.queue.paused')}</span>
      <span>{t('messagesPage.queue.waiting', { waiting })}</span>
    </div>
  );
}
