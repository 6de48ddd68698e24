import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openItemFolder } from './item-folder.ts';
import type { ItemFolder } from './item-folder.ts';
import { makeSyncevolutionHome } from './syncevolution-home.ts';
import type { SyncevolutionHome } from './syncevolution-home.ts';
import { readSessionLog } from './syncevolution-report.ts';
import type { SessionLog } from './syncevolution-report.ts';

const run = promisify(execFile);

/** A database of the client. */
export interface ClientSource {
  /** The client's own name of it, and what its Source/LocURI ends in. */
  readonly name: string;
  /** Name on the server. */
  readonly uri: string;
  /** Format of the files. */
  readonly format: string;
  /** Format on the wire, when it is not to be negotiated. */
  readonly syncFormat?: string;
}

/** The four databases of a phone, by the names that hosters tell. */
export const fourSources: readonly ClientSource[] = [
  { name: 'addressbook', uri: 'contacts', format: 'text/vcard' },
  { name: 'calendar', uri: 'events', format: 'text/calendar' },
  { name: 'todo', uri: 'tasks', format: 'text/calendar' },
  { name: 'memo', uri: 'notes', format: 'text/plain' },
];

/** Who the client is. */
export interface ClientOptions {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Source/LocURI of its SyncHdr. */
  readonly deviceId: string;
  readonly sources: readonly ClientSource[];
  /** 1 writes next to nothing; 4, the default, every message as XML. */
  readonly logLevel?: number;
  /** As it is without us: a session that wrote items ends in the next second of the clock. */
  readonly waitsForClock?: boolean;
}

/** How one session is to be. */
export interface SessionOptions {
  /** Names of the databases; all of them by default. */
  readonly only?: readonly string[];
  readonly mode?:
    | 'two-way'
    | 'slow'
    | 'refresh-from-server'
    | 'refresh-from-client'
    | 'one-way-from-server'
    | 'one-way-from-client';
  readonly isXml?: boolean;
  readonly version?: '1.0' | '1.1' | '1.2';
  readonly auth?: 'md5' | 'basic';
  readonly password?: string;
  readonly maxMessageSize?: number;
  readonly maxObjectSize?: number;
  /** A refresh from the server really asks for one, and does not empty the client before. */
  readonly isRealRefresh?: boolean;
  /** It is killed when it takes longer. */
  readonly timeoutMs?: number;
}

/** What came of a session. */
export interface SessionReport extends SessionLog {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Of the whole process. */
  readonly wallMs: number;
  readonly output: string;
}

/** A session that is under way. */
export interface RunningSession {
  kill(signal: NodeJS.Signals): void;
  readonly report: Promise<SessionReport>;
}

/** SyncEvolution 2.0 as a SyncML client, with its data in files and a home of its own. */
export interface SyncevolutionClient {
  readonly home: SyncevolutionHome;
  /** The items of one of its databases. */
  items(source: string): ItemFolder;
  begin(options?: SessionOptions): RunningSession;
  sync(options?: SessionOptions): Promise<SessionReport>;
  /** Forgets anchors, change tracking and nonce, and keeps the items. */
  forget(): Promise<void>;
  remove(): Promise<void>;
}

const TIMEOUT_MS = 110_000;
const fixSource = join(import.meta.dirname, '../../testing/peers/syncevolution-preload.c');

