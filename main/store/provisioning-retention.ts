import type { Kysely } from 'kysely';
import { inSlices, oldestFirst } from './retention-slices.ts';
import type { Schema } from './schema.ts';

/** Removes old configurations and links; resolves to how many went. */
export async function removeOldProvisioning(db: Kysely<Schema>, before: number): Promise<number> {
  const configurations = oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('configurations')
        .select(['id', 'created_at as at', 'pin_until'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    // Its PIN lies elsewhere, and is forgotten first.
    isOver: (row) => row.pin_until === null,
    remove: (ids) => db.deleteFrom('configurations').where('id', 'in', ids).execute(),
  });
  const links = oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('provisioning_links')
        .select(['id', 'created_at as at', 'expires_at'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    // A link may be good for longer than the history is kept.
    isOver: (row) => row.expires_at < before,
    remove: (ids) => db.deleteFrom('provisioning_links').where('id', 'in', ids).execute(),
  });
  return (await inSlices(configurations)) + (await inSlices(links));
}
