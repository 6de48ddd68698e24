import type { Kysely } from 'kysely';
import { inSlices, oldestFirst } from './retention-slices.ts';
import type { Schema } from './schema.ts';

/** Usage is kept for years, whatever the history keeps: bills are checked by it. */
const usageYears = 5;

/** Removes old incoming SMS, and usage of years ago; resolves to how many incoming SMS went. */
export async function removeOldSms(db: Kysely<Schema>, before: number): Promise<number> {
  const incoming = oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('incoming_messages')
        .select(['id', 'received_at as at', 'mail'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    // One that is still to travel on by mail stays.
    isOver: (row) => row.mail !== 'waiting',
    remove: (ids) => db.deleteFrom('incoming_messages').where('id', 'in', ids).execute(),
  });
  const removed = await inSlices(incoming);
  await removeOldUsage(db, before);
  return removed;
}

/** The history never reaches back so far, so that its limit does for the beginning of the years. */
async function removeOldUsage(db: Kysely<Schema>, before: number): Promise<void> {
  const oldest = new Date(before);
  oldest.setFullYear(oldest.getFullYear() - usageYears);
  const day = oldest.toISOString().slice(0, 10);
  await db.deleteFrom('usage').where('day', '<', day).execute();
}
