import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { personName } from '../devices/new-device.ts';
import { NewDeviceForm } from '../devices/new-device-form.tsx';
import { canBeAlerted, setupDevice, virtualNumber } from './setup-state.ts';
import type { SetupFacts } from './setup-state.ts';
import styles from './setup.module.css';
import { StepFrame } from './step-frame.tsx';

/** What {@link StepDevice} needs. */
export interface StepDeviceProps {
  readonly facts: SetupFacts;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** A device with its folders. With the simulator a number is filled in. */
export function StepDevice({ facts, onBack, onNext }: StepDeviceProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const account = facts.accounts[0];
  const device = setupDevice(facts);
  const hasSimulator = facts.gateways.some((one) => one.kind === 'simulator' && one.active);
  return (
    <StepFrame
      step="device"
      title={t('setup.device.title')}
      text={hasSimulator ? t('setup.device.number-virtual') : t('setup.device.text')}
    >
      {account === undefined ? (
        <>
          <p className={styles['result']}>
            <StateShape state="off" />
            <span>{t('devices.empty.no-account')}</span>
          </p>
          <div className={styles['buttons']}>
            <Button onClick={onBack}>{t('accounts.add')}</Button>
          </div>
        </>
      ) : device !== undefined && canBeAlerted(device) ? (
        <>
          <p className={styles['result']}>
            <StateShape state="working" />
            <span>
              {t('setup.device.exists', { name: device.name, account: device.accountAddress })}
            </span>
          </p>
          <div className={styles['buttons']}>
            <Button autoFocus onClick={onNext}>
              {t('common.next')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles['narrow']}>
          <NewDeviceForm
            accounts={facts.accounts}
            isAccountFixed={facts.accounts.length === 1}
            initial={{
              accountId: account.id,
              name: t('setup.device.default-name', { person: personName(account) }),
              number: hasSimulator ? virtualNumber(facts.devices) : '',
            }}
            submitLabel={t('setup.device.button')}
            onCreated={() => {
              void queries.invalidateQueries({ queryKey: orpc.devices.key() }).then(onNext);
            }}
          />
        </div>
      )}
    </StepFrame>
  );
}
