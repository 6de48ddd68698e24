import type { SyncCommand } from '../../codecs/syncml/message/model.ts';
import type { ServerChange } from '../datastore/types.ts';
import { syncLimits } from '../limits.ts';
import { awaitedKey } from './client-status.ts';
import type { Draft } from './draft.ts';
import { noteFault } from './faults.ts';
import { commandFor, payloadOf, startObject, takeChunk } from './outgoing-items.ts';
import { noteProblem } from './replies.ts';
import type { Awaited, SessionState, SessionStore } from './state.ts';
import { failStore, isFromClientOnly } from './stores.ts';
import type { TimeSlice } from './time-slice.ts';

/** What went into one Sync. */
interface Batch {
  readonly sync: SyncCommand;
  readonly commands: SyncCommand['commands'][number][];
  readonly awaited: [string, Awaited][];
  readonly sentIds: string[];
}

/**
 * Fills a message with the server's changes, one Sync per datastore, also for one without changes
 * (package 4). True when there is nothing left to send.
 */
export async function sendChanges(
  session: SessionState,
  draft: Draft,
  slice: TimeSlice,
): Promise<boolean> {
  for (const store of session.stores) {
    if (store.isFailed || store.isAllSent || isFromClientOnly(store)) continue;
    const mark = draft.mark();
    try {
      await sendOf(session, draft, store, slice);
    } catch (error) {
      draft.reset(mark);
      noteFault(session, error, 510);
      await failStore(session, store);
      continue;
    }
    if (!store.isAllSent) return false;
  }
  return true;
}

async function sendOf(
  session: SessionState,
  draft: Draft,
  store: SessionStore,
  slice: TimeSlice,
): Promise<void> {
  const mark = draft.mark();
  const isBare = draft.isBare();
  if (store.isAnnounced && !(await hasMore(store, draft))) return;
  const sync = syncOf(session, draft, store);
  const size = draft.sizeOf(sync);
  if (size > draft.left() && !isBare) {
    draft.reset(mark);
    return;
  }
  draft.spend(size);
  const batch: Batch = { sync, commands: [], awaited: [], sentIds: [] };
  while (await hasMore(store, draft)) {
    if (!(await sendNext(session, draft, store, batch, isBare))) break;
    await slice.breathe();
  }
  if (batch.commands.length === 0 && !store.isAllSent) {
    // Nothing fits beside what is in the message: its Sync starts the next one.
    draft.reset(mark);
    return;
  }
  if (batch.sentIds.length > 0) await store.datastore.markSent(batch.sentIds);
  draft.push({ ...sync, commands: batch.commands });
  store.isAnnounced = true;
  awaitStatus(session, awaitedKey(draft.header.msgId, sync.cmdId), { kind: 'sync', store });
  for (const [key, awaited] of batch.awaited) awaitStatus(session, key, awaited);
}

/** Sees to it that the next change is at hand; false when there is none. */
async function hasMore(store: SessionStore, draft: Draft): Promise<boolean> {
  if (store.object || store.waiting.length > 0) return true;
  if (store.isAllSent) return false;
  const guess = Math.ceil(Math.max(draft.left(), 0) / syncLimits.typicalChangeOctets);
  const limit = Math.min(Math.max(guess, 1), syncLimits.changesAtOnce);
  const changes = await store.datastore.nextChanges(limit);
  store.waiting.push(...changes);
  store.isAllSent = changes.length === 0;
  return !store.isAllSent;
}

