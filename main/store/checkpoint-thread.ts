import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { CheckpointTask } from './checkpoints.ts';

/** The thread that moves the write-ahead log into the database file; see checkpoints.ts. */
const { path, nativeBinding, pages, everyMs } = workerData as CheckpointTask;

const sqlite = new BetterSqlite3(path, {
  fileMustExist: true,
  ...(nativeBinding === undefined ? {} : { nativeBinding }),
});
sqlite.pragma('synchronous = NORMAL');
sqlite.pragma('wal_autocheckpoint = 0');

interface Position {
  readonly log: number;
  readonly checkpointed: number;
}

const timer = setInterval(() => {
  const [position] = sqlite.pragma('wal_checkpoint(NOOP)') as Position[];
  // Passive: it waits for nobody, and nobody waits for it.
  if (position !== undefined && position.log - position.checkpointed >= pages) {
    sqlite.pragma('wal_checkpoint(PASSIVE)');
  }
}, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  sqlite.close();
});
parentPort?.postMessage('ready');
