import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModemSimulator } from './modem-simulator.ts';

/** A simulated modem behind a pseudo terminal, which other programs open like a serial port. */
export interface ModemPty {
  /** A folder of the test's own. */
  readonly folder: string;
  /** The port. */
  readonly path: string;
  /** The port vanishes, in the middle of whatever goes on. */
  unplug(): Promise<void>;
  /** The port is there again, under the same name. */
  plug(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts a simulated modem behind a pseudo terminal of socat's. */
export async function startModemPty(modem: ModemSimulator): Promise<ModemPty> {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-modem-'));
  const path = join(folder, 'ttyMODEM0');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay();
    const type = modem.attach(
      (bytes) => socket.write(bytes),
      () => void unplug(),
    );
    socket.on('data', (bytes) => type(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      modem.detach();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let child: ChildProcess | undefined;
  let holder: FileHandle | undefined;

  async function plug(): Promise<void> {
    const ends = [`PTY,link=${path},rawer`, `TCP:127.0.0.1:${String(port)},nodelay`];
    child = spawn('socat', ends, { stdio: 'ignore' });
    // A pseudo terminal that nobody has open any more ends socat: programs come and go, this stays.
    holder = await whenThere(path);
  }

  async function unplug(): Promise<void> {
    const gone = child;
    child = undefined;
    await endProcess(gone);
    await holder?.close();
    holder = undefined;
    await rm(path, { force: true });
  }

  await plug();
  return {
    ...{ folder, path, unplug, plug },
    async stop() {
      await unplug();
      modem.stop();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends a process, and waits until it has. */
export async function endProcess(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const lastResort = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(lastResort);
}

async function whenThere(path: string): Promise<FileHandle> {
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  for (let tries = 1; ; tries += 1) {
    try {
      return await open(path, O_RDWR | O_NOCTTY | O_NONBLOCK);
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
