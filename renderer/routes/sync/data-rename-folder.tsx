import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { collectionNameSchema } from '../../../shared/model/collection.ts';
import { formatPlace } from '../../../shared/model/source-uri.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import type { SeenFolder } from './data-place.ts';

/** What {@link DataRenameFolder} needs. */
export interface DataRenameFolderProps {
  readonly isOpen: boolean;
  readonly folder: SeenFolder;
  readonly onClose: () => void;
  /** Gets the place that the folder has now, as the URL has it. */
  readonly onRenamed: (place: string) => void;
}

function RenameForm({ folder, onClose, onRenamed }: DataRenameFolderProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const { collection, place } = folder;
  const form = useForm({
    initialValues: { name: collection.name },
    validate: {
      name: (name) => {
        if (name.trim() === '') return t('fieldErrors.required');
        return collectionNameSchema.safeParse(name).success ? null : t('collections.bad-name');
      },
    },
  });
  const { submit, isRunning, error } = useSubmit(form, async ({ name }) => {
    const renamed = await client.collections.update({ id: collection.id, name: name.trim() });
    notify.done(t('collections.renamed', { uri: renamed.uri }));
    onRenamed(formatPlace({ kind: place.kind, name: renamed.name }));
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <p>{t('collections.rename.text')}</p>
      <TextInput
        label={t('collections.new.name')}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t('collections.rename')}
        </Button>
      </Group>
    </form>
  );
}

/** The dialog that renames a folder, and with it the address that phones use. */
export function DataRenameFolder(props: DataRenameFolderProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('collections.rename.title', { name: props.folder.collection.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RenameForm {...props} />
    </Modal>
  );
}
