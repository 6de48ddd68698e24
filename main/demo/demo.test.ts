import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import { noGatewayFacts } from '../../shared/model/gateway.ts';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import { seededRandom } from '../platform/random.ts';
import { startServer } from '../server.ts';
import type { ServerOptions } from '../server.ts';
import { testSecretBox } from '../testing/memory-store.ts';
import { planLetters } from './letters.ts';
import { makeDemo } from './make-demo.ts';
import { office } from './office.ts';
import { planHistory } from './plan-history.ts';
import { startDemoTrickle } from './trickle.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-demo-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

it('has six people and twelve devices of every client type', () => {
  const devices = office.flatMap((person) => person.devices);
  expect([office.length, devices.length]).toEqual([6, 12]);
  expect(new Set(devices.map(({ clientType }) => clientType)).size).toBe(clientTypes.length);
});

it('makes a week of history with the real services, and shows it', async () => {
  const now = Date.UTC(2026, 2, 19, 3, 7);
  const clock = createFakeClock(now);
  const options: ServerOptions = {
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: dataDir,
    diagnostics: silentDiagnostics,
    isDemo: true,
    checksAnswers: true,
  };
  let starts = 0;
  const make = () =>
    makeDemo({
      dataDir,
      clock,
      start(over) {
        starts += 1;
        return startServer({ ...options, ...over });
      },
    });
  await make();
  // A demo that has just been made is kept.
  await make();
  expect(starts).toBe(1);

  const server = await startServer({ ...options, clock, isSilent: true });
  const status = await server.client.system.status();
  expect(status).toMatchObject({
    demo: true,
    counts: { accounts: 6, devices: 12 },
    attention: [{ key: 'budget-near', level: 'attention', target: { area: 'accounts' } }],
    now,
  });
  expect(status.counts.alerts).toBeGreaterThan(200);
  const overview = await server.client.system.overview();
  expect(overview.setupDone).toBe(true);
  expect(overview.alertsToday.delivered).toBeGreaterThan(5);
  const first = await server.client.changes.list({ limit: 1_000 });
  expect(now - (first.changes.at(-1)?.at ?? 0)).toBeGreaterThan(5 * 86_400_000);
  const { phones } = await server.client.simulator.phones();
  expect(phones.some(({ messages }) => messages.some(({ kind }) => kind === 'alert'))).toBe(true);
  const { devices } = await server.client.devices.list();
  expect(new Set(devices.map(({ state }) => state)).size).toBeGreaterThan(2);

  const { gateways } = await server.client.gateways.list();
  expect(gateways.filter(({ active }) => active).map(({ kind }) => kind)).toEqual(['simulator']);
  expect(gateways.map(({ kind, facts }) => [kind, facts])).toEqual(
    ['simulator', 'modem', 'smpp', 'http'].map((kind) => [kind, noGatewayFacts]),
  );
  const way = await server.client.routes.explain({ number: '+48600100201' });
  expect([way.route?.name, way.steps.map(({ reason }) => reason)]).toEqual([
    'Poland',
    ['ok', 'off', 'off', 'off'],
  ]);
  const texts = await server.client.messages.list({ source: 'console', limit: 100 });
  const ends = texts.messages.map(({ state }) => state);
  expect(ends.filter((state) => state !== 'delivered').sort()).toEqual(['dropped', 'expired']);
  expect(ends.length).toBeGreaterThan(30);
  expect(new Set(texts.messages.map(({ parts }) => parts.length))).toEqual(new Set([1, 3]));
  const incoming = await server.client.incoming.list();
  expect(incoming.messages.map(({ matched }) => matched)).toEqual(['none', 'address', 'reply']);
  const { total } = await server.client.costs.report();
  expect([total.cost > 5, total.unpriced]).toEqual([true, 0]);
  await server.stop();
}, 60_000);

it('writes its SMS within the week, and to phones of the office alone', () => {
  const end = Date.UTC(2026, 2, 8);
  const letters = planLetters(end);
  const numbers = office.flatMap(({ devices }) => devices.map(({ number }) => number));
  expect(letters.filter(({ number }) => !numbers.includes(number))).toEqual([]);
  expect(letters.every(({ at }) => at < end && end - at < 7 * 86_400_000)).toBe(true);
});

it('is the same each time it is made', () => {
  const [start, end] = [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 8)];
  const history = planHistory(start, end, seededRandom(1));
  expect(planHistory(start, end, seededRandom(1))).toEqual(history);
  expect(history.every(({ at }, index) => at >= (history[index - 1]?.at ?? start))).toBe(true);
});

it('goes on with a change now and then, which says that the demo made it', async () => {
  const clock = createFakeClock();
  const reported: (string | undefined)[] = [];
  const changes = {
    report(input: { origin?: string | undefined }) {
      reported.push(input.origin);
      return Promise.reject(new Error('somebody has removed it'));
    },
  };
  const client = { changes } as unknown as Parameters<typeof startDemoTrickle>[0]['client'];
  const stop = startDemoTrickle({ client, clock, random: seededRandom(1) });
  await clock.advance(10 * 60_000);
  expect(reported.length).toBeGreaterThan(10);
  expect(new Set(reported)).toEqual(new Set(['demo']));
  stop();
  const count = reported.length;
  await clock.advance(10 * 60_000);
  expect(reported.length).toBe(count);
});
