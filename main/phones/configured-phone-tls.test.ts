import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { testSecretBox } from '../testing/memory-store.ts';

/* A phone that is set up for the real listener with TLS, whose certificate nobody else trusts. */

const number = '+447700900001';
const password = 'secret';

let dataDir: string;
let server: RunningServer;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-configured-'));
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: silentDiagnostics,
    checksAnswers: true,
    simulatorReportMs: 0,
  });
});
afterEach(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

it('synchronises over HTTPS by what an SMS has told it', async () => {
  const { gateways, accounts, devices, settings, provisioning, simulator } = server.client;
  await gateways.create({ kind: 'simulator', name: 'Simulator' });
  await settings.update({ listeners: { tlsEnabled: true }, provisioning: { security: 'none' } });
  await vi.waitFor(
    () => {
      const tls = server.listeners().find(({ name }) => name === 'devices-https');
      expect(tls?.state).toBe('working');
    },
    { timeout: 20_000 },
  );
  const { id: accountId } = await accounts.create({ address: 'anna@example.org', password });
  const { id } = await devices.create({ accountId, name: 'E71', number, clientType: 'nokia' });
  const { folders } = await devices.get({ id });
  await devices.update({ id, folders: folders.map((folder) => ({ ...folder, enabled: true })) });
  await simulator.empty({ number });
  await provisioning.send({ deviceId: id });
  const message = await vi.waitFor(async () => {
    const found = (await simulator.phones()).phones[0]?.messages[0];
    expect(found?.kind).toBe('configuration');
    return found;
  });
  const profile = await simulator.saveConfiguration({ number, messageId: message?.id ?? '' });
  expect(profile.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/syncml$/u);
  await simulator.setPassword({ number, password });
  await simulator.saveItem({ number, dataType: 'contacts', fields: { firstName: 'Ada' } });
  expect(await simulator.sync({ number })).toMatchObject({ state: 'done', sent: 1 });
  await settings.update({ listeners: { tlsEnabled: false } });
  await vi.waitFor(async () => {
    expect(await simulator.sync({ number })).toMatchObject({ problem: 'network' });
  });
});
