import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSyncevolutionBus } from './syncevolution-home.ts';
import type { SyncevolutionHome } from './syncevolution-home.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../testing/peers/syncevolution-push.py');

/** What a notification made of SyncEvolution. */
export interface PushedSession {
  /** Type, destination and octets of the first message. */
  readonly type?: string;
  readonly url?: string;
  readonly hex?: string;
  /** Messages that were sent and answered. */
  readonly posts?: number;
  /** Why there was no session. */
  readonly error?: string;
}

/**
 * Hands a notification (OMA DS 1.2 SAN) to a configured client, as a push gateway would, and lets the
 * session that it starts run to its end.
 */
export async function pushToClient(
  home: SyncevolutionHome,
  notification: Uint8Array,
): Promise<PushedSession> {
  const file = join(home.folder, 'notification.bin');
  await writeFile(file, notification);
  const bus = await startSyncevolutionBus(home);
  try {
    const { stdout } = await run('/usr/bin/python3', [script, file, '60', '--session'], {
      env: bus.environment,
    });
    return JSON.parse(stdout) as PushedSession;
  } finally {
    await bus.stop();
  }
}
