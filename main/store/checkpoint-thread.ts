import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { CheckpointOrder, CheckpointReport, CheckpointTask } from './checkpoints.ts';

/** The thread that moves the write-ahead log into the database file; see checkpoints.ts. */
const { path, nativeBinding, pages, longPages, everyMs } = workerData as CheckpointTask;

/** Somebody who reads for long (a backup) keeps the log as it is: the next time will do. */
const READERS_TIMEOUT_MS = 20;

const sqlite = new BetterSqlite3(path, {
  fileMustExist: true,
  timeout: READERS_TIMEOUT_MS,
  ...(nativeBinding === undefined ? {} : { nativeBinding }),
});
sqlite.pragma('synchronous = NORMAL');
sqlite.pragma('wal_autocheckpoint = 0');

interface Position {
  readonly log: number;
  readonly checkpointed: number;
}

/** While nobody writes, it looks less often: each look wakes the machine up. */
const QUIET_FACTOR = 4;

let isAsking = false;
let seen = -1;
let timer: NodeJS.Timeout | undefined;

function report(message: CheckpointReport): void {
  parentPort?.postMessage(message);
}

/** Moves the log where that is worth it; answers with whether somebody has written since the last time. */
function look(): boolean {
  const [position] = sqlite.pragma('wal_checkpoint(NOOP)') as Position[];
  if (position === undefined) return false;
  const isBusy = position.log !== seen;
  seen = position.log;
  // Passive: it waits for nobody, and nobody waits for it.
  if (position.log - position.checkpointed >= pages) sqlite.pragma('wal_checkpoint(PASSIVE)');
  if (position.log >= longPages && !isAsking) {
    isAsking = true;
    report('needs-pause');
  }
  return isBusy;
}

function lookLater(delayMs: number): void {
  timer = setTimeout(() => lookLater(look() ? everyMs : everyMs * QUIET_FACTOR), delayMs);
}

parentPort?.on('message', (order: CheckpointOrder) => {
  if (order === 'stop') {
    clearTimeout(timer);
    sqlite.close();
    parentPort?.close();
    return;
  }
  // Nearly all of it is in the file by now. The next commit writes at the log's beginning again.
  sqlite.pragma('wal_checkpoint(RESTART)');
  isAsking = false;
  report('done');
});
lookLater(everyMs);
report('ready');
