import { virtualSyncId } from '../../shared/model/phone.ts';
import type { PhoneProfile, PhoneSync } from '../../shared/model/phone.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { SyncMode } from '../../shared/model/session.ts';
import { syncModeCodes } from '../../shared/model/session.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import { createLanes } from '../platform/lanes.ts';
import type { LogLine, LogWriter } from '../platform/logbook.ts';
import type { DeviceRow } from '../store/types.ts';
import { virtualDeviceInfo } from './device-info.ts';
import { openPhoneDatastore } from './phone-datastore.ts';
import type { PhoneDatastore } from './phone-datastore.ts';
import type { PhoneDataType } from './phone-item.ts';
import { PhoneSyncError } from './phone-session.ts';
import type { PhoneConnection } from './phone-session.ts';
import { heldDatabases } from './held-databases.ts';
import type { HeldDatabase } from './held-databases.ts';
import { createProfiles } from './profiles.ts';
import type { NewSettings, ProfilesDeps } from './profiles.ts';
import { createShelf } from './shelf.ts';
import { synchronise } from './sync-client.ts';

/** What the phones need. */
export interface PhonesDeps extends ProfilesDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
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
  'items' | 'saveItem' | 'removeItem' | 'sync' | 'setPassword' | 'setUp'
> {
  /** An alert has arrived: a session begins. Does not wait for it. */
  wake(deviceId: string, alert: PhoneAlert): void;
  /** How the last session of a device's phone went. */
  lastSession(deviceId: string): PhoneSync;
  /** The settings by which the devices' phones synchronise, by device. */
  profiles(devices: readonly DeviceRow[]): Promise<ReadonlyMap<string, PhoneProfile>>;
  /** Takes settings that a message has brought for a phone's own. */
  configure(device: DeviceRow, settings: NewSettings): Promise<PhoneProfile>;
  /** Takes everything off a phone: settings, password and data. */
  empty(device: DeviceRow): Promise<PhoneProfile>;
  /** What lies on the phones, by device. */
  counts(): Promise<ReadonlyMap<string, Partial<Record<PhoneDataType, number>>>>;
  /** Resolves when no session is under way. */
  idle(): Promise<void>;
  readonly stop: StopAsync;
}

const never: PhoneSync = { state: 'never', at: null, received: 0, sent: 0, problem: null };
/** Session ids of the phones' own begin here, above those that alerts count with. */
const ownSessionIds = 32_768;

/** Makes the phones. */
export function createPhones(deps: PhonesDeps): Phones {
  const { store, clock, ids, events, log } = deps;
  const profiles = createProfiles(deps);
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

  /** Posts for one session, until the phones stop. */
  function poster(onMessage: () => void): PhoneConnection['post'] {
    return async (url, body) => {
      if (isStopped) throw new PhoneSyncError('network');
      onMessage();
      return await deps.post(url, body);
    };
  }

  async function run(
    deviceId: string,
    /** By database; one mode for all that the phone has. */
    wanted: ReadonlyMap<string, SyncMode> | 'slow' | 'two-way',
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
      const { databases, ...access } = await profiles.access(device);
      const held = heldDatabases(device.clientType, databases);
      for (const database of held) {
        const mode = wanted === 'slow' || wanted === 'two-way' ? wanted : wanted.get(database.name);
        if (mode !== undefined) opened.push(await open(deviceId, database, mode));
      }
      const connection: PhoneConnection = {
        ...access,
        deviceId: virtualSyncId(deviceId),
        sessionId,
        post: poster(showRunning),
      };
      const info = virtualDeviceInfo(
        connection.deviceId,
        held.map(({ name, dataTypes: [dataType] }) => ({ uri: name, dataType })),
        held.some(({ dataTypes }) => dataTypes.length > 1),
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

  async function open(
    deviceId: string,
    { name: uri, dataTypes }: HeldDatabase,
    mode: SyncMode,
  ): Promise<PhoneDatastore> {
    return await openPhoneDatastore({
      data: store.phoneData,
      deviceId,
      uri,
      dataTypes,
      mode,
      now: () => clock.now(),
      newLuid: () => ids.next(),
      state: await store.phoneData.getState(deviceId, uri),
      zone: deps.zone(),
    });
  }

  /** Changes the settings of a phone that does not synchronise at the moment. */
  async function change(device: DeviceRow, task: () => Promise<void>): Promise<PhoneProfile> {
    return await inLane(device.id, async () => {
      await task();
      events.emit({ kind: 'phone', id: device.id });
      return await profiles.show(device);
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
      const mode = slow ? 'slow' : 'two-way';
      return await inLane(device.id, () => run(device.id, mode, newSessionId()));
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
    async setPassword({ number, password }) {
      const device = await deviceOf(number);
      return await change(device, () => profiles.setPassword(device, password));
    },
    async setUp({ number }) {
      const device = await deviceOf(number);
      return await change(device, async () => {
        await profiles.setUp(device);
        tell(device, { level: 'info', key: 'phone.set-up', params: { device: device.name } });
      });
    },
    profiles: (devices) => profiles.list(devices),
    configure: (device, settings) => change(device, () => profiles.configure(device, settings)),
    empty: (device) =>
      change(device, async () => {
        await profiles.empty(device);
        syncs.delete(device.id);
        tell(device, { level: 'info', key: 'phone.emptied', params: { device: device.name } });
      }),
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

/** Alerts name 206 to 210 for what a client then asks for with 200 and 202 to 205. */
function modeOf(code: number): SyncMode {
  const asked = code === 206 ? 200 : code - 5;
  for (const [mode, its] of Object.entries(syncModeCodes))
    if (its === asked) return mode as SyncMode;
  return 'two-way';
}
