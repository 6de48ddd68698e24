import { keepsTasksInCalendar } from '../../shared/catalogue/client-types.ts';
import { virtualSyncId } from '../../shared/model/phone.ts';
import type { PhoneSync } from '../../shared/model/phone.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Folder } from '../../shared/model/device.ts';
import type { SyncMode } from '../../shared/model/session.ts';
import { syncModeCodes } from '../../shared/model/session.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import { createLanes } from '../platform/lanes.ts';
import type { LogLine, LogWriter } from '../platform/logbook.ts';
import type { DeviceRow, Store } from '../store/types.ts';
import { virtualDeviceInfo } from './device-info.ts';
import { openPhoneDatastore } from './phone-datastore.ts';
import type { PhoneDatastore } from './phone-datastore.ts';
import type { PhoneDataType } from './phone-item.ts';
import { PhoneSyncError } from './phone-session.ts';
import type { PhoneConnection } from './phone-session.ts';
import { createShelf } from './shelf.ts';
import { synchronise } from './sync-client.ts';

/** What the phones need. */
export interface PhonesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  /** Address of the server as a phone on this machine reaches it; undefined while nothing listens. */
  serverUrl(): string | undefined;
  /** The account's password as its owner has typed it into the phone. */
  password(accountId: string): Promise<string | undefined>;
  /** IANA zone of the phones' clocks. */
  zone(): string;
  /** Sends one message; rejects when no answer comes. */
  post(url: string, body: Uint8Array): Promise<Uint8Array>;
  /** Hears of what is a fault of the product. */
  readonly onFault: (error: unknown) => void;
}

/** What a phone was told to do by an alert. */
export interface PhoneAlert {
  readonly sessionId: number;
  readonly syncs: readonly { readonly uri: string; readonly syncType: number }[];
}

/** Virtual phones that hold data and synchronise it. */
export interface Phones extends Pick<
  AreaService<'simulator'>,
  'items' | 'saveItem' | 'removeItem' | 'sync'
> {
  /** An alert has arrived: a session begins. Does not wait for it. */
  wake(deviceId: string, alert: PhoneAlert): void;
  /** How the last session of a device's phone went. */
  lastSession(deviceId: string): PhoneSync;
  /** What lies on the phones, by device. */
  counts(): Promise<ReadonlyMap<string, Partial<Record<PhoneDataType, number>>>>;
  /** Resolves when no session is under way. */
  idle(): Promise<void>;
  readonly stop: StopAsync;
}

const never: PhoneSync = { state: 'never', at: null, received: 0, sent: 0, problem: null };
/** Session ids of the phones' own begin here, above those that alerts count with. */
const ownSessionIds = 32_768;
const held: ReadonlySet<string> = new Set<PhoneDataType>([
  'contacts',
  'calendar',
  'tasks',
  'notes',
]);