/** Puts the next change, or a part of it, into the message; false when the message is full. */
async function sendNext(
  session: SessionState,
  draft: Draft,
  store: SessionStore,
  batch: Batch,
  isBare: boolean,
): Promise<boolean> {
  if (store.object) return sendChunk(session, draft, store, batch, isBare);
  const change = store.waiting[0];
  if (!change) return false;
  const { payload, isBase64 } = payloadOf(session, store, change);
  if (isTooLarge(session, payload)) return await skip(session, store, change);
  const mark = draft.mark();
  const cmdId = draft.nextId();
  const command = commandFor(session, change, cmdId, { data: payload, isBase64 });
  const size = draft.sizeOf(command);
  if (size <= draft.left()) {
    draft.spend(size);
    note(draft, store, batch, command, { change, isLast: true });
    store.waiting.shift();
    return true;
  }
  draft.reset(mark);
  const isAlone = isBare && batch.commands.length === 0;
  // It may fit into a message of its own; only what does not is sent in parts.
  if (!isAlone && size <= roomAlone(draft, batch)) return false;
  if (!takesParts(session)) return await skip(session, store, change);
  store.object = startObject(change, payload, isBase64);
  store.waiting.shift();
  return sendChunk(session, draft, store, batch, isBare);
}

/** Octets for one item in a message that begins with the Sync of this batch. */
function roomAlone(draft: Draft, { sync }: Batch): number {
  return draft.fresh() - draft.sizeOf(sync);
}

function sendChunk(
  session: SessionState,
  draft: Draft,
  store: SessionStore,
  batch: Batch,
  isBare: boolean,
): boolean {
  const { object } = store;
  if (!object) return false;
  const mark = draft.mark();
  const isAlone = isBare && batch.commands.length === 0;
  const chunk = takeChunk(session, object, draft, isAlone);
  if (!chunk) {
    draft.reset(mark);
    return false;
  }
  draft.spend(draft.sizeOf(chunk.command));
  note(draft, store, batch, chunk.command, { change: object.change, isLast: chunk.isLast });
  if (chunk.isLast) store.object = undefined;
  return chunk.isLast;
}

function note(
  draft: Draft,
  store: SessionStore,
  batch: Batch,
  command: SyncCommand['commands'][number],
  { change, isLast }: { change: ServerChange; isLast: boolean },
): void {
  batch.commands.push(command);
  const key = awaitedKey(draft.header.msgId, command.cmdId);
  batch.awaited.push([key, { kind: 'item', store, change, isLast }]);
  if (isLast) batch.sentIds.push(change.itemId);
}

function takesParts({ version, deviceInfo, maxObjectSize }: SessionState): boolean {
  if (version === '1.0') return false;
  // Who says nothing of itself, and how large an object may be, knows what it talks of.
  return deviceInfo ? deviceInfo.supportsLargeObjects === true : maxObjectSize !== undefined;
}

function isTooLarge({ maxObjectSize }: SessionState, payload: Uint8Array): boolean {
  return maxObjectSize !== undefined && payload.length > maxObjectSize;
}

/** The client cannot take this item: the datastore is told what the client would have said. */
async function skip(
  session: SessionState,
  store: SessionStore,
  change: ServerChange,
): Promise<boolean> {
  const status = 413;
  store.waiting.shift();
  session.hasItemFailures = true;
  const itemRef = change.luid ?? change.guid;
  const command = change.kind === 'add' ? 'Add' : 'Replace';
  noteProblem(session, 'server', { command, uri: store.uri, itemRef, status });
  session.deps.log.write({
    level: 'warn',
    area: 'sync',
    key: 'sync.item-too-large',
    params: { client: session.record.clientName, folder: store.uri, octets: change.data.length },
    traceId: session.record.traceId,
    accountId: session.client.accountId,
    deviceId: session.client.deviceId,
  });
  await store.datastore.settle([{ itemId: change.itemId, status }]);
  return true;
}

function syncOf(session: SessionState, draft: Draft, store: SessionStore): SyncCommand {
  const tellsCount = session.deviceInfo?.supportsNumberOfChanges === true && !store.isAnnounced;
  return {
    kind: 'sync',
    cmdId: draft.nextId(),
    target: { uri: store.deviceUri },
    source: { uri: store.uri },
    ...(tellsCount ? { numberOfChanges: store.datastore.numberOfChanges } : {}),
    commands: [],
  };
}

function awaitStatus(session: SessionState, key: string, awaited: Awaited): void {
  session.awaited.set(key, awaited);
  if (session.awaited.size <= syncLimits.awaitedStatuses) return;
  for (const oldest of session.awaited.keys()) {
    session.awaited.delete(oldest);
    return;
  }
}
