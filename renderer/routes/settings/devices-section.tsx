import { NumberInput, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Listener } from '../../../shared/model/system.ts';
import { Section } from '../../components/section.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { AddressList } from './address-list.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import { CertificateStatus } from './certificate-status.tsx';
import { ListenerLine } from './listener-line.tsx';
import { readListener, writeListener } from './listener-values.ts';
import { isLoopbackHost } from '../../state/loopback.ts';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';

/** What {@link DevicesSection} needs. */
export interface DevicesSectionProps {
  readonly settings: Settings;
  readonly listener: Listener | undefined;
  readonly tlsListener: Listener | undefined;
}

/** The listener that phones and mail servers talk to: where it is, and how it proves who it is. */
export function DevicesSection(props: DevicesSectionProps): ReactNode {
  const { settings, listener, tlsListener } = props;
  const { t } = useText();
  return (
    <Section id="devices" title={t('settings.section.devices')} text={t('settings.devices.hint')}>
      <h3 className={styles['subtitle']}>{t('settings.addresses.title')}</h3>
      <AddressList />
      <SectionForm settings={settings} read={readListener} write={writeListener} part="listeners">
        {(form) => (
          <>
            <div className={styles['pair']}>
              <TextInput
                label={t('settings.devices.host')}
                description={t('settings.devices.host-hint')}
                spellCheck={false}
                {...form.getInputProps('devicesHost')}
              />
              <NumberInput
                label={t('settings.changes.port')}
                description={t('settings.changes.port-hint')}
                min={0}
                max={65_535}
                allowDecimal={false}
                hideControls
                {...form.getInputProps('devicesPort')}
              />
            </div>
            {isLoopbackHost(form.values.devicesHost) || form.values.tlsEnabled ? null : (
              <p className={styles['note']}>
                <StateShape state="attention" />
                <span>{t('settings.devices.exposed')}</span>
              </p>
            )}
            <ListenerLine listener={listener} />
            <TextInput
              label={t('settings.devices.public-url')}
              description={t('settings.devices.public-url-hint')}
              placeholder="https://sync.example.org"
              type="url"
              spellCheck={false}
              {...form.getInputProps('publicUrl')}
            />
            <Switch
              label={t('settings.devices.tls')}
              {...form.getInputProps('tlsEnabled', { type: 'checkbox' })}
            />
            {form.values.tlsEnabled ? (
              <>
                <NumberInput
                  label={t('settings.devices.tls-port')}
                  description={t('settings.changes.port-hint')}
                  styles={{ wrapper: { width: 150 } }}
                  min={0}
                  max={65_535}
                  allowDecimal={false}
                  hideControls
                  {...form.getInputProps('tlsPort')}
                />
                {settings.listeners.tlsEnabled ? <ListenerLine listener={tlsListener} /> : null}
                <CertificateFields form={form} />
              </>
            ) : null}
          </>
        )}
      </SectionForm>
      {settings.listeners.tlsEnabled ? (
        <div className={styles['part']}>
          <CertificateStatus isUsed={settings.listeners.tlsEnabled} />
        </div>
      ) : null}
    </Section>
  );
}
