import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, select } from '../statements.ts';
import type { OutgoingItem, SyncStateRepository } from '../sync-types.ts';
import { portions } from './item-portions.ts';
import { stateNumber } from './sync-states.ts';

type ListQuery = Parameters<SyncStateRepository['listOutgoing']>[0];
type CountQuery = Parameters<SyncStateRepository['countOutgoing']>[0];

/** No datastore has this number: its maps are those of one that has none. */
const NO_STATE = 0;

/**
 * From so many changes on, a page is found by walking along the ids of the collection rather than by
 * sorting all changes for each page, which would make the whole cost their square.
 */
const MANY_CHANGES = 3_000;

interface Found {
  readonly id: string;
  readonly luid: string | null;
  readonly revision: number;
  readonly deleted_at: number | null;
}

const columns = 'items.id, map.luid, items.revision, items.deleted_at';
const joined = 'left join item_maps as map on map.state_number = ? and map.item_id = items.id';
/** Whether the client has to be told, given its row of the map, if any. */
const isNews = `(items.deleted_at is null or map.luid is not null)
  and (map.state is null or map.state in ('adding', 'changing', 'deleting')
    or (map.state in ('ok', 'declined') and items.revision > map.revision))`;

const changed = `from items indexed by items_by_revision ${joined}
  where items.collection_id = ? and items.revision > ? and ${isNews}`;
const changedById = `from items indexed by items_by_id ${joined}
  where items.collection_id = ? and items.revision > ? and ${isNews}`;
/** Rows that are to be repeated, of items that the revision alone does not bring up. */
const open = `from item_maps as map indexed by item_maps_open cross join items on items.id = map.item_id
  where map.state_number = ? and map.state <> 'ok'
    and items.collection_id in (select value from json_each(?)) and items.revision <= ? and ${isNews}`;
const missing = `from items indexed by items_by_id
  where items.collection_id = ? and items.deleted_at is null and not exists (
    select 1 from item_maps as map
    where map.state_number = ? and map.item_id = items.id and map.round = ?)`;

const count = 'select count(*) as count';
const page = 'and items.id > ? order by items.id limit ?';
const within = 'and items.id > ? and items.id <= ?';
const pageWithin = `${within} order by items.id limit ?`;
const listChanged = `select ${columns} ${changed} ${page}`;
const listChangedById = `select ${columns} ${changedById} ${pageWithin}`;
const listOpen = `select ${columns} ${open} and map.item_id > ? order by map.item_id limit ?`;
const listMissing = `select items.id, null as luid, items.revision, null as deleted_at ${missing} ${pageWithin}`;
const probe = `${count} from (select 1 from items indexed by items_by_revision
  where collection_id = ? and revision > ? limit ?)`;

const unmapped = `select map.item_id as id from item_maps as map
  cross join items on items.id = map.item_id
  where map.state_number = ? and map.round < ? and map.item_id > ?
    and items.deleted_at is null and items.collection_id in (select value from json_each(?))
  order by map.item_id limit ?`;

type OutgoingMethods = Pick<SyncStateRepository, 'listOutgoing' | 'countOutgoing' | 'listUnmapped'>;

/** What clients have to be told. */
export function outgoingMethods(session: Session): OutgoingMethods {
  return {
    listOutgoing: (query) =>
      session.atomic(async (db) => {
        const number = (await stateNumber(db, query.clientId, query.datastore)) ?? NO_STATE;
        const found =
          query.kind === 'missing'
            ? await findMissing(db, number, query)
            : await findChanges(db, number, query);
        return firstOf(found, query.limit).map(toOutgoing);
      }),
    countOutgoing: (query) =>
      session.atomic(async (db) => {
        const number = (await stateNumber(db, query.clientId, query.datastore)) ?? NO_STATE;
        return countOutgoing(db, number, query);
      }),
    async listUnmapped(query) {
      const number = await stateNumber(session.db, query.clientId, query.datastore);
      if (number === undefined) return [];
      const rows = await select<{ id: string }>(session.db, unmapped, [
        number,
        query.round,
        query.afterItemId ?? '',
        listParameter(query.collectionIds),
        query.limit,
      ]);
      return rows.map(({ id }) => id);
    },
  };
}

// One query for each collection: of several at once SQLite would sort everything for each page.
async function findMissing(
  db: Kysely<Schema>,
  number: number,
  query: ListQuery,
): Promise<Found[][]> {
  const found: Found[][] = [];
  for (const id of query.collectionIds) {
    found.push(await walk(db, listMissing, id, [id, number, query.round], query));
  }
  return found;
}

async function findChanges(
  db: Kysely<Schema>,
  number: number,
  query: ListQuery,
): Promise<Found[][]> {
  const { revision, limit } = query;
  const after = query.afterItemId ?? '';
  const all = listParameter(query.collectionIds);
  const found = [await select<Found>(db, listOpen, [number, all, revision, after, limit])];
  for (const id of query.collectionIds) {
    const changes = await probeChanges(db, id, revision);
    if (changes === 0) continue;
    const known = [number, id, revision];
    found.push(
      changes < MANY_CHANGES
        ? await select<Found>(db, listChanged, [...known, after, limit])
        : await walk(db, listChangedById, id, known, query),
    );
  }
  return found;
}

/** The first `limit` of what `text` finds in a collection, behind `afterItemId`. */
async function walk(
  db: Kysely<Schema>,
  text: string,
  collectionId: string,
  known: readonly (string | number)[],
  { afterItemId, limit }: ListQuery,
): Promise<Found[]> {
  const found: Found[] = [];
  for await (const [from, to] of portions(db, collectionId, afterItemId ?? '')) {
    found.push(...(await select<Found>(db, text, [...known, from, to, limit - found.length])));
    if (found.length >= limit) break;
  }
  return found;
}

/** How many changes a collection has had since `revision`; no more than what is many. */
async function probeChanges(db: Kysely<Schema>, id: string, revision: number): Promise<number> {
  return countBy(db, probe, [id, revision, MANY_CHANGES]);
}

async function countBy(
  db: Kysely<Schema>,
  text: string,
  parameters: readonly (string | number)[],
): Promise<number> {
  return (await select<{ count: number }>(db, text, parameters))[0]?.count ?? 0;
}

async function countOutgoing(
  db: Kysely<Schema>,
  number: number,
  query: CountQuery,
): Promise<number> {
  let total = 0;
  async function countWalking(text: string, id: string, known: readonly (string | number)[]) {
    for await (const [from, to] of portions(db, id, '')) {
      total += await countBy(db, `${count} ${text} ${within}`, [...known, from, to]);
    }
  }
  for (const id of query.collectionIds) {
    if (query.kind === 'missing') {
      await countWalking(missing, id, [id, number, query.round]);
      continue;
    }
    const known = [number, id, query.revision];
    const changes = await probeChanges(db, id, query.revision);
    if (changes >= MANY_CHANGES) await countWalking(changedById, id, known);
    else if (changes > 0) total += await countBy(db, `${count} ${changed}`, known);
  }
  if (query.kind === 'missing') return total;
  const all = listParameter(query.collectionIds);
  return total + (await countBy(db, `${count} ${open}`, [number, all, query.revision]));
}

function firstOf(found: readonly (readonly Found[])[], limit: number): Found[] {
  const [only] = found;
  if (only !== undefined && found.length === 1) return [...only];
  const all = found.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
  return all.slice(0, limit);
}

function toOutgoing(row: Found): OutgoingItem {
  return {
    itemId: row.id,
    luid: row.luid,
    revision: row.revision,
    change: row.deleted_at !== null ? 'delete' : row.luid === null ? 'add' : 'replace',
  };
}
