import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination } from 'pino';
import type { DestinationStream } from 'pino';

/** A log that has grown so large is put aside at the start. */
const LARGEST_OCTETS = 5 * 1_048_576;

/** The file that faults are written to: a desktop has no standard error that anybody reads. */
export interface LogFile {
  readonly path: string;
  readonly stream: DestinationStream;
}

/** Opens the file in a data folder; the last one before it is kept. */
export function openLogFile(dataDir: string): LogFile {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'pushdesk.log');
  try {
    if (statSync(path).size > LARGEST_OCTETS) renameSync(path, `${path}.old`);
  } catch {
    // The first start has none.
  }
  // Written at once: what matters most is what was said just before the end.
  return { path, stream: destination({ dest: path, sync: true, mode: 0o600 }) };
}
