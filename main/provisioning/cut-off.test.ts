import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import { seededRandom } from '../platform/random.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { startHttpSink } from '../sms/testing/http-sink.ts';
import type { HttpSink } from '../sms/testing/http-sink.ts';
import { testSecretBox } from '../testing/memory-store.ts';

/* The server ends while a provider is being handed a configuration. */

let dataDir: string;
let clock: FakeClock;
let server: RunningServer;
let sink: HttpSink;

const start = (): Promise<RunningServer> =>
  startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: silentDiagnostics,
    clock,
    random: seededRandom(21),
    checksAnswers: true,
    isSilent: true,
  });

/** Ends the server, whose hand-overs get some time that only the test's clock knows of. */
async function stop(): Promise<void> {
  let isStopped = false;
  const stopping = server.stop().then(() => {
    isStopped = true;
  });
  while (!isStopped) await clock.advance(1_000);
  await stopping;
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-cut-off-'));
  clock = createFakeClock();
  sink = await startHttpSink();
  server = await start();
});
afterEach(async () => {
  await stop();
  await sink.close();
  await rm(dataDir, { recursive: true });
});

it('is uncertain whether it got through, is not sent again by itself, and keeps its PIN', async () => {
  sink.otherwise = 'silence';
  const { client } = server;
  await client.settings.update({ listeners: { publicUrl: 'https://sync.example.org' } });
  const url = `${sink.url}?to=%number%&udh=%udh;hex%&data=%data;hex%`;
  await client.gateways.create({ kind: 'http', name: 'Provider', url });
  const account = await client.accounts.create({ address: 'anna@example.org', password: 'secret' });
  const { id: deviceId } = await client.devices.create({
    accountId: account.id,
    name: 'Phone',
    clientType: 'nokia',
    number: '+48600100201',
  });
  const { id } = await client.provisioning.send({ deviceId });
  const { pin } = await client.provisioning.pin({ id });
  await expect.poll(() => sink.received.length).toBeGreaterThan(0);
  const handedOver = sink.received.length;

  await stop();
  server = await start();
  const { configurations } = await server.client.provisioning.list({ deviceId });
  expect(configurations).toMatchObject([{ id, state: 'uncertain', deliveredAt: null }]);
  expect((await server.client.provisioning.pin({ id })).pin).toBe(pin);
  const { entries } = await server.client.log.list({ deviceId, limit: 100 });
  expect(entries.map(({ key }) => key)).toContain('configuration.uncertain');
  await clock.advance(60_000);
  expect(sink.received).toHaveLength(handedOver);
});
