import { NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';
import type { Listener } from '../../../shared/model/system.ts';
import { Section } from '../../components/section.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { ListenerLine } from './listener-line.tsx';
import { isLoopbackHost } from './loopback.ts';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';

interface ListenerValues {
  readonly devicesHost: string;
  readonly devicesPort: number | string;
}

function readListener({ listeners }: Settings): ListenerValues {
  return { devicesHost: listeners.devicesHost, devicesPort: listeners.devicesPort };
}

function writeListener(values: ListenerValues): SettingsInput {
  return {
    listeners: { devicesHost: values.devicesHost, devicesPort: Number(values.devicesPort) },
  };
}

/** What {@link DevicesSection} needs. */
export interface DevicesSectionProps {
  readonly settings: Settings;
  readonly listener: Listener | undefined;
}

/** The listener that phones and mail servers talk to. */
export function DevicesSection({ settings, listener }: DevicesSectionProps): ReactNode {
  const { t } = useText();
  return (
    <Section id="devices" title={t('settings.section.devices')} text={t('settings.devices.hint')}>
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
            {isLoopbackHost(form.values.devicesHost) ? null : (
              <p className={styles['note']}>
                <StateShape state="attention" />
                <span>{t('settings.devices.exposed')}</span>
              </p>
            )}
            <ListenerLine listener={listener} />
          </>
        )}
      </SectionForm>
    </Section>
  );
}
