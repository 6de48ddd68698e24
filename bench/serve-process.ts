import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ApiClient } from '../main/api/client.ts';
import { createHttpClient } from '../main/testing/http-client.ts';
import { round } from './statistics.ts';

/** How long the event loop of `serve` was held, in milliseconds. */
export interface HeldLoop {
  readonly maxMs: number;
  readonly p99Ms: number;
  /** Most that its thread worked between two ticks: without what other programs held it for. */
  readonly longestWorkMs: number;
}

/** The built `serve`, running. */
export interface ServeProcess {
  readonly id: number;
  /** Port that devices synchronise with. */
  readonly devicesPort: number;
  readonly client: ApiClient;
  /** Highest resident memory so far (proc_pid_status(5): VmHWM). */
  peakMB(): Promise<number>;
  stop(): Promise<void>;
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/** One whose event loop is watched, which takes processor time of its own: about 70 ms a second. */
export interface WatchedServe extends ServeProcess {
  /** Forgets what the event loop was held for until now. */
  resetLoop(): Promise<void>;
  heldLoop(): Promise<HeldLoop>;
}

interface Ready {
  readonly console: string;
  readonly token: string;
  readonly listeners: Readonly<Record<string, number>>;
}

type WatchMessage = { readonly is: 'reset' } | ({ readonly is: 'report' } & HeldLoop);

const script = join(import.meta.dirname, '..', 'dist', 'main', 'serve.js');
const bind = join(import.meta.dirname, 'serve-bind.mjs');
const watch = join(import.meta.dirname, 'serve-watch.mjs');
const KIBIBYTE = 1_024;
const MEGABYTE = 1_000_000;

/** Starts the built `serve` on a data folder, as it is. */
export async function startServeProcess(folder: string): Promise<ServeProcess> {
  return (await start(folder, [])).serve;
}

/** Starts it with a watch on its event loop; nothing in it knows that it is watched. */
export async function startWatchedServe(folder: string): Promise<WatchedServe> {
  const { child, serve } = await start(folder, [watch]);

  async function ask(wanted: 'reset' | 'report'): Promise<WatchMessage> {
    const answer = once(child, 'message') as Promise<[WatchMessage]>;
    child.send(wanted);
    const [message] = await answer;
    return message;
  }

  return {
    ...serve,
    async resetLoop() {
      await ask('reset');
    },
    async heldLoop() {
      const message = await ask('report');
      if (message.is !== 'report') throw new Error('the watch does not report');
      const { maxMs, p99Ms, longestWorkMs } = message;
      return {
        maxMs: round(maxMs),
        p99Ms: round(p99Ms),
        longestWorkMs: round(longestWorkMs),
      };
    },
  };
}

async function start(
  folder: string,
  imports: readonly string[],
): Promise<{ readonly child: ChildProcess; readonly serve: ServeProcess }> {
  const child = fork(script, ['--data', folder], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    execArgv: [bind, ...imports].flatMap((module) => ['--import', module]),
  });
  const { stdout, pid } = child;
  if (stdout === null || pid === undefined) throw new Error('serve has no output');
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with exit code ${code}`)));
    createInterface({ input: stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready));
  });
  const devicesPort = ready.listeners['devices-http'];
  if (devicesPort === undefined) throw new Error('serve does not listen to devices');
  async function end(signal: NodeJS.Signals): Promise<void> {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  const serve: ServeProcess = {
    id: pid,
    devicesPort,
    client: createHttpClient(ready.console, ready.token),
    async peakMB() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return (Number(/^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1]) * KIBIBYTE) / MEGABYTE;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
  return { child, serve };
}
