import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { waitFor } from './wait-for.ts';

/** Service centres that others wrote, as Debian installs them. */
export const smscPrograms = {
  perl: '/usr/bin/perl',
  netSmpp: '/usr/share/doc/libnet-smpp-perl/examples/smsc.pl',
  driveSmpp: '/usr/lib/kannel/test/drive_smpp',
} as const;

/** A service centre in a process of its own. */
export interface SmscProgram {
  readonly port: number;
  /** What it has printed so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts the example of Net::SMPP, which takes every login and gives all messages one id. */
export async function startNetSmpp(): Promise<SmscProgram> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-smsc-'));
  const script = join(folder, 'smsc.pl');
  const source = await readFile(smscPrograms.netSmpp, 'latin1');
  // Its port is written into it.
  await writeFile(script, source.replace(/^\$port = \d+;/mu, `$port = ${String(port)};`), 'latin1');
  return startProgram(port, folder, smscPrograms.perl, [script, '3'], 'Entering accept loop');
}

/**
 * Starts Kannel's SMPP driver, which knows links of one direction alone, gives no ids, and sends
 * `messages` SMS once it can.
 */
export async function startDriveSmpp(messages: number): Promise<SmscProgram> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-smsc-'));
  // It wants the box that a Kannel would be, and says nothing to it.
  const sockets: Socket[] = [];
  const box = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => box.listen(0, '127.0.0.1', resolve));
  const boxPort = (box.address() as AddressInfo).port;
  const config = join(folder, 'drive.conf');
  await writeFile(config, `group = core\nsmsbox-port = ${String(boxPort)}\n`);
  const words = ['-v', '0', '-p', String(port), '-m', String(messages), '-c', config];
  const program = await startProgram(
    port,
    folder,
    smscPrograms.driveSmpp,
    words,
    'Starting drive_smpp',
  );
  return {
    ...program,
    async stop() {
      await program.stop();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => box.close(resolve));
    },
  };
}

async function startProgram(
  port: number,
  folder: string,
  program: string,
  words: readonly string[],
  /** What it prints when it begins. It is not tried out: the driver takes one client and ends. */
  greeting: string,
): Promise<SmscProgram> {
  let log = '';
  // A group of its own: what it forks ends with it.
  const child = spawn(program, words, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString('latin1');
    });
  }
  async function stop(): Promise<void> {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await waitFor(() => expect(log).toContain(greeting));
  } catch (error) {
    await stop();
    throw new Error(`${program} does not start: ${log}`, { cause: error });
  }
  return { port, log: () => log, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended by itself.
  }
  await ended;
}
