import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { client } from '../../api/client.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';

/** The switch that keeps what a device and the server say word for word, with what that costs. */
export function KeepMessages({
  device,
}: {
  readonly device: Pick<Device, 'id' | 'logMessages'>;
}): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const keep = useMutation({
    mutationFn: (logMessages: boolean) => client.devices.update({ id: device.id, logMessages }),
    onError: notify.failed,
  });
  const isOn = keep.isPending ? keep.variables : device.logMessages;
  return (
    <Switch
      label={t('devices.client.keep-messages')}
      description={t('devices.client.keep-messages-note')}
      checked={isOn}
      onChange={(event) => {
        keep.mutate(event.currentTarget.checked);
      }}
    />
  );
}
