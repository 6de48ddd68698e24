import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Delivery } from '../../../shared/model/message.ts';
import type { StateMark as State } from '../../../shared/model/words.ts';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import styles from './trace.module.css';

const marks: Readonly<Record<Delivery['outcome'], State>> = {
  'under-way': 'waiting',
  accepted: 'working',
  refused: 'failed',
  unreachable: 'failed',
  uncertain: 'attention',
};

/** Every attempt to hand the message to a gateway, and what came of it. */
export function Attempts({ deliveries }: { readonly deliveries: readonly Delivery[] }): ReactNode {
  const { t, format } = useText();
  if (deliveries.length === 0) return null;
  return (
    <table className={styles['table']}>
      <caption className="pd-spoken">{t('trace.deliveries')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trace.attempt')}</th>
          <th scope="col">{t('common.time')}</th>
          <th scope="col">{t('trace.gateway')}</th>
          <th scope="col">{t('trace.outcome')}</th>
          <th scope="col">{t('trace.duration')}</th>
          <th scope="col">{t('trace.detail')}</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <td>{format.number(delivery.attempt)}</td>
            <td className="pd-mono">{format.clock(delivery.startedAt)}</td>
            <td>
              <Link {...placeOf('gateway', delivery.gatewayId)}>{delivery.gatewayName}</Link>
            </td>
            <td>
              <StateMark state={marks[delivery.outcome]} word={t(`outcomes.${delivery.outcome}`)} />
            </td>
            <td>
              {delivery.endedAt === null
                ? '–'
                : format.duration(delivery.endedAt - delivery.startedAt)}
            </td>
            <td className="pd-mono">{delivery.detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
