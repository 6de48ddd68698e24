import './system/lean-heap.ts';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { destination } from 'pino';
import { makeDemo, startDemoTrickle } from './demo/index.ts';
import { createDiagnostics, faultsOnly } from './log/diagnostics.ts';
import type { Diagnostics } from './log/diagnostics.ts';
import { clockStartingAt } from './platform/clock.ts';
import { systemRandom } from './platform/random.ts';
import { openKeyFileBox } from './secrets/key-file-box.ts';
import { holdsSecrets } from './store/sealed-secrets.ts';
import { startServer } from './server.ts';
import type { RunningServer, ServerOptions } from './server.ts';
import { defaultDataDir, makeDataDir } from './system/data-dir.ts';
import { readServeConfig } from './system/serve-config.ts';
import type { ServeConfig } from './system/serve-config.ts';
import { StartError, toStartError } from './system/start-error.ts';
import { loadToken } from './system/token.ts';

/** The process has so long to end after a signal; then it is ended, still within the promised 5 s. */
const STOP_WITHIN_MS = 4_500;

/** Node-API that the SQLite in the package is made for. */
const NEEDED_NODE_API = 10;

interface Flags {
  readonly data: string | undefined;
  readonly port: number | undefined;
  readonly config: string | undefined;
  readonly isDemo: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const usage = 'The flags are --data DIR, --port N, --config FILE and --demo.';
  let values: { data?: string; port?: string; config?: string; demo?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        config: { type: 'string' },
        demo: { type: 'boolean' },
      },
    }));
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartError('bad-arguments', `${detail}. ${usage}`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new StartError('bad-arguments', `--port ${values.port} is no port. ${usage}`);
  }
  return { data: values.data, port, config: values.config, isDemo: values.demo === true };
}

/** An older Node would not refuse SQLite but crash in it. */
function checkNode(nativeBinding: string | undefined): void {
  const { napi = '0', node } = process.versions;
  if (nativeBinding !== undefined || Number(napi) >= NEEDED_NODE_API) return;
  throw new StartError('bad-arguments', `Pushdesk needs Node 22.14 or newer; this is ${node}.`);
}

async function serve(diagnostics: Diagnostics): Promise<RunningServer> {
  const nativeBinding = process.env['PUSHDESK_SQLITE_BINDING'] || undefined;
  checkNode(nativeBinding);
  const flags = readFlags(process.argv.slice(2));
  const config: ServeConfig = flags.config === undefined ? {} : await readServeConfig(flags.config);
  const { platform, env } = process;
  const clock = clockStartingAt(env['PUSHDESK_CLOCK']);
  const usual = defaultDataDir({ platform, env, home: homedir() });
  const base = resolve(flags.data ?? config.data ?? usual);
  const dataDir = flags.isDemo ? join(base, 'demo') : base;
  await makeDataDir(dataDir);
  const token = await loadToken(base, env['PUSHDESK_TOKEN'], systemRandom);
  const options: ServerOptions = {
    dataDir,
    host: 'serve',
    secretBox: await openKeyFileBox(join(dataDir, 'secrets.key'), () =>
      holdsSecrets(join(dataDir, 'pushdesk.sqlite'), nativeBinding),
    ),
    rendererDir: join(import.meta.dirname, '../renderer'),
    diagnostics,
    clock,
    nativeBinding,
    overrides: config.settings,
    isDemo: flags.isDemo,
  };
  if (flags.isDemo) {
    await makeDemo({
      dataDir,
      clock,
      start: (over) => startServer({ ...options, ...over, diagnostics: faultsOnly(diagnostics) }),
    });
  }
  const server = await startServer({
    ...options,
    console: {
      host: config.console?.host ?? '127.0.0.1',
      port: flags.port ?? config.console?.port ?? 0,
      allowedHosts: config.console?.allowedHosts ?? [],
      token,
    },
  });
  const stopTrickle = flags.isDemo
    ? startDemoTrickle({ client: server.client, clock, random: systemRandom })
    : undefined;
  tellReady(server, token);
  return {
    ...server,
    async stop() {
      stopTrickle?.();
      await server.stop();
    },
  };
}

/** The one line on standard output: what a program that started this one waits for. */
function tellReady(server: RunningServer, token: string): void {
  const ports = server
    .listeners()
    .filter(({ name }) => name !== 'console-http')
    .map(({ name, port }) => [name, port]);
  const ready = {
    ready: true,
    console: server.consoleUrl,
    token,
    listeners: Object.fromEntries(ports),
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function endWith(server: RunningServer): void {
  let isEnding = false;
  function end(code: number): void {
    if (isEnding) return;
    isEnding = true;
    process.exitCode = code;
    // Kept from holding the process: it ends by itself as soon as nothing is open any more.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void server.stop();
  }
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.on('uncaughtException', () => end(1));
}

// Database, backups and keys are nobody else's, whatever folder they are put in.
process.umask(0o077);
const diagnostics = createDiagnostics(destination({ fd: 2, sync: true }));
process.on('unhandledRejection', (error) => diagnostics.fault('rejection', error));
process.on('uncaughtException', (error) => diagnostics.fault('exception', error));
try {
  endWith(await serve(diagnostics));
} catch (thrown) {
  const error = toStartError(thrown);
  const isExplained = error instanceof StartError;
  const sentence = isExplained ? error.message : `Pushdesk cannot start: ${String(error)}`;
  process.stderr.write(`${sentence}\n`);
  if (!isExplained) diagnostics.fault('start', error);
  process.exitCode = isExplained && error.code === 'bad-arguments' ? 2 : 1;
}
