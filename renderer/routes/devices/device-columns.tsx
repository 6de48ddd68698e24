import { useMemo } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import type { StateMark as State } from '../../../shared/model/words.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './devices.module.css';
import { VirtualTag } from './virtual-tag.tsx';

/** What needs a look comes first when the table is sorted by state. */
const urgency: Readonly<Record<State, number>> = {
  failed: 0,
  attention: 1,
  waiting: 2,
  paused: 3,
  off: 4,
  working: 5,
};

/** The columns of the table of devices. */
export function useDeviceColumns(): readonly DataColumn<Device>[] {
  const { t, list, format } = useText();
  return useMemo(
    () => [
      {
        id: 'state',
        header: t('devices.column.state'),
        width: 'minmax(165px, 0.9fr)',
        cell: (device) => (
          <StateMark state={device.state} word={t(`devices.word.${device.reason}`)} />
        ),
        sortValue: (device) => urgency[device.state],
      },
      {
        id: 'name',
        header: t('devices.column.name'),
        width: 'minmax(170px, 1.4fr)',
        canHide: false,
        cell: (device) => (
          <span className={styles['named']}>
            <span className="pd-cut">{device.name}</span>
            {device.isVirtual ? <VirtualTag /> : null}
          </span>
        ),
        sortValue: (device) => device.name,
      },
      {
        id: 'account',
        header: t('devices.column.account'),
        width: 'minmax(150px, 1.2fr)',
        cell: (device) => device.accountAddress,
        sortValue: (device) => device.accountAddress,
      },
      {
        id: 'client',
        header: t('devices.column.client'),
        width: 'minmax(100px, 0.8fr)',
        cell: (device) => t(`clientTypes.${device.clientType}`),
        sortValue: (device) => t(`clientTypes.${device.clientType}`),
      },
      {
        id: 'number',
        header: t('devices.column.number'),
        width: 'minmax(120px, 0.8fr)',
        isHidden: true,
        cell: (device) => <span className="pd-mono">{device.number ?? '–'}</span>,
        sortValue: (device) => device.number,
      },
      {
        id: 'folders',
        header: t('devices.column.folders'),
        isHidden: true,
        cell: (device) =>
          list(
            device.folders
              .filter((folder) => folder.enabled)
              .map((folder) => t(`dataTypes.${folder.dataType}`)),
          ),
      },
      {
        id: 'alerted',
        header: t('devices.column.alerted'),
        width: 'minmax(105px, 0.6fr)',
        cell: (device) => <RelativeTime at={device.lastAlertAt} />,
        sortValue: (device) => device.lastAlertAt,
      },
      {
        id: 'answered',
        header: t('devices.column.answered'),
        width: 'minmax(105px, 0.6fr)',
        cell: (device) => <RelativeTime at={device.lastAnsweredAt} />,
        sortValue: (device) => device.lastAnsweredAt,
      },
      {
        id: 'queue',
        header: t('devices.column.queue'),
        width: '70px',
        align: 'end',
        cell: (device) => format.number(device.queued),
        sortValue: (device) => device.queued,
      },
      {
        id: 'created',
        header: t('devices.column.created'),
        width: 'minmax(105px, 0.6fr)',
        isHidden: true,
        cell: (device) => <RelativeTime at={device.createdAt} />,
        sortValue: (device) => device.createdAt,
      },
    ],
    [t, list, format],
  );
}
