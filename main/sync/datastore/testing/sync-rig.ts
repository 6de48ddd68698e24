import { defaultSettings } from '../../../../shared/model/settings.ts';
import type { SyncSettings } from '../../../../shared/model/settings.ts';
import { parsePlace } from '../../../../shared/model/source-uri.ts';
import type { DataType } from '../../../../shared/model/words.ts';
import type { DeviceInfo } from '../../../codecs/syncml/message/device-info.ts';
import type { Item } from '../../../groupware/content/index.ts';
import { createGroupware, prepareItem } from '../../../groupware/index.ts';
import type { Groupware } from '../../../groupware/index.ts';
import type { LiveEvent } from '../../../../shared/model/system.ts';
import { createEvents } from '../../../platform/events.ts';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import type { FakeClock } from '../../../platform/fake-clock.ts';
import { createIds } from '../../../platform/ids.ts';
import type { LogLine } from '../../../platform/logbook.ts';
import { seededRandom } from '../../../platform/random.ts';
import type { ItemRow, SyncClientRow } from '../../../store/sync-types.ts';
import { accountRow, deviceRow } from '../../../store/testing/rows.ts';
import type { AccountRow, DeviceRow, Store } from '../../../store/types.ts';
import { openTestStore } from '../../../testing/memory-store.ts';
import { createDatastores } from '../create-datastores.ts';
import type { DatastoreDeps } from '../deps.ts';
import type { Datastores, SyncParty } from '../types.ts';

/** What a test may say of a client. */
export interface GivenClient {
  readonly accountId?: string;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly maxObjectSize?: number;
  readonly maxMessageSize?: number;
  /** A configured device that it is paired with. */
  readonly device?: Partial<DeviceRow>;
}

/** Datastores on a real store and real collections, and what a server's people do to them. */
export interface SyncRig {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly groupware: Groupware;
  readonly datastores: Datastores;
  readonly deps: DatastoreDeps;
  readonly lines: LogLine[];
  readonly live: LiveEvent[];
  readonly settings: SyncSettings;
  /** Folders that were announced to the push engine, with the origin of the change. */
  readonly announced: { readonly folder: string; readonly origin: string | null }[];
  change(settings: Partial<SyncSettings>): void;
  addAccount(id: string, given?: Partial<AccountRow>): Promise<void>;
  addClient(id: string, given?: GivenClient): Promise<SyncParty>;
  /** Id of a collection that an account sees. */
  collection(dataType: DataType, place?: string, accountId?: string): Promise<string>;
  /** What is not deleted, by title. */
  items(dataType: DataType, place?: string): Promise<ItemRow[]>;
  create(dataType: DataType, item: Item, place?: string): Promise<ItemRow>;
  update(row: ItemRow, item: Item): Promise<ItemRow>;
  remove(row: ItemRow): Promise<void>;
  close(): Promise<void>;
}

/** The account of everything, unless a test says otherwise. */
export const ada = 'ada';

/** Opens a rig with one account. `around` may put something between the datastores and the store. */
export async function openSyncRig(
  around: (store: Store) => Store = (store) => store,
): Promise<SyncRig> {
  const clock = createFakeClock();
  const store = around(await openTestStore({ clock }));
  const ids = createIds(clock, seededRandom(11));
  const live: LiveEvent[] = [];
  const events = createEvents((error) => {
    throw error;
  });
  events.subscribe((event) => void live.push(event));
  const lines: LogLine[] = [];
  const log = {
    write(line: LogLine) {
      lines.push(line);
      const { level, area, key } = line;
      const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
      const at = clock.now();
      return { ...nobody, id: lines.length, at, level, area, key, params: {}, text: '' };
    },
  };
  const settings: SyncSettings = { ...defaultSettings.sync };
  const announced: SyncRig['announced'] = [];
  const groupware = createGroupware({
    store,
    clock,
    ids,
    events,
    log,
    timeZone: () => settings.timeZone,
    onAppended: (changes) =>
      announced.push(...changes.map(({ folder, origin }) => ({ folder, origin }))),
  });
  const { finder, writer, announcer } = groupware;
  const deps: DatastoreDeps = {
    store,
    finder,
    writer,
    announcer,
    prepareItem,
    settings: () => settings,
    clock,
    ids,
    log,
    events,
  };

  async function write(work: Parameters<Groupware['writer']['write']>[1]): Promise<ItemRow> {
    const by = { origin: 'admin', at: clock.now() };
    const rows = await store.transaction((tx) => writer.write(tx, work, by));
    if (rows[0] === undefined) throw new Error('nothing was written');
    return rows[0];
  }

  const rig: SyncRig = {
    store,
    clock,
    groupware,
    datastores: createDatastores(deps),
    deps,
    lines,
    live,
    settings,
    announced,
    change: (given) => void Object.assign(settings, given),
    async addAccount(id, given) {
      await store.accounts.insert(accountRow(id, given));
      events.emit({ kind: 'account', id });
    },
    async addClient(id, given = {}) {
      const accountId = given.accountId ?? ada;
      if (given.device !== undefined) {
        await store.devices.insert(deviceRow(`device-${id}`, { accountId, ...given.device }));
      }
      const client: SyncClientRow = {
        id,
        accountId,
        syncId: `imei:${id}`,
        deviceId: given.device === undefined ? null : `device-${id}`,
        hardware: null,
        deviceInfo: null,
        nonce: null,
        isBlocked: false,
        isDismissed: false,
        firstSeenAt: clock.now(),
        lastSeenAt: clock.now(),
        mismatchDeviceId: null,
        mismatchAt: null,
      };
      await store.sync.insertClient(client);
      return {
        sessionId: `session-${id}`,
        traceId: `trace-${id}`,
        accountId,
        accountAddress: `${accountId}@example.org`,
        client,
        deviceInfo: given.deviceInfo,
        maxObjectSize: given.maxObjectSize,
        maxMessageSize: given.maxMessageSize,
        version: '1.2',
      };
    },
    async collection(dataType, place = '', accountId = ada) {
      const found = await finder.find(accountId, dataType, parsePlace(place));
      if (found === undefined) throw new Error(`no ${dataType} ${place}`);
      return found.collection.id;
    },
    async items(dataType, place) {
      const collectionIds = [await rig.collection(dataType, place)];
      const query = { collectionIds, withDeleted: false, offset: 0, limit: 100_000 };
      return (await store.items.list(query)).items;
    },
    async create(dataType, item, place) {
      const collectionId = await rig.collection(dataType, place);
      return write([{ kind: 'create', collectionId, item: prepareItem(item, settings.timeZone) }]);
    },
    update: (row, item) =>
      write([
        { kind: 'update', row, item: prepareItem(item, settings.timeZone), reason: 'changed' },
      ]),
    async remove(row) {
      await write([{ kind: 'delete', row }]);
    },
    async close() {
      groupware.stop();
      await store.close();
    },
  };
  await rig.addAccount(ada);
  return rig;
}
