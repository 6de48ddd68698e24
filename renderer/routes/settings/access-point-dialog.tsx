import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { provisioningLimits } from '../../../shared/model/provisioning.ts';
import type { AccessPoint } from '../../../shared/model/provisioning.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { SecretField } from './secret-field.tsx';
import { keepSecret, secretInput } from './secret.ts';
import type { SecretChange } from './secret.ts';

const auths = ['none', 'pap', 'chap'] as const;

interface PointValues {
  readonly name: string;
  readonly apn: string;
  readonly auth: AccessPoint['auth'];
  readonly user: string;
  readonly password: SecretChange;
}

interface PointFormProps {
  /** Null for a new one. */
  readonly point: AccessPoint | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function PointForm({ point, onClose, onSaved }: PointFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const required = (value: string): string | null =>
    value.trim() === '' ? t('fieldErrors.required') : null;
  const form = useForm<PointValues>({
    initialValues: {
      name: point?.name ?? '',
      apn: point?.apn ?? '',
      auth: point?.auth ?? 'none',
      user: point?.user ?? '',
      password: keepSecret,
    },
    validate: { name: required, apn: required },
  });
  const { submit, isRunning, error } = useSubmit(form, async (values) => {
    const { password, ...rest } = values;
    await client.provisioning.saveAccessPoint({
      ...rest,
      ...(point === null ? {} : { id: point.id }),
      ...secretInput('password', password),
    });
    onSaved();
    notify.done(t('common.saved'));
    onClose();
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate autoComplete="off">
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('settings.access-points.name')}
          required
          data-autofocus
          maxLength={provisioningLimits.accessPointName}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('settings.access-points.apn')}
          description={t('settings.access-points.apn-hint')}
          required
          spellCheck={false}
          maxLength={provisioningLimits.apn}
          {...form.getInputProps('apn')}
        />
        <Select
          label={t('settings.access-points.auth')}
          allowDeselect={false}
          data={auths.map((value) => ({
            value,
            label: t(`settings.access-points.auth.${value}`),
          }))}
          {...form.getInputProps('auth')}
        />
        {form.values.auth === 'none' ? null : (
          <>
            <TextInput
              label={t('settings.access-points.user')}
              spellCheck={false}
              maxLength={100}
              {...form.getInputProps('user')}
            />
            <SecretField
              label={t('settings.access-points.password')}
              hint={t('settings.access-points.password-hint')}
              isSet={point?.hasPassword ?? false}
              canMake={false}
              value={form.values.password}
              error={form.errors['password']}
              onChange={(change) => {
                form.setFieldValue('password', change);
              }}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={isRunning}>
            {t(point === null ? 'common.add' : 'common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What {@link AccessPointDialog} needs. */
export interface AccessPointDialogProps {
  /** The one that is changed, `new`, or null while the dialog is closed. */
  readonly point: AccessPoint | 'new' | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The dialog of one access point. */
export function AccessPointDialog({ point, onClose, onSaved }: AccessPointDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={point !== null}
      onClose={onClose}
      title={
        point === null || point === 'new'
          ? t('settings.access-points.add')
          : t('settings.access-points.edit', { name: point.name })
      }
      size={460}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {point === null ? null : (
        <PointForm point={point === 'new' ? null : point} onClose={onClose} onSaved={onSaved} />
      )}
    </Modal>
  );
}
