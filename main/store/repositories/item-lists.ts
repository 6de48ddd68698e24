import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { sortText } from '../sort-text.ts';
import { listParameter, select } from '../statements.ts';
import type { ItemListQuery, ItemRow, ItemSummaryRow } from '../sync-types.ts';
import {
  itemSelection,
  summarySelection,
  toItem,
  toSummary,
  withContents,
} from './item-columns.ts';
import type { SelectedItem, SelectedSummary } from './item-columns.ts';

const whole: Source = { selection: itemSelection, join: withContents };
const short: Source = { selection: summarySelection, join: '' };

/** See `ItemsRepository.list`. */
export async function listItems(
  db: Kysely<Schema>,
  query: ItemListQuery,
): Promise<{ items: ItemRow[]; total: number }> {
  const { rows, total } = await readPage<SelectedItem>(db, whole, query);
  return { items: rows.map(toItem), total };
}

/** See `ItemsRepository.listSummaries`. */
export async function listSummaries(
  db: Kysely<Schema>,
  query: ItemListQuery,
): Promise<{ items: ItemSummaryRow[]; total: number }> {
  const { rows, total } = await readPage<SelectedSummary>(db, short, query);
  return { items: rows.map(toSummary), total };
}

interface Source {
  readonly selection: string;
  /** What has to be joined for it. */
  readonly join: string;
}

interface Matching {
  /** From `from` to the end of the conditions. */
  readonly text: string;
  readonly parameters: readonly string[];
}

async function readPage<Row>(
  db: Kysely<Schema>,
  source: Source,
  query: ItemListQuery,
): Promise<{ rows: Row[]; total: number }> {
  const wanted = query.text === undefined ? '' : sortText(query.text);
  const matching = wanted === '' ? everyItem(query) : itemsWith(query, wanted);
  const counted = await select<{ total: number }>(
    db,
    `select count(*) as total ${matching.text}`,
    matching.parameters,
  );
  const rows = await select<Row>(
    db,
    `select ${source.selection} from (
        select number, sort_text as text ${matching.text}
        order by substr(sort_text, 1, 24), sort_text, number limit ? offset ?
      ) as page cross join items on items.number = page.number ${source.join}
      order by page.text, page.number`,
    [...matching.parameters, query.limit, query.offset],
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

/** In the order of the index: only the rows of the page are read. */
function everyItem(query: ItemListQuery): Matching {
  const { condition, parameter } = within(query);
  const text = `from items indexed by items_by_text where ${condition} ${liveOnly(query)}`;
  return { text, parameters: [parameter] };
}

/** All rows of the collections have to be read, in the order in which they lie there. */
function itemsWith(query: ItemListQuery, wanted: string): Matching {
  const { condition, parameter } = within(query);
  const text = `from items indexed by items_by_id
    where ${condition} ${liveOnly(query)} and instr(sort_text, ?) > 0`;
  return { text, parameters: [parameter, wanted] };
}

function within(query: ItemListQuery): { condition: string; parameter: string } {
  const [only] = query.collectionIds;
  // Said so, and only so, SQLite takes the order from the index.
  if (only !== undefined && query.collectionIds.length === 1) {
    return { condition: 'collection_id = ?', parameter: only };
  }
  return {
    condition: 'collection_id in (select value from json_each(?))',
    parameter: listParameter(query.collectionIds),
  };
}

function liveOnly(query: ItemListQuery): string {
  return query.withDeleted ? '' : 'and deleted_at is null';
}
