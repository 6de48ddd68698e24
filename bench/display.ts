import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const xvfb = '/usr/bin/Xvfb';

/** Where windows can be shown. */
export interface Display {
  /** Variables that a program finds it by. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** The display of this session, or one in memory; undefined where there is neither. */
export async function openDisplay(): Promise<Display | undefined> {
  const hasOwn = process.platform !== 'linux' || Boolean(process.env['DISPLAY']);
  if (hasOwn) return { env: {}, stop: () => undefined };
  if (!existsSync(xvfb)) return undefined;
  const parameters = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn(xvfb, parameters, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  for await (const number of createInterface({ input: server.stdio[3] as Readable })) {
    return { env: { DISPLAY: `:${number}` }, stop: () => void server.kill() };
  }
  throw new Error('Xvfb ended before it told its display');
}
