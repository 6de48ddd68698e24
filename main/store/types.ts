import type { Alert, AlertFolder, AlertReason, AlertState } from '../../shared/model/alert.ts';
import type { ConflictPolicies, MailboxSettings } from '../../shared/model/account.ts';
import type { Change } from '../../shared/model/change.ts';
import type { Folder, QuietHours } from '../../shared/model/device.ts';
import type { GatewayKind, GatewayOptions, GatewayReason } from '../../shared/model/gateway.ts';
import type { LogEntry, LogFilter } from '../../shared/model/log-entry.ts';
import type { MessagePart } from '../../shared/model/message.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import type { IncomingRepository, KeywordRulesRepository } from './incoming-types.ts';
import type {
  BudgetsRepository,
  PricesRepository,
  RoutesRepository,
  UsageRepository,
} from './sms-types.ts';
import type { SmsApiRepository, SmsUsersRepository } from './sms-api-types.ts';
import type { DeliveriesRepository } from './delivery-types.ts';
import type { MessagesRepository } from './message-repository.ts';
import type { FailReason, MessageRow } from './message-types.ts';
import type { QueueRepository } from './queue-types.ts';
import type { PhoneProfilesRepository, ProvisioningRepository } from './provisioning-types.ts';
import type {
  CollectionsRepository,
  ItemsRepository,
  PhoneDataRepository,
  SessionsRepository,
  SyncStateRepository,
} from './sync-types.ts';

export type { MessagesRepository } from './message-repository.ts';
export type { DeliveryRow, FailReason, MessageRow } from './message-types.ts';

