import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { saveFile } from '../../components/save-file.ts';
import { useText } from '../../i18n/provider.tsx';
import { devicesToCsv, devicesToJson, exportFileName } from './device-export.ts';

/** Saves the devices that the filters show, and says how many those are. */
export function ExportMenu({ devices }: { readonly devices: readonly Device[] }): ReactNode {
  const { t } = useText();
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          disabled={devices.length === 0}
        >
          {t('common.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('devices.export.note', { count: devices.length })}</Menu.Label>
        <Menu.Item
          onClick={() => {
            saveFile(
              exportFileName('devices', 'csv', Date.now()),
              'text/csv;charset=utf-8',
              devicesToCsv(devices),
            );
          }}
        >
          {t('devices.export.csv')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            saveFile(
              exportFileName('devices', 'json', Date.now()),
              'application/json',
              devicesToJson(devices),
            );
          }}
        >
          {t('devices.export.json')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
