import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import type { Device } from '../../../shared/model/device.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './accounts.module.css';
import { ReportChange } from './report-change.tsx';

/** What {@link DevicesTab} needs. */
export interface DevicesTabProps {
  readonly account: Account;
  readonly devices: readonly Device[];
}

/** The devices of an account, and a change to try them with. */
export function DevicesTab({ account, devices }: DevicesTabProps): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const add = (
    <Button
      onClick={() => void navigate({ to: '/devices', search: { account: account.id, add: 'yes' } })}
    >
      {t('accounts.devices.add')}
    </Button>
  );
  if (devices.length === 0) {
    return (
      <EmptyState
        title={t('accounts.devices.empty.title')}
        text={t('accounts.devices.empty.text')}
        action={add}
      />
    );
  }
  return (
    <>
      <ul className={styles['devices']}>
        {devices.map((device) => (
          <li key={device.id} className={styles['device']}>
            <StateMark state={device.state} word={t(`devices.word.${device.reason}`)} />
            <Link to="/devices" search={{ open: device.id }} className="pd-cut">
              {device.name}
            </Link>
            <span className={styles['end']}>{t(`clientTypes.${device.clientType}`)}</span>
          </li>
        ))}
      </ul>
      <div className={styles['save']}>
        {add}
        <Link to="/devices" search={{ account: account.id }}>
          {t('accounts.devices.all')}
        </Link>
      </div>
      <ReportChange account={account} devices={devices} />
    </>
  );
}
