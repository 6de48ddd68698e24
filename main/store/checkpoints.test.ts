import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startCheckpoints } from './checkpoints.ts';
import type { PauseStore } from './checkpoints.ts';
import { openSqlite } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';

let folder: string;
let sqlite: Sqlite;
const soon = { startMs: 0, everyMs: 5, longPages: 1_000_000 };
/** Nobody but the tests writes, so that there is nothing to be kept waiting. */
const atOnce: PauseStore = (work) => work();

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

function position(): { readonly log: number; readonly checkpointed: number } {
  const [first] = sqlite.pragma('wal_checkpoint(NOOP)') as ReturnType<typeof position>[];
  return first ?? { log: 0, checkpointed: 0 };
}

const logPages = (): number => position().log;

/** Pages in the log that are not in the file. */
const waiting = (): number => position().log - position().checkpointed;

const autocheckpoint = () => sqlite.pragma('wal_autocheckpoint', { simple: true });

it('moves a long log into the file while this thread does something else', async () => {
  const checkpoints = startCheckpoints(sqlite, undefined, atOnce, soon);
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  expect(autocheckpoint()).toBe(16_000);
  write();
  expect(waiting()).toBeGreaterThan(1_000);
  await vi.waitFor(() => expect(waiting()).toBe(0), 10_000);
  await checkpoints.stop();
  expect(sqlite.prepare('select count(*) from numbers').pluck().get()).toBe(1_500);
});

it('begins a long log anew in a pause, though somebody else always has more to write', async () => {
  let pauses = 0;
  const pause: PauseStore = async (work) => {
    pauses += 1;
    await work();
  };
  const habits = { ...soon, longPages: 3_000 };
  const checkpoints = startCheckpoints(sqlite, undefined, pause, habits);
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  write();
  write();
  await vi.waitFor(() => expect(pauses).toBeGreaterThan(0), 10_000);
  // The first commit behind the pause is at the log's beginning.
  await vi.waitFor(() => {
    sqlite.prepare('insert into numbers (text) values (?)').run('x');
    expect(logPages()).toBeLessThan(1_000);
  }, 10_000);
  await checkpoints.stop();
  expect(sqlite.prepare('select count(*) from numbers').pluck().get()).toBeGreaterThan(3_000);
});

it('is stopped while it wants a pause that it does not get', async () => {
  let isAsked = false;
  const pause: PauseStore = () => {
    isAsked = true;
    return new Promise(() => undefined);
  };
  const checkpoints = startCheckpoints(sqlite, undefined, pause, { ...soon, longPages: 1 });
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  write();
  await vi.waitFor(() => expect(isAsked).toBe(true), 10_000);
  await checkpoints.stop();
  expect(checkpoints.isRunning()).toBe(false);
});

it('leaves the work to SQLite again once it is stopped, and no file behind', async () => {
  const checkpoints = startCheckpoints(sqlite, undefined, atOnce, soon);
  await vi.waitFor(() => expect(checkpoints.isRunning()).toBe(true), 10_000);
  await checkpoints.stop();
  expect([checkpoints.isRunning(), autocheckpoint()]).toEqual([false, 4_000]);
  write();
  sqlite.close();
  expect(await readdir(folder)).toEqual(['a.sqlite']);
});

it('leaves the work to SQLite where the thread cannot run', async () => {
  sqlite.pragma('wal_autocheckpoint = 77');
  const checkpoints = startCheckpoints(sqlite, join(folder, 'missing.node'), atOnce, soon);
  await vi.waitFor(() => expect(autocheckpoint()).not.toBe(77), 10_000);
  await checkpoints.stop();
  expect([checkpoints.isRunning(), autocheckpoint()]).toEqual([false, 4_000]);
});

it('starts no thread for a store that ends at once, or lies in memory', async () => {
  await startCheckpoints(sqlite, undefined, atOnce).stop();
  const memory = openSqlite(':memory:', undefined);
  const checkpoints = startCheckpoints(memory, undefined, atOnce, soon);
  await new Promise((resolve) => setImmediate(resolve));
  expect(checkpoints.isRunning()).toBe(false);
  await checkpoints.stop();
  memory.close();
});
