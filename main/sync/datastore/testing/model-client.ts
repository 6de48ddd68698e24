import type { SyncMode } from '../../../../shared/model/session.ts';
import type { SyncFilter } from '../../../codecs/syncml/message/model.ts';
import type {
  ClientChange,
  OpenDatastore,
  ServerChange,
  ServerChangeOutcome,
  SyncParty,
} from '../types.ts';
import type { SyncRig } from './sync-rig.ts';

/** The client is gone, between any two calls of a session. */
export class VanishedError extends Error {
  override readonly name = 'VanishedError';
}

/** How a session is run. */
export interface SyncOptions {
  readonly mode?: SyncMode;
  readonly isResume?: boolean;
  readonly uri?: string;
  readonly filter?: SyncFilter;
  /** Calls after which the client vanishes. */
  readonly callsToLive?: number;
  /** Changes in one message, either way. */
  readonly perMessage?: number;
  /** The client wipes itself before it takes what the server has (refresh from the server). */
  readonly sendsAsReplace?: boolean;
}

/** What a session came to. */
export interface SyncResult {
  readonly status: number;
  readonly mode: SyncMode | undefined;
  /** Statuses of the client's changes, in order. */
  readonly statuses: number[];
  readonly sent: ClientChange[];
  readonly received: ServerChange[];
  readonly numberOfChanges: number;
  readonly datastore: OpenDatastore | undefined;
}

type Pending = 'add' | 'replace' | 'delete';

/** A phone with a database, as a sync server gets to see it. */
export interface ModelClient {
  readonly party: SyncParty;
  /** Objects by LUID, as their octets read. */
  readonly objects: Map<string, string>;
  readonly type: string;
  add(text: string): string;
  replace(luid: string, text: string): void;
  remove(luid: string): void;
  /** Loses anchors and ids of the server, and keeps its data. */
  reset(): void;
  /** Loses everything. */
  wipe(): void;
  sync(options?: SyncOptions): Promise<SyncResult>;
  /** What it answers to the server's changes; 200 or 201 unless a test says otherwise. */
  answer: (change: ServerChange) => number;
  /** Whether it sends the Map of what it added. */
  sendsMaps: boolean;
}

