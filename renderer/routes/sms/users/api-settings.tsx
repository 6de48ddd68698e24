import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../../shared/model/settings.ts';
import { Section } from '../../../components/section.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { SectionForm } from '../../settings/section-form.tsx';

interface ApiValues {
  readonly apiEnabled: boolean;
  readonly apiRequiresUser: boolean;
  readonly apiMaxParts: number | string;
}

function readApi({ sms }: Settings): ApiValues {
  const { apiEnabled, apiRequiresUser, apiMaxParts } = sms;
  return { apiEnabled, apiRequiresUser, apiMaxParts };
}

function writeApi(values: ApiValues): SettingsInput {
  return { sms: { ...values, apiMaxParts: Number(values.apiMaxParts) } };
}

/** Whether the API for SMS is open, to whom, and for how long texts. */
export function ApiSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  return (
    <Section title={t('smsUsersPage.settings.title')}>
      <SectionForm settings={settings} read={readApi} write={writeApi} part="sms">
        {(form) => (
          <>
            <Switch
              label={t('smsUsersPage.settings.enabled')}
              {...form.getInputProps('apiEnabled', { type: 'checkbox' })}
            />
            <Switch
              label={t('smsUsersPage.settings.requires-user')}
              description={
                form.values.apiRequiresUser
                  ? undefined
                  : t('smsUsersPage.settings.requires-user-off')
              }
              {...form.getInputProps('apiRequiresUser', { type: 'checkbox' })}
            />
            <NumberInput
              label={t('smsUsersPage.settings.max-parts')}
              description={t('smsUsersPage.settings.max-parts-hint')}
              styles={{ wrapper: { width: 260 } }}
              min={1}
              max={255}
              allowDecimal={false}
              {...form.getInputProps('apiMaxParts')}
            />
          </>
        )}
      </SectionForm>
    </Section>
  );
}
