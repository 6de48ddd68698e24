import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../schema.ts';
import { sortText } from '../sort-text.ts';
import { listParameter, select } from '../statements.ts';
import type { ItemsTable } from '../sync-schema.ts';
import type { ItemListQuery, ItemRow, ItemSummaryRow } from '../sync-types.ts';
import { itemSelection, toItem } from './item-columns.ts';
import type { SelectedItem } from './item-columns.ts';

const summarySelection = `items.id, items.collection_id, items.kind, items.revision, items.version,
  items.deleted_at, items.created_at, items.modified_at, items.octets, items.origin, items.title,
  items.subtitle`;

type SelectedSummary = Omit<
  Selectable<ItemsTable>,
  'fingerprint' | 'sort_text' | 'lookup_keys' | 'match_keys' | 'content'
>;

/** See `ItemsRepository.list`. */
export async function listItems(
  db: Kysely<Schema>,
  query: ItemListQuery,
): Promise<{ items: ItemRow[]; total: number }> {
  const { rows, total } = await readPage<SelectedItem>(db, itemSelection, query);
  return { items: rows.map(toItem), total };
}

/** See `ItemsRepository.listSummaries`. */
export async function listSummaries(
  db: Kysely<Schema>,
  query: ItemListQuery,
): Promise<{ items: ItemSummaryRow[]; total: number }> {
  const { rows, total } = await readPage<SelectedSummary>(db, summarySelection, query);
  return { items: rows.map(toSummary), total };
}

function toSummary(row: SelectedSummary): ItemSummaryRow {
  return {
    id: row.id,
    collectionId: row.collection_id,
    kind: row.kind as ItemSummaryRow['kind'],
    title: row.title,
    subtitle: row.subtitle,
    bytes: row.octets,
    revision: row.revision,
    version: row.version,
    origin: row.origin,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
  };
}

/** All conditions are on columns of one index, so only the rows of the page are read themselves. */
async function readPage<Row>(
  db: Kysely<Schema>,
  selection: string,
  query: ItemListQuery,
): Promise<{ rows: Row[]; total: number }> {
  const wanted = query.text === undefined ? '' : sortText(query.text);
  const conditions: string[] = [];
  const parameters: string[] = [];
  const [only] = query.collectionIds;
  if (only !== undefined && query.collectionIds.length === 1) {
    // Said so, and only so, SQLite takes the order from the index.
    conditions.push('collection_id = ?');
    parameters.push(only);
  } else {
    conditions.push('collection_id in (select value from json_each(?))');
    parameters.push(listParameter(query.collectionIds));
  }
  if (!query.withDeleted) conditions.push('deleted_at is null');
  if (wanted !== '') {
    conditions.push('instr(sort_text, ?) > 0');
    parameters.push(wanted);
  }
  const matching = `from items indexed by items_by_text where ${conditions.join(' and ')}`;
  const counted = await select<{ total: number }>(
    db,
    `select count(*) as total ${matching}`,
    parameters,
  );
  const rows = await select<Row>(
    db,
    `select ${selection} from (
        select rowid as number, sort_text, deleted_at ${matching}
        order by sort_text, deleted_at, rowid limit ? offset ?
      ) as page cross join items on items.rowid = page.number
      order by page.sort_text, page.deleted_at, page.number`,
    [...parameters, query.limit, query.offset],
  );
  return { rows, total: counted[0]?.total ?? 0 };
}
