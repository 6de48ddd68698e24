import { NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { provisioningLimits } from '../../../shared/model/provisioning.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { AccessPoints } from './access-points.tsx';
import { ProvisioningMailFields } from './provisioning-mail-fields.tsx';
import { ProvisioningPinFields } from './provisioning-pin-fields.tsx';
import { missingServers, readProvisioning, writeProvisioning } from './provisioning-values.ts';
import { SectionForm } from './section-form.tsx';
import { SelfServiceFields } from './self-service-fields.tsx';
import styles from './settings.module.css';

/** How phones are set up: by configuration SMS, by a link, or by their owners. */
export function ProvisioningSection({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  return (
    <Section
      id="provisioning"
      title={t('settings.section.provisioning')}
      text={t('settings.provisioning.text')}
    >
      <SectionForm
        settings={settings}
        read={readProvisioning}
        write={writeProvisioning}
        part="provisioning"
        validate={(values) =>
          Object.fromEntries(
            missingServers(values).map((path) => [path, t('fieldErrors.required')]),
          )
        }
      >
        {(form) => (
          <>
            <ProvisioningPinFields
              form={form}
              canMail={settings.mail.host !== '' && settings.mail.from !== ''}
            />
            <TextInput
              label={t('settings.provisioning.organisation')}
              description={t('settings.provisioning.organisation-hint')}
              maxLength={provisioningLimits.organisation}
              {...form.getInputProps('organisation')}
            />
            <ProvisioningMailFields form={form} />
            <TextInput
              label={t('settings.provisioning.caldav')}
              placeholder="https://dav.example.org/calendars/"
              type="url"
              spellCheck={false}
              {...form.getInputProps('caldavUrl')}
            />
            <TextInput
              label={t('settings.provisioning.carddav')}
              description={t('settings.provisioning.dav-hint')}
              placeholder="https://dav.example.org/contacts/"
              type="url"
              spellCheck={false}
              {...form.getInputProps('carddavUrl')}
            />
            <Radio.Group
              label={t('settings.provisioning.link-use')}
              {...form.getInputProps('linkUse')}
            >
              <Stack gap={6} mt={6}>
                <Radio size="xs" value="time" label={t('settings.provisioning.link-use.time')} />
                <Radio size="xs" value="once" label={t('settings.provisioning.link-use.once')} />
              </Stack>
            </Radio.Group>
            <NumberInput
              label={t('settings.provisioning.link-hours')}
              suffix={` ${t('settings.unit.hours')}`}
              styles={{ wrapper: { width: 150 } }}
              min={1}
              max={provisioningLimits.linkHoursMax}
              allowDecimal={false}
              {...form.getInputProps('linkHours')}
            />
            <SelfServiceFields form={form} />
          </>
        )}
      </SectionForm>
      <div className={styles['part']}>
        <AccessPoints />
      </div>
    </Section>
  );
}
