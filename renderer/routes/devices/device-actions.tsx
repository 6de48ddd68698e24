import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { client } from '../../api/client.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { openPhones } from '../../phones/phones-drawer-state.ts';
import { whyNoAlert } from './alert-now.ts';
import { whyNoPush } from './client-facts.tsx';
import styles from './devices.module.css';

/** What {@link DeviceActions} needs. */
export interface DeviceActionsProps {
  readonly device: Device;
  /** Shows the first button alone. */
  readonly only?: 'alert';
  readonly onRemove?: () => void;
}

/** Alert now, pause and remove; a button that cannot work says why beside it. */
export function DeviceActions({ device, only, onRemove }: DeviceActionsProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const whyId = useId();
  const alertNow = useMutation({
    mutationFn: () => client.devices.alertNow({ id: device.id }),
    onSuccess: (alert) => {
      notify.done(t('devices.action.alert-done', { device: device.name }), {
        action: {
          label: t('devices.action.alert-trace'),
          run: () => void navigate({ to: '/trace/$traceId', params: { traceId: alert.traceId } }),
        },
      });
    },
    onError: notify.failed,
  });
  const pause = useMutation({
    mutationFn: (paused: boolean) => client.devices.setPaused({ id: device.id, paused }),
    onError: notify.failed,
  });
  const reason = whyNoAlert(device);
  const why =
    reason === null
      ? null
      : reason === 'push-not-possible'
        ? (whyNoPush(t, device.clientType) ?? t(`deviceReasons.${reason}`))
        : t(`deviceReasons.${reason}`);
  const isPaused = device.pausedBy !== null;
  return (
    <>
      <div className={styles['actions']}>
        <Button
          loading={alertNow.isPending}
          disabled={why !== null}
          aria-describedby={why === null ? undefined : whyId}
          onClick={() => {
            alertNow.mutate();
          }}
        >
          {t('devices.action.alert')}
        </Button>
        {only === 'alert' ? null : (
          <>
            <Button
              variant="default"
              loading={pause.isPending}
              onClick={() => {
                pause.mutate(!isPaused);
              }}
            >
              {t(isPaused ? 'devices.action.resume' : 'devices.action.pause')}
            </Button>
            {device.isVirtual && device.number !== null ? (
              <Button
                variant="default"
                onClick={() => {
                  openPhones(device.number);
                }}
              >
                {t('devices.panel.phone')}
              </Button>
            ) : null}
            <Button variant="subtle" color="red" onClick={onRemove}>
              {t('devices.action.remove')}
            </Button>
          </>
        )}
      </div>
      {why === null ? null : (
        <p id={whyId} className={styles['why']}>
          {t('devices.action.why-not', { reason: why })}
        </p>
      )}
    </>
  );
}