/** Makes a phone that has never synchronised. */
export function createModelClient(
  rig: SyncRig,
  party: SyncParty,
  { uri = 'contacts', type = 'text/vcard' } = {},
): ModelClient {
  const objects = new Map<string, string>();
  const pending = new Map<string, Pending>();
  /** LUIDs of what the server has added, by GUID. */
  const guids = new Map<string, string>();
  const unsentMaps = new Map<string, string>();
  let last: string | undefined;
  let sessions = 0;
  let created = 0;

  function changesFor(mode: SyncMode, sendsAsReplace: boolean): ClientChange[] {
    const base = { type, format: undefined, softDelete: false, archive: false } as const;
    const all = mode === 'slow' || mode === 'refresh-from-client';
    const entries: [string, Pending][] = all
      ? [...objects.keys()].map((luid) => [luid, sendsAsReplace ? 'replace' : 'add'])
      : [...pending];
    return entries.map(([luid, kind]) => ({
      ...base,
      kind,
      luid,
      data: new TextEncoder().encode(kind === 'delete' ? '' : (objects.get(luid) ?? '')),
    }));
  }

  /** Does what the server says; answers as phones do. */
  function take(change: ServerChange, client: ModelClient): number {
    const status = client.answer(change);
    if (status >= 300) return status;
    const text = new TextDecoder().decode(change.data);
    if (change.kind === 'add') {
      const known = guids.get(change.guid);
      if (known !== undefined && objects.has(known)) {
        objects.set(known, text);
        unsentMaps.set(change.guid, known);
        return 418;
      }
      const luid = nextLuid();
      objects.set(luid, text);
      guids.set(change.guid, luid);
      unsentMaps.set(change.guid, luid);
      return status;
    }
    const luid = change.luid ?? '';
    if (!objects.has(luid)) return change.kind === 'delete' ? 211 : 404;
    if (change.kind === 'delete') objects.delete(luid);
    else objects.set(luid, text);
    // What the user did meanwhile was told in this session already.
    pending.delete(luid);
    return status;
  }

  function nextLuid(): string {
    created += 1;
    return `${party.client.id}-${created}`;
  }

  const client: ModelClient = {
    party,
    objects,
    type,
    answer: ({ kind }) => (kind === 'add' ? 201 : 200),
    sendsMaps: true,
    add(text) {
      const luid = nextLuid();
      objects.set(luid, text);
      pending.set(luid, 'add');
      return luid;
    },
    replace(luid, text) {
      objects.set(luid, text);
      if (pending.get(luid) !== 'add') pending.set(luid, 'replace');
    },
    remove(luid) {
      objects.delete(luid);
      // It may have been sent in a session that broke.
      pending.set(luid, 'delete');
    },
    reset() {
      last = undefined;
      guids.clear();
      unsentMaps.clear();
      pending.clear();
    },
    wipe() {
      client.reset();
      objects.clear();
    },
    async sync(options = {}) {
      let left = options.callsToLive ?? Infinity;
      const step = async <T>(work: () => Promise<T>): Promise<T> => {
        if (left <= 0) throw new VanishedError();
        left -= 1;
        const result = await work();
        if (left <= 0) throw new VanishedError();
        return result;
      };
      sessions += 1;
      const next = `${party.client.id}-${sessions}`;
      const target = options.uri ?? uri;
      const result = {
        statuses: [] as number[],
        sent: [] as ClientChange[],
        received: [] as ServerChange[],
        numberOfChanges: 0,
      };

      const early = [...unsentMaps].map(([guid, luid]) => ({ guid, luid }));
      if (early.length > 0 && client.sendsMaps) {
        await step(() => rig.datastores.mapEarly(party, target, early));
        unsentMaps.clear();
      }
      const answer = await step(() =>
        rig.datastores.open(party, {
          uri: target,
          deviceUri: target,
          mode: options.mode ?? 'two-way',
          isResume: options.isResume ?? false,
          last,
          next,
          filter: options.filter,
        }),
      );
      if (!answer.ok) {
        return { ...result, status: answer.status, mode: undefined, datastore: undefined };
      }
      const { datastore, mode, status } = answer;
      if (mode === 'refresh-from-server') {
        objects.clear();
        guids.clear();
        pending.clear();
      }
      const changes =
        mode === 'one-way-from-server' || mode === 'refresh-from-server'
          ? []
          : changesFor(mode, options.sendsAsReplace ?? false);
      const told = new Map(pending);
      const perMessage = options.perMessage ?? 100;
      for (let at = 0; at < changes.length; at += perMessage) {
        const message = changes.slice(at, at + perMessage);
        result.sent.push(...message);
        result.statuses.push(...(await step(() => datastore.apply(message))));
      }
      await step(() => datastore.clientIsDone());
      result.numberOfChanges = datastore.numberOfChanges;
      for (;;) {
        const told = await step(() => datastore.nextChanges(perMessage));
        if (told.length === 0) break;
        await step(() => datastore.markSent(told.map(({ itemId }) => itemId)));
        result.received.push(...told);
        const outcomes: ServerChangeOutcome[] = told.map((change) => ({
          itemId: change.itemId,
          status: take(change, client),
        }));
        await step(() => datastore.settle(outcomes));
        const maps = [...unsentMaps].map(([guid, luid]) => ({ guid, luid }));
        if (maps.length > 0 && client.sendsMaps) {
          await step(() => datastore.map(maps));
          unsentMaps.clear();
        }
      }
      await step(() => datastore.complete());
      for (const [luid, kind] of told) if (pending.get(luid) === kind) pending.delete(luid);
      last = next;
      return { ...result, status, mode, datastore };
    },
  };
  return client;
}