/** Makes the phones. */
export function createPhones(deps: PhonesDeps): Phones {
  const { store, clock, ids, events, log } = deps;
  const shelf = createShelf({ data: store.phoneData, clock, ids });
  const lanes = createLanes();
  const syncs = new Map<string, PhoneSync>();
  /** What alerts ask for that have come while a session ran: one session does it all. */
  const alerted = new Map<string, { sessionId: string; wanted: Map<string, SyncMode> }>();
  let isStopped = false;

  async function deviceOf(number: string): Promise<DeviceRow> {
    const device = await store.devices.getByNumber(number);
    if (device === undefined) throw new AppError('NOT_FOUND');
    return device;
  }

  function show(device: DeviceRow, sync: PhoneSync): PhoneSync {
    syncs.set(device.id, sync);
    events.emit({ kind: 'phone', id: device.id });
    return sync;
  }

  function tell(device: DeviceRow, line: Pick<LogLine, 'level' | 'key' | 'params'>): void {
    const { id: deviceId, accountId } = device;
    log.write({ area: 'phones', deviceId, accountId, ...line });
  }

  async function connectionOf(
    device: DeviceRow,
    sessionId: string,
    onMessage: () => void,
  ): Promise<PhoneConnection> {
    const account = await store.accounts.get(device.accountId);
    const password = await deps.password(device.accountId);
    const url = deps.serverUrl();
    if (account === undefined || password === undefined) throw new PhoneSyncError('no-password');
    if (url === undefined) throw new PhoneSyncError('network');
    const post = async (to: string, body: Uint8Array): Promise<Uint8Array> => {
      if (isStopped) throw new PhoneSyncError('network');
      onMessage();
      return await deps.post(to, body);
    };
    const deviceId = virtualSyncId(device.id);
    return { url, user: account.address, password, deviceId, sessionId, post };
  }

  async function run(
    deviceId: string,
    wanted: ReadonlyMap<string, SyncMode>,
    sessionId: string,
  ): Promise<PhoneSync> {
    const device = await store.devices.get(deviceId);
    if (device === undefined) throw new AppError('NOT_FOUND');
    const before = syncs.get(deviceId) ?? never;
    const opened: PhoneDatastore[] = [];
    const count = (): Pick<PhoneSync, 'received' | 'sent'> => ({
      received: opened.reduce((sum, { counts }) => sum + counts.received, 0),
      sent: opened.reduce((sum, { counts }) => sum + counts.sent, 0),
    });
    const showRunning = (): void => {
      show(device, { state: 'running', at: clock.now(), ...count(), problem: null });
    };
    showRunning();
    try {
      const connection = await connectionOf(device, sessionId, showRunning);
      const folders = heldFolders(device);
      for (const folder of folders) {
        const mode = wanted.get(folder.name);
        if (mode !== undefined) opened.push(await open(device, folder, mode));
      }
      const info = virtualDeviceInfo(
        connection.deviceId,
        folders.map(({ name, dataType }) => ({ uri: name, dataType: dataType as PhoneDataType })),
        folders.some((folder) => isMixed(device, folder)),
      );
      // An alert may name what such a phone has no place for, mail above all.
      if (opened.length === 0) return show(device, before);
      await synchronise(connection, info, opened);
      tell(device, {
        level: 'info',
        key: 'phone.synced',
        params: { device: device.name, ...count() },
      });
      return show(device, { state: 'done', at: clock.now(), ...count(), problem: null });
    } catch (error) {
      if ((await store.devices.get(deviceId)) === undefined) {
        // Removed meanwhile, with everything that lay on it.
        syncs.delete(deviceId);
        throw new AppError('NOT_FOUND');
      }
      if (!(error instanceof PhoneSyncError)) deps.onFault(error);
      const problem = error instanceof PhoneSyncError ? error.problem : 'fault';
      tell(device, {
        level: 'warn',
        key: 'phone.sync-failed',
        params: { device: device.name, problem },
      });
      return show(device, { state: 'failed', at: clock.now(), ...count(), problem });
    }
  }

  async function open(device: DeviceRow, folder: Folder, mode: SyncMode): Promise<PhoneDatastore> {
    const { name: uri, dataType } = folder;
    return await openPhoneDatastore({
      data: store.phoneData,
      deviceId: device.id,
      uri,
      dataTypes: isMixed(device, folder) ? ['calendar', 'tasks'] : [dataType as PhoneDataType],
      mode,
      now: () => clock.now(),
      newLuid: () => ids.next(),
      state: await store.phoneData.getState(device.id, uri),
      zone: deps.zone(),
    });
  }

  return {
    async items({ number }) {
      // Messages may have come to a number that is no device's.
      const device = await store.devices.getByNumber(number);
      return { items: device === undefined ? [] : await shelf.list(device.id) };
    },
    async saveItem(input) {
      const { id } = await deviceOf(input.number);
      const saved = await inLane(id, () => shelf.save(id, input));
      events.emit({ kind: 'phone', id });
      return saved;
    },
    async removeItem({ number, luid }) {
      const { id } = await deviceOf(number);
      await inLane(id, () => shelf.remove(id, luid));
      events.emit({ kind: 'phone', id });
      return { done: true };
    },
    async sync({ number, slow }) {
      const device = await deviceOf(number);
      const mode: SyncMode = slow ? 'slow' : 'two-way';
      const all = new Map(device.folders.map(({ name }) => [name, mode] as const));
      return await inLane(device.id, () => run(device.id, all, newSessionId()));
    },
    wake(deviceId, { sessionId, syncs: asked }) {
      const wanted = new Map(asked.map(({ uri, syncType }) => [uri, modeOf(syncType)] as const));
      const id = sessionId.toString(16).toUpperCase();
      const waiting = alerted.get(deviceId);
      if (waiting !== undefined) {
        waiting.sessionId = id;
        for (const [uri, mode] of wanted) waiting.wanted.set(uri, mode);
        return;
      }
      const asking = { sessionId: id, wanted };
      alerted.set(deviceId, asking);
      const session = inLane(deviceId, async () => {
        alerted.delete(deviceId);
        await run(deviceId, asking.wanted, asking.sessionId);
      });
      // A device that has gone meanwhile has no phone that could wake.
      session.catch(() => undefined);
    },
    lastSession: (deviceId) => syncs.get(deviceId) ?? never,
    async counts() {
      const counts = new Map<string, Partial<Record<PhoneDataType, number>>>();
      for (const { deviceId, dataType, count } of await store.phoneData.counts()) {
        counts.set(deviceId, { ...counts.get(deviceId), [dataType]: count });
      }
      return counts;
    },
    idle: () => lanes.idle(),
    async stop() {
      isStopped = true;
      await lanes.idle();
    },
  };

  function newSessionId(): string {
    return String(ownSessionIds + (clock.now() % ownSessionIds));
  }

  async function inLane<Result>(deviceId: string, task: () => Promise<Result>): Promise<Result> {
    const result = lanes.run(deviceId, Number.POSITIVE_INFINITY, task);
    if (result === undefined) throw new AppError('UNAVAILABLE', { retryable: true });
    return await result;
  }
}

/** What the phone synchronises: it has one place for each kind of entries, as small phones do. */
function heldFolders({ folders }: DeviceRow): readonly Folder[] {
  const own = [...folders].sort((one, other) => one.place.length - other.place.length);
  const taken = new Set<string>();
  return own.filter(({ dataType }) => {
    if (!held.has(dataType) || taken.has(dataType)) return false;
    taken.add(dataType);
    return true;
  });
}

/** Some phones keep their tasks in the calendar, where they have no list for them. */
function isMixed({ clientType, folders }: DeviceRow, { dataType }: Folder): boolean {
  const hasTasks = folders.some((one) => one.dataType === 'tasks');
  return keepsTasksInCalendar.has(clientType) && dataType === 'calendar' && !hasTasks;
}

/** Alerts name 206 to 210 for what a client then asks for with 200 and 202 to 205. */
function modeOf(code: number): SyncMode {
  const asked = code === 206 ? 200 : code - 5;
  for (const [mode, its] of Object.entries(syncModeCodes))
    if (its === asked) return mode as SyncMode;
  return 'two-way';
}
