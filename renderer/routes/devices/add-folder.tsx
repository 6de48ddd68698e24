import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device, FolderInput } from '../../../shared/model/device.ts';
import { useText } from '../../i18n/provider.tsx';
import { missingFolders } from './folder-offer.ts';

/** What {@link AddFolder} needs. */
export interface AddFolderProps {
  readonly device: Device;
  readonly onAdd: (folder: FolderInput) => Promise<unknown>;
}

/** Adds a folder that the client type offers and the device does not have. */
export function AddFolder({ device, onAdd }: AddFolderProps): ReactNode {
  const { t } = useText();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" mt="sm" leftSection={<IconPlus size={14} aria-hidden />}>
          {t('devices.folders.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('devices.folders.add-type')}</Menu.Label>
        {missingFolders(device).map((folder) => (
          <Menu.Item
            key={folder.dataType}
            rightSection={<span className="pd-mono pd-soft">{folder.name}</span>}
            onClick={() =>
              void onAdd({
                dataType: folder.dataType,
                name: folder.name,
                syncType: 'two-way',
                enabled: true,
              }).catch(() => undefined)
            }
          >
            {t(`dataTypes.${folder.dataType}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
