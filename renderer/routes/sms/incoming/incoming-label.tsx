import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';

/** Name of the tab of incoming SMS, with how many nobody has read. */
export function IncomingLabel(): ReactNode {
  const { t, format } = useText();
  const { data } = useQuery(orpc.incoming.list.queryOptions({ input: { limit: 1 }, retry: false }));
  const unread = data?.unread ?? 0;
  return (
    <>
      {t('sms.tab.incoming')}
      {unread === 0 ? null : (
        <span className={styles['badge']}>
          <span aria-hidden>{format.number(unread)}</span>
          <span className="pd-spoken">{t('incomingPage.unread-count', { unread })}</span>
        </span>
      )}
    </>
  );
}
