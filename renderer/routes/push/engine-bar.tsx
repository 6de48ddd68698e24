import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './push.module.css';

/** The engine: its switch, its state in a sentence, then the numbers. */
export function EngineBar(): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data: status, error, refetch } = useQuery(orpc.push.status.queryOptions({}));
  const setActive = useMutation({
    mutationFn: (active: boolean) => client.push.setActive({ active }),
    onSuccess: (updated) => {
      queries.setQueryData(orpc.push.status.queryKey({}), updated);
      void queries.invalidateQueries({ queryKey: orpc.system.key() });
    },
    onError: notify.failed,
  });
  if (status === undefined) {
    return error === null ? (
      <div className={styles['engine']}>{t('common.loading')}</div>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  const isOn = setActive.isPending ? setActive.variables : status.active;
  return (
    <div className={styles['engine']}>
      <div className={styles['switch']}>
        <Switch
          size="md"
          aria-label={t('push.engine.switch')}
          checked={isOn}
          onChange={(event) => {
            setActive.mutate(event.currentTarget.checked);
          }}
        />
        <StateShape state={isOn ? status.state : 'off'} />
        <strong role="status">{t(isOn ? 'push.engine.on' : 'push.engine.off')}</strong>
      </div>
      <span className={styles['figures']}>
        {t('push.engine.today', {
          changes: status.changesToday,
          sent: status.sentToday,
          delivered: status.deliveredToday,
          failed: status.failedToday,
        })}{' '}
        {t('push.engine.waiting', { planned: status.planned, queued: status.queued })}
      </span>
      <span className={styles['figures']}>
        {status.lastChangeAt === null ? (
          t('push.engine.no-change')
        ) : (
          <>
            {t('push.engine.last-change')} <RelativeTime at={status.lastChangeAt} />
          </>
        )}
      </span>
    </div>
  );
}
