import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { languageNames, languages } from '../../../shared/i18n/languages.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import styles from './settings.module.css';

const themes = ['system', 'light', 'dark'] as const;
const densities = ['compact', 'comfortable'] as const;

/** How the console looks here; every choice holds at once. */
export function AppearanceSection(): ReactNode {
  const { t } = useText();
  const themeId = useId();
  const densityId = useId();
  const { theme, density, language, singleKeys, set } = usePreferences();
  return (
    <Section
      id="appearance"
      title={t('settings.section.appearance')}
      text={t('settings.appearance.here')}
    >
      <div className={styles['fields']}>
        <div>
          <p id={themeId} className={styles['label']}>
            {t('settings.appearance.theme')}
          </p>
          <SegmentedControl
            aria-labelledby={themeId}
            value={theme}
            onChange={(value) => {
              set({ theme: value });
            }}
            data={themes.map((value) => ({
              value,
              label: t(`settings.appearance.theme.${value}`),
            }))}
          />
        </div>
        <div>
          <p id={densityId} className={styles['label']}>
            {t('settings.appearance.density')}
          </p>
          <SegmentedControl
            aria-labelledby={densityId}
            value={density}
            onChange={(value) => {
              set({ density: value });
            }}
            data={densities.map((value) => ({
              value,
              label: t(`settings.appearance.density.${value}`),
            }))}
          />
        </div>
        <Select
          label={t('settings.appearance.language')}
          w={240}
          allowDeselect={false}
          value={language}
          onChange={(value) => {
            const chosen = languages.find((one) => one === value);
            set({ language: chosen ?? 'system' });
          }}
          data={[
            { value: 'system', label: t('settings.appearance.theme.system') },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        <Switch
          label={t('settings.appearance.shortcuts')}
          description={t('settings.appearance.shortcuts-hint')}
          checked={singleKeys}
          onChange={(event) => {
            set({ singleKeys: event.currentTarget.checked });
          }}
        />
      </div>
    </Section>
  );
}
