import type { SyncClientRow } from '../../store/sync-types.ts';
import { registryLimits } from './registry-limits.ts';

/** A text of a client as it may stand in a log line. */
export function printable(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  const { nameLength } = registryLimits;
  return line.length > nameLength ? `${line.slice(0, nameLength)}…` : line;
}

/** What a client without a device is called: its make where it has told, and its own id. */
export function clientName(client: Pick<SyncClientRow, 'hardware' | 'syncId'>): string {
  const { manufacturer = '', model = '' } = client.hardware ?? {};
  const make = printable(`${manufacturer} ${model}`);
  const id = printable(client.syncId);
  return make === '' ? id : `${make} (${id})`;
}
