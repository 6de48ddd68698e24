import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { StateShape } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';

/** Gateways whose prices are linked to; the others are a click away. */
const mostLinked = 4;

/** What {@link UnpricedNote} needs. */
export interface UnpricedNoteProps {
  readonly from: string;
  readonly to: string;
  readonly parts: number;
}

/** Says how many parts had no known price, with the way to the prices of the gateways that took them. */
export function UnpricedNote({ from, to, parts }: UnpricedNoteProps): ReactNode {
  const { t } = useText();
  const { data } = useQuery(
    orpc.costs.report.queryOptions({ input: { from, to, by: 'gateway' }, retry: false }),
  );
  if (parts === 0) return null;
  const gateways = new Map(
    data?.lines.flatMap((line) =>
      line.unpriced > 0 && line.id !== null ? [[line.id, line.name]] : [],
    ),
  );
  return (
    <div className={styles['bar']} role="status">
      <p className={styles['note']}>
        <StateShape state="attention" />
        <span>{t('costsPage.unpriced', { parts })}</span>
        {[...gateways].slice(0, mostLinked).map(([id, name]) => (
          <Link key={id} to="/sms" search={{ open: id, view: 'prices' }}>
            {t('costsPage.unpriced.action', { gateway: name })}
          </Link>
        ))}
      </p>
    </div>
  );
}
