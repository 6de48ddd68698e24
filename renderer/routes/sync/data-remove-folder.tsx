import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import type { SeenFolder } from './data-place.ts';

/** What {@link DataRemoveFolder} needs. */
export interface DataRemoveFolderProps {
  readonly isOpen: boolean;
  readonly folder: SeenFolder;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before a folder goes with all that is in it: who removes items has to type how many. */
export function DataRemoveFolder({
  isOpen,
  folder,
  onClose,
  onRemoved,
}: DataRemoveFolderProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const { collection } = folder;
  const count = collection.itemCount;
  const { uri } = collection;
  const reset = (): void => {
    setTyped('');
    setIsWrong(false);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('collections.remove.title', { uri })}
      confirmLabel={t('collections.remove')}
      canConfirm={() => {
        const isRight = count === 0 || typed.trim() === String(count);
        setIsWrong(!isRight);
        return isRight;
      }}
      onClose={() => {
        reset();
        onClose();
      }}
      onConfirm={async () => {
        await client.collections.remove({ id: collection.id });
        notify.done(t('collections.removed', { uri }));
        onRemoved();
      }}
    >
      <p>{t('collections.remove.text', { count })}</p>
      {count === 0 ? null : (
        <TextInput
          label={t('collections.remove.count', { count: String(count) })}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          error={isWrong ? t('collections.remove.wrong') : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsWrong(false);
          }}
        />
      )}
    </ConfirmDialog>
  );
}
