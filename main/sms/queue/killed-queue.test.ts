import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { seededRandom } from '../../platform/random.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { DeliveryRow, MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createQueueFixture } from '../testing/queue-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

const child = join(import.meta.dirname, '..', 'testing', 'hand-over-until-killed.ts');
const kills = 15;

/** Runs the child and kills it without warning when it has said so many lines; what it acknowledged. */
async function killAfter(lines: number, path: string, farSide: string): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, path, farSide, String(lines)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Fifteen starts of the same program: all but the first find it compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), 'compiled') },
  });
  const taken: string[] = [];
  let count = 0;
  const reader = createInterface({ input: process_.stdout });
  reader.on('line', (line) => {
    count += 1;
    const id = /^taken ([0-9a-z]+)$/iu.exec(line)?.[1];
    if (id !== undefined) taken.push(id);
    if (count === lines) process_.kill('SIGKILL');
  });
  const [[, signal]] = await Promise.all([
    once(process_, 'exit') as Promise<[number | null, string | null]>,
    once(reader, 'close'),
  ]);
  expect(signal).toBe('SIGKILL');
  return taken;
}

/** Hands over what is left, in a process that nobody kills. */
async function finish(store: Store, handed: string[]): Promise<void> {
  const { start, stop } = createQueueFixture({
    ...{ store, clock: systemClock, random: seededRandom(1) },
    handOver({ id }) {
      handed.push(id);
      return Promise.resolve({ outcome: 'accepted', providerId: id, detail: '' });
    },
  });
  await start();
  await waitFor(async () => {
    expect(await store.messages.countInState('queued')).toBe(0);
    expect(await store.messages.countInState('sending')).toBe(0);
  });
  await stop();
}

/** Handed over exactly once; or a second time, or put aside, and that is on record. */
function account(message: MessageRow, handed: number, deliveries: readonly DeliveryRow[]): void {
  const uncertain = deliveries.filter(({ outcome }) => outcome === 'uncertain').length;
  const accepted = deliveries.filter(({ outcome }) => outcome === 'accepted').length;
  expect(uncertain + accepted).toBe(deliveries.length);
  // Each attempt on record may have reached the far side; nothing reached it that is not on record.
  expect(handed).toBeLessThanOrEqual(deliveries.length);
  expect(handed).toBeGreaterThanOrEqual(accepted);
  if (message.state === 'uncertain') {
    expect(message.alertId).toBeNull();
    expect([uncertain, accepted]).toEqual([1, 0]);
  } else {
    expect([message.state, accepted]).toEqual(['sent', 1]);
    // A person never reads a text twice.
    if (message.alertId === null) expect([handed, uncertain]).toEqual([1, 0]);
  }
}

it(`accounts for every message through ${String(kills)} kills at random moments`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-killed-queue-'));
  try {
    const path = join(folder, 'pushdesk.sqlite');
    const farSide = join(folder, 'far-side.txt');
    await writeFile(farSide, '');
    const fresh = await openTestStore({ path });
    for (const id of ['one', 'two']) await fresh.gateways.insert(gatewayRow(id));
    await fresh.close();

    const random = seededRandom(20_261_122);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      acknowledged.push(...(await killAfter(1 + random.integer(150), path, farSide)));
    }

    const store = await openTestStore({ path });
    const handed = (await readFile(farSide, 'utf8')).split('\n').map((line) => line.split(' ')[0]);
    const later: string[] = [];
    await finish(store, later);
    const times = new Map<string, number>();
    for (const id of [...handed, ...later]) {
      if (id !== undefined && id !== '') times.set(id, (times.get(id) ?? 0) + 1);
    }

    const { messages, total } = await store.messages.list({ limit: 1_000_000 });
    const known = new Set(messages.map(({ id }) => id));
    expect(total).toBe(known.size);
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
    expect([...times.keys()].filter((id) => !known.has(id))).toEqual([]);
    const deliveries = new Map<string, DeliveryRow[]>();
    for (const delivery of await store.messages.listDeliveries([...known])) {
      const { messageId } = delivery;
      deliveries.set(messageId, [...(deliveries.get(messageId) ?? []), delivery]);
    }
    for (const message of messages) {
      account(message, times.get(message.id) ?? 0, deliveries.get(message.id) ?? []);
    }
    // What was accepted is counted, each once.
    const sent = messages.filter(({ state }) => state === 'sent').length;
    const lines = await store.usage.report('2000-01', '2999-12', 'gateway');
    expect(lines.reduce((sum, line) => sum + line.messages, 0)).toBe(sent);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
