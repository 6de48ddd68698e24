import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';

/** From so many devices on, the word has to be typed: a slip would cost an afternoon. */
const typedFrom = 10;

/** What {@link RemoveDevices} needs. */
export interface RemoveDevicesProps {
  /** Empty while nothing is to be removed. */
  readonly devices: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before devices are removed, and says what goes with them. */
export function RemoveDevices({ devices, onClose, onRemoved }: RemoveDevicesProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [typed, setTyped] = useState('');
  const [isWordMissing, setIsWordMissing] = useState(false);
  const count = devices.length;
  const name = devices[0]?.name ?? '';
  const word = t('devices.remove.word');
  const hasToType = count >= typedFrom;

  const remove = async (): Promise<void> => {
    const only = count === 1 ? devices[0] : undefined;
    if (only !== undefined) {
      await client.devices.remove({ id: only.id });
      notify.done(t('devices.removed', { name }));
    } else {
      const { done } = await client.devices.removeMany({ ids: devices.map(({ id }) => id) });
      notify.done(t('devices.bulk.removed', { done }));
    }
    onRemoved();
  };

  return (
    <ConfirmDialog
      isOpen={count > 0}
      title={t('devices.remove.title', { count, name })}
      confirmLabel={t('common.remove')}
      canConfirm={() => {
        const isTyped = !hasToType || typed.trim().toLocaleLowerCase() === word;
        setIsWordMissing(!isTyped);
        return isTyped;
      }}
      onConfirm={remove}
      onClose={() => {
        setTyped('');
        setIsWordMissing(false);
        onClose();
      }}
    >
      <p>{t('devices.remove.text', { count })}</p>
      {hasToType ? (
        <TextInput
          label={t('devices.remove.type', { word })}
          value={typed}
          error={isWordMissing ? t('fieldErrors.required') : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      ) : null}
    </ConfirmDialog>
  );
}
