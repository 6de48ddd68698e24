import type { VersionReason } from '../../shared/model/item.ts';
import type { Ids } from '../platform/ids.ts';
import type { ItemRow, ItemVersionRow, OriginRef } from '../store/sync-types.ts';
import type { Repositories } from '../store/types.ts';
import type { ItemWrite, ItemWriter, PreparedItem } from './types.ts';

/** Who writes, and when. */
interface Writing {
  readonly origin: OriginRef;
  readonly at: number;
}

/** What a batch of writes comes to, with revisions counted from 0. */
interface Batch {
  /** Items as they are after it, by id. */
  readonly rows: Map<string, ItemRow>;
  readonly created: Set<string>;
  readonly changed: Set<string>;
  readonly versions: ItemVersionRow[];
  revisions: number;
}

/** Makes the writer of items. Whatever it is given costs one statement of each sort. */
export function createItemWriter(ids: Ids): ItemWriter {
  return {
    async write(tx, writes, by) {
      const batch: Batch = {
        rows: new Map(),
        created: new Set(),
        changed: new Set(),
        versions: [],
        revisions: 0,
      };
      const written = writes.map((write) => plan(batch, write, by, ids));
      await store(tx, batch);
      return written.map((id) => batch.rows.get(id) as ItemRow);
    },
  };
}

/** Adds one write to the batch; answers with the item's id. */
function plan(batch: Batch, write: ItemWrite, by: Writing, ids: Ids): string {
  if (write.kind === 'create') return create(batch, write.collectionId, write.item, by, ids.next());
  const { id } = write.row;
  // The same item may be written more than once: the row that the caller knows is then an old one.
  const before = batch.rows.get(id) ?? write.row;
  batch.rows.set(id, before);
  switch (write.kind) {
    case 'update':
      // A deleted item comes back even with the content that it had.
      if (before.fingerprint === write.item.fingerprint && before.deletedAt === null) return id;
      replace(batch, { ...before, ...stored(write.item), deletedAt: null }, write.reason, by);
      return id;
    case 'delete':
      if (before.deletedAt === null) {
        replace(batch, { ...before, deletedAt: by.at }, 'deleted', by);
      }
      return id;
    case 'keep-loser':
      keepLoser(batch, before, write.item, by);
      return id;
  }
}

function create(
  batch: Batch,
  collectionId: string,
  item: PreparedItem,
  { origin, at }: Writing,
  id: string,
): string {
  const row: ItemRow = {
    id,
    collectionId,
    ...stored(item),
    revision: nextRevision(batch),
    version: 1,
    origin,
    createdAt: at,
    modifiedAt: at,
    deletedAt: null,
  };
  batch.rows.set(id, row);
  batch.created.add(id);
  batch.versions.push(versionOf(row, 'created'));
  return id;
}

function replace(batch: Batch, row: ItemRow, reason: VersionReason, { origin, at }: Writing): void {
  const revision = nextRevision(batch);
  const next = { ...row, revision, version: row.version + 1, origin, modifiedAt: at };
  batch.rows.set(row.id, next);
  batch.changed.add(row.id);
  batch.versions.push(versionOf(next, reason));
}

/** A loser has no revision: it never was what the item said. */
function keepLoser(batch: Batch, row: ItemRow, item: PreparedItem, { origin, at }: Writing): void {
  const version = row.version + 1;
  batch.rows.set(row.id, { ...row, version });
  batch.changed.add(row.id);
  batch.versions.push({
    itemId: row.id,
    version,
    reason: 'conflict',
    revision: null,
    content: item.content,
    title: item.title,
    origin,
    at,
  });
}

async function store(tx: Repositories, batch: Batch): Promise<void> {
  const { rows, created, changed, versions, revisions } = batch;
  if (versions.length === 0) return;
  const first = revisions === 0 ? 0 : await tx.items.takeRevisions(revisions);
  const touched = new Set([...created, ...changed]);
  for (const id of touched) {
    const row = rows.get(id);
    if (row !== undefined && row.revision < 0) {
      rows.set(id, { ...row, revision: revisionOf(row.revision, first) });
    }
  }
  const rowsOf = (ids: ReadonlySet<string>): ItemRow[] =>
    [...ids].flatMap((id) => rows.get(id) ?? []);
  if (created.size > 0) await tx.items.insert(rowsOf(created));
  if (changed.size > 0) await tx.items.update(rowsOf(changed));
  await tx.items.insertVersions(
    versions.map((version) => ({
      ...version,
      revision: version.revision === null ? null : revisionOf(version.revision, first),
    })),
  );
}

/** Revisions are negative until the transaction has taken them: -1 is its first. */
function nextRevision(batch: Batch): number {
  batch.revisions += 1;
  return -batch.revisions;
}

function revisionOf(planned: number, first: number): number {
  return first - planned - 1;
}

function stored(prepared: PreparedItem): Omit<PreparedItem, 'item'> & Pick<ItemRow, 'kind'> {
  const { item, content, title, subtitle, fingerprint, matchKeys, lookupKeys } = prepared;
  return { kind: item.kind, content, title, subtitle, fingerprint, matchKeys, lookupKeys };
}

function versionOf(row: ItemRow, reason: VersionReason): ItemVersionRow {
  const { id: itemId, version, revision, content, title, origin, modifiedAt: at } = row;
  return { itemId, version, reason, revision, content, title, origin, at };
}
