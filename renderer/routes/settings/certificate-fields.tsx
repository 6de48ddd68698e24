import { Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { certificateModeSchema } from '../../../shared/model/settings.ts';
import { useText } from '../../i18n/provider.tsx';
import type { ListenerValues } from './listener-values.ts';

/** Where the certificate comes from, and what that way needs. */
export function CertificateFields({
  form,
}: {
  readonly form: UseFormReturnType<ListenerValues>;
}): ReactNode {
  const { t } = useText();
  const { certificate } = form.values;
  return (
    <>
      <Select
        label={t('settings.devices.certificate')}
        description={t(`settings.devices.certificate-hint.${certificate}`)}
        allowDeselect={false}
        data={certificateModeSchema.options.map((value) => ({
          value,
          label: t(`certificateModes.${value}`),
        }))}
        {...form.getInputProps('certificate')}
      />
      {certificate === 'file' ? (
        <>
          <TextInput
            label={t('settings.devices.certificate-file')}
            placeholder="/etc/ssl/sync.example.org.pem"
            spellCheck={false}
            {...form.getInputProps('certificateFile')}
          />
          <TextInput
            label={t('settings.devices.key-file')}
            placeholder="/etc/ssl/private/sync.example.org.key"
            spellCheck={false}
            {...form.getInputProps('keyFile')}
          />
        </>
      ) : null}
      {certificate === 'acme' ? (
        <>
          <TagsInput
            label={t('settings.devices.acme-names')}
            description={t('settings.devices.acme-names-hint')}
            {...form.getInputProps('acmeNames')}
          />
          <TextInput
            label={t('settings.devices.acme-contact')}
            description={t('settings.devices.acme-contact-hint')}
            type="email"
            autoComplete="off"
            {...form.getInputProps('acmeContact')}
          />
          <TextInput
            label={t('settings.devices.acme-directory')}
            spellCheck={false}
            {...form.getInputProps('acmeDirectory')}
          />
        </>
      ) : null}
    </>
  );
}
