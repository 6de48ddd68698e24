import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { deviceLimits, utf8Length } from '../../../shared/model/device.ts';
import type { Device, Folder } from '../../../shared/model/device.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './devices.module.css';
import { catalogueNameIfOther } from './folder-offer.ts';

/** What {@link FolderName} needs. */
export interface FolderNameProps {
  readonly device: Device;
  readonly folder: Folder;
  readonly onSave: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Changes the name that a folder has on the device, and says that letter case counts. */
export function FolderName({ device, folder, onSave, onClose }: FolderNameProps): ReactNode {
  const { t } = useText();
  const form = useForm({
    initialValues: { name: folder.name },
    validate: {
      name: (name) => {
        if (name === '') return t('fieldErrors.required');
        const max = deviceLimits.folderNameOctets;
        return utf8Length(name) > max ? t('fieldErrors.tooLongBy', { max }) : null;
      },
    },
  });
  // The services name the field by its place in the list that was sent.
  const { submit, isRunning, error } = useSubmit(
    form,
    ({ name }) => onSave(name),
    (path) => (path === 'name' || path.endsWith('.name') ? 'name' : null),
  );
  const catalogueName = catalogueNameIfOther(device, { ...folder, name: form.values.name });
  return (
    <form
      className={styles['rename']}
      onSubmit={form.onSubmit((values) => {
        void submit(values).then((isDone) => {
          if (isDone) onClose();
        });
      })}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <TextInput
        label={t('devices.folders.name')}
        data-autofocus
        autoFocus
        spellCheck={false}
        classNames={{ input: 'pd-mono' }}
        {...form.getInputProps('name')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onClose();
        }}
      />
      <p className={styles['warn']}>
        <StateShape state="attention" />
        <span>
          {t('devices.folders.case')}{' '}
          {catalogueName === null ? null : (
            <>
              {t('devices.folders.changed-name', { name: catalogueName })}{' '}
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => {
                  form.setFieldValue('name', catalogueName);
                }}
              >
                {t('devices.folders.use-catalogue', { name: catalogueName })}
              </Button>
            </>
          )}
        </span>
      </p>
      <Group gap="xs" mt="xs">
        <Button type="submit" loading={isRunning}>
          {t('devices.folders.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
