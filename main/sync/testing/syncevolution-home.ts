import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** SyncEvolution's service on the session bus. */
export const daemonProgram = '/usr/libexec/syncevo-dbus-server';

/** What a client needs to be installed. */
export const clientPrograms = ['syncevolution', 'cc'];

/** What a client that is woken by a notification needs. */
export const pushPrograms = ['syncevolution', daemonProgram, 'dbus-daemon', '/usr/bin/python3'];

/** A home folder that nothing else uses: configuration, caches and data of one SyncEvolution. */
export interface SyncevolutionHome {
  readonly folder: string;
  /** Of every process that lives there; nothing of the real home or desktop is read. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Makes an empty home. */
export async function makeSyncevolutionHome(): Promise<SyncevolutionHome> {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-syncevolution-'));
  const folders = ['config', 'cache', 'share', 'run', 'data'];
  await Promise.all(folders.map((name) => mkdir(join(folder, name), { mode: 0o700 })));
  return {
    folder,
    environment: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_DATA_HOME: join(folder, 'share'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      GSETTINGS_BACKEND: 'memory',
      GIO_USE_PROXY_RESOLVER: 'dummy',
      NO_PROXY: '*',
      no_proxy: '*',
      LC_ALL: 'C.UTF-8',
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A session bus of one's own, with SyncEvolution's service on it. */
export interface SyncevolutionBus {
  readonly environment: Readonly<Record<string, string>>;
  /** The bus and the service. */
  readonly processes: readonly ChildProcess[];
  stop(): Promise<void>;
}

/** Starts a bus and the service in a home. The service may still be starting when this resolves. */
export async function startSyncevolutionBus(home: SyncevolutionHome): Promise<SyncevolutionBus> {
  const bus = spawnBound(
    ['dbus-daemon', '--session', '--nofork', '--print-address=1'],
    home.environment,
  );
  const address = await firstOutput(bus, 'the session bus');
  const environment = { ...home.environment, DBUS_SESSION_BUS_ADDRESS: address };
  const daemon = spawnBound(
    [daemonProgram, '--duration=unlimited', '--no-syslog', '--stdout'],
    environment,
  );
  daemon.stdout?.resume();
  return {
    environment,
    processes: [bus, daemon],
    async stop() {
      await endProcess(daemon);
      await endProcess(bus);
    },
  };
}

/**
 * Starts a process whose output is read and that ends with this one, however this one ends: a run
 * that is broken off leaves nobody behind.
 */
export function spawnBound(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'TERM', ...command], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The first line that a process writes. @throws Error when it ends without one. */
export async function firstOutput(child: ChildProcess, name: string): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${name} ended: ${text}`)));
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}

/** Ends a process of one's own and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
