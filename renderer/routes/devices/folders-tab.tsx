import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device, FolderInput } from '../../../shared/model/device.ts';
import { client, orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { AddFolder } from './add-folder.tsx';
import styles from './devices.module.css';
import { missingFolders, sortedFolders } from './folder-offer.ts';
import { FolderRow } from './folder-row.tsx';

/** A change to the folders of a device. */
export interface FolderChange {
  readonly folders?: FolderInput[];
  readonly removeFolderIds?: string[];
}

/** The folders of a device: ticked ones are named in alerts. */
export function FoldersTab({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const key = orpc.devices.get.queryKey({ input: { id: device.id } });
  const change = useMutation({
    mutationFn: (input: FolderChange) => client.devices.update({ id: device.id, ...input }),
    onSuccess: (updated) => {
      queries.setQueryData(key, updated);
    },
  });
  const folders = sortedFolders(device.folders);
  const addFolder =
    missingFolders(device).length === 0 ? (
      <p className="pd-soft">
        {t('devices.folders.all-added', { client: t(`clientTypes.${device.clientType}`) })}
      </p>
    ) : (
      <AddFolder device={device} onAdd={(folder) => change.mutateAsync({ folders: [folder] })} />
    );

  if (folders.length === 0) {
    return (
      <EmptyState
        title={t('devices.folders.empty.title')}
        text={t('devices.folders.empty.text')}
        action={addFolder}
      />
    );
  }
  return (
    <>
      {change.error === null ? null : <ErrorNotice error={change.error} />}
      {folders.some((folder) => folder.enabled) ? (
        <p className="pd-soft">{t('devices.folders.intro')}</p>
      ) : (
        <p className={styles['warn']}>
          <StateShape state="attention" />
          <span>{t('devices.folders.none-ticked')}</span>
        </p>
      )}
      <table className={styles['folders']}>
        <thead>
          <tr>
            <th scope="col">{t('devices.folders.type')}</th>
            <th scope="col">{t('devices.folders.name')}</th>
            <th scope="col">
              {t('devices.folders.sync')} / {t('devices.folders.place')}
            </th>
            <th scope="col">
              <span className="pd-spoken">{t('common.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {folders.map((folder) => (
            <FolderRow
              key={folder.id}
              device={device}
              folder={folder}
              onChange={(input) => change.mutateAsync({ folders: [{ ...input, id: folder.id }] })}
              onRemove={async () => {
                await change.mutateAsync({ removeFolderIds: [folder.id] });
                notify.done(t('devices.folders.removed', { folder: folder.name }), {
                  undo: () => {
                    const { id: _gone, ...again } = folder;
                    change.mutate({ folders: [again] });
                  },
                });
              }}
            />
          ))}
        </tbody>
      </table>
      {addFolder}
    </>
  );
}
