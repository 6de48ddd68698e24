import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PendingDevice } from '../../../shared/model/session.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { guessClientType, hardwareName } from './client-name.ts';
import { NewDeviceForm } from './new-device-form.tsx';
import { tickedByDefault } from './new-device.ts';

interface AssigningProps {
  readonly pending: PendingDevice;
  readonly onClose: () => void;
  readonly onAssigned: (deviceId: string) => void;
}

function Assigning({ pending, onClose, onAssigned }: AssigningProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const { accountId, accountAddress: account, syncId, hardware } = pending;
  const devices = useQuery(orpc.devices.list.queryOptions({ input: { accountId } }));
  const accounts = useQuery(orpc.accounts.list.queryOptions({}));
  const [chosen, setChosen] = useState<string | null>(pending.freeDeviceIds[0] ?? null);
  const [isNew, setIsNew] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isRunning, setIsRunning] = useState(false);
  const all = devices.data?.devices ?? [];
  const device = all.find(({ id }) => id === chosen);

  const assign = async (deviceId: string, name: string): Promise<void> => {
    setIsRunning(true);
    setError(null);
    try {
      await client.pending.assign({ id: pending.id, deviceId });
      notify.done(t('devices.pending.assigned', { client: syncId, name }));
      onAssigned(deviceId);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsRunning(false);
    }
  };
  if (isNew) {
    const clientType = guessClientType(pending);
    return (
      <>
        {error === null ? null : <ErrorNotice error={error} />}
        <NewDeviceForm
          accounts={accounts.data?.accounts ?? []}
          initial={{
            accountId,
            clientType,
            ticked: tickedByDefault(clientType),
            name: hardware === null ? '' : hardwareName(hardware),
          }}
          isAccountFixed
          submitLabel={t('devices.pending.new-button')}
          onCancel={() => {
            setIsNew(false);
          }}
          onCreated={(created) => void assign(created.id, created.name)}
        />
      </>
    );
  }
  return (
    <Stack gap="md">
      {error === null ? null : <ErrorNotice error={error} />}
      {all.length === 0 ? (
        <p>{t('devices.pending.no-device', { account })}</p>
      ) : (
        <>
          <Select
            label={t('devices.pending.device', { account })}
            description={pending.freeDeviceIds.length === 0 ? t('devices.pending.none-free') : null}
            data-autofocus
            allowDeselect={false}
            value={chosen}
            onChange={setChosen}
            data={all.map(({ id, name, syncId: taken }) => ({
              value: id,
              label:
                taken === null
                  ? t('devices.pending.free', { name })
                  : t('devices.pending.taken', { name, client: taken }),
            }))}
          />
          {device === undefined || device.syncId === null ? null : (
            <p className="pd-soft">{t('devices.pending.taken-note', { name: device.name })}</p>
          )}
        </>
      )}
      <Group justify="space-between">
        <Button
          variant={all.length === 0 ? 'filled' : 'default'}
          onClick={() => {
            setIsNew(true);
          }}
        >
          {t('devices.pending.new')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {all.length === 0 ? null : (
            <Button
              loading={isRunning}
              disabled={device === undefined}
              onClick={() => {
                if (device !== undefined) void assign(device.id, device.name);
              }}
            >
              {t('devices.pending.assign')}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

/** What {@link AssignClient} needs. */
export interface AssignClientProps {
  /** Null while nothing is to be assigned. */
  readonly pending: PendingDevice | null;
  readonly onClose: () => void;
  readonly onAssigned: (deviceId: string) => void;
}

/** The dialog that says which device a waiting client is, or makes a new one of it. */
export function AssignClient({ pending, onClose, onAssigned }: AssignClientProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={pending !== null}
      onClose={onClose}
      title={t('devices.pending.assign-title', { client: pending?.syncId ?? '' })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {pending === null ? null : (
        <Assigning key={pending.id} pending={pending} onClose={onClose} onAssigned={onAssigned} />
      )}
    </Modal>
  );
}
