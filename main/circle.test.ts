import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../shared/model/device.ts';
import { silentDiagnostics } from './log/diagnostics.ts';
import { createFakeClock } from './platform/fake-clock.ts';
import type { FakeClock } from './platform/fake-clock.ts';
import { seededRandom } from './platform/random.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { testSecretBox } from './testing/memory-store.ts';

/*
 * The whole way round, by the real services and two virtual phones: a change wakes a phone, its
 * session fetches it and answers the alert.
 */

let dataDir: string;
let clock: FakeClock;
let server: RunningServer;
let left: Device;
let right: Device;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-circle-'));
  clock = createFakeClock();
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: silentDiagnostics,
    clock,
    random: seededRandom(9),
    checksAnswers: true,
    isSilent: true,
    simulatorReportMs: 0,
  });
  const { client } = server;
  await client.gateways.create({ kind: 'simulator', name: 'Simulator' });
  await client.push.updateSettings({ mergeWindowMs: 0 });
  await client.push.setActive({ active: true });
  const account = await client.accounts.create({ address: 'anna@example.org', password: 'secret' });
  left = await addPhone(account.id, 'Left', '+48600100201');
  right = await addPhone(account.id, 'Right', '+48600100202');
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** A device with its phone, which has been here before. */
async function addPhone(accountId: string, name: string, number: string): Promise<Device> {
  const { client } = server;
  const clientType = 'synthesis';
  const device = await client.devices.create({ accountId, name, number, clientType });
  expect((await client.simulator.sync({ number })).problem).toBeNull();
  return await client.devices.get({ id: device.id });
}

/** Somebody types a contact into a phone, and lets it synchronise. */
async function meet(device: Device, firstName: string): Promise<void> {
  const number = device.number ?? '';
  const { simulator } = server.client;
  await simulator.saveItem({ number, dataType: 'contacts', fields: { firstName } });
  await clock.advance(60_000);
  expect((await simulator.sync({ number })).problem).toBeNull();
  await settle();
}

async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await server.idle();
    await clock.advance(1_000);
  }
}

async function contactsOn(device: Device): Promise<string[]> {
  const { items } = await server.client.simulator.items({ number: device.number ?? '' });
  return items.map(({ title }) => title);
}

const now = async ({ id }: Device): Promise<Device> => await server.client.devices.get({ id });

describe('a contact that is typed into one phone', () => {
  it('arrives on the other, whose session ends the trace', async () => {
    expect(left.syncId).not.toBeNull();
    await meet(left, 'Ingrid');
    expect(await contactsOn(right)).toEqual(['Ingrid']);
    const { alerts } = await server.client.alerts.list();
    expect(alerts).toMatchObject([{ deviceId: right.id, state: 'answered' }]);
    const trace = await server.client.traces.get({ id: alerts[0]?.traceId ?? '' });
    expect(trace.changes).toMatchObject([{ source: 'session', origin: left.id }]);
    const [branch] = trace.branches;
    expect(branch?.session).toMatchObject({ deviceId: right.id, state: 'done' });
    expect(branch?.steps.map(({ key, params }) => [key, params])).toEqual([
      ['change-by', { folder: 'contacts', source: 'session', origin: 'Left' }],
      ['planned', expect.anything()],
      ['sms-sent', expect.anything()],
      ['delivered', {}],
      ['answered', {}],
      ['session-done', { received: 0, sent: 1 }],
    ]);
    expect(await now(right)).toMatchObject({ lastSessionState: 'done', state: 'working' });
  });

  it('is on the server, with who made it', async () => {
    await meet(left, 'Ingrid');
    const query = { accountId: left.accountId, dataType: 'contacts' } as const;
    const { items } = await server.client.items.list(query);
    expect(items).toMatchObject([{ title: 'Ingrid', origin: { kind: 'device', name: 'Left' } }]);
  });
});

describe('clients that are mixed up', () => {
  it('show when one answers the alert of the other, and are put right by a swap', async () => {
    await server.client.devices.swapClients({ id: left.id, otherId: right.id });
    await server.client.devices.alertNow({ id: left.id });
    await settle();
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      expect(await now(one)).toMatchObject({
        state: 'attention',
        reason: 'number-mismatch',
        mismatch: { deviceId: other.id },
      });
    }
    const { attention } = await server.client.system.status();
    expect(attention.map(({ key }) => key)).toContain('number-mismatch');

    await server.client.devices.swapClients({ id: left.id, otherId: right.id });
    expect((await now(left)).mismatch).toBeNull();
    await server.client.devices.alertNow({ id: left.id });
    await settle();
    const { alerts } = await server.client.alerts.list({ deviceId: left.id });
    expect(alerts.map(({ state }) => state)).toEqual(['answered', 'answered']);
    expect([(await now(left)).reason, (await now(right)).mismatch]).toEqual(['ok', null]);
  });
});

describe('a phone that is resynchronised', () => {
  it('compares everything at its next session, and nothing doubles', async () => {
    await meet(left, 'Ingrid');
    const [folder] = right.folders;
    await server.client.devices.resync({ id: right.id, folderId: folder?.id });
    await server.client.simulator.sync({ number: right.number ?? '' });
    const { sessions } = await server.client.sessions.list({ deviceId: right.id });
    const modes = sessions[0]?.datastores.map(({ dataType, mode }) => `${dataType} ${mode}`);
    expect(modes).toContain('contacts slow');
    expect(modes).toContain('calendar two-way');
    expect(await contactsOn(right)).toEqual(['Ingrid']);
  });

  it('does so for all its folders after a reset', async () => {
    await meet(left, 'Ingrid');
    await server.client.devices.reset({ id: right.id });
    await server.client.simulator.sync({ number: right.number ?? '' });
    const { sessions } = await server.client.sessions.list({ deviceId: right.id });
    expect(new Set(sessions[0]?.datastores.map(({ mode }) => mode))).toEqual(new Set(['slow']));
    expect(await contactsOn(right)).toEqual(['Ingrid']);
    const query = { accountId: left.accountId, dataType: 'contacts' } as const;
    expect((await server.client.items.list(query)).total).toBe(1);
  });
});
