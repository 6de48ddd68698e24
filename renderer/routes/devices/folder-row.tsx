import { ActionIcon, Checkbox, Select, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device, Folder, FolderInput } from '../../../shared/model/device.ts';
import { syncTypeSchema } from '../../../shared/model/words.ts';
import { useText } from '../../i18n/provider.tsx';
import { FolderName } from './folder-name.tsx';
import { FolderPlace } from './folder-place.tsx';
import { ResyncDialog } from './resync-dialog.tsx';

/** What {@link FolderRow} needs. */
export interface FolderRowProps {
  readonly device: Device;
  readonly folder: Folder;
  readonly onChange: (input: FolderInput) => Promise<unknown>;
  readonly onRemove: () => Promise<unknown>;
}

/** What shows before the services have answered. */
type FolderShown = Partial<Pick<Folder, 'enabled' | 'syncType' | 'place'>>;

/** One folder of a device: tick, name, place on the server, sync type. A tick shows at once and is taken back on failure. */
export function FolderRow({ device, folder, onChange, onRemove }: FolderRowProps): ReactNode {
  const { t } = useText();
  const [isRenaming, setIsRenaming] = useState(false);
  const [isResyncing, setIsResyncing] = useState(false);
  const [pending, setPending] = useState<FolderShown>({});
  const shown = { ...folder, ...pending };

  const send = (input: FolderShown): void => {
    setPending(input);
    // A refusal is told above the list; here it only takes the change back.
    void onChange(input)
      .catch(() => undefined)
      .finally(() => {
        setPending({});
      });
  };

  return (
    <>
      <tr>
        <td>
          <Checkbox
            aria-label={t('devices.folders.tick', { folder: folder.name })}
            label={t(`dataTypes.${folder.dataType}`)}
            checked={shown.enabled}
            onChange={(event) => {
              send({ enabled: event.currentTarget.checked });
            }}
          />
        </td>
        <td className="pd-mono">{folder.name}</td>
        <td>
          <Select
            aria-label={`${t('devices.folders.sync')}: ${folder.name}`}
            w={150}
            allowDeselect={false}
            value={shown.syncType}
            onChange={(value) => {
              const syncType = syncTypeSchema.safeParse(value);
              if (syncType.success) send({ syncType: syncType.data });
            }}
            data={syncTypeSchema.options.map((value) => ({
              value,
              label: t(`syncTypes.${value}`),
            }))}
          />
          <FolderPlace
            device={device}
            folder={shown}
            onChange={(place) => {
              send({ place });
            }}
          />
        </td>
        <td>
          {device.syncId === null ? null : (
            <Tooltip label={t('devices.resync.folder', { folder: folder.name })}>
              <ActionIcon
                aria-label={t('devices.resync.folder', { folder: folder.name })}
                onClick={() => {
                  setIsResyncing(true);
                }}
              >
                <IconArrowsLeftRight size={15} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <ResyncDialog
            device={device}
            folder={folder}
            isOpen={isResyncing}
            onClose={() => {
              setIsResyncing(false);
            }}
          />
          <Tooltip label={t('devices.folders.edit', { folder: folder.name })}>
            <ActionIcon
              aria-label={t('devices.folders.edit', { folder: folder.name })}
              aria-expanded={isRenaming}
              onClick={() => {
                setIsRenaming(!isRenaming);
              }}
            >
              <IconPencil size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('devices.folders.remove', { folder: folder.name })}>
            <ActionIcon
              aria-label={t('devices.folders.remove', { folder: folder.name })}
              onClick={() => void onRemove().catch(() => undefined)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </td>
      </tr>
      {isRenaming ? (
        <tr>
          <td colSpan={4}>
            <FolderName
              device={device}
              folder={folder}
              onSave={(name) => onChange({ name })}
              onClose={() => {
                setIsRenaming(false);
              }}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
