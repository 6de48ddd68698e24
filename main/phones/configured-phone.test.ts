import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualImsi } from '../../shared/model/phone.ts';
import type { Phone, PhoneMessage } from '../../shared/model/phone.ts';
import type { ProvisioningSettings } from '../../shared/model/provisioning.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import { seededRandom } from '../platform/random.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { testSecretBox } from '../testing/memory-store.ts';

/* From an empty phone to one that has synchronised, by nothing but an SMS, at the whole server. */

const number = '+447700900001';
const other = '+447700900002';
const address = 'anna@example.org';
const password = 'secret';
const faults: unknown[] = [];

let dataDir: string;
let clock: FakeClock;
let server: RunningServer;
let accountId: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-configured-'));
  clock = createFakeClock();
  faults.length = 0;
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
    clock,
    random: seededRandom(12),
    checksAnswers: true,
    isSilent: true,
    simulatorReportMs: 0,
  });
  const { client } = server;
  await client.gateways.create({ kind: 'simulator', name: 'Simulator' });
  await client.push.updateSettings({ mergeWindowMs: 0 });
  await client.push.setActive({ active: true });
  accountId = (await client.accounts.create({ address, password })).id;
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
  expect(faults).toEqual([]);
});

async function addDevice(to: string, clientType: ClientTypeId): Promise<string> {
  const { devices } = server.client;
  const device = await devices.create({ accountId, name: to, number: to, clientType });
  const folders = device.folders.map((folder) => ({ ...folder, enabled: true }));
  await devices.update({ id: device.id, folders });
  return device.id;
}

async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await server.idle();
    await clock.advance(1_000);
  }
}

async function phone(of = number): Promise<Phone> {
  const { phones } = await server.client.simulator.phones();
  const found = phones.find((one) => one.number === of);
  if (found === undefined) throw new Error('no phone');
  return found;
}

/** Sends the device its configuration; resolves to what its phone got. */
async function send(deviceId: string): Promise<PhoneMessage> {
  const before = (await phone()).received;
  await server.client.provisioning.send({ deviceId, confirmRepeat: true });
  await settle();
  const { messages, received } = await phone();
  expect(received).toBeGreaterThan(before);
  const found = messages.find(({ kind }) => kind === 'configuration');
  if (found === undefined) throw new Error('no configuration');
  return found;
}

async function pinOf(deviceId: string): Promise<string> {
  const { provisioning } = server.client;
  const { configurations } = await provisioning.list({ deviceId });
  return (await provisioning.pin({ id: configurations[0]?.id ?? '' })).pin;
}

async function useSecurity(security: ProvisioningSettings['security']): Promise<void> {
  await server.client.settings.update({ provisioning: { security } });
}

async function save(messageId: string): Promise<Phone['profile']> {
  return await server.client.simulator.saveConfiguration({ number, messageId });
}

async function titles(of: string): Promise<string[]> {
  const { items } = await server.client.simulator.items({ number: of });
  return items.map(({ title }) => title).sort();
}

/** Something on the server, from another phone of the account. */
async function fill(): Promise<string[]> {
  await addDevice(other, 'synthesis');
  const { simulator } = server.client;
  for (const firstName of ['Ada', 'Bob'])
    await simulator.saveItem({ number: other, dataType: 'contacts', fields: { firstName } });
  const fields = { title: 'Dentist', start: '2026-11-22T09:30' };
  await simulator.saveItem({ number: other, dataType: 'calendar', fields });
  expect(await simulator.sync({ number: other })).toMatchObject({ state: 'done' });
  await settle();
  return await titles(other);
}

