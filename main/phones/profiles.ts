import { AppError } from '../../shared/model/errors.ts';
import type { PhoneProfile } from '../../shared/model/phone.ts';
import type { DataType } from '../../shared/model/words.ts';
import type { PhoneProfileRow } from '../store/provisioning-types.ts';
import type { DeviceRow, Repositories, Store } from '../store/types.ts';
import { PhoneSyncError } from './phone-session.ts';

/** What a phone's settings are made from where its owner has typed them in. */
export interface ProfilesDeps {
  readonly store: Store;
  /** Address of the server as a phone on this machine reaches it; undefined while nothing listens. */
  serverUrl(): string | undefined;
  /** Identifier that the server's alerts carry. */
  serverId(): Promise<string>;
  /** The account's password as its owner has typed it into the phone. */
  password(accountId: string): Promise<string | undefined>;
}

/** Settings that a message has brought. */
export interface NewSettings {
  readonly name: string;
  readonly serverId: string;
  readonly url: string;
  readonly user: string;
  /** Absent leaves the one that the phone has, if it is for the same account. */
  readonly password: string | undefined;
  readonly databases: readonly { readonly dataType: DataType; readonly name: string }[];
}

/** By what a phone signs in, and with which databases. */
export interface PhoneAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly databases: readonly PhoneProfile['databases'][number][];
}

/** The settings of the phones. */
export interface Profiles {
  /** As the phones' screens show them, by device. */
  list(devices: readonly DeviceRow[]): Promise<ReadonlyMap<string, PhoneProfile>>;
  show(device: DeviceRow): Promise<PhoneProfile>;
  /**
   * By what a session begins.
   *
   * @throws PhoneSyncError `no-settings`, `no-password`, or `network` while the server does not listen
   */
  access(device: DeviceRow): Promise<PhoneAccess>;
  /** Takes settings for the phone's own; those of the server that it knows are brought up to date. */
  configure(device: DeviceRow, settings: NewSettings): Promise<void>;
  /** Types the password. */
  setPassword(device: DeviceRow, password: string): Promise<void>;
  /** Takes settings, password and data off. */
  empty(device: DeviceRow): Promise<void>;
  /** Types in what the device's page says. */
  setUp(device: DeviceRow): Promise<void>;
}

/** Name of the secret: the password as it was typed into the phone. */
function secretOf(deviceId: string): string {
  return `phone:${deviceId}`;
}

/** Makes the settings of the phones. */
export function createProfiles(deps: ProfilesDeps): Profiles {
  const { store } = deps;

  async function list(devices: readonly DeviceRow[]): Promise<Map<string, PhoneProfile>> {
    const rows = new Map((await store.phoneProfiles.list()).map((row) => [row.deviceId, row]));
    const secrets = await store.secrets.names();
    const typed = devices.some(({ id }) => !rows.has(id));
    const accounts = typed ? await store.accounts.list() : [];
    const addresses = new Map(accounts.map(({ id, address }) => [id, address]));
    const serverId = typed ? await deps.serverId() : '';
    return new Map(
      devices.map((device) => {
        const row = rows.get(device.id);
        const isTyped = secrets.has(secretOf(device.id));
        if (row !== undefined) return [device.id, received(row, isTyped)];
        const profile: PhoneProfile = {
          source: 'device',
          name: device.name,
          serverId,
          url: deps.serverUrl() ?? '',
          user: addresses.get(device.accountId) ?? '',
          hasPassword: isTyped || secrets.has(`account:${device.accountId}`),
          databases: typedDatabases(device),
        };
        return [device.id, profile];
      }),
    );
  }

  async function passwordOf(device: DeviceRow, isReceived: boolean): Promise<string | undefined> {
    const own = await store.secrets.get(secretOf(device.id));
    return own ?? (isReceived ? undefined : await deps.password(device.accountId));
  }

  return {
    list,
    async show(device) {
      const shown = (await list([device])).get(device.id);
      if (shown === undefined) throw new AppError('NOT_FOUND');
      return shown;
    },
    async access(device) {
      const row = await store.phoneProfiles.get(device.id);
      if (row?.source === 'empty') throw new PhoneSyncError('no-settings');
      const account = await store.accounts.get(device.accountId);
      const password = await passwordOf(device, row !== undefined);
      const user = row?.user ?? account?.address;
      if (user === undefined || password === undefined) throw new PhoneSyncError('no-password');
      const url = row?.url ?? deps.serverUrl();
      if (url === undefined) throw new PhoneSyncError('network');
      return { url, user, password, databases: row?.databases ?? typedDatabases(device) };
    },
    async configure({ id: deviceId }, { password, ...settings }) {
      await store.transaction(async (tx) => {
        const before = await tx.phoneProfiles.get(deviceId);
        await tx.phoneProfiles.put({ deviceId, source: 'received', ...settings });
        const isSame =
          before?.source === 'received' &&
          before.serverId === settings.serverId &&
          before.url === settings.url &&
          before.user === settings.user;
        // Neither a password nor anchors go to a server that they are not for.
        if (!isSame) await forgetServer(tx, deviceId);
        if (password !== undefined) await tx.secrets.set(secretOf(deviceId), password);
      });
    },
    async setPassword({ id }, password) {
      if ((await store.phoneProfiles.get(id))?.source === 'empty') throw new AppError('NOT_FOUND');
      await store.secrets.set(secretOf(id), password);
    },
    async empty({ id: deviceId }) {
      const settings = { name: '', serverId: '', url: '', user: '', databases: [] };
      await store.transaction(async (tx) => {
        await tx.phoneProfiles.put({ deviceId, source: 'empty', ...settings });
        await forgetServer(tx, deviceId);
        await tx.phoneData.clear(deviceId);
      });
    },
    async setUp({ id }) {
      await store.transaction(async (tx) => {
        await tx.phoneProfiles.remove(id);
        await forgetServer(tx, id);
      });
    },
  };
}

async function forgetServer(tx: Repositories, deviceId: string): Promise<void> {
  await tx.secrets.remove(secretOf(deviceId));
  await tx.phoneData.removeStates(deviceId);
}

function received(row: PhoneProfileRow, hasPassword: boolean): PhoneProfile {
  const { source, name, serverId, url, user, databases } = row;
  return { source, name, serverId, url, user, hasPassword, databases: [...databases] };
}

/** The device's folders, the account's own before those of others. */
function typedDatabases({ folders }: DeviceRow): PhoneProfile['databases'] {
  return [...folders]
    .sort((one, other) => one.place.length - other.place.length)
    .map(({ dataType, name }) => ({ dataType, name }));
}
