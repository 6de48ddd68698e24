import type { Device } from '../../../shared/model/device.ts';
import { csvLine } from '../../components/csv.ts';

/** One exported device: what a person or a spreadsheet can use, with times in UTC. */
interface ExportedDevice {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly clientType: string;
  readonly number: string | null;
  readonly isVirtual: boolean;
  readonly state: string;
  readonly reason: string;
  readonly folders: readonly string[];
  readonly queued: number;
  readonly lastAlertAt: string | null;
  readonly lastAnsweredAt: string | null;
  readonly createdAt: string;
}

function timeOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

function exported(device: Device): ExportedDevice {
  return {
    id: device.id,
    name: device.name,
    account: device.accountAddress,
    clientType: device.clientType,
    number: device.number,
    isVirtual: device.isVirtual,
    state: device.state,
    reason: device.reason,
    folders: device.folders.filter((folder) => folder.enabled).map((folder) => folder.name),
    queued: device.queued,
    lastAlertAt: timeOf(device.lastAlertAt),
    lastAnsweredAt: timeOf(device.lastAnsweredAt),
    createdAt: timeOf(device.createdAt) ?? '',
  };
}

/** Devices as CSV with a head line; folders are joined with a bar. */
export function devicesToCsv(devices: readonly Device[]): string {
  const names = [
    'id',
    'name',
    'account',
    'clientType',
    'number',
    'isVirtual',
    'state',
    'reason',
    'folders',
    'queued',
    'lastAlertAt',
    'lastAnsweredAt',
    'createdAt',
  ] as const;
  const lines = devices.map((device) => {
    const row = exported(device);
    return csvLine(
      names.map((name) => {
        const value = row[name];
        return typeof value === 'object' && value !== null ? value.join('|') : value;
      }),
    );
  });
  return `${[names.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Devices as JSON, one array. */
export function devicesToJson(devices: readonly Device[]): string {
  return `${JSON.stringify(devices.map(exported), null, 2)}\n`;
}

/** Name of an exported file: what it holds and when it was made, in UTC. */
export function exportFileName(what: string, extension: string, now: number): string {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  return `pushdesk-${what}-${time}Z.${extension}`;
}
