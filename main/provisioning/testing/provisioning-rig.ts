import { clientType } from '../../../shared/catalogue/client-types.ts';
import { defaultPushSettings, defaultSettings } from '../../../shared/model/settings.ts';
import type { PushSettings } from '../../../shared/model/settings.ts';
import type { LiveEvent } from '../../../shared/model/system.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { AccountRow, DeviceRow, GatewayRow, MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createProvisioning } from '../index.ts';
import type { Provisioning, ProvisioningDeps } from '../index.ts';

type Mail = Parameters<ProvisioningDeps['mail']['send']>[0];
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** What a test may change while it runs. */
export interface World {
  settings: ReturnType<ProvisioningDeps['settings']>;
  pushSettings: PushSettings;
  hasGateway: boolean;
  hasMail: boolean;
  /** The server that takes mail refuses it. */
  refusesMail: boolean;
  /** The queue refuses messages. */
  refusesMessages: boolean;
  serverUrl: string | null;
  /** Address for phones on this machine, where there is no other. */
  localUrl: string | null;
}

/** Provisioning with a real store, and everything else made up. */
export interface ProvisioningRig {
  readonly provisioning: Provisioning;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly world: World;
  readonly lines: LogLine[];
  readonly events: LiveEvent[];
  readonly mails: Mail[];
  /** Messages of which the queue was told to begin. */
  readonly begun: MessageRow[];
  readonly account: AccountRow;
  addDevice(type?: ClientTypeId, over?: Partial<DeviceRow>): Promise<DeviceRow>;
  /** Changes the settings of provisioning. */
  set(over: Partial<World['settings']['provisioning']>): void;
  /** The same on the same store, as after a restart. */
  restart(): Provisioning;
  /** Carries a message's end to its configuration, as the queue does. */
  outcome(
    message: MessageRow,
    state: 'sent' | 'delivered' | 'failed' | 'expired' | 'uncertain',
  ): Promise<void>;
  messagesOf(traceId: string): Promise<MessageRow[]>;
}

/** A gateway that the queue could have used. */
const gateway = { id: 'gateway-1', name: 'Gateway' } as GatewayRow;

/** Makes one, with an account. The test closes the store. */
export async function createProvisioningRig(): Promise<ProvisioningRig> {
  const clock = createFakeClock();
  const store = await openTestStore({ clock });
  const lines: LogLine[] = [];
  const told: LiveEvent[] = [];
  const mails: Mail[] = [];
  const begun: MessageRow[] = [];
  const world: World = {
    settings: {
      provisioning: defaultSettings.provisioning,
      sms: { ...defaultSettings.sms },
      sync: { auth: 'any' },
    },
    pushSettings: { ...defaultPushSettings },
    hasGateway: true,
    hasMail: false,
    refusesMail: false,
    refusesMessages: false,
    serverUrl: 'https://sync.example.org:443/syncml',
    localUrl: null,
  };
  const fail = (error: unknown): never => {
    throw error;
  };
  const events = createEvents(fail);
  events.subscribe((event) => told.push(event));
  const ids = createIds(clock, seededRandom(11));
  const deps: ProvisioningDeps = {
    store,
    clock,
    ids,
    events,
    random: seededRandom(12),
    log: {
      write(line) {
        lines.push(line);
        const { level, area, key } = line;
        const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { ...nobody, id: lines.length, at: 0, level, area, key, params: {}, text: '' };
      },
    },
    settings: () => world.settings,
    pushSettings: () => Promise.resolve(world.pushSettings),
    sms: {
      async enqueue(tx, messages) {
        await tx.messages.insert(messages);
        if (world.refusesMessages) throw new Error('the queue is broken');
        return { begin: () => void begun.push(...messages), drop: () => undefined };
      },
      hasActiveGateway: () => world.hasGateway,
      hasActiveSimulator: () => false,
    },
    mail: {
      isReady: () => world.hasMail,
      send(mail) {
        if (world.refusesMail) return Promise.reject(new Error('no such mailbox'));
        mails.push(mail);
        return Promise.resolve();
      },
    },
    serverUrl: (isVirtual) => world.serverUrl ?? (isVirtual ? world.localUrl : null),
    links: () => Promise.resolve([]),
    onFault: fail,
  };
  const provisioning = createProvisioning(deps);
  const account: Writable<AccountRow> = {
    id: ids.next(),
    address: 'anna@example.org',
    displayName: 'Anna Nowak',
    mailbox: null,
    conflicts: {},
    timeZone: null,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  };
  await store.accounts.insert(account);
  await store.secrets.set(`account:${account.id}`, 'the account’s own password');
  let count = 0;

  return {
    provisioning,
    store,
    clock,
    world,
    lines,
    events: told,
    mails,
    begun,
    account,
    async addDevice(type = 'nokia', over = {}) {
      count += 1;
      const device: DeviceRow = {
        id: ids.next(),
        accountId: account.id,
        name: `Phone ${String(count)}`,
        clientType: type,
        number: `+4860010020${String(count)}`,
        pushEnabled: clientType(type).push.isPossible,
        pausedBy: null,
        quietHours: null,
        mergeWindowMs: null,
        hourlyCap: null,
        logMessages: false,
        folders: clientType(type).folders.map(({ dataType, name }) => ({
          id: ids.next(),
          dataType,
          name,
          syncType: 'two-way',
          enabled: true,
          place: '',
        })),
        createdAt: clock.now(),
        updatedAt: clock.now(),
        ...over,
      };
      await store.devices.insert(device);
      return device;
    },
    set(over) {
      const { settings } = world;
      world.settings = { ...settings, provisioning: { ...settings.provisioning, ...over } };
    },
    restart: () => createProvisioning(deps),
    async outcome(message, state) {
      const row: MessageRow = { ...message, state, endedAt: clock.now() };
      const { outcomes } = provisioning;
      await store.transaction(async (tx) => {
        await tx.messages.update(row);
        if (state === 'sent') await outcomes.sent(tx, row, gateway);
        else if (state === 'delivered') await outcomes.delivered(tx, row);
        else if (state === 'uncertain') await outcomes.uncertain(tx, row);
        else await outcomes.failed(tx, row, state === 'expired' ? 'too-old' : 'gateway-refused');
      });
    },
    messagesOf: (traceId) => store.messages.listByTraces([traceId]),
  };
}
