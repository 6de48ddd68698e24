import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPushSettings, defaultSettings } from '../../../shared/model/settings.ts';
import { virtualSyncId } from '../../../shared/model/phone.ts';
import type { SyncSettings } from '../../../shared/model/settings.ts';
import type { LiveEvent } from '../../../shared/model/system.ts';
import { createDirectory } from '../../directory/index.ts';
import type { Directory } from '../../directory/index.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { SignInAccount } from '../ports.ts';
import { createSyncRegistry } from './index.ts';
import type { SyncRegistry } from './index.ts';

let store: Store;
let registry: SyncRegistry;
let directory: Directory;
let settings: SyncSettings;
let account: SignInAccount;
const clock = createFakeClock();
/** Devices whose alerts wait for a session of an id. */
const named = new Map<string, readonly string[]>();
const lines: LogLine[] = [];
const emitted: LiveEvent[] = [];

beforeEach(async () => {
  store = await openTestStore({ clock });
  settings = { ...defaultSettings.sync };
  lines.length = 0;
  named.clear();
  const events = createEvents((error) => {
    throw error;
  });
  events.subscribe((event) => emitted.push(event));
  const log = {
    write(line: LogLine) {
      lines.push(line);
      const { level, area, key } = line;
      const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
      const entry = { ...nobody, id: 1, at: 0, level, area, key, params: {}, text: '' };
      return entry;
    },
  };
  const foundation = { store, clock, ids: createIds(clock, seededRandom(3)), events, log };
  registry = createSyncRegistry({
    ...foundation,
    settings: () => settings,
    configurations: { sessionStarted: () => Promise.resolve(() => undefined) },
    answers: {
      answer: () =>
        Promise.resolve({
          alert: undefined,
          isExact: false,
          otherDeviceId: undefined,
          settled: () => undefined,
        }),
      named: (_tx, { wireId }) => Promise.resolve(new Set(named.get(wireId))),
    },
    onFault(error) {
      throw error;
    },
  });
  directory = createDirectory({
    ...foundation,
    pairing: registry.pairing,
    push: {
      push: { settings: () => Promise.resolve({ ...defaultPushSettings, active: true }) },
      alertNow: () => Promise.reject(new Error('nobody is alerted here')),
    },
    sms: { hasActiveGateway: () => true, hasActiveSimulator: () => false },
    mailboxes: {
      state: () => 'off',
      testMailbox: () => Promise.reject(new Error('no mailbox here')),
    },
  });
  await directory.accounts.create({ address: 'Anna@Example.org', password: 'secret' });
  account = await signIn('anna@example.org');
});
afterEach(() => store.close());

async function signIn(name: string): Promise<SignInAccount> {
  const found = await registry.clients.findAccount(name);
  if (found === undefined) throw new Error('no such account');
  return found;
}

const keys = (): string[] => lines.map(({ key }) => key);

async function makeDevice(name: string): Promise<string> {
  const { id } = await directory.devices.create({
    accountId: account.id,
    name,
    clientType: 'nokia',
    pushEnabled: true,
  });
  return id;
}

async function come(syncId: string, wireId = '40000'): Promise<SyncClientRow> {
  await clock.advance(1_000);
  const admitted = await registry.clients.admit(account, syncId, wireId);
  if (!admitted.ok) throw new Error(admitted.reason);
  return admitted.client;
}

const pairedWith = async (deviceId: string): Promise<string | null> =>
  (await directory.devices.get({ id: deviceId })).syncId;

async function pending(): Promise<[string, string[]][]> {
  const { pending } = await registry.pending.list({ accountId: account.id });
  return pending.map(({ syncId, freeDeviceIds }) => [syncId, freeDeviceIds]);
}

