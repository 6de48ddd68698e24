import {
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { deviceLimits } from '../../../shared/model/device.ts';
import type { Device } from '../../../shared/model/device.ts';
import { defaultPushSettings } from '../../../shared/model/settings.ts';
import { clientTypeIdSchema } from '../../../shared/model/words.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { ClientFacts, whyNoPush } from './client-facts.tsx';
import { deviceToForm, formFieldOf, formToDevice, isTimeOfDay } from './device-form.ts';
import type { DeviceFormValues } from './device-form.ts';
import styles from './devices.module.css';

const hereZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The settings of a device. */
export function SettingsTab({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data: engine = defaultPushSettings } = useQuery(orpc.push.settings.queryOptions({}));
  const timeError = (text: string, values: DeviceFormValues): string | null =>
    values.hasQuietHours && !isTimeOfDay(text) ? t('devices.settings.quiet-bad-time') : null;
  const form = useForm<DeviceFormValues>({
    initialValues: deviceToForm(device, hereZone),
    validate: {
      name: (value) => (value.trim() === '' ? t('fieldErrors.required') : null),
      quietFrom: timeError,
      quietTo: (text, values) =>
        timeError(text, values) ??
        (values.hasQuietHours && text === values.quietFrom
          ? t('devices.settings.quiet-same')
          : null),
    },
  });
  const { values } = form;
  const isDirty = form.isDirty();
  const { resetDirty, setValues } = form;
  // What another person or the log changes shows at once, unless something is being typed here.
  useEffect(() => {
    if (isDirty) return;
    const fresh = deviceToForm(device, hereZone);
    setValues(fresh);
    resetDirty(fresh);
  }, [device, isDirty, resetDirty, setValues]);

  const { submit, isRunning, error } = useSubmit(
    form,
    async (sent) => {
      const updated = await client.devices.update({ id: device.id, ...formToDevice(sent) });
      queries.setQueryData(orpc.devices.get.queryKey({ input: { id: device.id } }), updated);
      const fresh = deviceToForm(updated, hereZone);
      setValues(fresh);
      resetDirty(fresh);
      notify.done(t('common.saved'));
    },
    formFieldOf,
  );
  const noPush = whyNoPush(t, values.clientType);

  return (
    <form onSubmit={form.onSubmit((sent) => void submit(sent))} noValidate>
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('devices.settings.name')}
          required
          maxLength={deviceLimits.name}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('devices.settings.number')}
          description={
            device.isVirtual ? t('devices.virtual-hint') : t('devices.settings.number-hint')
          }
          type="tel"
          autoComplete="off"
          {...form.getInputProps('number')}
        />
        <div>
          <Select
            label={t('devices.settings.client')}
            description={t('devices.settings.client-hint')}
            allowDeselect={false}
            data={clientTypeIdSchema.options.map((id) => ({
              value: id,
              label: t(`clientTypes.${id}`),
            }))}
            {...form.getInputProps('clientType')}
          />
          <ClientFacts id={values.clientType} />
        </div>
        <Switch
          label={t('devices.settings.push')}
          description={
            noPush === null ? null : t('devices.settings.push-impossible', { reason: noPush })
          }
          disabled={noPush !== null}
          {...form.getInputProps('pushEnabled')}
          checked={values.pushEnabled && noPush === null}
        />
        <Switch
          label={t('devices.settings.quiet')}
          description={t('devices.settings.quiet-hint')}
          {...form.getInputProps('hasQuietHours', { type: 'checkbox' })}
        />
        {values.hasQuietHours ? (
          <Fieldset legend={t('devices.settings.quiet')} variant="unstyled">
            <Group align="flex-start" gap="sm">
              <TextInput
                w={90}
                label={t('devices.settings.quiet-from')}
                {...form.getInputProps('quietFrom')}
              />
              <TextInput
                w={90}
                label={t('devices.settings.quiet-to')}
                {...form.getInputProps('quietTo')}
              />
              <Select
                w={200}
                label={t('devices.settings.quiet-zone')}
                searchable
                allowDeselect={false}
                limit={100}
                data={[
                  ...new Set([hereZone, values.quietZone, ...Intl.supportedValuesOf('timeZone')]),
                ]}
                {...form.getInputProps('quietZone')}
              />
            </Group>
          </Fieldset>
        ) : null}
        <Group align="flex-start" gap="md" grow>
          <NumberInput
            label={t('devices.settings.merge')}
            description={t('devices.settings.merge-hint', {
              seconds: engine.mergeWindowMs / 1_000,
            })}
            min={0}
            max={deviceLimits.mergeWindowMs / 1_000}
            decimalScale={1}
            placeholder={String(engine.mergeWindowMs / 1_000)}
            {...form.getInputProps('mergeSeconds')}
          />
          <NumberInput
            label={t('devices.settings.cap')}
            description={t('devices.settings.cap-hint', { cap: engine.hourlyCap })}
            min={1}
            max={deviceLimits.hourlyCap}
            allowDecimal={false}
            placeholder={String(engine.hourlyCap)}
            {...form.getInputProps('hourlyCap')}
          />
        </Group>
      </Stack>
      <div className={styles['save']}>
        <Button type="submit" loading={isRunning} disabled={!isDirty}>
          {t('common.save')}
        </Button>
        {isDirty ? (
          <>
            <Button variant="default" onClick={form.reset}>
              {t('settings.discard')}
            </Button>
            <span className="pd-soft" role="status">
              {t('devices.settings.unsaved')}
            </span>
          </>
        ) : null}
      </div>
    </form>
  );
}