/** An account as it is stored. Passwords are not here: see {@link SecretsRepository}. */
export interface AccountRow {
  readonly id: string;
  readonly address: string;
  readonly displayName: string;
  readonly mailbox: MailboxSettings | null;
  readonly conflicts: ConflictPolicies;
  readonly timeZone: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A device as it is stored, with its folders in the order in which they were added. */
export interface DeviceRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly clientType: ClientTypeId;
  readonly number: string | null;
  readonly pushEnabled: boolean;
  readonly pausedBy: 'admin' | 'device' | null;
  readonly quietHours: QuietHours | null;
  readonly mergeWindowMs: number | null;
  readonly hourlyCap: number | null;
  readonly logMessages: boolean;
  readonly folders: readonly Folder[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What a device's history says about it, as the device list shows it. */
export interface DeviceActivity {
  readonly deviceId: string;
  readonly queued: number;
  readonly lastAlertAt: number | null;
  readonly lastDeliveredAt: number | null;
  readonly lastAnsweredAt: number | null;
  /** State of the newest alert that has ended or left. */
  readonly lastAlertState: AlertState | null;
  readonly lastAlertReason: AlertReason | null;
  /** Alerts that failed one after another, up to now. */
  readonly failures: number;
}

/** A change on its way into the journal; the journal gives it its number. */
export type NewChange = Omit<Change, 'id' | 'accountAddress'>;
export type ChangeRow = Omit<Change, 'accountAddress'>;

/** An alert as it is stored. */
export interface AlertRow extends Omit<Alert, 'deviceName' | 'folders'> {
  readonly folders: readonly AlertFolder[];
  /** Traces of all changes merged into it; the first is `traceId`. */
  readonly traceIds: readonly string[];
}

/** A gateway as it is stored. Its password is a secret and lies elsewhere. */
export interface GatewayRow {
  readonly id: string;
  readonly kind: GatewayKind;
  readonly name: string;
  readonly active: boolean;
  readonly priority: number;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly user: string;
  readonly sender: string;
  readonly successPattern: string;
  readonly idPattern: string;
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly createdAt: number;
  readonly options: GatewayOptions;
}

/** What was handed to a gateway within one second. */
export interface GatewaySecond {
  readonly at: number;
  /** SMS parts, accepted or not. */
  readonly parts: number;
  /** Messages that it accepted. */
  readonly accepted: number;
}

/** Counters of one gateway since `since`. */
export interface GatewayActivity {
  readonly gatewayId: string;
  readonly sent: number;
  readonly failed: number;
  readonly lastUsedAt: number | null;
  readonly lastReason: GatewayReason | null;
}

/** An SMS that a virtual phone received; its reading is made again whenever it is shown. */
export interface PhoneMessageRow {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly traceId: string | null;
  readonly parts: readonly MessagePart[];
  readonly dcs: number;
  /** Why the phone did not follow an alert; absent where it did, or where it is none. */
  readonly ignored?: 'empty' | 'server';
}

/** Outcome counts of one hour. */
export interface AlertBucketRow {
  readonly at: number;
  readonly state: AlertState;
  readonly count: number;
}

export interface AccountsRepository {
  /** Throws AppError DUPLICATE when the address is taken. */
  insert(row: AccountRow): Promise<void>;
  update(row: AccountRow): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<AccountRow | undefined>;
  getByAddress(address: string): Promise<AccountRow | undefined>;
  list(): Promise<AccountRow[]>;
  count(): Promise<number>;
}

export interface DevicesRepository {
  /** Throws AppError DUPLICATE when the account has a device of that name. */
  insert(row: DeviceRow): Promise<void>;
  /** Replaces the device and its folders. */
  update(row: DeviceRow): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<DeviceRow | undefined>;
  getByNumber(number: string): Promise<DeviceRow | undefined>;
  list(accountId?: string): Promise<DeviceRow[]>;
  activity(deviceIds?: readonly string[]): Promise<DeviceActivity[]>;
  count(): Promise<number>;
}

export interface ChangesRepository {
  /** Appends in the given order and returns the journal numbers, in the same order. */
  append(changes: readonly NewChange[]): Promise<number[]>;
  /** The next changes behind journal number `after`, oldest first. */
  listAfter(after: number, limit: number): Promise<ChangeRow[]>;
  /** Newest first; with `after`, no further back than behind that journal number. */
  listBefore(query: {
    accountId?: string | undefined;
    before?: number | undefined;
    after?: number | undefined;
    limit: number;
  }): Promise<ChangeRow[]>;
  /** By trace ids, oldest first. */
  listByTraces(traceIds: readonly string[]): Promise<ChangeRow[]>;
  lastId(): Promise<number>;
  countSince(at: number): Promise<number>;
  lastAt(): Promise<number | null>;
}

export interface AlertsRepository {
  insert(rows: readonly AlertRow[]): Promise<void>;
  update(rows: readonly AlertRow[]): Promise<void>;
  get(id: string): Promise<AlertRow | undefined>;
  /** Newest first, with the count of all that fit. */
  list(query: {
    deviceId?: string | undefined;
    accountId?: string | undefined;
    traceId?: string | undefined;
    state?: AlertState | undefined;
    before?: string | undefined;
    limit: number;
  }): Promise<{ alerts: AlertRow[]; total: number }>;
  /**
   * Counts each device's alerts on by one and tells the new counts (from 1), so that no two alerts to
   * one device are alike, whatever retention has removed. A device may be named more than once.
   */
  takeOrdinals(deviceIds: readonly string[]): Promise<number[]>;
  /** All alerts in these states, oldest first: what a restart takes up again. */
  listInStates(states: readonly AlertState[]): Promise<AlertRow[]>;
  /** How often each device was sent an alert since `at`. */
  sentCounts(at: number): Promise<ReadonlyMap<string, number>>;
  countsSince(at: number): Promise<ReadonlyMap<AlertState, number>>;
  /** Per hour and state since `at`, by creation. */
  buckets(at: number): Promise<AlertBucketRow[]>;
  /**
   * Milliseconds from creation to delivery (or to sending, where no report came) since `at`; of the
   * newest 20,000 that were sent, if there are more.
   */
  latencies(at: number): Promise<number[]>;
  count(): Promise<number>;
}

export interface GatewaysRepository {
  insert(row: GatewayRow): Promise<void>;
  update(row: GatewayRow): Promise<void>;
  remove(id: string): Promise<void>;
  get(id: string): Promise<GatewayRow | undefined>;
  /** By priority, then name. */
  list(): Promise<GatewayRow[]>;
  activity(since: number): Promise<GatewayActivity[]>;
  /** What was handed to a gateway since then, by the second, oldest first. */
  handedOver(id: string, since: number): Promise<GatewaySecond[]>;
  /** How many messages wait in each lane. */
  queuedByLane(): Promise<ReadonlyMap<string, number>>;
  /** Gives messages that wait for this gateway alone, and SMS users, back to all; counts the messages. */
  unbind(id: string): Promise<number>;
}

export interface LogRepository {
  insert(entries: readonly LogEntry[]): Promise<void>;
  /**
   * Oldest first; see `log.list` of the contract for `after` and `before`. A text of one or two
   * letters without any other condition is looked for in the newest 50,000 entries only.
   */
  list(
    filter: LogFilter & {
      after?: number | undefined;
      before?: number | undefined;
      limit: number;
    },
  ): Promise<LogEntry[]>;
  lastId(): Promise<number>;
  count(): Promise<number>;
}

export interface PhonesRepository {
  insert(row: PhoneMessageRow): Promise<void>;
  /** Newest first, at most `limit` per number. */
  list(limit: number): Promise<PhoneMessageRow[]>;
  get(id: string): Promise<PhoneMessageRow | undefined>;
  /** Removes what a number received, with what its owner has done about it. */
  clear(number: string): Promise<void>;
  countByNumber(): Promise<ReadonlyMap<string, number>>;
}

/** Small named values as JSON: settings, cursors. */
export interface ValuesRepository {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

/** Names of secrets: `account:<id>`, `mailbox:<id>`, `gateway:<id>`, `push:server`, `changes:udp`, … */
export interface SecretsRepository {
  /** Clear text, decrypted with the host's {@link SecretBox}. */
  get(name: string): Promise<string | undefined>;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Names that are set and can be opened. */
  names(): Promise<ReadonlySet<string>>;
  /** Names whose secret only another machine or person can open: it has to be set anew. */
  lostNames(): Promise<ReadonlySet<string>>;
}

/** Everything that is stored, as one transaction or the whole store offers it. */
export interface Repositories {
  readonly accounts: AccountsRepository;
  readonly devices: DevicesRepository;
  readonly changes: ChangesRepository;
  readonly alerts: AlertsRepository;
  readonly messages: MessagesRepository;
  readonly deliveries: DeliveriesRepository;
  readonly queue: QueueRepository;
  readonly gateways: GatewaysRepository;
  readonly log: LogRepository;
  readonly phones: PhonesRepository;
  readonly values: ValuesRepository;
  readonly secrets: SecretsRepository;
  readonly collections: CollectionsRepository;
  readonly items: ItemsRepository;
  readonly sync: SyncStateRepository;
  readonly sessions: SessionsRepository;
  readonly phoneData: PhoneDataRepository;
  readonly provisioning: ProvisioningRepository;
  readonly phoneProfiles: PhoneProfilesRepository;
  readonly smsUsers: SmsUsersRepository;
  readonly smsApi: SmsApiRepository;
  readonly incoming: IncomingRepository;
  readonly routes: RoutesRepository;
  readonly prices: PricesRepository;
  readonly budgets: BudgetsRepository;
  readonly usage: UsageRepository;
  readonly keywordRules: KeywordRulesRepository;
}

/** Seals secrets at rest: safeStorage in the desktop, a key file in `serve`. */
export interface SecretBox {
  seal(clear: string): Uint8Array;
  /** Throws when the bytes were not sealed by this box. */
  open(sealed: Uint8Array): string;
}

/** Hears, within the transaction that stores it, what became of a message. */
export interface MessageOutcomes {
  /** A gateway has accepted the message. */
  sent(tx: Repositories, message: MessageRow, gateway: GatewayRow): Promise<void>;
  /** A report says that the phone has it. */
  delivered(tx: Repositories, message: MessageRow): Promise<void>;
  /** It was given up: refused for good, out of attempts, or too old. */
  failed(tx: Repositories, message: MessageRow, reason: FailReason): Promise<void>;
  /** The process died during the hand-over and the message is not repeated. */
  uncertain(tx: Repositories, message: MessageRow): Promise<void>;
}

/** What retention removed. */
export interface Removed {
  readonly logEntries: number;
  readonly history: number;
}

/** The store: repositories, transactions and the care of the file. */
export interface Store extends Repositories {
  /**
   * Runs `work` as one transaction: all of it is stored, or nothing. Others wait meanwhile, so `work`
   * uses only the repositories it is given and awaits nothing slow; one that asks nothing of them for
   * five seconds (because it waits for the store itself, say) is rolled back and refused.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Writes a consistent copy to `path` while everything runs on; answers with its size in octets. */
  backup(path: string): Promise<number>;
  /** Octets of the database on disk. */
  size(): Promise<number>;
  removeOld(limits: {
    logBefore: number;
    logEntries: number;
    historyBefore: number;
    versionsBefore: number;
  }): Promise<Removed>;
  close(): Promise<void>;
}
