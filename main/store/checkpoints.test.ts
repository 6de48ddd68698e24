import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startCheckpoints } from './checkpoints.ts';
import { openSqlite } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';

let folder: string;
let sqlite: Sqlite;
const soon = { startMs: 0, everyMs: 5 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-checkpoints-'));
  sqlite = openSqlite(join(folder, 'a.sqlite'), undefined);
  sqlite.exec('create table numbers (number integer primary key, text text)');
});

afterEach(async () => {
  sqlite.close();
  await rm(folder, { recursive: true, force: true });
});

/** Fills more pages than a checkpoint waits for. */
function write(): void {
  const insert = sqlite.prepare('insert into numbers (text) values (?)');
  sqlite.transaction(() => {
    for (let index = 0; index < 1_500; index += 1) insert.run('x'.repeat(4_000));
  })();
}

function waiting(): number {
  const [position] = sqlite.pragma('wal_checkpoint(NOOP)') as {
    log: number;
    checkpointed: number;
  }[];
  return (position?.log ?? 0) - (position?.checkpointed ?? 0);
}

const autocheckpoint = () => sqlite.pragma('wal_autocheckpoint', { simple: true });

it('moves a long log into the file while this thread does something else', async () => {
  const checkpoints = startCheckpoints(sqlite, undefined, soon);
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  expect(autocheckpoint()).toBe(16_000);
  write();
  expect(waiting()).toBeGreaterThan(1_000);
  await vi.waitFor(() => expect(waiting()).toBe(0), 10_000);
  await checkpoints.stop();
  expect(sqlite.prepare('select count(*) from numbers').pluck().get()).toBe(1_500);
});

it('leaves the work to SQLite again once it is stopped, and no file behind', async () => {
  const checkpoints = startCheckpoints(sqlite, undefined, soon);
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  await checkpoints.stop();
  expect([checkpoints.isRunning(), autocheckpoint()]).toEqual([false, 4_000]);
  write();
  sqlite.close();
  expect(await readdir(folder)).toEqual(['a.sqlite']);
});

it('leaves the work to SQLite where the thread cannot run', async () => {
  sqlite.pragma('wal_autocheckpoint = 77');
  const checkpoints = startCheckpoints(sqlite, join(folder, 'missing.node'), soon);
  await vi.waitFor(() => expect(autocheckpoint()).not.toBe(77), 10_000);
  await checkpoints.stop();
  expect([checkpoints.isRunning(), autocheckpoint()]).toEqual([false, 4_000]);
});

it('starts no thread for a store that ends at once, or lies in memory', async () => {
  await startCheckpoints(sqlite, undefined).stop();
  const memory = openSqlite(':memory:', undefined);
  const checkpoints = startCheckpoints(memory, undefined, soon);
  await new Promise((resolve) => setImmediate(resolve));
  expect(checkpoints.isRunning()).toBe(false);
  await checkpoints.stop();
  memory.close();
});