describe('an empty virtual phone', () => {
  it('is set up by one SMS and its PIN, and then has what is on the server', async () => {
    const { simulator, devices, provisioning } = server.client;
    const filled = await fill();
    const deviceId = await addDevice(number, 'nokia');
    await useSecurity('userpin');
    expect(await simulator.empty({ number })).toMatchObject({ source: 'empty', databases: [] });
    expect(await simulator.sync({ number })).toMatchObject({
      state: 'failed',
      problem: 'no-settings',
    });

    const message = await send(deviceId);
    expect(message.configuration).toMatchObject({ state: 'locked', asksPin: true, fields: [] });
    const pin = await pinOf(deviceId);
    const input = { number, messageId: message.id };
    const wrong = pin === '0000' ? '1111' : '0000';
    expect(await simulator.openConfiguration({ ...input, pin: wrong })).toMatchObject({
      state: 'locked',
      triesLeft: 2,
    });
    const opened = await simulator.openConfiguration({ ...input, pin });
    expect(opened).toMatchObject({ state: 'open', problem: null });
    const preview = await provisioning.preview({ deviceId });
    expect(opened.fields).toEqual(preview.fields);

    const profile = await save(message.id);
    const { folders } = await devices.get({ id: deviceId });
    expect(profile).toMatchObject({ source: 'received', user: address, hasPassword: false });
    expect(profile.databases.map(({ dataType, name }) => [dataType, name]).sort()).toEqual(
      folders.map(({ dataType, name }) => [dataType, name]).sort(),
    );
    expect(await simulator.sync({ number })).toMatchObject({ problem: 'no-password' });
    await simulator.setPassword({ number, password: 'mistyped' });
    expect(await simulator.sync({ number })).toMatchObject({ state: 'failed', problem: '401' });
    await simulator.setPassword({ number, password });
    expect(await simulator.sync({ number })).toMatchObject({
      state: 'done',
      received: filled.length,
    });
    expect(await titles(number)).toEqual(filled);
    await settle();
    const [configuration] = (await provisioning.list({ deviceId })).configurations;
    expect(configuration).toMatchObject({ state: 'configured' });
    expect((await devices.get({ id: deviceId })).syncId).not.toBeNull();
  });

  it('answers alerts once it is set up, and not before', async () => {
    await fill();
    const { simulator } = server.client;
    const deviceId = await addDevice(number, 'nokia');
    await useSecurity('netwpin');
    await server.client.provisioning.setOptions({ deviceId, imsi: virtualImsi(number) });
    await simulator.empty({ number });
    await simulator.saveItem({ number: other, dataType: 'contacts', fields: { firstName: 'Cid' } });
    await simulator.sync({ number: other });
    await settle();
    expect(await phone()).toMatchObject({ wokenAt: null, sync: { state: 'never' } });

    const message = await send(deviceId);
    expect(message.configuration).toMatchObject({ state: 'open', asksPin: false });
    await save(message.id);
    await simulator.setPassword({ number, password });
    await simulator.sync({ number });
    await settle();
    await clock.advance(60_000);
    await simulator.saveItem({ number: other, dataType: 'contacts', fields: { firstName: 'Dan' } });
    await simulator.sync({ number: other });
    await settle();
    expect((await phone()).wokenAt).not.toBeNull();
    expect(await titles(number)).toEqual(['Ada', 'Bob', 'Cid', 'Dan', 'Dentist']);
  });

  it.each(['sony-ericsson-old', 'synthesis'] as const)(
    'takes the format of its kind: %s',
    async (clientType) => {
      const { simulator } = server.client;
      const deviceId = await addDevice(number, clientType);
      await simulator.empty({ number });
      const message = await send(deviceId);
      expect(message.configuration).toMatchObject({ state: 'open', problem: null });
      await save(message.id);
      await simulator.setPassword({ number, password });
      expect(await simulator.sync({ number })).toMatchObject({ state: 'done' });
    },
  );
});

describe('the settings of a virtual phone', () => {
  it('are its device’s where somebody has typed them in', async () => {
    await addDevice(number, 'nokia');
    expect((await phone()).profile).toMatchObject({
      source: 'device',
      serverId: 'Pushdesk',
      url: 'http://127.0.0.1/syncml',
      user: address,
      hasPassword: true,
    });
  });

  it('are brought up to date by the same server, and the password stays', async () => {
    const { simulator, devices } = server.client;
    const deviceId = await addDevice(number, 'nokia');
    await useSecurity('none');
    await save((await send(deviceId)).id);
    await simulator.setPassword({ number, password });
    const device = await devices.get({ id: deviceId });
    const folders = device.folders.map((folder) => ({
      ...folder,
      enabled: folder.dataType === 'contacts',
    }));
    await devices.update({ id: deviceId, folders });
    const profile = await save((await send(deviceId)).id);
    expect(profile).toMatchObject({ source: 'received', hasPassword: true });
  });

  it('lose their password when they lead to another server', async () => {
    const { simulator, push } = server.client;
    const deviceId = await addDevice(number, 'nokia');
    await useSecurity('none');
    await save((await send(deviceId)).id);
    await simulator.setPassword({ number, password });
    await push.updateSettings({ serverId: 'another' });
    expect(await save((await send(deviceId)).id)).toMatchObject({
      serverId: 'another',
      hasPassword: false,
    });
  });

  it('go with everything else when the phone is emptied, and can be typed in again', async () => {
    const { simulator } = server.client;
    const filled = await fill();
    const deviceId = await addDevice(number, 'nokia');
    await simulator.sync({ number });
    expect(await titles(number)).toEqual(filled);
    await simulator.empty({ number });
    expect(await titles(number)).toEqual([]);
    expect(await phone()).toMatchObject({ received: 0, sync: { state: 'never' }, itemCounts: {} });
    await expect(simulator.setPassword({ number, password })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await simulator.setUp({ number })).toMatchObject({ source: 'device', user: address });
    expect(await simulator.sync({ number })).toMatchObject({ state: 'done' });
    expect(await titles(number)).toEqual(filled);
    await server.client.devices.remove({ id: deviceId });
    await expect(simulator.empty({ number })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('take a password that is typed over the device’s', async () => {
    const { simulator } = server.client;
    await addDevice(number, 'nokia');
    await simulator.setPassword({ number, password: 'mistyped' });
    expect(await simulator.sync({ number })).toMatchObject({ state: 'failed' });
    await simulator.setUp({ number });
    expect(await simulator.sync({ number })).toMatchObject({ state: 'done' });
  });

  it('do not come back with a device that gets the number of one that was removed', async () => {
    const { simulator, devices } = server.client;
    const deviceId = await addDevice(number, 'nokia');
    await useSecurity('none');
    await save((await send(deviceId)).id);
    await simulator.setPassword({ number, password });
    await devices.remove({ id: deviceId });
    await addDevice(number, 'nokia');
    expect((await phone()).profile).toMatchObject({ source: 'device' });
  });
});
