import type { Kysely, Selectable } from 'kysely';
import { bulkStatement } from '../bulk-statement.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, select } from '../statements.ts';
import type { ItemsTable } from '../sync-schema.ts';
import type { ItemRow, ItemsRepository } from '../sync-types.ts';
import { itemColumns, itemSelection, toItem } from './item-columns.ts';
import type { SelectedItem } from './item-columns.ts';
import { listItems, listSummaries } from './item-lists.ts';
import { addKeys, changeKeys, listByLookupKeys } from './item-lookup.ts';
import type { Findable } from './item-lookup.ts';
import { insertVersions, listVersions, versionsAt } from './item-versions.ts';
import { fromJson } from './json-column.ts';

const insertItems = bulkInsert('items', itemColumns);

/** An item stays in its collection: what is moved is deleted in one and made in the other. */
const fixed = new Set(['id', 'collection_id', 'created_at']);

const updateItems = bulkStatement<ItemsTable>(
  (rows) => `with given (id, kind, revision, version, deleted_at, modified_at, octets, origin,
      fingerprint, sort_text, title, subtitle, lookup_keys, match_keys, content) as (values ${rows})
    update items set kind = given.kind, revision = given.revision, version = given.version,
      deleted_at = given.deleted_at, modified_at = given.modified_at, octets = given.octets,
      origin = given.origin, fingerprint = given.fingerprint, sort_text = given.sort_text,
      title = given.title, subtitle = given.subtitle, lookup_keys = given.lookup_keys,
      match_keys = given.match_keys, content = given.content
    from given where items.id = given.id`,
  (columns) => [
    columns.id,
    ...Object.entries(columns).flatMap(([name, value]) => (fixed.has(name) ? [] : [value])),
  ],
);

const many = `select ${itemSelection} from json_each(?) as wanted
  cross join items on items.id = wanted.value order by wanted.key`;
const findable = `select items.id, items.collection_id, items.lookup_keys, items.deleted_at
  from json_each(?) as wanted cross join items on items.id = wanted.value`;
const live = `select coalesce(sum(items), 0) as count from collection_usage
  where collection_id in (select value from json_each(?))`;

/** Items, their keys and their versions in SQL. */
export function itemsRepository(session: Session): ItemsRepository {
  return {
    async takeRevisions(count) {
      const rows = await select<{ last: number }>(
        session.db,
        'update item_revisions set last = last + ? returning last',
        [count],
      );
      return (rows[0]?.last ?? 0) - count + 1;
    },
    async lastRevision() {
      const rows = await select<{ last: number }>(
        session.db,
        'select last from item_revisions',
        [],
      );
      return rows[0]?.last ?? 0;
    },
    async insert(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        await insertItems(db, rows);
        await addKeys(db, rows);
      });
    },
    async update(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        const before = await readFindable(db, rows);
        await updateItems(db, rows.map(itemColumns));
        await changeKeys(db, before, rows);
      });
    },
    async get(id) {
      const rows = await select<SelectedItem>(
        session.db,
        `select ${itemSelection} from items where id = ?`,
        [id],
      );
      return rows[0] && toItem(rows[0]);
    },
    async getMany(ids) {
      if (ids.length === 0) return [];
      return (await select<SelectedItem>(session.db, many, [listParameter(ids)])).map(toItem);
    },
    list: (query) => session.atomic((db) => listItems(db, query)),
    listSummaries: (query) => session.atomic((db) => listSummaries(db, query)),
    async countLive(collectionIds) {
      const rows = await select<{ count: number }>(session.db, live, [
        listParameter(collectionIds),
      ]);
      return rows[0]?.count ?? 0;
    },
    listByLookupKeys: (collectionIds, keys) => listByLookupKeys(session.db, collectionIds, keys),
    async insertVersions(rows) {
      if (rows.length > 0) await session.atomic((db) => insertVersions(db, rows));
    },
    listVersions: (itemId) => listVersions(session.db, itemId),
    versionsAt: (wanted) => versionsAt(session.db, wanted),
  };
}

async function readFindable(
  db: Kysely<Schema>,
  rows: readonly ItemRow[],
): Promise<Map<string, Findable>> {
  type Row = Pick<Selectable<ItemsTable>, 'id' | 'collection_id' | 'lookup_keys' | 'deleted_at'>;
  const stored = await select<Row>(db, findable, [listParameter(rows.map(({ id }) => id))]);
  return new Map(
    stored.map((row) => [
      row.id,
      {
        id: row.id,
        collectionId: row.collection_id,
        lookupKeys: fromJson<string[]>(row.lookup_keys),
        deletedAt: row.deleted_at,
      },
    ]),
  );
}
