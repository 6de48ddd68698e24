import type { SyncMode } from '../../../../shared/model/session.ts';
import type {
  ClientChange,
  Datastores,
  OpenAnswer,
  OpenDatastore,
  OpenRequest,
  ServerChange,
  ServerChangeOutcome,
  SyncParty,
} from '../../datastore/types.ts';
import { keyOfUri } from '../stores.ts';

/** What happened to a datastore, in the order it happened. */
export type FakeEvent =
  | { readonly what: 'open'; readonly request: OpenRequest; readonly party: SyncParty }
  | { readonly what: 'apply'; readonly changes: readonly ClientChange[] }
  | { readonly what: 'sent'; readonly itemIds: readonly string[] }
  | { readonly what: 'settle'; readonly outcomes: readonly ServerChangeOutcome[] }
  | { readonly what: 'map'; readonly pairs: readonly { guid: string; luid: string }[] }
  | { readonly what: 'done' | 'complete' | 'abandon' };

/** A folder of the fake: what it has, and what every test may set. */
export interface FakeFolder {
  /** Octets by the client's id. */
  readonly items: Map<string, Uint8Array>;
  /** What the client is to be told in the next session. */
  outgoing: ServerChange[];
  clientAnchor: string | undefined;
  serverAnchor: string | undefined;
  /** Ids that the server has given to what it sent as Add. */
  readonly guids: Set<string>;
  readonly events: FakeEvent[];
  /** Called before a method does its work; may throw. */
  before: (what: FakeEvent['what']) => void | Promise<void>;
  /** Takes the place of the statuses of `apply`. */
  statuses: ((change: ClientChange) => number) | undefined;
}

/** Datastores in memory. */
export interface FakeDatastores extends Datastores {
  folder(name: string): FakeFolder;
  description: Awaited<ReturnType<Datastores['describe']>>;
}

const known = ['contacts', 'card', 'events', 'tasks', 'notes'];
const refusals: ReadonlyMap<string, 403 | 406 | 415 | 417> = new Map([
  ['secret', 403],
  ['filtered', 406],
]);

/** An Add of the server. */
export function serverAdd(id: string, text: string, type = 'text/x-vcard'): ServerChange {
  return {
    kind: 'add',
    itemId: id,
    guid: id,
    luid: undefined,
    type,
    data: new TextEncoder().encode(text),
  };
}

/** Makes datastores without items. */
export function createFakeDatastores(): FakeDatastores {
  const folders = new Map<string, FakeFolder>();
  let sessions = 0;
  const folder = (name: string): FakeFolder => {
    let found = folders.get(name);
    if (!found) {
      found = {
        items: new Map(),
        outgoing: [],
        clientAnchor: undefined,
        serverAnchor: undefined,
        guids: new Set(),
        events: [],
        before: () => undefined,
        statuses: undefined,
      };
      folders.set(name, found);
    }
    return found;
  };

  return {
    folder,
    description: known.slice(0, 2).map((name) => ({
      sourceRef: name,
      displayName: name,
      maxGuidSize: 64,
      receivePreferred: { type: 'text/x-vcard', version: '2.1' },
      receive: [{ type: 'text/vcard', version: '3.0' }],
      sendPreferred: { type: 'text/x-vcard', version: '2.1' },
      send: [{ type: 'text/vcard', version: '3.0' }],
      capabilities: [
        { type: 'text/x-vcard', version: '2.1', properties: [{ name: 'N' }, { name: 'TEL' }] },
      ],
      syncTypes: [1, 2, 3, 4, 5, 6, 7],
    })),
    describe() {
      return Promise.resolve(this.description);
    },
    async mapEarly(_party, uri, pairs) {
      const target = folder(keyOfUri(uri));
      await target.before('map');
      target.events.push({ what: 'map', pairs });
      return pairs.map(({ guid }) => target.guids.has(guid));
    },
    async open(party, request) {
      const key = keyOfUri(request.uri).split('?')[0] ?? '';
      const refusal = refusals.get(key);
      if (refusal) return { ok: false, status: refusal };
      if (!known.includes(key.split('/')[0] ?? '')) return { ok: false, status: 404 };
      const target = folder(key);
      await target.before('open');
      target.events.push({ what: 'open', request, party });
      sessions += 1;
      return openFolder(target, request, `server-${String(sessions)}`);
    },
  };
}

function openFolder(folder: FakeFolder, request: OpenRequest, fresh: string): OpenAnswer {
  const isKnown = request.last !== undefined && request.last !== '';
  const fits = isKnown && request.last === folder.clientAnchor;
  const slower: Partial<Record<SyncMode, SyncMode>> = {
    'two-way': 'slow',
    'one-way-from-client': 'refresh-from-client',
    'one-way-from-server': 'refresh-from-server',
  };
  const wanted = slower[request.mode];
  const mode = wanted === undefined || fits ? request.mode : wanted;
  const next = request.toldNext ?? fresh;
  const status = mode === request.mode ? 200 : 508;
  return { ok: true, status, mode, datastore: fakeDatastore(folder, request, mode, next) };
}

function fakeDatastore(
  folder: FakeFolder,
  request: OpenRequest,
  mode: SyncMode,
  next: string,
): OpenDatastore {
  const outgoing = [...folder.outgoing];
  const total = outgoing.length;
  const counts = { added: 0, changed: 0, deleted: 0, failed: 0 };
  const enter = async (event: FakeEvent): Promise<void> => {
    await folder.before(event.what);
    folder.events.push(event);
  };
  return {
    last: folder.serverAnchor,
    next,
    mode,
    numberOfChanges: total,
    async apply(changes) {
      await enter({ what: 'apply', changes });
      return changes.map((change) => folder.statuses?.(change) ?? applyOne(folder, mode, change));
    },
    clientIsDone: () => enter({ what: 'done' }),
    async nextChanges(limit) {
      await folder.before('sent');
      return outgoing.splice(0, limit);
    },
    async markSent(itemIds) {
      await enter({ what: 'sent', itemIds });
      for (const id of itemIds) folder.guids.add(id);
    },
    settle: (outcomes) => enter({ what: 'settle', outcomes }),
    async map(pairs) {
      await enter({ what: 'map', pairs });
      return pairs.map(({ guid }) => folder.guids.has(guid));
    },
    async complete() {
      await enter({ what: 'complete' });
      folder.clientAnchor = request.next;
      folder.serverAnchor = next;
      folder.outgoing = [];
    },
    abandon: () => enter({ what: 'abandon' }),
    summary: () => ({
      dataType: 'contacts',
      collectionId: 'c1',
      uri: request.uri,
      deviceUri: request.deviceUri,
      mode,
      status: 200,
      fromClient: counts,
      fromServer: counts,
      matched: 0,
      conflicts: 0,
      held: 0,
    }),
  };
}

function applyOne(folder: FakeFolder, mode: SyncMode, change: ClientChange): number {
  const { kind, luid, data } = change;
  if (kind === 'delete') {
    if (mode === 'slow') return 403;
    return folder.items.delete(luid) ? 200 : 211;
  }
  const isNew = !folder.items.has(luid);
  folder.items.set(luid, data);
  return isNew || kind !== 'replace' ? 201 : 200;
}
