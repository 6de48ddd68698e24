import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Account } from '../shared/model/account.ts';
import type { Device } from '../shared/model/device.ts';
import type { TroubleStep } from '../shared/model/troubleshooter.ts';
import type { ApiClient } from './api/client.ts';
import { silentDiagnostics } from './log/diagnostics.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { testSecretBox } from './testing/memory-store.ts';

/*
 * The troubleshooter in the whole product: each link of one device's chain is broken in turn, and
 * mended by nothing but the button that it offers.
 */

const number = '+48600100200';
let dataDir: string;
let server: RunningServer;
let client: ApiClient;
let account: Account;
let device: Device;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-trouble-'));
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: silentDiagnostics,
    checksAnswers: true,
    simulatorReportMs: 0,
  });
  ({ client } = server);
  await client.push.updateSettings({ mergeWindowMs: 0 });
  account = await client.accounts.create({ address: 'anna@example.org' });
  device = await client.devices.create({
    accountId: account.id,
    name: 'E71',
    clientType: 'nokia',
  });
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Where the walk stops; undefined where every link holds. */
async function stop(): Promise<TroubleStep | undefined> {
  const { steps, stoppedAt } = await client.troubleshooter.run({ deviceId: device.id });
  return steps.find(({ id }) => id === stoppedAt);
}

/** What the console does when the button is pressed. */
const buttons: Partial<
  Record<NonNullable<TroubleStep['action']>['kind'], (step: TroubleStep) => Promise<unknown>>
> = {
  'show-settings': () =>
    client.settings.update({ listeners: { publicUrl: 'https://sync.example.org' } }),
  'switch-sync-on': () => client.settings.update({ sync: { active: true } }),
  'set-account-password': ({ action }) =>
    client.accounts.update({ id: action?.id ?? '', password: 'secret' }),
  // Nokia phones take their settings by SMS; this one has them typed in already.
  'send-link': () => synchronise(),
  'send-configuration': () => synchronise(),
  'set-number': () => client.devices.update({ id: device.id, number }),
  'add-gateway': () => client.gateways.create({ kind: 'simulator', name: 'Simulator' }),
  'switch-gateway-on': ({ action }) =>
    client.gateways.setActive({ id: action?.id ?? '', active: true }),
  'switch-engine-on': () => client.push.setActive({ active: true }),
  'switch-push-on': () => client.devices.update({ id: device.id, pushEnabled: true }),
  'resume-device': () => client.devices.setPaused({ id: device.id, paused: false }),
  'tick-folder': ({ action }) =>
    client.devices.update({ id: device.id, folders: [{ id: action?.id ?? '', enabled: true }] }),
  'rename-folder': ({ action }) =>
    client.devices.update({
      id: device.id,
      folders: [{ id: action?.id ?? '', name: action?.value ?? '' }],
    }),
  'report-change': ({ action }) =>
    client.changes.report({ account: action?.id ?? '', folder: action?.value ?? '' }),
  'alert-now': () => client.devices.alertNow({ id: device.id }),
  'unblock-client': ({ action }) => client.pending.recall({ id: action?.id ?? '' }),
  'assign-client': ({ action }) =>
    client.pending.assign({ id: action?.id ?? '', deviceId: device.id }),
};

async function synchronise(): Promise<void> {
  await client.devices.update({ id: device.id, number });
  expect((await client.simulator.sync({ number })).problem).toBeNull();
}

/** Presses what is offered, link by link; the keys at which the walk stopped on the way. */
async function mend(): Promise<string[]> {
  const keys: string[] = [];
  for (let step = await stop(); step !== undefined && keys.length < 20; step = await stop()) {
    const { key, action } = step;
    keys.push(key);
    await buttons[action?.kind ?? 'wait']?.(step);
    // What is under way needs a moment; what is mended is so at once.
    await vi.waitFor(async () => expect((await stop())?.key).not.toBe(key), { timeout: 3_000 });
  }
  return keys;
}

/** Mends everything, so that a test can break one link. */
async function setUp(): Promise<void> {
  await client.settings.update({ sync: { active: true } });
  await client.accounts.update({ id: account.id, password: 'secret' });
  await client.gateways.create({ kind: 'simulator', name: 'Simulator' });
  await synchronise();
  await client.push.setActive({ active: true });
  await client.changes.report({ account: account.id, folder: 'contacts' });
  await vi.waitFor(async () => expect(await stop()).toBeUndefined());
  device = await client.devices.get({ id: device.id });
}

