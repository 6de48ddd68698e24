import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alert } from '../../../shared/model/alert.ts';
import type { Device } from '../../../shared/model/device.ts';
import type { StateMark as State } from '../../../shared/model/words.ts';
import { client, orpc } from '../../api/client.ts';
import { StateMark, StateShape } from '../../components/state-mark.tsx';
import { useNow } from '../../components/use-now.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { whyNoAlert } from './alert-now.ts';
import { stepTimes, testOutcome, testPatienceMs, testSteps } from './alert-test-state.ts';
import type { AlertTestOutcome } from './alert-test-state.ts';
import styles from './devices.module.css';

interface Started {
  readonly alert: Alert;
  /** By this computer's clock. */
  readonly at: number;
}

const marks: Readonly<Record<AlertTestOutcome, State>> = {
  waiting: 'waiting',
  right: 'working',
  other: 'attention',
  failed: 'failed',
  timeout: 'attention',
};

function Progress({
  device,
  started,
}: {
  readonly device: Device;
  readonly started: Started;
}): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const { data: alert = started.alert } = useQuery(
    orpc.alerts.get.queryOptions({ input: { id: started.alert.id } }),
  );
  const { data: all } = useQuery(
    orpc.devices.list.queryOptions({ input: { accountId: device.accountId } }),
  );
  const waitedMs = Math.max(0, now - started.at);
  const outcome = testOutcome({ alert, mismatch: device.mismatch, waitedMs });
  const times = stepTimes(alert);
  const other = all?.devices.find(({ id }) => id === device.mismatch?.deviceId)?.name;
  const seconds = Math.max(0, Math.ceil((testPatienceMs - waitedMs) / 1_000));
  const texts: Readonly<Record<AlertTestOutcome, () => string>> = {
    waiting: () => t('devices.test.waiting', { seconds }),
    right: () => t('devices.test.right', { name: device.name }),
    other: () => t('devices.test.other', { other: other ?? t('devices.mismatch.unknown') }),
    failed: () =>
      t('devices.test.failed', {
        reason: alert.reason === null ? '' : t(`alertReasons.${alert.reason}`),
      }),
    timeout: () => t('devices.test.timeout'),
  };
  return (
    <div className={styles['test']} role="status">
      <ol className={styles['steps']}>
        {testSteps.map((step) => {
          const at = times[step];
          return (
            <li key={step}>
              <StateMark
                state={at === null ? (outcome === 'waiting' ? 'waiting' : 'off') : 'working'}
                word={t(`devices.test.step.${step}`)}
              />
              <span className="pd-mono pd-soft">{at === null ? '' : format.clock(at)}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles['warn']}>
        <StateShape state={marks[outcome]} />
        <span>{texts[outcome]()}</span>
      </p>
      <Link {...placeOf('trace', alert.traceId)}>{t('devices.test.follow')}</Link>
    </div>
  );
}

/** Sends an alert and shows step by step whether this device's own client answers it. */
export function AlertTest({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [started, setStarted] = useState<Started | null>(null);
  const start = useMutation({
    mutationFn: () => client.devices.alertNow({ id: device.id }),
    onSuccess: (alert) => {
      setStarted({ alert, at: Date.now() });
    },
    onError: notify.failed,
  });
  const why = whyNoAlert(device);
  return (
    <>
      <div className={styles['actions']}>
        <Button
          variant="default"
          loading={start.isPending}
          disabled={why !== null}
          onClick={() => {
            start.mutate();
          }}
        >
          {t(started === null ? 'devices.test.start' : 'devices.test.again')}
        </Button>
        {started === null ? null : (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setStarted(null);
            }}
          >
            {t('common.close')}
          </Button>
        )}
        {why === null ? null : <span className="pd-soft">{t(`deviceReasons.${why}`)}</span>}
      </div>
      {started === null ? null : (
        <Progress key={started.alert.id} device={device} started={started} />
      )}
    </>
  );
}