describe('an account', () => {
  it.each(['anna@example.org', 'ANNA@EXAMPLE.ORG', 'anna', 'Anna', ' anna '])(
    'is found as %j',
    async (name) => {
      const found = await registry.clients.findAccount(name);
      expect(found).toEqual({ ...account, password: 'secret' });
    },
  );

  it('is not found by a part that two have before the @', async () => {
    await directory.accounts.create({ address: 'anna@example.net' });
    expect(await registry.clients.findAccount('anna')).toBeUndefined();
    expect((await signIn('anna@example.net')).password).toBeUndefined();
  });

  it('has its new password at once', async () => {
    await directory.accounts.update({ id: account.id, password: 'better' });
    expect((await signIn('anna')).password).toBe('better');
  });

  it('is gone when it was removed', async () => {
    await directory.accounts.remove({ id: account.id });
    expect(await registry.clients.findAccount('anna')).toBeUndefined();
  });
});

describe('a client that comes for the first time', () => {
  it('is paired with the only device', async () => {
    const phone = await makeDevice('Phone');
    const client = await come('IMEI:1');
    expect(client.deviceId).toBe(phone);
    expect(await pairedWith(phone)).toBe('IMEI:1');
    expect(await pending()).toEqual([]);
    expect(keys()).toContain('device.paired-by-rule');
  });

  it('is paired with the only one that is free', async () => {
    const phone = await makeDevice('Phone');
    await come('IMEI:1');
    const tablet = await makeDevice('Tablet');
    await come('IMEI:2');
    expect([await pairedWith(phone), await pairedWith(tablet)]).toEqual(['IMEI:1', 'IMEI:2']);
  });

  it('waits when there is no device, or more than one', async () => {
    expect((await come('IMEI:1')).deviceId).toBeNull();
    expect(await pending()).toEqual([['IMEI:1', []]]);
    expect(keys()).toContain('pending.appeared');
    const phone = await makeDevice('Phone');
    expect(await pairedWith(phone)).toBe('IMEI:1');
    const [left, right] = [await makeDevice('Left'), await makeDevice('Right')];
    expect((await come('IMEI:2')).deviceId).toBeNull();
    expect(await pending()).toEqual([['IMEI:2', [left, right]]]);
  });

  it('waits when another one waits too', async () => {
    await come('IMEI:1');
    await come('IMEI:2');
    const phone = await makeDevice('Phone');
    expect(await pairedWith(phone)).toBeNull();
    expect((await come('IMEI:2')).deviceId).toBeNull();
    expect((await pending()).map(([syncId]) => syncId)).toEqual(['IMEI:2', 'IMEI:1']);
  });

  it('waits when nothing is to be paired by itself', async () => {
    settings = { ...settings, pairAutomatically: false };
    const phone = await makeDevice('Phone');
    await come('IMEI:1');
    await makeDevice('Tablet');
    expect(await pairedWith(phone)).toBeNull();
  });

  it('is the same client at its next session', async () => {
    const first = await come('IMEI:1');
    const second = await come('IMEI:1');
    expect(second).toEqual({ ...first, lastSeenAt: clock.now() });
    expect(await registry.clients.find(account.id, 'IMEI:1')).toEqual(second);
    expect(keys().filter((key) => key === 'pending.appeared')).toHaveLength(1);
  });

  it('is not let in while it waits, where the settings say so', async () => {
    settings = { ...settings, serveUnpaired: false };
    const refused = await registry.clients.admit(account, 'IMEI:1', '1');
    expect(refused).toEqual({ ok: false, reason: 'not-paired' });
    expect((await pending()).map(([syncId]) => syncId)).toEqual(['IMEI:1']);
  });
});

