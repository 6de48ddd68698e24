import type { Phone, PhoneMessage } from '../../../shared/model/phone.ts';
import { emptyBytes, toHex } from '../../codecs/bytes.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { DeviceRow, PhoneMessageRow, Store } from '../../store/types.ts';
import type { PhoneReceiver } from '../gateways/simulator-gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { alertFingerprint, readPhoneMessage } from './read-phone-message.ts';
import type { PhoneKnowledge } from './read-phone-message.ts';

/** Alerts that a phone remembers, to drop them when they come again. */
const longestMemory = 50;
/** Messages shown of each phone… */
const shownMessages = 20;
/** …and of all together, the newest: each is taken apart to its last octet. */
const shownMessagesOfAll = 500;

/** The part of the virtual phones that holds data and synchronises it. */
export interface PhonesPort {
  wake(
    deviceId: string,
    alert: {
      readonly sessionId: number;
      readonly syncs: readonly { readonly uri: string; readonly syncType: number }[];
    },
  ): void;
  lastSession(deviceId: string): Phone['sync'];
  /** By device. */
  counts(): Promise<ReadonlyMap<string, Phone['itemCounts']>>;
}

/** The phone of a number that is no device's. */
const never: Phone['sync'] = { state: 'never', at: null, received: 0, sent: 0, problem: null };

/** What the virtual phones need. */
export interface VirtualPhonesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  /** The server's password as the phones have it in their profile; empty when there is none. */
  serverPassword(): Promise<string>;
  /** What lies on the phones, and the sessions that alerts start. */
  readonly phones: PhonesPort;
}

/** The phones at the other end of the simulator: one for each device's number. */
export class VirtualPhones implements PhoneReceiver {
  readonly #deps: VirtualPhonesDeps;
  /** Fingerprints of the alerts of each number, oldest first. */
  readonly #seen = new Map<string, Set<string>>();

  constructor(deps: VirtualPhonesDeps) {
    this.#deps = deps;
  }

  /** Remembers what came before the process began. */
  async load(): Promise<void> {
    const rows = await this.#deps.store.phones.list(longestMemory);
    for (const row of rows.reverse()) this.#remember(row);
  }

