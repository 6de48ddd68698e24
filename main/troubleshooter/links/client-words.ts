import type { SyncClientRow } from '../../store/sync-types.ts';

/** Longest text of a client that is shown. */
const shownLength = 120;

/** A text of a client as it may stand in a sentence. */
export function printable(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}

/** What a client is called before it is a device's: its model, or else what it calls itself. */
export function nameOfClient({ hardware, syncId }: SyncClientRow): string {
  const { manufacturer = '', model = '' } = hardware ?? {};
  const name = printable(`${manufacturer} ${model}`);
  return name === '' ? printable(syncId) : name;
}
