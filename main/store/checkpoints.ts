import { Worker } from 'node:worker_threads';
import { WAL_PAGES } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';

/** What the thread is told. */
export interface CheckpointTask {
  readonly path: string;
  readonly nativeBinding: string | undefined;
  /** So many pages in the log are worth a checkpoint. */
  readonly pages: number;
  readonly everyMs: number;
}

/** How soon the thread is started, and how often it looks. */
export interface CheckpointTimes {
  readonly startMs: number;
  readonly everyMs: number;
}

/** A process that ends within the second has no use for a thread. */
const usualTimes: CheckpointTimes = { startMs: 1_000, everyMs: 200 };

const PAGES = 1_000;

/** With the thread at work, the log is moved from here only when it has grown to 64 MiB all the same. */
const WAL_PAGES_AT_MOST = 16_000;

/** The care of the write-ahead log. */
export interface Checkpoints {
  /** Whether the thread is at work. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/**
 * Moves the write-ahead log into the database file in a thread of its own. It waits for the disk each
 * time, for a tenth of a second where disks are slow, and the event loop would wait with it. Where the
 * thread cannot run, SQLite does the work with one commit in many, as it does by itself.
 */
export function startCheckpoints(
  sqlite: Sqlite,
  nativeBinding: string | undefined,
  times: CheckpointTimes = usualTimes,
): Checkpoints {
  let worker: Worker | undefined;
  let isRunning = false;
  let exited: Promise<void> = Promise.resolve();

  function begin(): void {
    const { everyMs } = times;
    const task: CheckpointTask = { path: sqlite.name, nativeBinding, pages: PAGES, everyMs };
    const thread = new Worker(threadFile(), { workerData: task });
    worker = thread;
    thread.unref();
    thread.once('message', () => {
      isRunning = true;
      if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES_AT_MOST}`);
    });
    exited = new Promise((resolve) => {
      const end = () => {
        isRunning = false;
        if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
        resolve();
      };
      thread.once('error', end);
      thread.once('exit', end);
    });
  }

  // The machine's own timer: it is about the disk, not about anybody's time.
  const timer = sqlite.memory ? undefined : setTimeout(begin, times.startMs).unref();
  return {
    isRunning: () => isRunning,
    async stop() {
      clearTimeout(timer);
      worker?.ref();
      worker?.postMessage('stop');
      await exited;
    },
  };
}

/** Beside this file, as source or as it is built (an entry of its own in vite.main.config.ts). */
function threadFile(): URL {
  const name = import.meta.url.endsWith('.ts')
    ? './checkpoint-thread.ts'
    : './checkpoint-thread.js';
  return new URL(name, import.meta.url);
}