it('leads from an account without anything to a phone that answers', async () => {
  await client.settings.update({ sync: { active: false } });
  await expect(mend()).resolves.toEqual(
    expect.arrayContaining(['sync-off', 'no-password', 'no-gateway', 'engine-off', 'no-change']),
  );
  const { alerts } = await client.alerts.list({ deviceId: device.id });
  expect(alerts[0]?.state).toBe('answered');
});

it('stops at each link that is broken, and offers what mends it', async () => {
  await setUp();
  const [contacts] = device.folders;
  const folder = { id: contacts?.id ?? '', name: 'contacts' };
  const breaks: Record<string, () => Promise<unknown>> = {
    'sync-off': () => client.settings.update({ sync: { active: false } }),
    'no-number': () => client.devices.update({ id: device.id, number: null }),
    'gateway-off': async () => {
      const { gateways } = await client.gateways.list();
      await client.gateways.setActive({ id: gateways[0]?.id ?? '', active: false });
    },
    'engine-off': () => client.push.setActive({ active: false }),
    'push-off': () => client.devices.update({ id: device.id, pushEnabled: false }),
    'paused-by-admin': () => client.devices.setPaused({ id: device.id, paused: true }),
    'no-folder': () =>
      client.devices.update({
        id: device.id,
        folders: device.folders.map(({ id }) => ({ id, enabled: false })),
      }),
    'name-differs': () => client.devices.update({ id: device.id, folders: [folder] }),
  };
  for (const [key, breakLink] of Object.entries(breaks)) {
    await breakLink();
    const [first, ...more] = await mend();
    expect([first, more]).toEqual([key, []]);
  }
});

it('says that the number’s own route is down, though another gateway works', async () => {
  await setUp();
  const url = 'https://sms.example.org/send?to=%number%&data=%data;hex%';
  const provider = await client.gateways.create({ kind: 'http', name: 'Provider', url });
  await client.gateways.setActive({ id: provider.id, active: false });
  const given = { name: 'Poland', prefix: '+48', gatewayId: provider.id };
  const route = await client.routes.create({ ...given, fallback: false });
  expect(await stop()).toMatchObject({
    id: 'gateway-sends',
    state: 'broken',
    key: 'route-down',
    params: { route: 'Poland', gateway: 'Provider', reason: 'off' },
    action: { kind: 'show-routes' },
  });
  await client.routes.update({ id: route.id, fallback: true });
  expect(await stop()).toBeUndefined();
});

it('finds two phones of an account that answer each other’s alerts', async () => {
  await setUp();
  const other = await client.devices.create({
    accountId: account.id,
    name: 'N95',
    clientType: 'nokia',
    number: '+48600100201',
  });
  await client.simulator.sync({ number: '+48600100201' });
  await client.devices.swapClients({ id: device.id, otherId: other.id });
  await client.devices.alertNow({ id: device.id });
  await vi.waitFor(async () => {
    expect(await stop()).toMatchObject({
      key: 'number-mismatch',
      params: { device: 'E71', other: 'N95' },
      action: { kind: 'resolve-mismatch', id: other.id },
    });
  });
});

it('says that the client is put away, and brings it back', async () => {
  await setUp();
  const [session] = (await client.sessions.list({ deviceId: device.id })).sessions;
  expect(session?.syncId).toBeDefined();
  await client.devices.clearClient({ id: device.id });
  const { pending } = await client.pending.list({});
  await client.pending.dismiss({ id: pending[0]?.id ?? '', block: true });
  const blocked = await stop();
  expect(blocked?.key).toBe('client-blocked');
  if (blocked) await buttons['unblock-client']?.(blocked);
  await synchronise();
  expect(await stop()).toBeUndefined();
});

it('knows no device of a wrong id, and tells no secret of a right one', async () => {
  await expect(client.troubleshooter.run({ deviceId: 'nobody' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await setUp();
  const report = await client.troubleshooter.run({ deviceId: device.id });
  expect(JSON.stringify(report)).not.toContain('secret');
});
