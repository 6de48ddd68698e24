import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { SectionForm } from './section-form.tsx';

interface SectionProps {
  readonly settings: Settings;
}

function writeDesktop(values: Settings['desktop']): SettingsInput {
  return { desktop: values };
}

/** What the desktop's window does; not shown where there is none. */
export function DesktopSection({ settings }: SectionProps): ReactNode {
  const { t } = useText();
  return (
    <Section id="desktop" title={t('settings.section.desktop')}>
      <SectionForm
        settings={settings}
        read={(from) => from.desktop}
        write={writeDesktop}
        part="desktop"
      >
        {(form) => (
          <>
            <Switch
              label={t('settings.desktop.close-to-tray')}
              description={t('settings.desktop.close-to-tray-hint')}
              {...form.getInputProps('closeToTray', { type: 'checkbox' })}
            />
            <Switch
              label={t('settings.desktop.start-at-login')}
              {...form.getInputProps('startAtLogin', { type: 'checkbox' })}
            />
          </>
        )}
      </SectionForm>
    </Section>
  );
}

interface RetentionValues {
  readonly logDays: number | string;
  readonly logEntries: number | string;
  readonly historyDays: number | string;
  readonly versionDays: number | string;
}

function writeRetention(values: RetentionValues): SettingsInput {
  return {
    retention: {
      logDays: Number(values.logDays),
      logEntries: Number(values.logEntries),
      historyDays: Number(values.historyDays),
      versionDays: Number(values.versionDays),
    },
  };
}

/** How long things are kept. */
export function RetentionSection({ settings }: SectionProps): ReactNode {
  const { t } = useText();
  return (
    <Section id="retention" title={t('settings.section.retention')}>
      <SectionForm<RetentionValues>
        settings={settings}
        read={(from) => from.retention}
        write={writeRetention}
        part="retention"
      >
        {(form) => (
          <>
            <NumberInput
              label={t('settings.retention.log-days')}
              styles={{ wrapper: { width: 260 } }}
              min={1}
              max={3_650}
              allowDecimal={false}
              {...form.getInputProps('logDays')}
            />
            <NumberInput
              label={t('settings.retention.log-entries')}
              styles={{ wrapper: { width: 260 } }}
              min={1_000}
              max={10_000_000}
              step={100_000}
              allowDecimal={false}
              thousandSeparator=" "
              {...form.getInputProps('logEntries')}
            />
            <NumberInput
              label={t('settings.retention.history-days')}
              styles={{ wrapper: { width: 260 } }}
              min={1}
              max={3_650}
              allowDecimal={false}
              {...form.getInputProps('historyDays')}
            />
            <NumberInput
              label={t('settings.retention.version-days')}
              styles={{ wrapper: { width: 260 } }}
              min={1}
              max={3_650}
              allowDecimal={false}
              {...form.getInputProps('versionDays')}
            />
          </>
        )}
      </SectionForm>
    </Section>
  );
}
