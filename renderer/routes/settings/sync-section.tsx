import { NumberInput, Radio, Select, Stack, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { conflictPolicySchema } from '../../../shared/model/account.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { SyncMoreFields } from './sync-more-fields.tsx';
import { readSync, writeSync } from './sync-values.ts';
import { zoneNames } from './zone-names.ts';

const signIns = ['any', 'md5', 'basic'] as const;

/** The SyncML server: who gets in, what happens in doubt, and its limits. */
export function SyncSection({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  return (
    <Section id="sync" title={t('settings.section.sync')}>
      <SectionForm settings={settings} read={readSync} write={writeSync} part="sync">
        {(form) => (
          <>
            <Switch
              label={t('settings.sync.active')}
              description={t('settings.sync.active-hint')}
              {...form.getInputProps('active', { type: 'checkbox' })}
            />
            <Radio.Group label={t('settings.sync.auth')} {...form.getInputProps('auth')}>
              <Stack gap={6} mt={6}>
                {signIns.map((value) => (
                  <Radio
                    key={value}
                    size="xs"
                    value={value}
                    label={t(`settings.sync.auth.${value}`)}
                    description={t(`settings.sync.auth.${value}-hint`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Switch
              label={t('settings.sync.pair')}
              description={t('settings.sync.pair-hint')}
              {...form.getInputProps('pairAutomatically', { type: 'checkbox' })}
            />
            <Switch
              label={t('settings.sync.unpaired')}
              description={t('settings.sync.unpaired-hint')}
              {...form.getInputProps('serveUnpaired', { type: 'checkbox' })}
            />
            <Select
              label={t('settings.sync.conflict')}
              description={t('settings.sync.conflict-hint')}
              allowDeselect={false}
              data={conflictPolicySchema.options.map((value) => ({
                value,
                label: t(`conflictPolicies.${value}`),
              }))}
              {...form.getInputProps('conflict')}
            />
            <div>
              <div className={styles['halves']}>
                <NumberInput
                  label={t('settings.sync.hold-items')}
                  suffix={` ${t('settings.unit.entries')}`}
                  min={0}
                  max={1_000_000}
                  allowDecimal={false}
                  {...form.getInputProps('holdDeletesItems')}
                />
                <NumberInput
                  label={t('settings.sync.hold-percent')}
                  suffix={` ${t('settings.unit.percent')}`}
                  min={0}
                  max={100}
                  allowDecimal={false}
                  {...form.getInputProps('holdDeletesPercent')}
                />
              </div>
              <p className={styles['hint']}>{t('settings.sync.hold-hint')}</p>
            </div>
            <Select
              label={t('settings.sync.zone')}
              description={t('settings.sync.zone-hint')}
              searchable
              allowDeselect={false}
              limit={100}
              data={[...zoneNames(form.values.timeZone)]}
              {...form.getInputProps('timeZone')}
            />
            <SyncMoreFields form={form} />
          </>
        )}
      </SectionForm>
    </Section>
  );
}
