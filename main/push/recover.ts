import type { Store } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import type { HourlyCap } from './hourly-cap.ts';
import { pushLimits } from './limits.ts';

/** How finely the sendings of the last hour are read back. */
const BUCKET_MS = 5 * 60_000;

/** Takes up what was under way when the process ended: planned and queued alerts, the hourly cap. */
export async function recover(
  store: Store,
  book: AlertBook,
  cap: HourlyCap,
  now: number,
): Promise<void> {
  book.clear();
  for (const row of await store.alerts.listInStates(['planned'])) {
    book.setPlanned({ row, wakeAt: row.dueAt });
  }
  for (const row of await store.alerts.listInStates(['queued'])) {
    if (row.messageId === null) continue;
    book.addQueued({
      alertId: row.id,
      messageId: row.messageId,
      deviceId: row.deviceId,
      folderIds: new Set(row.folders.map(({ folderId }) => folderId)),
    });
    cap.add(row.deviceId, now);
  }
  await recoverCap(store, cap, now);
}

/**
 * The store counts since a time. The difference between two such counts is what was sent between
 * them; it is remembered at the end of its span, so that a cap errs on the side of waiting.
 */
async function recoverCap(store: Store, cap: HourlyCap, now: number): Promise<void> {
  let newer: ReadonlyMap<string, number> = new Map();
  for (let age = BUCKET_MS; age <= pushLimits.capSpanMs; age += BUCKET_MS) {
    const counts = await store.alerts.sentCounts(now - age);
    for (const [deviceId, count] of counts) {
      const added = count - (newer.get(deviceId) ?? 0);
      if (added > 0) cap.add(deviceId, now - age + BUCKET_MS, added);
    }
    newer = counts;
  }
}
