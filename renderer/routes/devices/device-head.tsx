import { Anchor, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { client } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { remedyOf } from './alert-now.ts';
import { DeviceActions } from './device-actions.tsx';
import styles from './devices.module.css';
import { VirtualTag } from './virtual-tag.tsx';

/** What {@link DeviceHead} needs. */
export interface DeviceHeadProps {
  readonly device: Device;
  readonly onTab: (tab: string) => void;
  readonly onRemove: () => void;
}

/** The button that puts right what keeps a device from being alerted. */
function RemedyButton({ device, onTab }: Pick<DeviceHeadProps, 'device' | 'onTab'>): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const pushOn = useMutation({
    mutationFn: () => client.devices.update({ id: device.id, pushEnabled: true }),
    onError: notify.failed,
  });
  const remedy = remedyOf(device.reason);
  if (remedy === null || remedy.kind === 'resume') return null;
  const label =
    device.reason === 'no-number' ||
    device.reason === 'no-folder' ||
    device.reason === 'no-gateway' ||
    device.reason === 'engine-off' ||
    device.reason === 'push-off' ||
    device.reason === 'alert-failed' ||
    device.reason === 'session-failed' ||
    device.reason === 'number-mismatch'
      ? t(`devices.fix.${device.reason}`)
      : '';
  if (remedy.kind === 'page') return <Link to={remedy.page}>{label}</Link>;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={pushOn.isPending}
      onClick={() => {
        if (remedy.kind === 'tab') onTab(remedy.tab);
        else pushOn.mutate();
      }}
    >
      {label}
    </Button>
  );
}

/** Why the device shows its state; of alerts that fail again and again, how many and why. */
function reasonOf(device: Device, t: ReturnType<typeof useText>['t']): string {
  const { reason, failures, lastAlertReason } = device;
  if (reason !== 'alert-failed' || lastAlertReason === null) return t(`deviceReasons.${reason}`);
  const why = t(`alertReasons.${lastAlertReason}`);
  return failures > 1
    ? t('devices.panel.failures', { count: failures, reason: why })
    : `${t(`deviceReasons.${reason}`)} ${why}`;
}

/** The head of a device's panel: facts, the sentence of its state, and what can be done. */
export function DeviceHead({ device, onTab, onRemove }: DeviceHeadProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <div className={styles['facts']}>
        <span className={styles['fact']}>{t(`clientTypes.${device.clientType}`)}</span>
        <span className={styles['fact']}>
          {device.number === null ? (
            t('devices.panel.no-number')
          ) : (
            <CopyText value={device.number} what={t('devices.panel.number')} />
          )}
          {device.isVirtual ? <VirtualTag /> : null}
        </span>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/accounts" search={{ open: device.accountId }} />
          )}
        >
          {device.accountAddress}
        </Anchor>
        <span className={styles['fact']}>
          {t('devices.panel.last-alert')} <RelativeTime at={device.lastAlertAt} />
        </span>
      </div>
      <p className={styles['reason']}>
        <span>{reasonOf(device, t)}</span>
        <RemedyButton device={device} onTab={onTab} />
      </p>
      <DeviceActions device={device} onRemove={onRemove} />
    </>
  );
}
