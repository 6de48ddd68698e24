import { virtualImsi } from '../../../shared/model/phone.ts';
import type { Phone, PhoneMessage, PhoneProfile } from '../../../shared/model/phone.ts';
import { emptyBytes, toHex } from '../../codecs/bytes.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { PhoneConfigurationRow } from '../../store/provisioning-types.ts';
import type { DeviceRow, PhoneMessageRow, Store } from '../../store/types.ts';
import type { PhoneReceiver } from '../gateways/simulator-gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { PhonesPort } from './phones-port.ts';
import { alertFingerprint, readPhoneMessage } from './read-phone-message.ts';
import type { PhoneKnowledge } from './read-phone-message.ts';
import { readingLines } from './reading-lines.ts';
import { distinctParts } from './take-message.ts';

/** Alerts that a phone remembers, to drop them when they come again. */
const longestMemory = 50;
/** Messages shown of each phone… */
const shownMessages = 20;
/** …and of all together, the newest: each is taken apart to its last octet. */
const shownMessagesOfAll = 500;

/** The phone of a number that is no device's. */
const never: Phone['sync'] = { state: 'never', at: null, received: 0, sent: 0, problem: null };

/** What is looked up once for all phones. */
interface Known {
  readonly password: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly configurations: ReadonlyMap<string, PhoneConfigurationRow>;
}

/** What the virtual phones need. */
export interface VirtualPhonesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  /** The server's password as the phones have it in their profile; empty when there is none. */
  serverPassword(): Promise<string>;
  /** What lies on the phones, their settings, and the sessions that alerts start. */
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
    const came: PhoneMessageRow = { id: ids.next(), number, at: clock.now(), traceId, parts, dcs };
    const device = await store.devices.getByNumber(number);
    const profile = await this.#profileOf(device);
    const password = await this.#deps.serverPassword();
    const seen = this.#seen.get(number) ?? new Set();
    const reading = readPhoneMessage(came, knowledgeOf(number, profile, password, seen));
    const ignored = ignoring(reading, profile);
    const row: PhoneMessageRow = ignored === undefined ? came : { ...came, ignored };
    await store.phones.insert(row);
    this.#remember(row);
    this.#tell({ ...reading, ignored: ignored ?? null }, row, device);
    const woke = reading.kind === 'alert' && ignored === undefined;
    events.emit({ kind: 'phone', id: device?.id ?? null, ...(woke ? { woke } : {}) });
    if (!woke || device === undefined) return;
    const syncs = reading.syncs.filter(({ known }) => known);
    if (syncs.length > 0)
      this.#deps.phones.wake(device.id, { sessionId: reading.sessionId ?? 0, syncs });
  }

  /** Forgets what came to a number. */
  forget(number: string): void {
    this.#seen.delete(number);
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
    const profiles = await this.#deps.phones.profiles(devices);
    const configurations = await store.phoneProfiles.configurations();
    const known = { password, counts, configurations };
    const phones: Phone[] = [];
    for (const device of devices) {
      const { number } = device;
      if (number === null || !(hasSimulator || counts.has(number))) continue;
      const rows = byNumber.get(number) ?? [];
      byNumber.delete(number);
      phones.push({
        ...this.#phone(number, rows, device, profiles.get(device.id) ?? noProfile, known),
        itemCounts: itemCounts.get(device.id) ?? {},
        accountAddress: addresses.get(device.accountId) ?? '',
      });
    }
    for (const [number, rows] of byNumber) {
      phones.push(this.#phone(number, rows, undefined, noProfile, known));
    }
    return phones;
  }

  #phone(
    number: string,
    newestFirst: readonly PhoneMessageRow[],
    device: DeviceRow | undefined,
    profile: PhoneProfile,
    { password, counts, configurations }: Known,
  ): Phone {
    const seen = new Set<string>();
    const messages: PhoneMessage[] = [];
    for (const row of newestFirst.toReversed()) {
      const knowledge = knowledgeOf(number, profile, password, seen, configurations);
      messages.unshift(readPhoneMessage(row, knowledge));
      if (row.ignored === undefined) seen.add(alertFingerprint(row));
    }
    return {
      number,
      deviceId: device?.id ?? null,
      deviceName: device?.name ?? number,
      accountAddress: '',
      clientType: device?.clientType ?? 'other',
      wokenAt:
        messages.find(({ kind, ignored }) => kind === 'alert' && ignored === null)?.at ?? null,
      received: counts.get(number) ?? newestFirst.length,
      profile,
      sync: device === undefined ? never : this.#deps.phones.lastSession(device.id),
      itemCounts: {},
      messages,
    };
  }

  async #profileOf(device: DeviceRow | undefined): Promise<PhoneProfile> {
    if (device === undefined) return noProfile;
    return (await this.#deps.phones.profiles([device])).get(device.id) ?? noProfile;
  }

  #remember(row: PhoneMessageRow): void {
    if (row.ignored !== undefined) return;
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
    for (const line of readingLines(reading, device)) say(line);
    const doubled = row.parts.length - distinctParts(row).length;
    if (doubled > 0)
      say({ level: 'info', key: 'phone.doubled-parts', params: { device, count: doubled } });
  }
}

function knowledgeOf(
  number: string,
  profile: PhoneProfile,
  password: string,
  seen: ReadonlySet<string>,
  configurations: Known['configurations'] = new Map(),
): PhoneKnowledge {
  return {
    databases: new Set(profile.databases.map(({ name }) => name)),
    password,
    // The nonce is empty: none is agreed on before a phone has been in a session.
    nonce: emptyBytes,
    seen,
    imsi: virtualImsi(number),
    configurations,
  };
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

/** The settings of a phone whose number is no device's. */
const noProfile: PhoneProfile = {
  source: 'device',
  name: '',
  serverId: '',
  url: '',
  user: '',
  hasPassword: false,
  databases: [],
};

/** Why a phone does not follow an alert: it has no settings, or those of another server. */
function ignoring(alert: PhoneMessage, profile: PhoneProfile): PhoneMessageRow['ignored'] {
  if (alert.kind !== 'alert') return undefined;
  if (profile.source === 'empty') return 'empty';
  // Settings that somebody typed in name no server, and some that are sent do not either.
  const isBound = profile.source === 'received' && profile.serverId !== '';
  return isBound && alert.serverId !== profile.serverId ? 'server' : undefined;
}
