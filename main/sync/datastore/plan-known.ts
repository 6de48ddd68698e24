import {
  mergeItem,
  project,
  sameContent,
  type Item,
  type ItemKind,
  type MergeContext,
} from '../../groupware/content/index.ts';
import type { ItemWrite } from '../../groupware/types.ts';
import type { ItemMapRow, ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import { settleConflict } from './conflict.ts';
import type { Settlement } from './conflict.ts';
import type { DecodedContent } from './decode-changes.ts';
import { saidTime } from './device-time.ts';
import { largestObject, profileAsSent } from './fitting.ts';
import { readContent } from './known-items.ts';
import type { KnownItem } from './known-items.ts';
import { findPairs } from './pairing.ts';
import { onlyStatus, type Link, type PlannedChange } from './planned-change.ts';
import { planNew } from './plan-new.ts';
import type { DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** An item of the client that is known to be this one of the server. */
export interface KnownPair {
  readonly change: ClientChange;
  readonly content: DecodedContent;
  readonly row: ItemRow;
  readonly known: Omit<KnownItem, 'row'>;
}

/** Plans an Add or Replace of an item that the map knows (OMA DS protocol 1.2 §"Replace"). */
export async function planKnown(
  scope: DatastoreScope,
  from: Repositories,
  change: ClientChange,
  content: DecodedContent,
  known: KnownItem,
): Promise<PlannedChange> {
  const { row, map } = known;
  if (row === undefined) {
    return { ...planNew(scope, change, content), unlink: map.itemId };
  }
  const pair: KnownPair = { change, content, row, known };
  if (row.kind !== content.item.kind || row.collectionId !== content.part.collection.id) {
    return planOtherKind(scope, pair);
  }
  if (row.deletedAt !== null) return await planRevival(scope, from, pair);
  return await planUpdate(scope, from, pair);
}

/** How the device wrote its version, and what of the other it could not have written. */
export function contextOf(
  scope: DatastoreScope,
  content: DecodedContent,
  sent: Item,
): Required<MergeContext> {
  const { type, item } = content;
  const profile = scope.content.profile(type);
  const limit = largestObject(scope.party);
  return { type, profile: profileAsSent(item, sent, type, profile, limit) };
}

/** Whether the device would send exactly what it has sent, had it the server's version. */
export function showsAs(item: Item, device: Item, { type, profile }: MergeContext): boolean {
  return sameContent(project<ItemKind>(item, type, profile), device);
}

/** An event became a task: what was there goes, and something else is new. */
function planOtherKind(scope: DatastoreScope, pair: KnownPair): PlannedChange {
  const { change, content, row, known } = pair;
  const planned = planNew(scope, change, content);
  if (planned.writes.length === 0) return planned;
  const writes: ItemWrite[] = row.deletedAt === null ? [{ kind: 'delete', row }] : [];
  return {
    ...planned,
    status: statusOf(scope, change, 200),
    writes: [...writes, ...planned.writes],
    unlink: known.map.itemId,
    counted: 'changed',
  };
}

/** It was deleted on the server and changed on the client: the change wins. */
async function planRevival(
  scope: DatastoreScope,
  from: Repositories,
  pair: KnownPair,
): Promise<PlannedChange> {
  const { change, content, row, known } = pair;
  const before = known.seen?.item ?? readContent(row);
  const context = contextOf(scope, content, before);
  const merged = mergeItem<ItemKind>(before, content.item, context);
  // What is only sent again was not changed: the deletion reaches the client in this session.
  if (known.seen !== undefined && sameContent(merged, before)) {
    return {
      ...onlyStatus(statusOf(scope, change, 200)),
      link: linkFor(pair, 'ok', known.map.revision),
    };
  }
  if (content.part.access === 'read') return refuseReadOnly(scope, pair);
  const item = scope.prepare(merged);
  const wanted = { item };
  const twin = (await findPairs(scope, from, [wanted], new Set([row.id]), 'near')).get(wanted);
  if (twin !== undefined) {
    // Another client has brought it back already, as a new item.
    const planned = await planMatch(scope, from, change, content, twin);
    const status = planned.status < 400 ? statusOf(scope, change, 200) : planned.status;
    return { ...planned, status, unlink: row.id };
  }
  return {
    status: statusOf(scope, change, 200),
    writes: [{ kind: 'update', row, item, reason: 'restored' }],
    link: linkWhole(change, 'written'),
    counted: 'changed',
    isConflict: true,
  };
}

async function planUpdate(
  scope: DatastoreScope,
  from: Repositories,
  pair: KnownPair,
): Promise<PlannedChange> {
  const { change, content, row, known } = pair;
  const hasSeenIt = row.revision === known.map.revision;
  const server = (hasSeenIt ? known.seen?.item : undefined) ?? readContent(row);
  const isStale = known.seen === undefined || !hasSeenIt;
  if (!isStale || scope.isReplacedByClient) {
    const context = contextOf(scope, content, server);
    const merged = mergeItem<ItemKind>(server, content.item, context);
    const status = statusOf(scope, change, 200);
    return writeMerged(scope, pair, { status, item: merged }, true);
  }
  const context = contextOf(scope, content, known.seen?.item ?? server);
  const settled = settleConflict({
    server: { item: server, row },
    device: content.item,
    seen: known.seen,
    context,
    policy: scope.policyOf(content.part.collection.dataType),
    now: scope.deps.clock.now(),
  });
  noteClock(scope, content.item);
  if (settled.copy !== undefined) return await planBoth(scope, from, pair, settled.copy);
  return writeMerged(scope, pair, settled, showsAs(settled.item, content.item, context));
}

/**
 * Plans an item that was found by its content: what the client has of it, and has not, is known from
 * the object alone.
 */
export async function planMatch(
  scope: DatastoreScope,
  from: Repositories,
  change: ClientChange,
  content: DecodedContent,
  row: ItemRow,
): Promise<PlannedChange> {
  const map: ItemMapRow = {
    clientId: scope.party.client.id,
    datastore: scope.target.key,
    itemId: row.id,
    luid: null,
    revision: 0,
    round: scope.round - 1,
    state: 'adding',
  };
  const pair: KnownPair = { change, content, row, known: { map, seen: undefined } };
  const planned = isThere(scope, pair)
    ? { ...onlyStatus(200), link: linkWhole(change, row) }
    : await planUpdate(scope, from, pair);
  const status = planned.status < 400 ? (change.kind === 'add' ? 201 : 200) : planned.status;
  return { ...planned, status, isMatch: true };
}

/** Plans an item that the server has to the letter. */
export function planSame(change: ClientChange, item: Link['item']): PlannedChange {
  const status = change.kind === 'add' ? 201 : 200;
  return { ...onlyStatus(status), link: linkWhole(change, item), isMatch: true };
}

/** Whether the device has what the server has, as far as it can hold it. */
function isThere(scope: DatastoreScope, { content, row }: KnownPair): boolean {
  if (scope.prepare(content.item).fingerprint === row.fingerprint) return true;
  const server = readContent(row);
  return showsAs(server, content.item, contextOf(scope, content, server));
}

function linkWhole({ luid }: ClientChange, item: Link['item']): Link {
  return { luid, item, seen: 'whole', state: 'ok' };
}

/** The settled version becomes the item's; `isWhole` tells that the client has it already. */
function writeMerged(
  scope: DatastoreScope,
  pair: KnownPair,
  settled: Omit<Settlement, 'status'> & { readonly status: number },
  isWhole: boolean,
): PlannedChange {
  const { change, content, row, known } = pair;
  const item = scope.prepare(settled.item);
  const isSame = item.fingerprint === row.fingerprint;
  const isRefused = !isSame || settled.loser !== undefined;
  if (isRefused && content.part.access === 'read') return refuseReadOnly(scope, pair);
  const isConflict = settled.status === 208 || settled.status === 419;
  const writes: ItemWrite[] = [];
  if (settled.loser !== undefined) {
    writes.push({ kind: 'keep-loser', row, item: scope.prepare(settled.loser) });
  }
  if (!isSame) {
    const reason = settled.status === 200 || settled.status === 208 ? 'changed' : 'merged';
    writes.push({ kind: 'update', row, item, reason });
  }
  const link: Link = isWhole
    ? linkWhole(change, isSame ? row : 'written')
    : linkFor(pair, 'changing', known.map.revision);
  const { map } = known;
  const isLinked =
    link.item === row &&
    map.luid === change.luid &&
    map.state === link.state &&
    map.revision === (link.seen === 'whole' ? row.revision : link.seen) &&
    map.round === scope.round;
  return {
    status: statusOf(scope, change, settled.status),
    writes,
    ...(isLinked ? {} : { link }),
    ...(isSame ? {} : { counted: 'changed' as const }),
    ...(isConflict ? { isConflict } : {}),
  };
}

/** Both stay: the server's version takes the place of the client's, which becomes an item of its own. */
async function planBoth(
  scope: DatastoreScope,
  from: Repositories,
  pair: KnownPair,
  copy: Item,
): Promise<PlannedChange> {
  const { change, content, row, known } = pair;
  if (content.part.access === 'read') return refuseReadOnly(scope, pair);
  const prepared = scope.prepare(copy);
  const { collection } = content.part;
  const link = linkFor(pair, 'changing', known.map.revision);
  // A client whose session broke says the same again, and must not make a copy each time.
  const alike = await from.items.listByLookupKeys([collection.id], prepared.lookupKeys);
  const isThere = alike.some(
    (other) => other.id !== row.id && other.fingerprint === prepared.fingerprint,
  );
  if (isThere) return { status: statusOf(scope, change, 209), writes: [], link };
  return {
    status: statusOf(scope, change, 209),
    writes: [{ kind: 'create', collectionId: collection.id, item: prepared }],
    link,
    counted: 'added',
    isConflict: true,
  };
}

/** The client may not change this: it gets back what it had. */
function refuseReadOnly(scope: DatastoreScope, pair: KnownPair): PlannedChange {
  scope.notices.readOnly();
  return { ...onlyStatus(403), link: linkFor(pair, 'changing', pair.known.map.revision) };
}

function linkFor({ change, row }: KnownPair, state: Link['state'], seen: number): Link {
  return { luid: change.luid, item: row, seen, state };
}

/** Says once that the device's clock cannot be right. */
export function noteClock(scope: DatastoreScope, device: Item): void {
  if (saidTime(device, scope.deps.clock.now(), undefined) !== 'wrong') return;
  scope.notices.wrongClock('modified' in device ? (device.modified ?? '') : '');
}

/**
 * In a slow sync the status says how the item came and nothing else: 201 for an Add whether it was
 * there or not, as the conformance tests want it.
 */
export function statusOf(scope: DatastoreScope, change: ClientChange, status: number): number {
  if (scope.mode !== 'slow' && scope.mode !== 'refresh-from-client') return status;
  return change.kind === 'add' ? 201 : 200;
}
