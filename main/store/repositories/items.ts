import type { Kysely, Selectable } from 'kysely';
import { bulkStatement } from '../bulk-statement.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, select } from '../statements.ts';
import type { ItemContentsTable, ItemsTable } from '../sync-schema.ts';
import type { ItemContent, ItemRow, ItemsRepository } from '../sync-types.ts';
import {
  contentColumns,
  itemColumns,
  itemSelection,
  toItem,
  withContents,
} from './item-columns.ts';
import type { SelectedItem } from './item-columns.ts';
import { listItems, listSummaries } from './item-lists.ts';
import { addKeys, changeKeys, listByFingerprints, listByLookupKeys } from './item-lookup.ts';
import type { Findable } from './item-lookup.ts';
import { insertVersions, listVersions, versionsAt } from './item-versions.ts';
import { fromJson } from './json-column.ts';

const insertItems = bulkInsert('items', itemColumns);
const insertContents = bulkInsert('item_contents', (row: ItemContentsTable) => row);

type ChangedItem = Omit<Selectable<ItemsTable>, 'id' | 'collection_id' | 'created_at'>;

/** An item stays in its collection: what is moved is deleted in one and made in the other. */
const updateItems = bulkStatement<ChangedItem>(
  (rows) => `with given (number, kind, revision, version, deleted_at, modified_at, octets, origin,
      fingerprint, sort_text, title, subtitle) as (values ${rows})
    update items set kind = given.kind, revision = given.revision, version = given.version,
      deleted_at = given.deleted_at, modified_at = given.modified_at, octets = given.octets,
      origin = given.origin, fingerprint = given.fingerprint, sort_text = given.sort_text,
      title = given.title, subtitle = given.subtitle
    from given where items.number = given.number`,
  (columns) => Object.values(columns),
);
const updateContents = bulkStatement<ItemContentsTable>(
  (rows) => `with given (number, lookup_keys, match_keys, content) as (values ${rows})
    update item_contents set lookup_keys = given.lookup_keys, match_keys = given.match_keys,
      content = given.content
    from given where item_contents.number = given.number
      and (item_contents.content <> given.content or item_contents.match_keys <> given.match_keys
        or item_contents.lookup_keys <> given.lookup_keys)`,
  (columns) => Object.values(columns),
);

const one = `select ${itemSelection} from items ${withContents} where items.id = ?`;
const many = `select ${itemSelection} from json_each(?) as wanted
  cross join items on items.id = wanted.value ${withContents} order by wanted.key`;
const contents = `select items.id, items.revision, items.deleted_at as deletedAt,
    item_contents.content
  from json_each(?) as wanted cross join items on items.id = wanted.value ${withContents}`;
const findable = `select items.id, items.number, items.collection_id, items.fingerprint,
    items.deleted_at, item_contents.lookup_keys
  from json_each(?) as wanted cross join items on items.id = wanted.value ${withContents}`;
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
        const last = await insertItems(db, rows);
        // One connection writes, one transaction at a time: the numbers of a transaction follow on.
        const numbered = rows.map((row, index) => ({
          row,
          number: last - rows.length + 1 + index,
        }));
        await insertContents(
          db,
          numbered.map(({ row, number }) => contentColumns(number, row)),
        );
        await addKeys(
          db,
          numbered.map(({ row, number }) => toFindable(number, row)),
        );
      });
    },
    async update(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        await updateMany(db, rows);
      });
    },
    async get(id) {
      const rows = await select<SelectedItem>(session.db, one, [id]);
      return rows[0] && toItem(rows[0]);
    },
    async getMany(ids) {
      if (ids.length === 0) return [];
      return (await select<SelectedItem>(session.db, many, [listParameter(ids)])).map(toItem);
    },
    async listContents(ids) {
      if (ids.length === 0) return [];
      return await select<ItemContent>(session.db, contents, [listParameter(ids)]);
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
    listByFingerprints: (collectionIds, fingerprints) =>
      listByFingerprints(session.db, collectionIds, fingerprints),
    async insertVersions(rows) {
      if (rows.length > 0) await session.atomic((db) => insertVersions(db, rows));
    },
    listVersions: (itemId) => listVersions(session.db, itemId),
    versionsAt: (wanted) => versionsAt(session.db, wanted),
  };
}

function toFindable(number: number, row: ItemRow): Findable {
  const { collectionId, fingerprint, lookupKeys, deletedAt } = row;
  return { number, collectionId, fingerprint, lookupKeys, deletedAt };
}

async function updateMany(db: Kysely<Schema>, rows: readonly ItemRow[]): Promise<void> {
  const stored = await readFindable(db, rows);
  // Of several rows for one item the last counts.
  const latest = new Map(rows.map((row) => [row.id, row]));
  const changes = [...latest.values()].flatMap((row) => {
    const before = stored.get(row.id);
    return before === undefined ? [] : [{ row, before }];
  });
  await updateItems(
    db,
    changes.map(({ row, before }) => changedColumns(before.number, row)),
  );
  await updateContents(
    db,
    changes.map(({ row, before }) => contentColumns(before.number, row)),
  );
  await changeKeys(
    db,
    changes.map(({ row, before }) => ({
      before,
      after: { ...toFindable(before.number, row), collectionId: before.collectionId },
    })),
  );
}

function changedColumns(number: number, row: ItemRow): ChangedItem {
  const { id: _id, collection_id: _collection, created_at: _at, ...columns } = itemColumns(row);
  return { number, ...columns };
}

async function readFindable(
  db: Kysely<Schema>,
  rows: readonly ItemRow[],
): Promise<Map<string, Findable>> {
  type Row = Pick<
    Selectable<ItemsTable>,
    'id' | 'number' | 'collection_id' | 'fingerprint' | 'deleted_at'
  > &
    Pick<ItemContentsTable, 'lookup_keys'>;
  const stored = await select<Row>(db, findable, [listParameter(rows.map(({ id }) => id))]);
  return new Map(
    stored.map((row) => [
      row.id,
      {
        number: row.number,
        collectionId: row.collection_id,
        fingerprint: row.fingerprint,
        lookupKeys: fromJson<string[]>(row.lookup_keys),
        deletedAt: row.deleted_at,
      },
    ]),
  );
}
