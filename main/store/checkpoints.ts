import { Worker } from 'node:worker_threads';
import { WAL_PAGES } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';

/** What the thread is given. */
export interface CheckpointTask {
  readonly path: string;
  readonly nativeBinding: string | undefined;
  /** So many pages in the log are worth a checkpoint. */
  readonly pages: number;
  /** A log so long is begun anew, for which nobody may write. */
  readonly longPages: number;
  readonly everyMs: number;
}

/** What the thread is told: to end, or that nobody writes until it is done. */
export type CheckpointOrder = 'stop' | 'paused';

/** What the thread says. */
export type CheckpointReport = 'ready' | 'needs-pause' | 'done';

/** When the thread is started, how often it looks, and what it takes for a long log. */
export interface CheckpointHabits {
  readonly startMs: number;
  readonly everyMs: number;
  readonly longPages: number;
}

/** A process that ends within the second has no use for a thread. */
const usualHabits: CheckpointHabits = { startMs: 1_000, everyMs: 200, longPages: 6_000 };

const PAGES = 1_000;

/** With the thread at work, the log is moved from here only when it has grown to 64 MiB all the same. */
const WAL_PAGES_AT_MOST = 16_000;

/** Lets nothing reach the database while some work lasts; what comes meanwhile waits. */
export type PauseStore = (work: () => Promise<void>) => Promise<void>;

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
 *
 * While somebody writes without end, the log is never all in the file and so never begun anew. When it
 * has become long, the thread asks for a pause: the statements that come in it wait, the event loop
 * does not.
 */
export function startCheckpoints(
  sqlite: Sqlite,
  nativeBinding: string | undefined,
  pause: PauseStore,
  habits: CheckpointHabits = usualHabits,
): Checkpoints {
  let worker: Worker | undefined;
  let isRunning = false;
  let isStopping = false;
  let exited: Promise<void> = Promise.resolve();
  let endPause: () => void = () => undefined;

  async function pauseFor(thread: Worker): Promise<void> {
    await pause(async () => {
      if (!isRunning || isStopping) return;
      const done = new Promise<void>((resolve) => {
        endPause = resolve;
      });
      thread.postMessage('paused' satisfies CheckpointOrder);
      await done;
    });
  }

  function hear(thread: Worker, report: CheckpointReport): void {
    if (report === 'done') endPause();
    // A store that is being closed has no pause to give.
    else if (report === 'needs-pause') pauseFor(thread).catch(() => undefined);
    else {
      isRunning = true;
      if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES_AT_MOST}`);
    }
  }

  function begin(): void {
    const { everyMs, longPages } = habits;
    const path = sqlite.name;
    const task: CheckpointTask = { path, nativeBinding, pages: PAGES, longPages, everyMs };
    const thread = new Worker(threadFile(), { workerData: task });
    worker = thread;
    thread.unref();
    thread.on('message', (report: CheckpointReport) => hear(thread, report));
    exited = new Promise((resolve) => {
      const end = () => {
        isRunning = false;
        endPause();
        if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
        resolve();
      };
      thread.once('error', end);
      thread.once('exit', end);
    });
  }

  // The machine's own timer: it is about the disk, not about anybody's time.
  const timer = sqlite.memory ? undefined : setTimeout(begin, habits.startMs).unref();
  return {
    isRunning: () => isRunning,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      worker?.ref();
      worker?.postMessage('stop' satisfies CheckpointOrder);
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
