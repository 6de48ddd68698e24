import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { inSlices } from './retention-slices.ts';
import type { Schema } from './schema.ts';

/** Removes old references and reports of the API at `/sms/`; resolves to how many went. */
export async function removeOldSmsApi(db: Kysely<Schema>, before: number): Promise<number> {
  const references = await inSlices(async (limit) => {
    const { numAffectedRows } = await sql`delete from sms_references
      where (user_id, reference, number) in (select user_id, reference, number
        from sms_references where created_at < ${before} limit ${limit})`.execute(db);
    const removed = Number(numAffectedRows ?? 0n);
    return { seen: removed, removed };
  });
  // They are written in the order of their numbers, so the first young one ends the search.
  const reports = await inSlices(async (limit) => {
    const oldest = await db
      .selectFrom('sms_reports')
      .select(['id', 'at'])
      .orderBy('id')
      .limit(limit)
      .execute();
    const young = oldest.findIndex(({ at }) => at >= before);
    const last = (young < 0 ? oldest : oldest.slice(0, young)).at(-1);
    if (last === undefined) return { seen: 0, removed: 0 };
    const { numDeletedRows } = await db
      .deleteFrom('sms_reports')
      .where('id', '<=', last.id)
      .executeTakeFirst();
    const removed = Number(numDeletedRows);
    return { seen: removed, removed };
  });
  return references + reports;
}
