import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openItemFolder } from './item-folder.ts';
import type { ItemFolder } from './item-folder.ts';
import {
  daemonProgram,
  endProcess,
  firstOutput,
  makeSyncevolutionHome,
  spawnBound,
  startSyncevolutionBus,
} from './syncevolution-home.ts';

const run = promisify(execFile);

/** What the peer server needs to be installed. */
export const serverPrograms = [
  'syncevolution',
  daemonProgram,
  'dbus-daemon',
  '/usr/bin/python3',
  '/usr/bin/syncevo-http-server',
];

/** A client that the peer server lets in. */
export interface PeerClient {
  readonly deviceId: string;
  readonly user: string;
  readonly password: string;
  /** Clients of one office share their databases. */
  readonly office: string;
}

/** SyncEvolution's own server, on loopback, with its data in files. */
export interface SyncevolutionServer {
  readonly port: number;
  /** Its processes; the service has children that come and go. */
  readonly processIds: readonly number[];
  allow(client: PeerClient): Promise<void>;
  /** What the server holds: `contacts`, `calendar`, `todo`, `memo`. */
  items(office: string, database: string): ItemFolder;
  stop(): Promise<void>;
}

const script = join(import.meta.dirname, '../../testing/peers/syncevolution-http.py');
const formats = {
  addressbook: ['contacts', 'text/vcard'],
  calendar: ['calendar', 'text/calendar'],
  todo: ['todo', 'text/calendar'],
  memo: ['memo', 'text/plain'],
} as const;

/**
 * Starts it.
 *
 * @param publicUrl Where its clients answer to; it listens elsewhere, see `port`.
 */
export async function startSyncevolutionServer(publicUrl: string): Promise<SyncevolutionServer> {
  const home = await makeSyncevolutionHome();
  const items = (office: string, database: string): ItemFolder =>
    openItemFolder(join(home.folder, 'data', office, database));
  const bus = await startSyncevolutionBus(home);
  const http = spawnBound(['/usr/bin/python3', script, publicUrl], bus.environment);
  const { port } = JSON.parse(await firstOutput(http, 'the HTTP server')) as { port: number };

  async function allow({ deviceId, user, password, office }: PeerClient): Promise<void> {
    const sources = Object.entries(formats).flatMap(([name, [database, format]]) => [
      `${name}/backend=file`,
      `${name}/database=file://${items(office, database).path}`,
      `${name}/databaseFormat=${format}`,
      `${name}/uri=${name}`,
      `${name}/sync=two-way`,
    ]);
    await run(
      'syncevolution',
      [
        ...['--daemon=no', '--configure', '--template', 'SyncEvolution Client', 'keyring=no'],
        ...['PeerIsClient=1', 'syncURL=', `remoteDeviceId=${deviceId}`],
        ...[`username=${user}`, `password=${password}`],
        // Without it, it looks once a second whether it is done: a second for every database.
        'SyncMLVersion=REQUESTMAXTIME=0',
        ...['loglevel=1', 'maxlogdirs=20', 'printChanges=0', 'dumpData=0'],
        ...[...sources, `${deviceId}@${office}`, ...Object.keys(formats)],
      ],
      { env: home.environment },
    );
  }

  return {
    port,
    processIds: [...bus.processes, http].flatMap(({ pid }) => pid ?? []),
    allow,
    items,
    async stop() {
      await endProcess(http);
      await bus.stop();
      await home.remove();
    },
  };
}
