import type { Item } from '../../groupware/content/index.ts';
import type { ItemRow } from '../../store/sync-types.ts';

const DAY_MS = 86_400_000;
/** No phone that synchronises is older; clocks without a battery begin in 1970 or 1980. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** The version that a device has seen, and when the server stored it. */
export interface SeenVersion {
  readonly item: Item;
  readonly at: number;
}

/** When a device says it changed an item, where that says something; `wrong` for what cannot be. */
export function saidTime(
  item: Item,
  now: number,
  seen: SeenVersion | undefined,
): number | 'wrong' | undefined {
  const text = 'modified' in item ? item.modified : undefined;
  if (text === undefined) return undefined;
  // A device that does not count changes sends back the time that it was given.
  if (seen !== undefined && 'modified' in seen.item && seen.item.modified === text)
    return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at) || at < EARLIEST || at > now + DAY_MS) return 'wrong';
  // It cannot have changed a version before that was there: the time means something else.
  if (seen !== undefined && at < seen.at - DAY_MS) return undefined;
  return Math.min(at, now);
}

/**
 * Whether the device's version is the newer one. Times of devices count where they can be true; else
 * it is when the server heard of a change, which for the device's is now.
 */
export function isDeviceNewer(
  device: Item,
  server: { readonly item: Item; readonly row: Pick<ItemRow, 'modifiedAt'> },
  seen: SeenVersion | undefined,
  now: number,
): boolean {
  const { modifiedAt } = server.row;
  const theirs = saidTime(device, now, seen);
  const ours = saidTime(server.item, modifiedAt, seen);
  const deviceAt = typeof theirs === 'number' ? theirs : now;
  const serverAt = typeof ours === 'number' ? ours : modifiedAt;
  return deviceAt >= serverAt;
}
