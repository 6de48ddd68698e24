import { NumberInput, Radio, Select, Stack, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/model/settings.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { readSms, writeSms } from './sms-values.ts';

/** ISO 4217, as this browser knows them. */
const currencies = Intl.supportedValuesOf('currency');

const cutOff = [
  { name: 'uncertainAlerts', label: 'settings.sms.uncertain', hint: 'settings.sms.uncertain-hint' },
  {
    name: 'uncertainMessages',
    label: 'settings.sms.uncertain-messages',
    hint: 'settings.sms.uncertain-messages-hint',
  },
] as const;

/** How the SMS queue goes on after a failure, and what a part costs. */
export function SmsSection({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useText();
  return (
    <Section id="sms" title={t('settings.section.sms')} text={t('settings.sms.elsewhere')}>
      <div className={styles['links']}>
        <Link to="/sms" search={{ tab: 'users' }}>
          {t('sms.tab.users')}
        </Link>
        <Link to="/sms" search={{ tab: 'incoming', show: 'rules' }}>
          {t('sms.tab.incoming')}
        </Link>
        <Link to="/sms" search={{ tab: 'budgets' }}>
          {t('sms.tab.budgets')}
        </Link>
      </div>
      <SectionForm settings={settings} read={readSms} write={writeSms} part="sms">
        {(form) => (
          <>
            <div className={styles['halves']}>
              <NumberInput
                label={t('settings.sms.max-attempts')}
                min={1}
                max={1_000}
                allowDecimal={false}
                {...form.getInputProps('maxAttempts')}
              />
              <NumberInput
                label={t('settings.sms.message-hours')}
                min={1}
                max={168}
                allowDecimal={false}
                {...form.getInputProps('messageHours')}
              />
            </div>
            <Switch
              label={t('settings.sms.national-tables')}
              {...form.getInputProps('nationalTables', { type: 'checkbox' })}
            />
            {cutOff.map(({ name, label, hint }) => (
              <Radio.Group
                key={name}
                label={t(label)}
                description={t(hint)}
                {...form.getInputProps(name)}
              >
                <Stack gap={6} mt={6}>
                  <Radio size="xs" value="repeat" label={t('settings.sms.uncertain.repeat')} />
                  <Radio size="xs" value="hold" label={t('settings.sms.uncertain.hold')} />
                </Stack>
              </Radio.Group>
            ))}
            <div>
              <div className={styles['halves']}>
                <NumberInput
                  label={t('settings.sms.part-price')}
                  min={0}
                  max={1_000}
                  decimalScale={4}
                  {...form.getInputProps('partPrice')}
                />
                <Select
                  label={t('settings.sms.currency')}
                  searchable
                  allowDeselect={false}
                  limit={50}
                  data={currencies}
                  {...form.getInputProps('currency')}
                />
              </div>
              <p className={styles['hint']}>{t('settings.sms.part-price-hint')}</p>
            </div>
          </>
        )}
      </SectionForm>
    </Section>
  );
}
