import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram } from '../testing/programs.ts';
import { fromHex } from './bytes.ts';
import { sealSan12, uiModes } from './san/index.ts';
import { childrenOf, decodeSyncml, descend, textAt } from './syncml/index.ts';

const run = promisify(execFile);
const daemonProgram = '/usr/libexec/syncevo-dbus-server';
const programs = ['syncevolution', daemonProgram, 'dbus-daemon', '/usr/bin/python3'];

/** SyncEvolution finds the profile for a notification by comparing its server id with the sync URL. */
const syncUrl = 'http://127.0.0.1:9/syncml';

describe.skipIf(!programs.every(hasProgram))('SyncEvolution', () => {
  let home = '';
  let environment: NodeJS.ProcessEnv = {};
  const stops: (() => void)[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pushdesk-syncevolution-'));
    const folders = ['config', 'cache', 'share', 'run', 'data'];
    await Promise.all(folders.map((folder) => mkdir(join(home, folder), { mode: 0o700 })));
    environment = {
      PATH: '/usr/bin:/bin',
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'share'),
      XDG_RUNTIME_DIR: join(home, 'run'),
      GSETTINGS_BACKEND: 'memory',
      LC_ALL: 'C.UTF-8',
    };
    await configureClient();
    environment['DBUS_SESSION_BUS_ADDRESS'] = await startBus();
    const daemon = spawn(daemonProgram, ['--duration=unlimited', '--no-syslog', '--stdout'], {
      env: environment,
      stdio: 'ignore',
    });
    stops.push(() => daemon.kill());
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) stop();
    await rm(home, { recursive: true, force: true });
  });

  async function configureClient(): Promise<void> {
    const sources = [
      { name: 'addressbook', uri: 'contacts', format: 'text/vcard' },
      { name: 'calendar', uri: 'events', format: 'text/calendar' },
    ];
    await run(
      'syncevolution',
      [
        '--daemon=no',
        '--configure',
        '--template',
        'none',
        'keyring=no',
        `syncURL=${syncUrl}`,
        'username=ada@example.org',
        'password=secret',
        'deviceId=sc-pushdesk',
        'PeerIsClient=0',
        'preventSlowSync=0',
        'enableWBXML=1',
        ...sources.flatMap(({ name, uri, format }) => [
          `${name}/backend=file`,
          `${name}/database=file://${join(home, 'data', name)}`,
          `${name}/databaseFormat=${format}`,
          `${name}/uri=${uri}`,
          `${name}/sync=two-way`,
        ]),
        'server@default',
        ...sources.map(({ name }) => name),
      ],
      { env: environment },
    );
  }

  /** A bus of the test's own; answers with its address. */
  async function startBus(): Promise<string> {
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    stops.push(() => bus.kill());
    return await new Promise<string>((resolve, reject) => {
      bus.once('error', reject);
      bus.once('exit', () => reject(new Error('the bus ended')));
      bus.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });
  }

  interface Heard {
    readonly type?: string;
    readonly hex?: string;
    readonly error?: string;
  }

  async function push(notification: Uint8Array): Promise<Heard> {
    const file = join(home, 'notification.bin');
    await writeFile(file, notification);
    const script = join(import.meta.dirname, '../testing/peers/syncevolution-push.py');
    const { stdout } = await run('/usr/bin/python3', [script, file, '30'], { env: environment });
    return JSON.parse(stdout) as Heard;
  }

  function notification(uris: readonly string[], sessionId: number): Uint8Array {
    return sealSan12(
      {
        serverId: syncUrl,
        sessionId,
        uiMode: uiModes.background,
        initiator: 'server',
        syncs: uris.map((uri) => ({ syncType: 206, contentType: 0, uri })),
      },
      { serverId: syncUrl, password: '', nonce: new Uint8Array() },
    );
  }

  it('starts a session for exactly the folder that our notification names', async () => {
    const heard = await push(notification(['contacts'], 0x0d51));
    expect(heard).toMatchObject({ type: 'application/vnd.syncml+wbxml', url: syncUrl });
    expect(alertedFolders(heard.hex)).toEqual(['contacts']);
  });

  it('starts a session for every folder of a notification that names two', async () => {
    const heard = await push(notification(['contacts', 'events'], 0x0d52));
    expect(heard).toMatchObject({ type: 'application/vnd.syncml+wbxml', url: syncUrl });
    expect(alertedFolders(heard.hex)).toEqual(['contacts', 'events']);
  });

  it('starts no session for a notification that is cut off', async () => {
    const heard = await push(notification(['contacts'], 0x0d53).subarray(0, 30));
    expect(heard.error).toEqual(expect.any(String));
  });
});

/** The server databases that the Alert commands of a session's first message ask for. */
function alertedFolders(hex = ''): string[] {
  const body = descend(decodeSyncml(fromHex(hex)).root, 'SyncBody');
  const alerts = body === undefined ? [] : childrenOf(body, 'Alert');
  return alerts
    .flatMap((alert) => childrenOf(alert, 'Item'))
    .map((item) => textAt(item, 'Target', 'LocURI') ?? '')
    .sort();
}
