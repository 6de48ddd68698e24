import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Attention, Overview } from '../../../shared/model/system.ts';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { attentionView } from '../../state/attention.ts';
import styles from './overview.module.css';

/** Words of the button: for one object, and for the place where such objects are. */
const buttons = {
  push: ['attention.openPush', 'attention.openPush'],
  sms: ['attention.openGateway', 'attention.openSms'],
  devices: ['attention.openDevice', 'attention.openDevices'],
  accounts: ['attention.openAccount', 'attention.openAccounts'],
  sync: ['attention.openSync', 'attention.openSync'],
  settings: ['attention.openSettings', 'attention.openSettings'],
  log: ['attention.openLog', 'attention.openLog'],
} as const;

/** What the page is to show: the object, and the part of the page where it can be put right. */
function searchOf({ key, target }: Attention): Readonly<Record<string, string>> {
  if (key === 'device-pending') return { state: 'pending' };
  if (target.id === undefined) return {};
  if (key === 'number-mismatch') return { open: target.id, tab: 'client' };
  if (key === 'sync-failing') return { open: target.id, tab: 'sessions' };
  return { open: target.id };
}

/** What an admin should look at, each with the button that leads there. */
export function AttentionList({ overview }: { readonly overview: Overview }): ReactNode {
  const { t, textOf } = useText();
  const { items, devices, gateways, total } = attentionView(overview);
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('overview.attentionTitle')}</h2>
      {total === 0 ? (
        <p className={styles['calm']}>
          <StateMark state="working" word={t('overview.allWell')} />
        </p>
      ) : (
        <ul className={styles['attention']}>
          {items.map((item, index) => {
            const listener = textOf(`listeners.${String(item.params['name'] ?? '')}`);
            const why = textOf(`alertReasons.${String(item.params['reason'] ?? '')}`);
            const params = {
              ...item.params,
              ...(listener === null ? {} : { name: listener }),
              ...(why === null ? {} : { reason: why }),
            };
            return (
              <li key={index} data-level={item.level}>
                <StateMark
                  state={item.level}
                  word={textOf(`attention.${item.key}`, params) ?? item.key}
                />
                <Button
                  variant="default"
                  size="compact-sm"
                  renderRoot={(root) => (
                    <Link {...root} to={`/${item.target.area}`} search={searchOf(item)} />
                  )}
                >
                  {t(buttons[item.target.area][item.target.id === undefined ? 1 : 0])}
                </Button>
              </li>
            );
          })}
          {devices === 0 ? null : (
            <li data-level="attention">
              <StateMark state="attention" word={t('nav.attentionCount', { count: devices })} />
              <Button
                variant="default"
                size="compact-sm"
                renderRoot={(root) => (
                  <Link {...root} to="/devices" search={{ state: 'attention' }} />
                )}
              >
                {t('attention.openDevices')}
              </Button>
            </li>
          )}
          {gateways === 0 ? null : (
            <li data-level="attention">
              <StateMark
                state="attention"
                word={t('nav.gatewayAttentionCount', { count: gateways })}
              />
              <Button
                variant="default"
                size="compact-sm"
                renderRoot={(root) => <Link {...root} to="/sms" />}
              >
                {t('attention.openSms')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
