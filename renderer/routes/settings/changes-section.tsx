import { NumberInput, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';
import type { Listener } from '../../../shared/model/system.ts';
import { Section } from '../../components/section.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { ListenerLine } from './listener-line.tsx';
import { isLoopbackHost } from '../../state/loopback.ts';
import { SecretField } from './secret-field.tsx';
import { keepSecret, secretInput } from './secret.ts';
import type { SecretChange } from './secret.ts';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';

interface ChangesValues {
  readonly udpEnabled: boolean;
  readonly udpHost: string;
  readonly udpPort: number | string;
  readonly udpSecret: SecretChange;
  readonly webhookEnabled: boolean;
  readonly webhookToken: SecretChange;
}

function readChanges({ changes }: Settings): ChangesValues {
  return {
    udpEnabled: changes.udpEnabled,
    udpHost: changes.udpHost,
    udpPort: changes.udpPort,
    udpSecret: keepSecret,
    webhookEnabled: changes.webhookEnabled,
    webhookToken: keepSecret,
  };
}

function writeChanges(values: ChangesValues): SettingsInput {
  return {
    changes: {
      udpEnabled: values.udpEnabled,
      udpHost: values.udpHost,
      udpPort: Number(values.udpPort),
      webhookEnabled: values.webhookEnabled,
      ...secretInput('udpSecret', values.udpSecret),
      ...secretInput('webhookToken', values.webhookToken),
    },
  };
}

/** What {@link ChangesSection} needs. */
export interface ChangesSectionProps {
  readonly settings: Settings;
  readonly udp: Listener | undefined;
}

/** The listeners by which changes come in. */
export function ChangesSection({ settings, udp }: ChangesSectionProps): ReactNode {
  const { t } = useText();
  return (
    <Section id="changes" title={t('settings.section.changes')}>
      <SectionForm settings={settings} read={readChanges} write={writeChanges} part="changes">
        {(form) => (
          <>
            <Switch
              label={t('settings.changes.udp')}
              {...form.getInputProps('udpEnabled', { type: 'checkbox' })}
            />
            {form.values.udpEnabled ? (
              <>
                <div className={styles['pair']}>
                  <TextInput
                    label={t('settings.changes.udp-host')}
                    description={t('settings.changes.udp-host-hint')}
                    spellCheck={false}
                    {...form.getInputProps('udpHost')}
                  />
                  <NumberInput
                    label={t('settings.changes.port')}
                    description={t('settings.changes.port-hint')}
                    min={0}
                    max={65_535}
                    allowDecimal={false}
                    hideControls
                    {...form.getInputProps('udpPort')}
                  />
                </div>
                {isLoopbackHost(form.values.udpHost) ? null : (
                  <p className={styles['note']}>
                    <StateShape state="attention" />
                    <span>{t('settings.changes.udp-exposed')}</span>
                  </p>
                )}
                <ListenerLine listener={udp} />
                <SecretField
                  label={t('settings.changes.udp-secret')}
                  hint={t('settings.changes.udp-secret-hint')}
                  isSet={settings.changes.hasUdpSecret}
                  value={form.values.udpSecret}
                  onChange={(change) => {
                    form.setValues((before) => ({ ...before, udpSecret: change }));
                  }}
                />
              </>
            ) : null}
            <Switch
              label={t('settings.changes.webhook')}
              {...form.getInputProps('webhookEnabled', { type: 'checkbox' })}
            />
            {form.values.webhookEnabled ? (
              <>
                <SecretField
                  label={t('settings.changes.webhook-token')}
                  hint={t('settings.changes.webhook-token-hint')}
                  isSet={settings.changes.hasWebhookToken}
                  value={form.values.webhookToken}
                  onChange={(change) => {
                    form.setValues((before) => ({ ...before, webhookToken: change }));
                  }}
                />
                {settings.changes.hasWebhookToken ? null : (
                  <p className={styles['note']}>
                    <StateShape state="attention" />
                    <span>{t('settings.changes.webhook-open')}</span>
                  </p>
                )}
              </>
            ) : null}
          </>
        )}
      </SectionForm>
    </Section>
  );
}
