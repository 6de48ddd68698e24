import type { Configuration, ProvisioningLink } from '../../shared/model/provisioning.ts';
import type { DataType } from '../../shared/model/words.ts';

/** A configuration as it is stored. Its PIN is a secret: `configuration:<id>`. */
export interface ConfigurationRow extends Omit<Configuration, 'pinUntil'> {
  readonly accountId: string;
  /** Digest of what was sent, without what differs from one sending to the next. */
  readonly fingerprint: string;
  readonly pinUntil: number | null;
}

/** A link as it is stored: its token only as a digest. */
export interface LinkRow extends Omit<ProvisioningLink, 'state'> {
  readonly accountId: string;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  /** SHA-256 of what the first browser carries, for a link that works once; null before. */
  readonly browserHash: string | null;
  readonly revokedAt: number | null;
}

/** What is set for one device's configuration. Its IMSI is a secret: `device:<id>:imsi`. */
export interface DeviceProvisioningRow {
  readonly deviceId: string;
  readonly accessPointId: string | null;
  readonly withMail: boolean;
}

/** The settings by which a virtual phone synchronises; without a row it has its device's. */
export interface PhoneProfileRow {
  readonly deviceId: string;
  readonly source: 'received' | 'empty';
  readonly name: string;
  readonly serverId: string;
  readonly url: string;
  readonly user: string;
  readonly databases: readonly { readonly dataType: DataType; readonly name: string }[];
}

/** What a virtual phone's owner has done with a configuration message; without a row: nothing yet. */
export interface PhoneConfigurationRow {
  readonly messageId: string;
  readonly state: 'locked' | 'open' | 'saved' | 'discarded';
  readonly wrongPins: number;
}

export interface ProvisioningRepository {
  insert(row: ConfigurationRow): Promise<void>;
  update(row: ConfigurationRow): Promise<void>;
  get(id: string): Promise<ConfigurationRow | undefined>;
  /** Newest first. */
  list(deviceId: string): Promise<ConfigurationRow[]>;
  listByTraces(traceIds: readonly string[]): Promise<ConfigurationRow[]>;
  /** The newest of the device that has neither failed nor been answered by a session. */
  openOf(deviceId: string): Promise<ConfigurationRow | undefined>;
  /** Those whose PIN is past its time at `now`. */
  listPinsUntil(now: number): Promise<ConfigurationRow[]>;
  options(deviceId: string): Promise<DeviceProvisioningRow | undefined>;
  putOptions(row: DeviceProvisioningRow): Promise<void>;
  insertLink(row: LinkRow): Promise<void>;
  updateLink(row: LinkRow): Promise<void>;
  getLink(id: string): Promise<LinkRow | undefined>;
  findLink(tokenHash: string): Promise<LinkRow | undefined>;
  /** Newest first. */
  listLinks(deviceId: string): Promise<LinkRow[]>;
}

export interface PhoneProfilesRepository {
  get(deviceId: string): Promise<PhoneProfileRow | undefined>;
  put(row: PhoneProfileRow): Promise<void>;
  /** The phone has its device's settings again. */
  remove(deviceId: string): Promise<void>;
  list(): Promise<PhoneProfileRow[]>;
  configurations(): Promise<ReadonlyMap<string, PhoneConfigurationRow>>;
  putConfiguration(row: PhoneConfigurationRow): Promise<void>;
}
