import { nextTurn } from '../../platform/turns.ts';
import type { Kysely, Selectable } from 'kysely';
import type { CollectionShare } from '../../../shared/model/collection.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, run, select } from '../statements.ts';
import type {
  CollectionSharesTable,
  CollectionsTable,
  ItemContentsTable,
  ItemsTable,
} from '../sync-schema.ts';
import type { CollectionRow, CollectionsRepository } from '../sync-types.ts';
import { refusingDuplicates } from './duplicates.ts';
import { withContents } from './item-columns.ts';
import { removeKeys } from './item-lookup.ts';
import { fromJson } from './json-column.ts';

const uniqueFields = { collections_by_name: 'name' };

/** Items that are removed at once when their collection goes; the event loop runs in between. */
const ITEMS_AT_ONCE = 500;

function toColumns(row: CollectionRow): CollectionsTable {
  return {
    id: row.id,
    account_id: row.accountId,
    data_type: row.dataType,
    name: row.name,
    name_key: row.name.normalize('NFC').toLowerCase(),
    corporate_access: row.corporateAccess,
    created_at: row.createdAt,
  };
}

function fromColumns(
  row: Selectable<CollectionsTable>,
  shares: readonly CollectionShare[],
): CollectionRow {
  return {
    id: row.id,
    accountId: row.account_id,
    dataType: row.data_type as CollectionRow['dataType'],
    name: row.name,
    corporateAccess: row.corporate_access as CollectionRow['corporateAccess'],
    shares,
    createdAt: row.created_at,
  };
}

const insertCollections = bulkInsert('collections', toColumns);
const insertShares = bulkInsert('collection_shares', (row: CollectionSharesTable) => row);

function shareColumns(row: CollectionRow): CollectionSharesTable[] {
  return row.shares.map((share, position) => ({
    collection_id: row.id,
    account_id: share.accountId,
    position,
    access: share.access,
  }));
}

const everyCollection = `select * from collections order by id`;
const visibleCollections = `select * from collections
  where account_id = ? or account_id is null
    or id in (select collection_id from collection_shares where account_id = ?)
  order by id`;

/** Collections in SQL. */
export function collectionsRepository(session: Session): CollectionsRepository {
  return {
    async insert(row) {
      await refusingDuplicates(uniqueFields, () =>
        session.atomic(async (db) => {
          await insertCollections(db, [row]);
          await insertShares(db, shareColumns(row));
        }),
      );
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await refusingDuplicates(uniqueFields, () =>
        session.atomic(async (db) => {
          await db.updateTable('collections').set(columns).where('id', '=', id).execute();
          await db.deleteFrom('collection_shares').where('collection_id', '=', id).execute();
          await insertShares(db, shareColumns(row));
        }),
      );
    },
    remove: (id) => session.atomic((db) => removeCollection(db, id)),
    async get(id) {
      const rows = await select<Selectable<CollectionsTable>>(
        session.db,
        'select * from collections where id = ?',
        [id],
      );
      return (await withShares(session.db, rows))[0];
    },
    async list() {
      const rows = await select<Selectable<CollectionsTable>>(session.db, everyCollection, []);
      return withShares(session.db, rows);
    },
    async listVisible(accountId) {
      const rows = await select<Selectable<CollectionsTable>>(session.db, visibleCollections, [
        accountId,
        accountId,
      ]);
      return withShares(session.db, rows);
    },
    usage: (ids) => readUsage(session.db, ids),
  };
}

const portion = `select items.number, items.fingerprint, items.deleted_at,
    item_contents.lookup_keys
  from items indexed by items_by_id ${withContents}
  where items.collection_id = ? order by items.id limit ?`;

/** Removes a collection and what is in it; a large one a portion at a time. */
export async function removeCollection(db: Kysely<Schema>, id: string): Promise<void> {
  type Row = Pick<Selectable<ItemsTable>, 'number' | 'fingerprint' | 'deleted_at'> &
    Pick<ItemContentsTable, 'lookup_keys'>;
  for (;;) {
    const rows = await select<Row>(db, portion, [id, ITEMS_AT_ONCE]);
    if (rows.length === 0) break;
    await removeKeys(
      db,
      rows.map((row) => ({
        number: row.number,
        collectionId: id,
        fingerprint: row.fingerprint,
        lookupKeys: fromJson<string[]>(row.lookup_keys),
        deletedAt: row.deleted_at,
      })),
    );
    const text = 'delete from items where number in (select value from json_each(?))';
    await run(db, text, [listParameter(rows.map(({ number }) => number))]);
    await nextTurn();
  }
  await run(db, 'delete from collections where id = ?', [id]);
}

async function withShares(
  db: Kysely<Schema>,
  rows: readonly Selectable<CollectionsTable>[],
): Promise<CollectionRow[]> {
  if (rows.length === 0) return [];
  const shares = await select<CollectionSharesTable>(
    db,
    `select * from collection_shares where collection_id in (select value from json_each(?))
     order by collection_id, position`,
    [listParameter(rows.map(({ id }) => id))],
  );
  const byCollection = new Map<string, CollectionShare[]>(rows.map(({ id }) => [id, []]));
  for (const share of shares) {
    byCollection.get(share.collection_id)?.push({
      accountId: share.account_id,
      access: share.access as CollectionShare['access'],
    });
  }
  return rows.map((row) => fromColumns(row, byCollection.get(row.id) ?? []));
}

interface Usage {
  readonly collection_id: string;
  readonly items: number;
  readonly octets: number;
  readonly changed_at: number | null;
}

async function readUsage(
  db: Kysely<Schema>,
  ids: readonly string[] | undefined,
): ReturnType<CollectionsRepository['usage']> {
  const all = 'select collection_id, items, octets, changed_at from collection_usage';
  const rows =
    ids === undefined
      ? await select<Usage>(db, all, [])
      : await select<Usage>(db, `${all} where collection_id in (select value from json_each(?))`, [
          listParameter(ids),
        ]);
  return new Map(
    rows.map((row) => [
      row.collection_id,
      { items: row.items, bytes: row.octets, changedAt: row.changed_at },
    ]),
  );
}
