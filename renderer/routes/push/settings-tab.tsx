import {
  Button,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { deviceLimits } from '../../../shared/model/device.ts';
import { pushSettingsSchema } from '../../../shared/model/settings.ts';
import type { PushSettings } from '../../../shared/model/settings.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './push.module.css';
import { formToSettings, pushFieldOf, settingsToForm } from './settings-form.ts';
import type { PushFormValues } from './settings-form.ts';

const modes = pushSettingsSchema.shape.uiMode.options;
const seconds = { min: 0, max: deviceLimits.mergeWindowMs / 1_000 } as const;
const hours = { min: 1, max: 168 } as const;
const cap = { min: 1, max: deviceLimits.hourlyCap } as const;

function SettingsForm({ settings }: { readonly settings: PushSettings }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const within =
    (range: { readonly min: number; readonly max: number }) =>
    (value: unknown): string | null => {
      const number = Number(value);
      const isIn = value !== '' && number >= range.min && number <= range.max;
      return isIn ? null : t('fieldErrors.between', range);
    };
  const form = useForm<PushFormValues>({
    initialValues: settingsToForm(settings),
    validate: {
      mergeSeconds: within(seconds),
      hourlyCap: within(cap),
      serverId: (value) => (value === '' ? t('fieldErrors.required') : null),
    },
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const updated = await client.push.updateSettings(formToSettings(values));
      queries.setQueryData(orpc.push.settings.queryKey({}), updated);
      const fresh = settingsToForm(updated);
      form.setValues(fresh);
      form.resetDirty(fresh);
      notify.done(t('push.settings.saved'));
    },
    pushFieldOf,
  );
  const isDirty = form.isDirty();
  const isSet = settings.hasServerPassword && !form.values.removesPassword;
  return (
    <form
      className={styles['form']}
      onSubmit={form.onSubmit((values) => void submit(values))}
      noValidate
    >
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        <NumberInput
          label={t('push.settings.merge')}
          description={t('push.settings.merge-hint')}
          w={260}
          {...seconds}
          decimalScale={1}
          {...form.getInputProps('mergeSeconds')}
        />
        <NumberInput
          label={t('push.settings.cap')}
          description={t('push.settings.cap-hint')}
          w={260}
          {...cap}
          allowDecimal={false}
          {...form.getInputProps('hourlyCap')}
        />
        <NumberInput
          label={t('push.settings.age')}
          description={t('push.settings.age-hint')}
          w={260}
          {...hours}
          decimalScale={2}
          {...form.getInputProps('ageHours')}
        />
        <TextInput
          label={t('push.settings.server-id')}
          description={t('push.settings.server-id-hint')}
          spellCheck={false}
          maxLength={150}
          {...form.getInputProps('serverId')}
        />
        <Select
          label={t('push.settings.ui-mode')}
          allowDeselect={false}
          data={modes.map((value) => ({ value, label: t(`push.settings.ui-mode.${value}`) }))}
          {...form.getInputProps('uiMode')}
        />
        <PasswordInput
          label={t('push.settings.password')}
          description={t(isSet ? 'push.settings.password-set' : 'push.settings.password-hint')}
          autoComplete="new-password"
          {...form.getInputProps('serverPassword')}
        />
        {settings.hasServerPassword ? (
          <Switch
            label={t('push.settings.password-remove')}
            {...form.getInputProps('removesPassword', { type: 'checkbox' })}
          />
        ) : null}
      </Stack>
      <div className={styles['save']}>
        <Button type="submit" loading={isRunning} disabled={!isDirty}>
          {t('common.save')}
        </Button>
        {isDirty ? (
          <Button variant="default" onClick={form.reset}>
            {t('settings.discard')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** How the engine plans. */
export function SettingsTab(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(orpc.push.settings.queryOptions({}));
  if (data !== undefined) return <SettingsForm settings={data} />;
  return error === null ? (
    <p className="pd-soft">{t('common.loading')}</p>
  ) : (
    <ErrorNotice error={error} onRetry={() => void refetch()} />
  );
}
