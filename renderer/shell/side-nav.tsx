import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../api/client.ts';
import { StateShape } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import { BrandMark } from './brand-mark.tsx';
import { EngineFoot } from './engine-foot.tsx';
import { navItems } from './nav-items.ts';
import type { NavItem } from './nav-items.ts';
import styles from './side-nav.module.css';

/** The places of the console, with what needs attention beside them, and the state of it all below. */
export function SideNav(): ReactNode {
  const { t } = useText();
  const { data: overview } = useQuery(orpc.system.overview.queryOptions({}));
  const { data: status } = useQuery(orpc.system.status.queryOptions({}));
  const { data: clients } = useQuery(orpc.pending.list.queryOptions({}));
  const waiting = clients?.pending.length ?? 0;
  const counts: Partial<Record<NavItem['to'], { readonly count: number; readonly label: string }>> =
    overview === undefined
      ? {}
      : {
          '/devices': {
            count: overview.devices.attention + waiting,
            label: [
              ...(overview.devices.attention === 0
                ? []
                : [t('nav.attentionCount', { count: overview.devices.attention })]),
              ...(waiting === 0 ? [] : [t('devices.pending.waiting', { count: waiting })]),
            ].join(', '),
          },
          '/sms': {
            count: overview.gateways.failing,
            label: t('nav.gatewayAttentionCount', { count: overview.gateways.failing }),
          },
        };
  return (
    <nav className={styles['side']} aria-label={t('nav.main')}>
      <div className={styles['brand']}>
        <BrandMark size={18} />
        <span>{t('common.appName')}</span>
        {status?.demo === true ? <span className={styles['demo']}>{t('nav.demo')}</span> : null}
      </div>
      <ul className={styles['list']}>
        {navItems.map((item) => {
          const note = counts[item.to];
          return (
            <li key={item.to}>
              <Link
                to={item.to}
                className={styles['item']}
                activeOptions={{ exact: item.to === '/', includeSearch: false }}
              >
                <item.icon size={16} stroke={1.6} aria-hidden />
                <span className={styles['word']}>{t(item.text)}</span>
                {note === undefined || note.count === 0 ? null : (
                  <span className={styles['note']}>
                    <span aria-hidden>{note.count}</span>
                    <StateShape state="attention" />
                    <span className="pd-spoken">{note.label}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <EngineFoot overview={overview} />
    </nav>
  );
}
