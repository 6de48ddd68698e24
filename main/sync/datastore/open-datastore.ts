import type { Item } from '../../groupware/content/index.ts';
import type { PreparedItem } from '../../groupware/types.ts';
import type { SyncStateRow } from '../../store/sync-types.ts';
import { sqliteCode } from '../../store/store-errors.ts';
import { createContentChoice } from './content-choice.ts';
import { createCounters } from './counters.ts';
import { createDatastore } from './datastore.ts';
import { decideMode, nextAnchor } from './decide-mode.ts';
import type { ModeDecision } from './decide-mode.ts';
import type { DatastoreDeps } from './deps.ts';
import { readFilter } from './filter.ts';
import type { ItemFilter } from './filter.ts';
import type { Locks } from './locks.ts';
import { createNotices } from './notices.ts';
import { resolveUri } from './resolve-uri.ts';
import type { DatastoreTarget } from './resolve-uri.ts';
import { isFull, type DatastoreScope } from './scope.ts';
import type { OpenAnswer, OpenRequest, SyncParty } from './types.ts';
import { splitUri } from './uri-options.ts';

/** What is needed to open a datastore. */
export interface OpeningDeps extends DatastoreDeps {
  readonly locks: Locks;
}

/** Opens what a client alerts (OMA DS protocol 1.2 §6). */
export async function openDatastore(
  deps: OpeningDeps,
  party: SyncParty,
  request: OpenRequest,
): Promise<OpenAnswer> {
  const { store, clock } = deps;
  const { deviceId } = party.client;
  const device = deviceId === null ? undefined : await store.devices.get(deviceId);
  const resolved = await resolveUri(deps, party, device, request.uri);
  if (!resolved.ok) return resolved;
  const { target } = resolved;
  const filtered = readFilter(splitUri(request.uri), request.filter, clock.now());
  if (!filtered.ok) return filtered;

  const state = await store.sync.getState(party.client.id, target.key);
  const decision = decideMode(request, state);
  const canWrite = target.parts.some(({ access }) => access === 'write');
  if (decision.isReplacedByClient && !canWrite) return { ok: false, status: 403 };

  const opened = openedState(party, request, target, state, decision, clock.now());
  try {
    await store.sync.putState(opened);
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_FULL') return { ok: false, status: 510 };
    throw error;
  }
  const scope = await makeScope(deps, party, {
    request,
    target,
    decision,
    filter: filtered.filter,
    state,
    round: opened.round,
    deviceName: device?.name,
  });
  if (decision.why !== undefined) scope.notices.compares(decision.why);
  const serverAnchor = state?.serverAnchor ?? null;
  const datastore = createDatastore(scope, {
    status: decision.status,
    last: decision.why === undefined ? (serverAnchor ?? undefined) : undefined,
    next: request.toldNext ?? nextAnchor(clock.now(), serverAnchor),
    isResyncWanted: state?.isResyncWanted === true,
  });
  return { ok: true, status: decision.status, mode: decision.mode, datastore };
}

function openedState(
  party: SyncParty,
  request: OpenRequest,
  target: DatastoreTarget,
  state: SyncStateRow | undefined,
  { mode, isResumed }: ModeDecision,
  now: number,
): SyncStateRow {
  const before = state?.round ?? 0;
  return {
    clientId: party.client.id,
    datastore: target.key,
    deviceUri: request.deviceUri,
    clientAnchor: state?.clientAnchor ?? null,
    serverAnchor: state?.serverAnchor ?? null,
    revision: state?.revision ?? 0,
    round: isFull(mode) && !isResumed ? before + 1 : before,
    openMode: mode,
    openAnchor: request.next,
    openSince: now,
    isResyncWanted: state?.isResyncWanted ?? false,
    completedAt: state?.completedAt ?? null,
  };
}

interface Opened {
  readonly request: OpenRequest;
  readonly target: DatastoreTarget;
  readonly decision: ModeDecision;
  readonly filter: ItemFilter | undefined;
  readonly state: SyncStateRow | undefined;
  readonly round: number;
  readonly deviceName: string | undefined;
}

async function makeScope(
  deps: OpeningDeps,
  party: SyncParty,
  { request, target, decision, filter, state, round, deviceName }: Opened,
): Promise<DatastoreScope> {
  const { client } = party;
  const account = await deps.store.accounts.get(party.accountId);
  const zone = account?.timeZone ?? deps.settings().timeZone;
  const folder = splitUri(request.uri).name;
  const { dataType } = target;
  return {
    deps,
    locks: deps.locks,
    party,
    request,
    target,
    mode: decision.mode,
    round,
    usesHints: decision.usesHints,
    isReplacedByClient: decision.isReplacedByClient,
    isRepeat: state !== undefined && state.openMode !== null,
    since: state?.revision ?? 0,
    filter,
    zone,
    origin: client.deviceId === null ? `client:${client.id}` : `device:${client.deviceId}`,
    content: createContentChoice(party, {
      uri: folder,
      deviceUri: request.deviceUri,
      dataType,
      zone,
    }),
    counters: createCounters(),
    notices: createNotices(deps.log, party, { deviceName, folder }),
    policyOf: (type) => account?.conflicts[type] ?? deps.settings().conflict,
    prepare: preparer(deps, zone),
  };
}

/** Remembers what was computed for an item for as long as somebody has the item. */
function preparer({ prepareItem }: DatastoreDeps, zone: string): (item: Item) => PreparedItem {
  const known = new WeakMap<Item, PreparedItem>();
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const prepared = prepareItem(item, zone);
    known.set(item, prepared);
    return prepared;
  };
}
