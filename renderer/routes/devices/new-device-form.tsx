import { Button, Checkbox, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Device } from '../../../shared/model/device.ts';
import { clientTypeIdSchema } from '../../../shared/model/words.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { ClientFacts, whyNoPush } from './client-facts.tsx';
import styles from './devices.module.css';
import { newDeviceInput, personName, tickedByDefault } from './new-device.ts';
import type { NewDeviceValues } from './new-device.ts';

/** What {@link NewDeviceForm} needs. */
export interface NewDeviceFormProps {
  readonly accounts: readonly Account[];
  readonly initial: Pick<NewDeviceValues, 'accountId'> & Partial<NewDeviceValues>;
  /** True where the account is settled and not asked for. */
  readonly isAccountFixed?: boolean;
  readonly submitLabel: string;
  readonly onCreated: (device: Device) => void;
  readonly onCancel?: () => void;
}

/** The fields of a new device, with what its client type can do and which folders it gets. */
export function NewDeviceForm(props: NewDeviceFormProps): ReactNode {
  const { accounts, initial } = props;
  const { t } = useText();
  const { data } = useQuery(orpc.gateways.list.queryOptions({}));
  const hasSimulator = (data?.gateways ?? []).some((one) => one.kind === 'simulator' && one.active);
  const form = useForm<NewDeviceValues>({
    initialValues: {
      name: '',
      clientType: 'nokia',
      number: '',
      pushEnabled: true,
      ticked: tickedByDefault(initial.clientType ?? 'nokia'),
      ...initial,
    },
    validate: {
      accountId: (value) => (value === '' ? t('fieldErrors.required') : null),
      name: (value) => (value.trim() === '' ? t('fieldErrors.required') : null),
    },
  });
  const { values } = form;
  const { submit, isRunning, error } = useSubmit(form, async (sent) => {
    props.onCreated(await client.devices.create(newDeviceInput(sent)));
  });
  const row = clientType(values.clientType);
  const noPush = whyNoPush(t, values.clientType);
  const account = accounts.find((one) => one.id === values.accountId);
  const suggestion = t('devices.create.name-suggestion', {
    person: account === undefined ? 'Ada' : personName(account),
    client: t(`clientTypes.${values.clientType}`),
  });
  const numberHint =
    values.number.trim() === '' && noPush === null && values.pushEnabled
      ? t('devices.settings.number-needed')
      : hasSimulator
        ? t('devices.settings.number-virtual')
        : t('devices.settings.number-hint');

  return (
    <form onSubmit={form.onSubmit((sent) => void submit(sent))} noValidate>
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        {props.isAccountFixed === true ? null : (
          <Select
            label={t('devices.create.account')}
            required
            searchable
            allowDeselect={false}
            limit={200}
            data={accounts.map(({ id, address }) => ({ value: id, label: address }))}
            {...form.getInputProps('accountId')}
          />
        )}
        <TextInput
          label={t('devices.settings.name')}
          description={t('devices.create.name-hint')}
          placeholder={suggestion}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <div>
          <Select
            label={t('devices.create.client')}
            allowDeselect={false}
            data={clientTypeIdSchema.options.map((id) => ({
              value: id,
              label: t(`clientTypes.${id}`),
            }))}
            {...form.getInputProps('clientType')}
            onChange={(chosen) => {
              const id = clientTypeIdSchema.safeParse(chosen);
              if (!id.success) return;
              form.setValues({ clientType: id.data, ticked: tickedByDefault(id.data) });
            }}
          />
          <ClientFacts id={values.clientType} />
        </div>
        <TextInput
          label={t('devices.settings.number')}
          description={numberHint}
          type="tel"
          autoComplete="off"
          {...form.getInputProps('number')}
        />
        <Switch
          label={t('devices.settings.push')}
          description={
            noPush === null ? null : t('devices.settings.push-impossible', { reason: noPush })
          }
          disabled={noPush !== null}
          {...form.getInputProps('pushEnabled')}
          checked={values.pushEnabled && noPush === null}
        />
        <Checkbox.Group
          label={t('devices.create.folders')}
          description={t('devices.create.folders-hint', {
            client: t(`clientTypes.${values.clientType}`),
          })}
          {...form.getInputProps('ticked')}
          value={[...values.ticked]}
        >
          <div className={styles['preview']}>
            {row.folders.map((folder) => (
              <Checkbox
                key={folder.dataType}
                value={folder.dataType}
                label={
                  <>
                    {t(`dataTypes.${folder.dataType}`)}{' '}
                    <span className="pd-mono pd-soft">{folder.name}</span>
                  </>
                }
              />
            ))}
          </div>
        </Checkbox.Group>
        <Group justify="flex-end">
          {props.onCancel === undefined ? null : (
            <Button variant="default" onClick={props.onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" loading={isRunning}>
            {props.submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
