import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Store } from '../store/types.ts';

/** When copies are made and how many are kept. */
export const backupLimits = {
  everyMs: 24 * 3_600_000,
  kept: 14,
  /** A copy that is due at the start waits until the start is over. */
  firstDelayMs: 5 * 60_000,
} as const;

/** A copy of the database. */
export interface Backup {
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
}

/** Copies of the database beside it. */
export interface Backups {
  make(): Promise<Backup>;
  /** When the newest was made; null without one. */
  lastAt(): number | null;
  /** What the last attempt failed of; undefined when it did not. */
  lastError(): string | undefined;
  /** Makes one each day. */
  start(): StopAsync;
}

/** What copies need. */
export interface BackupsDeps {
  readonly store: Pick<Store, 'backup'>;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
}

const named = /^pushdesk-(\d{8}-\d{6})(?:-\d+)?\.sqlite$/u;

function nameOf(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `pushdesk-${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
}

/** Finds the copies that are there, and makes more. */
export async function createBackups(deps: BackupsDeps): Promise<Backups> {
  const { store, clock, events, log } = deps;
  const folder = join(deps.dataDir, 'backups');
  let error: string | undefined;
  let making: Promise<unknown> = Promise.resolve();
  const newest = (await list()).at(-1);
  let lastAt = newest === undefined ? null : Math.floor((await stat(join(folder, newest))).mtimeMs);

  /** Names of the copies, oldest first. */
  async function list(): Promise<string[]> {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => named.test(name)).sort();
  }

  async function freeName(at: number): Promise<string> {
    const taken = new Set(await list());
    const name = nameOf(at);
    let path = `${name}.sqlite`;
    for (let number = 2; taken.has(path); number += 1) path = `${name}-${number}.sqlite`;
    return path;
  }

  async function copy(): Promise<Backup> {
    const at = clock.now();
    // A copy holds what the database holds: nobody else's to read.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, await freeName(at));
    const bytes = await store.backup(path);
    lastAt = at;
    for (const old of (await list()).slice(0, -backupLimits.kept)) await rm(join(folder, old));
    return { path, bytes, at };
  }

  async function tryCopy(): Promise<Backup> {
    try {
      const made = await copy();
      error = undefined;
      const params = { path: made.path };
      log.write({ level: 'info', area: 'system', key: 'system.backup-made', params });
      return made;
    } catch (reason) {
      error = reason instanceof Error ? reason.message : String(reason);
      const params = { detail: error };
      log.write({ level: 'error', area: 'system', key: 'system.backup-failed', params });
      throw reason;
    } finally {
      events.emit({ kind: 'system', id: null });
    }
  }

  /** One after the other: two at once would only copy the same twice. */
  function make(): Promise<Backup> {
    const made = making.then(tryCopy);
    making = made.catch(() => undefined);
    return made;
  }

  return {
    make,
    lastAt: () => lastAt,
    lastError: () => error,
    start() {
      let stopTimer: Stop;
      let isStopped = false;
      function plan(): void {
        const due = lastAt === null ? 0 : lastAt + backupLimits.everyMs - clock.now();
        const delay = error === undefined ? due : backupLimits.everyMs / 24;
        stopTimer = clock.after(Math.max(delay, backupLimits.firstDelayMs), () => {
          void make()
            .catch(() => undefined)
            .then(() => {
              if (!isStopped) plan();
            });
        });
      }
      plan();
      return async () => {
        isStopped = true;
        stopTimer();
        await making;
      };
    },
  };
}
