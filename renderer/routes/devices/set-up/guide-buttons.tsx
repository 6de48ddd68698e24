import { Button, Menu, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { languageNames, languages } from '../../../../shared/i18n/languages.ts';
import type { Device } from '../../../../shared/model/device.ts';
import { useText } from '../../../i18n/provider.tsx';
import { useGuideFile } from '../../guides/use-guide-file.ts';
import styles from './set-up.module.css';

/** The guide with this device's values, on the screen or as a file, in the owner's language. */
export function GuideButtons({ device }: { readonly device: Device }): ReactNode {
  const { t, language: own } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const language = languages.find((known) => known === chosen) ?? own;
  const file = useGuideFile();
  const save = (format: 'pdf' | 'html'): void => {
    file.save({ deviceId: device.id, language, format });
  };
  return (
    <div className={styles['guide']}>
      <Button
        variant="default"
        renderRoot={(root) => (
          <Link {...root} to="/guides" search={{ device: device.id, language }} />
        )}
      >
        {t('provisioningPage.guide')}
      </Button>
      <Menu width={200} position="bottom-start">
        <Menu.Target>
          <Button variant="default" loading={file.isRunning}>
            {t('provisioningPage.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              save('pdf');
            }}
          >
            {t('guides.pdf')}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              save('html');
            }}
          >
            {t('guides.html')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Select
        aria-label={t('provisioningPage.guide-language')}
        w={110}
        allowDeselect={false}
        value={language}
        onChange={setChosen}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </div>
  );
}