describe('a client among several devices that are free', () => {
  let left: string;
  let right: string;
  beforeEach(async () => {
    left = await makeDevice('Left');
    right = await makeDevice('Right');
  });

  it('is paired with its own device when it is a virtual phone', async () => {
    await come('IMEI:1');
    settings = { ...settings, pairAutomatically: false };
    expect((await come(virtualSyncId(right))).deviceId).toBe(right);
    expect((await come(virtualSyncId(left))).deviceId).toBe(left);
  });

  it('waits where its own device has another client', async () => {
    const { id } = await come('IMEI:1');
    await registry.pending.assign({ id, deviceId: right });
    await makeDevice('Third');
    expect((await come(virtualSyncId(right))).deviceId).toBeNull();
  });

  it('is paired with the one whose alert it answers', async () => {
    named.set('7', [right]);
    expect((await come('IMEI:1', '7')).deviceId).toBe(right);
  });

  it('waits when two of them have such an alert, or none', async () => {
    named.set('7', [left, right]);
    expect((await come('IMEI:1', '7')).deviceId).toBeNull();
    expect((await come('IMEI:2', '8')).deviceId).toBeNull();
  });

  it('waits when it merely goes on counting its sessions', async () => {
    const client = await come('IMEI:1', '6');
    const start = { syncId: 'IMEI:1', wireId: '6', version: '1.2', encoding: 'xml' } as const;
    await registry.book.begin(start, client);
    named.set('7', [right]);
    expect((await come('IMEI:1', '7')).deviceId).toBeNull();
    named.set('9', [right]);
    expect((await come('IMEI:1', '9')).deviceId).toBe(right);
  });

  it('waits in spite of its alert when nothing is to be paired by itself', async () => {
    settings = { ...settings, pairAutomatically: false };
    named.set('7', [right]);
    expect((await come('IMEI:1', '7')).deviceId).toBeNull();
  });
});

