import { Buffer } from 'node:buffer';
import type { Selectable } from 'kysely';
import { sortText } from '../sort-text.ts';
import type { ItemContentsTable, ItemsTable, ItemVersionsTable } from '../sync-schema.ts';
import type { ItemRow, ItemSummaryRow, ItemVersionRow } from '../sync-types.ts';
import { fromJson } from './json-column.ts';

/** An item as its columns, without its number. */
export function itemColumns(row: ItemRow): Omit<Selectable<ItemsTable>, 'number'> {
  return {
    id: row.id,
    collection_id: row.collectionId,
    kind: row.kind,
    revision: row.revision,
    version: row.version,
    deleted_at: row.deletedAt,
    created_at: row.createdAt,
    modified_at: row.modifiedAt,
    octets: Buffer.byteLength(row.content),
    origin: row.origin,
    fingerprint: row.fingerprint,
    sort_text: sortText(`${row.title}\n${row.subtitle}`),
    title: row.title,
    subtitle: row.subtitle,
  };
}

/** What is long in an item, as its columns. */
export function contentColumns(number: number, row: ItemRow): ItemContentsTable {
  return {
    number,
    lookup_keys: JSON.stringify(row.lookupKeys),
    match_keys: row.matchKeys,
    content: row.content,
  };
}

/** The columns that {@link toSummary} needs. */
export const summarySelection = `items.id, items.collection_id, items.kind, items.revision,
  items.version, items.deleted_at, items.created_at, items.modified_at, items.octets, items.origin,
  items.title, items.subtitle`;

/** What {@link summarySelection} reads. */
export type SelectedSummary = Omit<Selectable<ItemsTable>, 'number' | 'fingerprint' | 'sort_text'>;

/** The columns that {@link toItem} needs, of items joined {@link withContents}. */
export const itemSelection = `${summarySelection}, items.fingerprint, item_contents.lookup_keys,
  item_contents.match_keys, item_contents.content`;

/** To be joined to `items` for {@link itemSelection}. */
export const withContents = 'cross join item_contents on item_contents.number = items.number';

/** What {@link itemSelection} reads. */
export type SelectedItem = SelectedSummary &
  Pick<Selectable<ItemsTable>, 'fingerprint'> &
  Omit<ItemContentsTable, 'number'>;

/** An item as a list shows it, of its columns. */
export function toSummary(row: SelectedSummary): ItemSummaryRow {
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

/** An item of its columns. */
export function toItem(row: SelectedItem): ItemRow {
  return {
    id: row.id,
    collectionId: row.collection_id,
    kind: row.kind as ItemRow['kind'],
    content: row.content,
    title: row.title,
    subtitle: row.subtitle,
    fingerprint: row.fingerprint,
    matchKeys: row.match_keys,
    lookupKeys: fromJson(row.lookup_keys),
    revision: row.revision,
    version: row.version,
    origin: row.origin,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
  };
}

/** A version as its columns. */
export function versionColumns(row: ItemVersionRow): Omit<Selectable<ItemVersionsTable>, 'number'> {
  return {
    item_id: row.itemId,
    version: row.version,
    revision: row.revision,
    at: row.at,
    reason: row.reason,
    octets: Buffer.byteLength(row.content),
    origin: row.origin,
    title: row.title,
    content: row.content,
  };
}

/** A version of its columns. */
export function toVersion(row: Selectable<ItemVersionsTable>): ItemVersionRow {
  return {
    itemId: row.item_id,
    version: row.version,
    reason: row.reason as ItemVersionRow['reason'],
    revision: row.revision,
    content: row.content,
    title: row.title,
    origin: row.origin,
    at: row.at,
  };
}
