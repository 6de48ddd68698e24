import type { SyncMode } from '../../shared/model/session.ts';
import {
  ContentError,
  contentTypeOf,
  contentTypes,
  decodeItem,
  defaultProfile,
  encodeItem,
} from '../groupware/content/index.ts';
import type { ContentProfile, ContentType, Item } from '../groupware/content/index.ts';
import type { PhoneDataRepository, PhoneItemRow, PhoneStateRow } from '../store/sync-types.ts';
import type { LocalChange, LocalDatastore, RemoteChange } from './local-datastore.ts';
import { dataTypeOf } from './phone-item.ts';
import type { PhoneDataType } from './phone-item.ts';

/** The types that the phone sends and prefers. */
export const phoneContentTypes: Readonly<Record<PhoneDataType, ContentType>> = {
  contacts: 'vcard-2.1',
  calendar: 'vcalendar-1.0',
  tasks: 'vcalendar-1.0',
  notes: 'text',
};

/** What {@link openPhoneDatastore} needs. */
export interface PhoneDatastoreDeps {
  readonly data: PhoneDataRepository;
  readonly deviceId: string;
  readonly uri: string;
  /** What lies in it: one type, or two where a phone keeps tasks in its calendar. */
  readonly dataTypes: readonly PhoneDataType[];
  readonly mode: SyncMode;
  readonly now: () => number;
  readonly newLuid: () => string;
  readonly state: PhoneStateRow | undefined;
  /** Zone of the phone's clock. */
  readonly zone: string;
}

/** Counters of one datastore's part in a session. */
export interface PhoneDatastore extends LocalDatastore {
  readonly counts: { received: number; sent: number };
}

/** Opens one of the phone's databases for a session. */
export async function openPhoneDatastore(deps: PhoneDatastoreDeps): Promise<PhoneDatastore> {
  const { data, deviceId, uri, dataTypes, state } = deps;
  const profile: ContentProfile = { ...defaultProfile, zone: deps.zone };
  const wanted: ReadonlySet<string> = new Set(dataTypes);
  const rows = new Map<string, PhoneItemRow>();
  for (const row of await data.list(deviceId))
    if (wanted.has(row.dataType)) rows.set(row.luid, row);
  const dirty = new Map<string, PhoneItemRow>();
  const gone = new Set<string>();
  const counts = { received: 0, sent: 0 };
  const next = new Date(deps.now()).toISOString().replaceAll(/[-:.]/gu, '');

  function keep(row: PhoneItemRow): void {
    rows.set(row.luid, row);
    dirty.set(row.luid, row);
    gone.delete(row.luid);
  }

  function drop(luid: string): void {
    rows.delete(luid);
    dirty.delete(luid);
    gone.add(luid);
  }

  function outgoing(row: PhoneItemRow, kind: LocalChange['kind']): LocalChange {
    const contentType = phoneContentTypes[row.dataType as PhoneDataType];
    const type = contentTypes[contentType].mediaType;
    if (kind === 'delete') return { kind, luid: row.luid, type, data: new Uint8Array() };
    const item = JSON.parse(row.content) as Item;
    return { kind, luid: row.luid, type, data: encodeItem(item, contentType, profile) };
  }

  function store(luid: string, change: RemoteChange): number {
    const declared = change.type === undefined ? undefined : contentTypeOf(change.type);
    const [first = 'contacts'] = dataTypes;
    try {
      const item = decodeItem(change.data, declared ?? phoneContentTypes[first], profile);
      const dataType = dataTypeOf(item);
      if (dataType === undefined || !wanted.has(dataType)) return 415;
      const content = JSON.stringify(item);
      keep({ deviceId, luid, dataType, content, pending: null, changedAt: deps.now() });
      counts.received += 1;
      return change.kind === 'add' ? 201 : 200;
    } catch (error) {
      if (error instanceof ContentError) return 415;
      throw error;
    }
  }

  return {
    uri,
    mode: deps.mode,
    last: state?.ownAnchor ?? undefined,
    next,
    counts,
    newLuid: deps.newLuid,
    changes(mode) {
      if (mode === 'one-way-from-server' || mode === 'refresh-from-server') return [];
      const all = [...rows.values()];
      if (mode === 'slow' || mode === 'refresh-from-client') {
        for (const row of all) if (row.pending === 'deleted') drop(row.luid);
        return all
          .filter(({ pending }) => pending !== 'deleted')
          .map((row) => outgoing(row, 'replace'));
      }
      const kinds = { new: 'add', changed: 'replace', deleted: 'delete' } as const;
      return all.flatMap((row) =>
        row.pending === null ? [] : [outgoing(row, kinds[row.pending])],
      );
    },
    settled({ luid, kind }, status) {
      const row = rows.get(luid);
      if (row === undefined || (status >= 400 && status !== 418 && status !== 419)) return;
      counts.sent += 1;
      if (kind === 'delete') drop(luid);
      else if (row.pending !== null) keep({ ...row, pending: null });
    },
    apply(change) {
      switch (change.kind) {
        case 'add':
          return store(change.luid, change);
        case 'replace':
          return rows.has(change.luid) ? store(change.luid, change) : 404;
        case 'delete':
          if (!rows.has(change.luid)) return 211;
          drop(change.luid);
          counts.received += 1;
          return 200;
      }
    },
    clear() {
      for (const luid of rows.keys()) drop(luid);
    },
    async save() {
      const changed = [...dirty.values()];
      const removed = [...gone];
      dirty.clear();
      gone.clear();
      if (changed.length > 0) await data.put(changed);
      if (removed.length > 0) await data.remove(deviceId, removed);
    },
    async complete(serverAnchor) {
      await data.putState({
        deviceId,
        datastore: uri,
        ownAnchor: next,
        serverAnchor: serverAnchor ?? null,
        nonce: null,
      });
    },
  };
}
