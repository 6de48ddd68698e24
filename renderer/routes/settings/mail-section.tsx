import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MailSettings } from '../../../shared/model/provisioning.ts';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { MailTest } from './mail-test.tsx';
import { SecretField } from './secret-field.tsx';
import { keepSecret, secretInput } from './secret.ts';
import type { SecretChange } from './secret.ts';
import { SectionForm } from './section-form.tsx';
import { ServerFields } from './server-fields.tsx';
import styles from './settings.module.css';

interface MailValues extends Omit<MailSettings, 'port' | 'hasPassword'> {
  readonly port: number | string;
  readonly password: SecretChange;
}

function readMail({ mail }: Settings): MailValues {
  const { host, port, security, user, from } = mail;
  return { host, port, security, user, from, password: keepSecret };
}

function writeMail({ password, ...rest }: MailValues): SettingsInput {
  return {
    mail: { ...rest, port: Number(rest.port), ...secretInput('password', password) },
  };
}

/** The server by which PINs and links are mailed, with a mail to try it. */
export function MailSection({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  return (
    <Section id="mail" title={t('settings.section.mail')} text={t('settings.mail.text')}>
      <SectionForm settings={settings} read={readMail} write={writeMail} part="mail">
        {(form) => (
          <>
            <ServerFields
              what={t('settings.mail.host')}
              host={form.getInputProps('host')}
              port={form.getInputProps('port')}
              security={form.getInputProps('security')}
              hostHint={t('settings.mail.host-hint')}
            />
            <TextInput
              label={t('settings.mail.user')}
              description={t('settings.mail.user-hint')}
              spellCheck={false}
              autoComplete="off"
              {...form.getInputProps('user')}
            />
            <SecretField
              label={t('settings.mail.password')}
              hint={t('settings.mail.password-hint')}
              isSet={settings.mail.hasPassword}
              canMake={false}
              value={form.values.password}
              error={form.errors['password']}
              onChange={(change) => {
                form.setFieldValue('password', change);
              }}
            />
            <TextInput
              label={t('settings.mail.from')}
              description={t('settings.mail.from-hint')}
              placeholder="pushdesk@example.org"
              type="email"
              spellCheck={false}
              {...form.getInputProps('from')}
            />
          </>
        )}
      </SectionForm>
      <div className={styles['part']}>
        <MailTest mail={settings.mail} />
      </div>
    </Section>
  );
}
