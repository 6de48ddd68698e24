import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/model/system.ts';
import type { StateMark as State } from '../../../shared/model/words.ts';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { EngineSwitch } from './engine-switch.tsx';
import styles from './overview.module.css';

function worst(total: number, working: number, bad: number): State {
  if (total === 0) return 'off';
  if (bad > 0) return 'attention';
  return working > 0 ? 'working' : 'waiting';
}

/** The numbers behind the sentence; each leads to its place. */
export function Figures({ overview }: { readonly overview: Overview }): ReactNode {
  const { t, format } = useText();
  const { engine, gateways, devices, alertsToday } = overview;
  return (
    <ul className={styles['figures']}>
      <li className={styles['figure']}>
        <span className={styles['name']}>{t('overview.engine')}</span>
        <span className={styles['value']}>
          <StateMark state={engine.state} word={engine.active ? t('common.on') : t('common.off')} />
        </span>
        <EngineSwitch isActive={engine.active} />
      </li>
      <li className={styles['figure']}>
        <span className={styles['name']}>{t('overview.gateways')}</span>
        <Link to="/sms" className={styles['value']}>
          <StateMark
            state={worst(gateways.total, gateways.working, gateways.failing)}
            word={
              gateways.total === 0
                ? t('overview.gatewaysNone')
                : t('overview.gatewaysWorking', {
                    working: gateways.working,
                    total: gateways.total,
                  })
            }
          />
        </Link>
      </li>
      <li className={styles['figure']}>
        <span className={styles['name']}>{t('overview.devices')}</span>
        <Link
          to="/devices"
          search={devices.attention > 0 ? { state: 'attention' } : {}}
          className={styles['value']}
        >
          <StateMark
            state={worst(devices.total, devices.working, devices.attention)}
            word={
              devices.total === 0
                ? t('overview.devicesNone')
                : t('overview.devicesWorking', { working: devices.working, total: devices.total })
            }
          />
        </Link>
        {devices.paused === 0 ? null : (
          <Link to="/devices" search={{ state: 'paused' }} className={styles['note']}>
            {t('overview.devicesPaused', { count: devices.paused })}
          </Link>
        )}
      </li>
      <li className={styles['figure']}>
        <span className={styles['name']}>{t('overview.waiting')}</span>
        <Link to="/push" className={styles['value']}>
          {format.number(alertsToday.waiting)}
        </Link>
        <span className={styles['note']}>{t('overview.waitingHint')}</span>
      </li>
      <li className={styles['figure']}>
        <span className={styles['name']}>{t('overview.timeToPhone')}</span>
        <span className={styles['value']}>
          {alertsToday.medianMs === null ? '–' : format.duration(alertsToday.medianMs)}
        </span>
        <span className={styles['note']}>
          {alertsToday.p95Ms === null
            ? t('overview.noMeasure')
            : t('overview.p95', { time: format.duration(alertsToday.p95Ms) })}
        </span>
      </li>
    </ul>
  );
}
