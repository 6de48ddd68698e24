import { NumberInput, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';
import type { SyncValues } from './sync-values.ts';

/** What hardly anybody changes. */
export function SyncMoreFields({
  form,
}: {
  readonly form: UseFormReturnType<SyncValues>;
}): ReactNode {
  const { t } = useText();
  const unit = (name: 'seconds' | 'minutes' | 'kilobytes' | 'megabytes'): string =>
    ` ${t(`settings.unit.${name}`)}`;
  return (
    <details className={styles['more']}>
      <summary>{t('common.more')}</summary>
      <div className={styles['moreFields']}>
        <NumberInput
          label={t('settings.sync.timeout')}
          suffix={unit('seconds')}
          min={10}
          max={3_600}
          {...form.getInputProps('sessionTimeoutMs')}
        />
        <NumberInput
          label={t('settings.sync.window')}
          suffix={unit('minutes')}
          min={0}
          max={1_440}
          {...form.getInputProps('answerWindowMs')}
        />
        <NumberInput
          label={t('settings.sync.message-size')}
          suffix={unit('kilobytes')}
          min={5}
          max={10_000}
          {...form.getInputProps('maxMessageSize')}
        />
        <NumberInput
          label={t('settings.sync.object-size')}
          suffix={unit('megabytes')}
          min={0.01}
          max={100}
          decimalScale={2}
          {...form.getInputProps('maxObjectSize')}
        />
        <TagsInput
          label={t('settings.sync.aliases')}
          description={t('settings.sync.aliases-hint')}
          placeholder="/funambol/ds"
          {...form.getInputProps('aliases')}
        />
      </div>
    </details>
  );
}
