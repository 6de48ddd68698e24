import { NumberInput, Switch, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../../shared/model/settings.ts';
import { Section } from '../../../components/section.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { SectionForm } from '../../settings/section-form.tsx';

interface IncomingValues {
  readonly incomingByMail: boolean;
  readonly replyHours: number | string;
  readonly addressInText: boolean;
  readonly conflictText: string;
}

function readIncoming({ sms }: Settings): IncomingValues {
  const { incomingByMail, replyHours, addressInText, conflictText } = sms;
  return { incomingByMail, replyHours, addressInText, conflictText };
}

function writeIncoming(values: IncomingValues): SettingsInput {
  return { sms: { ...values, replyHours: Number(values.replyHours) } };
}

/** How incoming SMS find whom they are for, and whether they travel on by mail. */
export function IncomingSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  const hasMail = settings.mail.host !== '';
  return (
    <Section title={t('incomingPage.settings.title')}>
      <SectionForm settings={settings} read={readIncoming} write={writeIncoming} part="sms">
        {(form) => (
          <>
            <div>
              <Switch
                label={t('incomingPage.settings.by-mail')}
                description={hasMail ? undefined : t('incomingPage.settings.no-mail')}
                {...form.getInputProps('incomingByMail', { type: 'checkbox' })}
              />
              {hasMail ? null : (
                <Link to="/settings" search={{ section: 'mail' }}>
                  {t('settings.section.mail')}
                </Link>
              )}
            </div>
            <NumberInput
              label={t('incomingPage.settings.reply-hours')}
              description={t('incomingPage.settings.reply-hours-hint')}
              styles={{ wrapper: { width: 260 } }}
              min={0}
              max={8_760}
              allowDecimal={false}
              {...form.getInputProps('replyHours')}
            />
            <Switch
              label={t('incomingPage.settings.address')}
              description={t('incomingPage.settings.address-hint')}
              {...form.getInputProps('addressInText', { type: 'checkbox' })}
            />
            <Textarea
              label={t('incomingPage.settings.conflict')}
              description={t('incomingPage.settings.conflict-hint')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={480}
              {...form.getInputProps('conflictText')}
            />
          </>
        )}
      </SectionForm>
    </Section>
  );
}
