import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { Configuration } from '../../../../shared/model/provisioning.ts';
import { orpc } from '../../../api/client.ts';
import { LogView } from '../../../components/log/log-view.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { openPhones } from '../../../phones/phones-drawer-state.ts';
import { placeOf } from '../../../routing/places.ts';
import { PinView } from './pin-view.tsx';
import { progressOf } from './progress-steps.ts';
import { SetUpSentence } from './set-up-sentence.tsx';
import { setUpState } from './set-up-state.ts';
import styles from './set-up.module.css';

/** What {@link ConfigurationProgress} needs. */
export interface ConfigurationProgressProps {
  readonly device: Device;
  /** As it was when it was sent; what comes after is read. */
  readonly sent: Configuration;
  /** Closes the dialog that this stands in. */
  readonly onClose: () => void;
}

/** The way of a configuration that was just sent: its stops, the PIN, and its log. */
export function ConfigurationProgress(props: ConfigurationProgressProps): ReactNode {
  const { device, sent, onClose } = props;
  const { t, format } = useText();
  const { data } = useQuery(
    orpc.provisioning.list.queryOptions({ input: { deviceId: device.id } }),
  );
  const configuration = data?.configurations.find(({ id }) => id === sent.id) ?? sent;
  const filter = useMemo(() => ({ traceId: sent.traceId }), [sent.traceId]);
  return (
    <>
      <div role="status">
        <SetUpSentence
          state={setUpState({
            configurations: [configuration],
            links: [],
            lastSessionAt: null,
            isAwaited: true,
          })}
        />
      </div>
      <PinView device={device} configuration={configuration} />
      <section className={styles['part']} aria-label={t('provisioningPage.dialog.progress')}>
        <h3>{t('provisioningPage.dialog.progress')}</h3>
        <ol className={styles['steps']}>
          {progressOf(configuration).map((step) => (
            <li key={step.id}>
              <StateMark state={step.mark} word={t(`provisioningPage.step.${step.id}`)} />
              <span className="pd-mono pd-soft">
                {step.at === null ? '' : format.clock(step.at)}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles['part']} aria-label={t('provisioningPage.dialog.log')}>
        <h3>{t('provisioningPage.dialog.log')}</h3>
        <div className={styles['log']} data-small>
          <LogView filter={filter} isCompact />
        </div>
      </section>
      <div className={styles['foot']}>
        {device.isVirtual ? (
          <Button
            variant="default"
            onClick={() => {
              openPhones(device.number);
              onClose();
            }}
          >
            {t('provisioningPage.phone.show')}
          </Button>
        ) : null}
        <Button
          variant="default"
          renderRoot={(root) => <Link {...root} {...placeOf('trace', sent.traceId)} />}
        >
          {t('provisioningPage.dialog.follow')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </>
  );
}
