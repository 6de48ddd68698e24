import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StopAsync } from '../platform/clock.ts';
import { StartError } from './start-error.ts';

/** What the lock file says about the process that holds it. */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** When that process began, as the system counts; null where the system does not tell. */
  began: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

/** Field 22 of /proc/<pid>/stat (proc(5), "starttime"), which tells a process from a later one. */
async function beginOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in field 2 may hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isHeld({ pid, began }: Holder): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false;
  const now = await beginOf(pid);
  return began === null || now === null || began === now;
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Locks of this process: two servers in one process must not share a folder either. */
const ours = new Set<string>();

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Makes the lock file unless there is one. */
async function create(path: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, began: await beginOf(process.pid) };
  const text = JSON.stringify(holder);
  const draft = `${path}.${process.pid}`;
  try {
    // Linked rather than written in place: nobody sees a lock that says nothing yet.
    await writeFile(draft, text, { mode: 0o600 });
    await link(draft, path);
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    return await createWithoutLink(path, text);
  } finally {
    await rm(draft, { force: true });
  }
}

/** For file systems that know no hard links. */
async function createWithoutLink(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

/**
 * Takes a data folder for this process alone. A lock that a dead process has left is taken over.
 * Throws a StartError when another process has the folder, or when nothing can be written there.
 */
export async function lockDataDir(dataDir: string): Promise<StopAsync> {
  const path = join(dataDir, 'pushdesk.lock');
  const inUse = (pid: number) =>
    new StartError(
      'data-in-use',
      `Pushdesk already runs on the data folder ${dataDir} (process ${pid}).`,
      { path: dataDir, pid },
    );
  if (ours.has(path)) throw inUse(process.pid);
  ours.add(path);
  try {
    for (let attempt = 0; ; attempt += 1) {
      if (await create(path)) break;
      const holder = await readHolder(path);
      if (attempt > 2 || (holder !== undefined && (await isHeld(holder)))) {
        throw inUse(holder?.pid ?? 0);
      }
      await rm(path, { force: true });
    }
  } catch (error) {
    ours.delete(path);
    if (error instanceof StartError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    const sentence = `Nothing can be written in the data folder ${dataDir}: ${detail}`;
    throw new StartError('data-not-writable', sentence, { path: dataDir, detail }, error);
  }
  return async () => {
    if (ours.delete(path)) await rm(path, { force: true });
  };
}