  /** Lets a phone have a message; resolves when it is stored. */
  async receive(message: OutgoingMessage): Promise<void> {
    const { store, clock, ids, events } = this.#deps;
    const { number, traceId, dcs } = message;
    const parts = message.parts.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
    const row: PhoneMessageRow = { id: ids.next(), number, at: clock.now(), traceId, parts, dcs };
    await store.phones.insert(row);
    const device = await store.devices.getByNumber(number);
    const password = await this.#deps.serverPassword();
    const reading = readPhoneMessage(row, this.#knowledge(device, password, this.#seenBy(number)));
    this.#remember(row);
    this.#tell(reading, row, device);
    const woke = reading.kind === 'alert';
    events.emit({ kind: 'phone', id: device?.id ?? null, ...(woke ? { woke } : {}) });
    if (!woke || device === undefined) return;
    const syncs = reading.syncs.filter(({ known }) => known);
    if (syncs.length > 0)
      this.#deps.phones.wake(device.id, { sessionId: reading.sessionId ?? 0, syncs });
  }

  /** All phones with what they received last, in the order of their devices. */
  async phones(hasSimulator: boolean): Promise<Phone[]> {
    const { store } = this.#deps;
    const devices = await store.devices.list();
    const accounts = await store.accounts.list();
    const addresses = new Map(accounts.map(({ id, address }) => [id, address]));
    const counts = await store.phones.countByNumber();
    const byNumber = groupByNumber(
      (await store.phones.list(shownMessages)).slice(0, shownMessagesOfAll),
    );
    const password = await this.#deps.serverPassword();
    const itemCounts = await this.#deps.phones.counts();
    const phones: Phone[] = [];
    for (const device of devices) {
      const { number } = device;
      if (number === null || !(hasSimulator || counts.has(number))) continue;
      const rows = byNumber.get(number) ?? [];
      byNumber.delete(number);
      phones.push({
        ...this.#phone(number, rows, device, password, counts),
        itemCounts: itemCounts.get(device.id) ?? {},
        accountAddress: addresses.get(device.accountId) ?? '',
      });
    }
    for (const [number, rows] of byNumber) {
      phones.push(this.#phone(number, rows, undefined, password, counts));
    }
    return phones;
  }

  #phone(
    number: string,
    newestFirst: readonly PhoneMessageRow[],
    device: DeviceRow | undefined,
    password: string,
    counts: ReadonlyMap<string, number>,
  ): Phone {
    const seen = new Set<string>();
    const messages: PhoneMessage[] = [];
    for (const row of newestFirst.toReversed()) {
      messages.unshift(readPhoneMessage(row, this.#knowledge(device, password, seen)));
      seen.add(alertFingerprint(row));
    }
    return {
      number,
      deviceId: device?.id ?? null,
      deviceName: device?.name ?? number,
      accountAddress: '',
      clientType: device?.clientType ?? 'other',
      wokenAt: messages.find(({ kind }) => kind === 'alert')?.at ?? null,
      received: counts.get(number) ?? newestFirst.length,
      profile: profileOf(device),
      sync: device === undefined ? never : this.#deps.phones.lastSession(device.id),
      itemCounts: {},
      messages,
    };
  }

  #knowledge(
    device: DeviceRow | undefined,
    password: string,
    seen: ReadonlySet<string>,
  ): PhoneKnowledge {
    const databases = new Set(device?.folders.map(({ name }) => name));
    // The nonce is empty: none is agreed on before a phone has been in a session.
    return { databases, password, nonce: emptyBytes, seen };
  }

  #seenBy(number: string): ReadonlySet<string> {
    return this.#seen.get(number) ?? new Set();
  }

  #remember(row: PhoneMessageRow): void {
    const seen = this.#seen.get(row.number) ?? new Set();
    this.#seen.set(row.number, seen);
    seen.add(alertFingerprint(row));
    if (seen.size <= longestMemory) return;
    const [oldest] = seen;
    if (oldest !== undefined) seen.delete(oldest);
  }

  #tell(reading: PhoneMessage, row: PhoneMessageRow, owner: DeviceRow | undefined): void {
    const device = owner?.name ?? row.number;
    const about = {
      area: 'phones',
      traceId: row.traceId,
      deviceId: owner?.id ?? null,
      accountId: owner?.accountId ?? null,
    } as const;
    const say = (line: Pick<LogLine, 'level' | 'key' | 'params'>): void => {
      this.#deps.log.write({ ...about, ...line });
    };
    switch (reading.kind) {
      case 'alert': {
        const folders = reading.syncs.map(({ uri }) => uri);
        const params = { device, folders, session: reading.sessionId ?? 0 };
        say({ level: 'info', key: 'phone.woke', params });
        if (reading.digestOk === false) {
          say({ level: 'warn', key: 'phone.wrong-digest', params: { device } });
        }
        break;
      }
      case 'duplicate':
        say({ level: 'info', key: 'phone.duplicate', params: { device } });
        return;
      case 'text':
        say({ level: 'info', key: 'phone.text', params: { device } });
        return;
      case 'undecodable':
        say({
          level: 'warn',
          key: 'phone.undecodable',
          params: { device, detail: reading.error ?? '' },
        });
        return;
    }
    for (const { uri, known } of reading.syncs) {
      if (known) continue;
      say({ level: 'warn', key: 'phone.unknown-folder', params: { device, folder: uri } });
    }
  }
}

function groupByNumber(rows: readonly PhoneMessageRow[]): Map<string, PhoneMessageRow[]> {
  const groups = new Map<string, PhoneMessageRow[]>();
  for (const row of rows) {
    const group = groups.get(row.number);
    if (group === undefined) groups.set(row.number, [row]);
    else group.push(row);
  }
  return groups;
}

/** The settings that a phone has when its owner has typed them in. */
function profileOf(device: DeviceRow | undefined): Phone['profile'] {
  const databases = (device?.folders ?? []).map(({ dataType, name }) => ({ dataType, name }));
  return {
    source: 'device',
    name: device?.name ?? '',
    serverId: '',
    url: '',
    user: '',
    hasPassword: true,
    databases,
  };
}
