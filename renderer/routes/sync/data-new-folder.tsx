import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { collectionNameSchema } from '../../../shared/model/collection.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import { formatPlace, formatSourceUri } from '../../../shared/model/source-uri.ts';
import type { Place } from '../../../shared/model/source-uri.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './data.module.css';

/** Mail has no folders beside the mailbox's own. */
const offered = [
  'contacts',
  'calendar',
  'tasks',
  'notes',
  'briefcase',
] as const satisfies readonly DataType[];

/** What {@link DataNewFolder} needs. */
export interface DataNewFolderProps {
  readonly isOpen: boolean;
  /** The account that is looked at; without one, only corporate folders can be made. */
  readonly account: Account | undefined;
  readonly onClose: () => void;
  readonly onCreated: (created: {
    readonly collection: Collection;
    readonly folder: string;
  }) => void;
}

interface Values {
  readonly owner: 'account' | 'corporate';
  readonly dataType: (typeof offered)[number];
  readonly name: string;
  readonly access: 'read' | 'write';
}

function NewFolderForm({ account, onClose, onCreated }: DataNewFolderProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const form = useForm<Values>({
    initialValues: {
      owner: account === undefined ? 'corporate' : 'account',
      dataType: 'contacts',
      name: '',
      access: 'read',
    },
    validate: {
      name: (name, { owner }) => {
        if (!collectionNameSchema.safeParse(name).success) return t('collections.bad-name');
        return owner === 'account' && name.trim() === '' ? t('fieldErrors.required') : null;
      },
    },
  });
  const { owner, dataType, name, access } = form.values;
  const place: Place = { kind: owner === 'account' ? 'own' : 'corporate', name: name.trim() };
  const uri = formatSourceUri({ dataType, place });
  const { submit, isRunning, error } = useSubmit(form, async () => {
    const collection = await client.collections.create({
      accountId: owner === 'account' ? (account?.id ?? null) : null,
      dataType,
      name: name.trim(),
      ...(owner === 'corporate' ? { corporateAccess: access } : {}),
    });
    notify.done(t('collections.created', { uri }));
    onCreated({ collection, folder: formatPlace(place) });
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <Stack gap="md">
        <Select
          label={t('collections.new.for')}
          allowDeselect={false}
          data={[
            ...(account === undefined
              ? []
              : [
                  {
                    value: 'account',
                    label: t('collections.new.account', { account: account.address }),
                  },
                ]),
            { value: 'corporate', label: t('collections.new.corporate') },
          ]}
          {...form.getInputProps('owner')}
        />
        <Select
          label={t('collections.new.type')}
          allowDeselect={false}
          data={offered.map((type) => ({ value: type, label: t(`dataTypes.${type}`) }))}
          {...form.getInputProps('dataType')}
        />
        <TextInput
          label={t('collections.new.name')}
          description={t(
            owner === 'account' ? 'collections.new.name-hint' : 'collections.new.name-corporate',
          )}
          required={owner === 'account'}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        {owner === 'corporate' ? (
          <Select
            label={t('collections.may-change')}
            allowDeselect={false}
            data={(['read', 'write'] as const).map((value) => ({
              value,
              label: t(`collections.may-change.${value}`),
            }))}
            {...form.getInputProps('access')}
          />
        ) : null}
        <p className={styles['preview']}>
          {t('collections.new.uri')}:{' '}
          <span className="pd-mono">
            {owner === 'account' && place.name === '' ? `${uri}/…` : uri}
          </span>
        </p>
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t('collections.new.create')}
        </Button>
      </Group>
    </form>
  );
}

/** The dialog of a new folder, of one account or for all. */
export function DataNewFolder(props: DataNewFolderProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('collections.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewFolderForm {...props} />
    </Modal>
  );
}
