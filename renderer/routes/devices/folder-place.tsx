import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device, Folder } from '../../../shared/model/device.ts';
import { orpc } from '../../api/client.ts';
import { useText } from '../../i18n/provider.tsx';
import { chosenPlace, placeOffers } from './folder-places.ts';
import styles from './devices.module.css';

/** What {@link FolderPlace} needs. */
export interface FolderPlaceProps {
  readonly device: Pick<Device, 'accountId'>;
  readonly folder: Folder;
  readonly onChange: (place: string) => void;
}

/** Which folder on the server a device's folder is; a choice only where there is more than one. */
export function FolderPlace({ device, folder, onChange }: FolderPlaceProps): ReactNode {
  const { t } = useText();
  const { data } = useQuery(
    orpc.collections.list.queryOptions({ input: { accountId: device.accountId } }),
  );
  if (data === undefined) return null;
  const offers = placeOffers(data.collections, folder, device.accountId);
  const [only, ...more] = offers;
  if (only !== undefined && more.length === 0) {
    return <span className={styles['under']}>{only.uri}</span>;
  }
  // An empty text is no value of a select; the main folder's place is one.
  const mark = (place: string): string => `=${place}`;
  return (
    <Select
      aria-label={t('devices.folders.place-of', { folder: folder.name })}
      w={150}
      mt={4}
      allowDeselect={false}
      value={mark(chosenPlace(offers, folder))}
      onChange={(value) => {
        if (value !== null) onChange(value.slice(1));
      }}
      data={offers.map(({ place, uri, exists }) => ({
        value: mark(place),
        label: exists ? uri : t('devices.folders.place-gone', { uri }),
      }))}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
