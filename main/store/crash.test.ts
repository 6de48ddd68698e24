import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { seededRandom } from '../platform/random.ts';
import { openTestStore } from '../testing/memory-store.ts';

const child = join(import.meta.dirname, 'testing', 'append-until-killed.ts');
const rounds = 5;

/** Runs the child and kills it without warning when it has acknowledged so many changes. */
async function killAfter(path: string, prefix: string, count: number): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, path, prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: process_.stdout });
  lines.on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === count) process_.kill('SIGKILL');
  });
  const [[, signal]] = await Promise.all([
    once(process_, 'exit') as Promise<[number | null, string | null]>,
    once(lines, 'close'),
  ]);
  expect(signal).toBe('SIGKILL');
  // The end of a line that was cut off was not said.
  return acknowledged;
}

it('keeps every acknowledged change and a sound file through kill -9', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-crash-'));
  try {
    const path = join(folder, 'pushdesk.sqlite');
    const random = seededRandom(20_260_105);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const lines = await killAfter(path, `round${round}`, 1 + random.integer(900));
      acknowledged.push(...lines.filter((line) => /^round\d+-\d+$/u.test(line)));

      // Opening checks the whole file, small as it is.
      const store = await openTestStore({ path });
      const stored = await store.changes.listAfter(0, 1_000_000);
      const traces = new Set(stored.map(({ traceId }) => traceId));
      expect(traces.size).toBe(stored.length);
      expect(acknowledged.filter((trace) => !traces.has(trace))).toEqual([]);
      expect(stored.at(-1)?.id).toBe(stored.length);
      const { length } = await store.log.list({ text: 'alert', limit: 1_000_000 });
      expect(length).toBe(await store.log.count());
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