describe('a client that waits', () => {
  it('is assigned, and takes the place of the client that was there', async () => {
    const phone = await makeDevice('Phone');
    const old = await come('IMEI:1');
    const client = await come('IMEI:2');
    await registry.pending.assign({ id: client.id, deviceId: phone });
    expect(await pairedWith(phone)).toBe('IMEI:2');
    expect(await pending()).toEqual([['IMEI:1', []]]);
    expect((await registry.clients.find(account.id, 'IMEI:1'))?.id).toBe(old.id);
  });

  it('brings the sessions that it has had along', async () => {
    const client = await come('IMEI:1');
    const start = { syncId: 'IMEI:1', wireId: '1', version: '1.2', encoding: 'xml' } as const;
    const past = await registry.book.begin(start, client);
    await past.end('done', null);
    const running = await registry.book.begin(start, client);
    running.progress({ requests: 1, bytesIn: 1, bytesOut: 1, serverMs: 1, datastores: [] });
    const phone = await makeDevice('Phone');
    const { sessions } = await registry.sessions.list({ deviceId: phone });
    expect(sessions.map(({ id, deviceName }) => [id, deviceName])).toEqual([
      [running.id, 'Phone'],
      [past.id, 'Phone'],
    ]);
  });

  it('cannot be assigned to another account’s device, or to none', async () => {
    const bob = await directory.accounts.create({ address: 'bob@example.org' });
    const foreign = await directory.devices.create({
      accountId: bob.id,
      name: 'Bob’s',
      clientType: 'nokia',
      pushEnabled: true,
    });
    const { id } = await come('IMEI:1');
    for (const deviceId of [foreign.id, 'nothing']) {
      await expect(registry.pending.assign({ id, deviceId })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ path: 'deviceId', code: 'unknown' }],
      });
    }
    await expect(
      registry.pending.assign({ id: 'nobody', deviceId: foreign.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is put away and still served, but neither shown nor paired', async () => {
    const { id } = await come('IMEI:1');
    await registry.pending.dismiss({ id });
    const phone = await makeDevice('Phone');
    expect((await come('IMEI:1')).deviceId).toBeNull();
    expect([await pending(), await pairedWith(phone)]).toEqual([[], null]);
  });

  it.each([false, true])('is found again and brought back, blocked: %s', async (block) => {
    const { id } = await come('IMEI:1');
    await come('IMEI:2');
    await registry.pending.dismiss({ id, block });
    expect((await pending()).map(([syncId]) => syncId)).toEqual(['IMEI:2']);
    const all = await registry.pending.list({ withDismissed: true });
    expect(
      all.pending.map(({ syncId, isDismissed, isBlocked }) => [syncId, isDismissed, isBlocked]),
    ).toEqual([
      ['IMEI:2', false, false],
      ['IMEI:1', true, block],
    ]);
    await registry.pending.recall({ id });
    await registry.pending.recall({ id });
    expect((await come('IMEI:1')).deviceId).toBeNull();
    expect((await pending()).map(([syncId]) => syncId)).toEqual(['IMEI:1', 'IMEI:2']);
    expect(keys().filter((key) => key === 'pending.recalled')).toHaveLength(1);
    await expect(registry.pending.recall({ id: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not let in any more when it is blocked, until it is assigned after all', async () => {
    const { id } = await come('IMEI:1');
    await registry.pending.dismiss({ id, block: true });
    expect(await registry.clients.admit(account, 'IMEI:1', '1')).toEqual({
      ok: false,
      reason: 'device-blocked',
    });
    const phone = await makeDevice('Phone');
    await registry.pending.assign({ id, deviceId: phone });
    expect((await come('IMEI:1')).deviceId).toBe(phone);
  });
});

describe('two devices of an account', () => {
  let left: string;
  let right: string;
  beforeEach(async () => {
    left = await makeDevice('Left');
    await come('IMEI:1');
    right = await makeDevice('Right');
    await come('IMEI:2');
  });

  it('exchange their clients', async () => {
    const { devices } = await directory.devices.swapClients({ id: left, otherId: right });
    expect(devices.map(({ id, syncId }) => [id, syncId])).toEqual([
      [left, 'IMEI:2'],
      [right, 'IMEI:1'],
    ]);
  });

  it('exchange a client and none', async () => {
    await directory.devices.clearClient({ id: right });
    await directory.devices.swapClients({ id: left, otherId: right });
    expect([await pairedWith(left), await pairedWith(right)]).toEqual([null, 'IMEI:1']);
  });

  it('do not exchange clients with another account’s device', async () => {
    const bob = await directory.accounts.create({ address: 'bob@example.org' });
    const { id: otherId } = await directory.devices.create({
      accountId: bob.id,
      name: 'Bob’s',
      clientType: 'nokia',
      pushEnabled: true,
    });
    await expect(directory.devices.swapClients({ id: left, otherId })).rejects.toMatchObject({
      fields: [{ path: 'otherId', code: 'unknown' }],
    });
  });

  it('lose their client, whose place the next one can take', async () => {
    await directory.devices.clearClient({ id: left });
    expect(await pending()).toEqual([['IMEI:1', [left]]]);
    expect((await come('IMEI:1')).deviceId).toBe(left);
  });

  it('leave their client behind when they are removed', async () => {
    await directory.devices.remove({ id: left });
    expect(await pending()).toEqual([['IMEI:1', []]]);
    expect(await store.sync.findClient(account.id, 'IMEI:1')).toMatchObject({ deviceId: null });
  });
});

describe('what is known of a client', () => {
  const info = {
    version: '1.2',
    manufacturer: 'NOKIA',
    model: 'E71',
    softwareVersion: '5.0',
    deviceId: 'IMEI:1',
    deviceType: 'smartphone',
    datastores: [],
  } as const;

  it('is its make, which shows on the device', async () => {
    const phone = await makeDevice('Phone');
    const { id } = await come('IMEI:1');
    emitted.length = 0;
    await registry.clients.saveDeviceInfo(id, info);
    await registry.clients.saveDeviceInfo(id, info);
    expect((await directory.devices.get({ id: phone })).hardware).toEqual({
      manufacturer: 'NOKIA',
      model: 'E71',
      softwareVersion: '5.0',
    });
    expect(emitted).toEqual([{ kind: 'device', id: phone }]);
  });

  it('is forgotten by a reset, and the pairing is not', async () => {
    const phone = await makeDevice('Phone');
    const { id } = await come('IMEI:1');
    await registry.clients.saveDeviceInfo(id, info);
    await registry.clients.saveNonce(id, Uint8Array.of(0, 255));
    expect(await store.sync.getClient(id)).toMatchObject({ nonce: 'AP8=' });
    const device = await directory.devices.reset({ id: phone });
    expect(device.syncId).toBe('IMEI:1');
    expect(await store.sync.getClient(id)).toMatchObject({ nonce: null, deviceInfo: null });
  });

  it('is compared again for one folder, or for all', async () => {
    const phone = await makeDevice('Phone');
    const { id: clientId } = await come('IMEI:1');
    const collection = { accountId: account.id, corporateAccess: null, shares: [], createdAt: 1 };
    const types = { con: 'contacts', cal: 'calendar', tas: 'tasks', sal: 'contacts' } as const;
    for (const [id, dataType] of Object.entries(types)) {
      const name = id === 'sal' ? 'Sales' : '';
      await store.collections.insert({ ...collection, id, dataType, name });
    }
    const state = {
      clientId,
      deviceUri: '',
      clientAnchor: 'a',
      serverAnchor: 'b',
      revision: 1,
      round: 1,
      openMode: null,
      openAnchor: null,
      openSince: null,
      isResyncWanted: false,
      completedAt: 1,
    };
    for (const datastore of ['con', 'cal+tas', 'sal']) {
      await store.sync.putState({ ...state, datastore });
    }
    const wanted = async (): Promise<string[]> =>
      (await store.sync.listStates(clientId))
        .filter(({ isResyncWanted }) => isResyncWanted)
        .map(({ datastore }) => datastore)
        .sort();
    const { folders } = await directory.devices.get({ id: phone });
    const calendar = folders.find(({ dataType }) => dataType === 'calendar');
    await directory.devices.resync({ id: phone, folderId: calendar?.id });
    expect(await wanted()).toEqual(['cal+tas']);
    const contacts = folders.find(({ dataType }) => dataType === 'contacts');
    await directory.devices.resync({ id: phone, folderId: contacts?.id });
    expect(await wanted()).toEqual(['cal+tas', 'con']);
    await directory.devices.resync({ id: phone });
    expect(await wanted()).toEqual(['cal+tas', 'con', 'sal']);
    await expect(directory.devices.resync({ id: phone, folderId: 'x' })).rejects.toThrow();
  });
});

describe('a device’s own switch for its push', () => {
  it('pauses it and takes it up again', async () => {
    const phone = await makeDevice('Phone');
    const client = await come('IMEI:1');
    await registry.pushSwitch.set(client, 'off');
    expect(await directory.devices.get({ id: phone })).toMatchObject({
      pausedBy: 'device',
      state: 'paused',
      reason: 'paused-by-device',
    });
    await registry.pushSwitch.set(client, 'on');
    expect((await directory.devices.get({ id: phone })).pausedBy).toBeNull();
  });

  it('is overruled by the admin, who can end the device’s pause and not be ended by it', async () => {
    const phone = await makeDevice('Phone');
    const client = await come('IMEI:1');
    await registry.pushSwitch.set(client, 'off');
    expect((await directory.devices.setPaused({ id: phone, paused: false })).pausedBy).toBeNull();
    await directory.devices.setPaused({ id: phone, paused: true });
    await registry.pushSwitch.set(client, 'on');
    expect((await directory.devices.get({ id: phone })).pausedBy).toBe('admin');
    expect(keys()).toContain('device.push-refused');
  });

  it('does nothing for a client without a device', async () => {
    await registry.pushSwitch.set(await come('IMEI:1'), 'off');
    expect(keys()).not.toContain('device.push-off');
  });
});