/** Makes a client with empty databases. */
export async function createSyncevolutionClient(
  options: ClientOptions,
): Promise<SyncevolutionClient> {
  const home = await makeSyncevolutionHome();
  const fix = join(home.folder, 'syncevolution-preload.so');
  const environment = {
    ...home.environment,
    LD_PRELOAD: fix,
    ...(options.waitsForClock === true ? {} : { SYNCEVOLUTION_HURRIES: '1' }),
  };
  const items = (source: string): ItemFolder => openItemFolder(join(home.folder, 'data', source));
  let sessions = 0;

  async function configure(): Promise<void> {
    const parameters = ['--daemon=no', '--configure', '--template', 'none'];
    const names = options.sources.map(({ name }) => name);
    await run(
      'syncevolution',
      [...parameters, ...configuration(options, items), 'server@default', ...names],
      { env: home.environment },
    );
  }

  function begin(session: SessionOptions = {}): RunningSession {
    sessions += 1;
    // The next session's folder would else have to be found by its time.
    const logs = join(home.folder, `log-${sessions}`);
    const started = performance.now();
    const child = spawn('syncevolution', sessionParameters(session, logs), {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: session.timeoutMs ?? TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const report = async (): Promise<SessionReport> => {
      const [exitCode, signal] = (await once(child, 'close')) as [
        number | null,
        NodeJS.Signals | null,
      ];
      const wallMs = performance.now() - started;
      const [folder] = await readdir(logs).catch(() => []);
      if (folder === undefined) throw new Error(`SyncEvolution began no session: ${output}`);
      return { ...(await readSessionLog(join(logs, folder))), exitCode, signal, wallMs, output };
    };
    return { kill: (signal) => void child.kill(signal), report: report() };
  }

  try {
    await run('cc', ['-shared', '-fPIC', '-O1', '-o', fix, fixSource, '-ldl']);
    await configure();
  } catch (error) {
    await home.remove();
    throw error;
  }
  return {
    home,
    items,
    begin,
    sync: (session) => begin(session).report,
    async forget() {
      const folders = ['config', 'cache', 'share'].map((name) => join(home.folder, name));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
      await configure();
    },
    remove: () => home.remove(),
  };
}

function configuration(options: ClientOptions, items: (source: string) => ItemFolder): string[] {
  return [
    'keyring=no',
    'PeerIsClient=0',
    `syncURL=${options.url}`,
    `username=${options.user}`,
    `password=${options.password}`,
    `deviceId=${options.deviceId}`,
    'clientAuthType=md5',
    'enableWBXML=1',
    'maxMsgSize=150000',
    'maxObjSize=4000000',
    // It would refuse what half of the tests are about.
    'preventSlowSync=0',
    'RetryDuration=60',
    'RetryInterval=0',
    'useProxy=0',
    'SSLVerifyServer=0',
    'SSLVerifyHost=0',
    `loglevel=${options.logLevel ?? 4}`,
    'maxlogdirs=500',
    'printChanges=0',
    'dumpData=0',
    ...options.sources.flatMap(({ name, uri, format, syncFormat }) => [
      `${name}/backend=file`,
      `${name}/database=file://${items(name).path}`,
      `${name}/databaseFormat=${format}`,
      `${name}/uri=${uri}`,
      `${name}/sync=two-way`,
      ...(syncFormat === undefined
        ? []
        : [`${name}/syncFormat=${syncFormat}`, `${name}/forceSyncFormat=1`]),
    ]),
  ];
}

/** What is given with `--run` holds for this session only. */
function sessionParameters(session: SessionOptions, logs: string): string[] {
  const { maxMessageSize, maxObjectSize } = session;
  return [
    '--daemon=no',
    '--run',
    'keyring=no',
    `logdir=${logs}`,
    ...(session.isXml === true ? ['enableWBXML=0'] : []),
    ...(session.version === undefined ? [] : [`SyncMLVersion=${session.version}`]),
    ...(session.auth === undefined ? [] : [`clientAuthType=${session.auth}`]),
    ...(session.password === undefined ? [] : [`password=${session.password}`]),
    ...(maxMessageSize === undefined ? [] : [`maxMsgSize=${maxMessageSize}`]),
    ...(maxObjectSize === undefined ? [] : [`maxObjSize=${maxObjectSize}`]),
    ...(session.isRealRefresh === true ? ['enableRefreshSync=1'] : []),
    ...(session.mode === undefined ? [] : ['--sync', session.mode]),
    'server@default',
    ...(session.only ?? []),
  ];
}
