import { nextTurn } from '../../platform/turns.ts';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { select } from '../statements.ts';

/** Items that are looked at in one go at most: a few milliseconds. */
const LARGEST = 10_000;
/** The first portion is small, since often it is enough. */
const FIRST = 500;

/** Sorts behind every id. */
const BEHIND_ALL = '\u{10ffff}';

const boundary = `select id from items indexed by items_by_id
  where collection_id = ? and id > ? order by id limit 1 offset ?`;

/**
 * Cuts the items of a collection behind `after` into portions by their ids, each from behind the first
 * id up to and with the second. The event loop runs between two of them, however large the collection.
 */
export async function* portions(
  db: Kysely<Schema>,
  collectionId: string,
  after: string,
): AsyncGenerator<readonly [from: string, to: string]> {
  let from = after;
  for (let size = FIRST; ; size = Math.min(LARGEST, size * 5)) {
    const rows = await select<{ id: string }>(db, boundary, [collectionId, from, size]);
    const to = rows[0]?.id;
    yield [from, to ?? BEHIND_ALL];
    if (to === undefined) return;
    from = to;
    await nextTurn();
  }
}
