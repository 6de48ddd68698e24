import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { ClientTypeId, DataType } from '../../../shared/model/words.ts';
import { clientType } from '../../../shared/catalogue/client-types.ts';
import { createEvents } from '../../platform/events.ts';
import type { Events } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { AlertRow, DeviceRow, MessageRow, NewChange, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createPush } from '../push.ts';
import type { Push } from '../push.ts';

/** A small office with a push engine, a clock that a test moves, and nothing outside of it. */
export interface Office {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly events: Events;
  readonly ids: Ids;
  readonly lines: LogLine[];
  /** The running engine; another one after {@link restart}. */
  push(): Push;
  hasGateway: boolean;
  /** What the SMS queue was told, in order. */
  readonly handOvers: ('enqueued' | 'begun' | 'dropped')[];
  addDevice(device?: Partial<DeviceRow>): Promise<DeviceRow>;
  changeDevice(device: DeviceRow, changes: Partial<DeviceRow>): Promise<DeviceRow>;
  /** Writes a change down and tells the engine. */
  report(folder: string, change?: ReportedChange): Promise<number>;
  alerts(): Promise<AlertRow[]>;
  messages(): Promise<MessageRow[]>;
  /** Lets a gateway take everything that is in the queue. */
  sendAll(): Promise<void>;
  /** Ends the engine as a crash would, and starts a new one on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** What a test may say of a change. */
export interface ReportedChange {
  readonly account?: string;
  readonly origin?: string;
  readonly dataType?: DataType;
}

/** The account of all devices, unless a test says otherwise. */
export const ada = { id: 'account-ada', address: 'ada@example.org' } as const;

/** Folders of a new device, as the catalogue has them, all of them ticked or as delivered. */
export function catalogueFolders(deviceId: string, type: ClientTypeId): DeviceRow['folders'] {
  return clientType(type).folders.map(({ dataType, name, enabled }) => ({
    id: `${deviceId}-${dataType}`,
    dataType,
    name,
    syncType: 'two-way',
    enabled,
    place: '',
  }));
}

/** Opens an office with push switched on and a merge window of five seconds. */
export async function openOffice(start?: number): Promise<Office> {
  const clock = createFakeClock(start);
  const store = await openTestStore({ clock });
  const random = seededRandom(7);
  const ids = createIds(clock, random);
  const events = createEvents((error) => {
    throw error;
  });
  const lines: LogLine[] = [];
  const log = {
    write(line: LogLine) {
      lines.push(line);
      const { level, area, key } = line;
      const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
      return {
        ...nobody,
        id: lines.length,
        at: clock.now(),
        level,
        area,
        key,
        params: {},
        text: '',
      };
    },
  };
  let counter = 0;
  let stop: (() => Promise<void>) | null = null;
  let push: Push;

  async function addAccount(id: string, address: string): Promise<void> {
    const at = clock.now();
    await store.accounts.insert({
      id,
      address,
      displayName: '',
      mailbox: null,
      conflicts: {},
      timeZone: null,
      createdAt: at,
      updatedAt: at,
    });
    events.emit({ kind: 'account', id });
  }

  async function startEngine(): Promise<void> {
    push = createPush({
      store,
      clock,
      random,
      ids,
      events,
      log,
      showSessions: () => Promise.resolve([]),
      sms: {
        async enqueue(tx, messages) {
          await tx.messages.insert(messages);
          office.handOvers.push('enqueued');
          return {
            begin: () => void office.handOvers.push('begun'),
            drop: () => void office.handOvers.push('dropped'),
          };
        },
        hasGateway: () => office.hasGateway,
      },
    });
    stop = await push.start();
    await push.idle();
  }

  const office: Office = {
    store,
    clock,
    events,
    ids,
    lines,
    push: () => push,
    hasGateway: true,
    handOvers: [],
    async addDevice(device = {}) {
      counter += 1;
      const id = device.id ?? `device-${counter}`;
      const type = device.clientType ?? 'synthesis';
      const accountId = device.accountId ?? ada.id;
      if (!(await store.accounts.get(accountId))) {
        await addAccount(accountId, `${accountId}@example.org`);
      }
      const row: DeviceRow = {
        id,
        accountId,
        name: `phone ${counter}`,
        clientType: type,
        number: `+4915112345${String(counter).padStart(3, '0')}`,
        pushEnabled: true,
        pausedBy: null,
        quietHours: null,
        mergeWindowMs: null,
        hourlyCap: null,
        logMessages: false,
        folders: catalogueFolders(id, type),
        createdAt: clock.now(),
        updatedAt: clock.now(),
        ...device,
      };
      await store.devices.insert(row);
      events.emit({ kind: 'device', id });
      await push.idle();
      return row;
    },
    async changeDevice(device, changes) {
      const row = { ...device, ...changes };
      await store.devices.update(row);
      events.emit({ kind: 'device', id: row.id });
      await push.idle();
      return row;
    },
    async report(folder, { account = ada.id, origin, dataType } = {}) {
      const change: NewChange = {
        traceId: ids.next(),
        accountId: account,
        dataType: dataType ?? (folder as DataType),
        folder,
        origin: origin ?? null,
        source: 'api',
        at: clock.now(),
      };
      const [id = 0] = await store.changes.append([change]);
      push.wake([{ ...change, id }]);
      await push.idle();
      return id;
    },
    async alerts() {
      const { alerts } = await store.alerts.list({ limit: 10_000 });
      return alerts.reverse();
    },
    async messages() {
      const { messages } = await store.messages.list({ limit: 1_000 });
      return messages.sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    async sendAll() {
      for (const message of await store.messages.listDue(clock.now(), 10_000)) {
        await store.transaction(async (tx) => {
          const sent: MessageRow = { ...message, state: 'sent', endedAt: clock.now() };
          await tx.messages.update(sent);
          await push.outcomes.sent(tx, sent, testGateway);
        });
      }
    },
    async restart() {
      await stop?.();
      await startEngine();
    },
    async close() {
      await stop?.();
      await store.close();
    },
  };

  await addAccount(ada.id, ada.address);
  await startEngine();
  await office.push().push.setActive({ active: true });
  await office.push().idle();
  return office;
}

const testGateway = {
  id: 'gateway-1',
  kind: 'simulator',
  name: 'Simulator',
  active: true,
  priority: 1,
  url: '',
  method: 'GET',
  body: '',
  contentType: '',
  headers: {},
  user: '',
  sender: '',
  successPattern: '',
  idPattern: '',
  concurrency: 1,
  timeoutMs: 1_000,
  createdAt: 0,
  options: defaultGatewayOptions,
} as const;
