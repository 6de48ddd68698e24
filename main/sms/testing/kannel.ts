import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs of a Kannel with a fake SMSC, as Debian installs them. */
export const kannelPrograms = {
  bearerbox: '/usr/sbin/bearerbox',
  smsbox: '/usr/sbin/smsbox',
  fakesmsc: '/usr/lib/kannel/test/fakesmsc',
} as const;

/** What the fake SMSC got. */
export interface FakeSmscMessage {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** User data header with its length octet, hex; empty for a message without. */
  readonly udh: string;
  /** Octets, hex. */
  readonly data: string;
}

/** A running Kannel. */
export interface Kannel {
  /** Where `sendsms` listens. */
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What the fake SMSC has got so far. */
  received(): FakeSmscMessage[];
  stop(): Promise<void>;
}

const user = 'tester';
const password = 'foo b&r';

/** A service centre that Kannel sends to in place of the fake one. */
export interface SmppTarget {
  readonly port: number;
  /** Messages that may wait for an answer. */
  readonly window: number;
}

/**
 * Starts bearerbox and smsbox on free loopback ports, in a folder of their own, and a fake SMSC where
 * no other is named.
 */
export async function startKannel(target?: SmppTarget): Promise<Kannel> {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-kannel-'));
  const [admin = 0, boxes = 0, smsc = 0, port = 0] = await freePorts(4);
  const file = join(folder, 'kannel.conf');
  await mkdir(join(folder, 'spool'));
  const centre = target === undefined ? fakeCentre(smsc) : smppCentre(target);
  await writeFile(file, configuration({ folder, admin, boxes, centre, port }));
  const children: ChildProcess[] = [];
  let log = '';

  function start(program: string, ...words: string[]): ChildProcess {
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return child;
  }

  async function stop(): Promise<void> {
    for (const child of children.reverse()) await end(child);
    await rm(folder, { recursive: true, force: true });
  }

  try {
    start(kannelPrograms.bearerbox, '-v', '4', file);
    if (target === undefined) await listening(smsc);
    await listening(boxes);
    start(kannelPrograms.smsbox, '-v', '4', file);
    await listening(port);
    if (target === undefined) {
      // -m 0: it sends nothing, it only listens to what is sent.
      const fake = ['-H', '127.0.0.1', '-r', String(smsc), '-m', '0', '1 2 text nop'];
      const peer = start(kannelPrograms.fakesmsc, ...fake);
      for (const stream of [peer.stdout, peer.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          log += chunk.toString('latin1');
        });
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, user, password, received: () => readLog(log), stop };
}

function fakeCentre(port: number): string {
  return `group = smsc
smsc = fake
smsc-id = FAKE
port = ${String(port)}
connect-allow-ip = 127.0.0.1`;
}

function smppCentre({ port, window }: SmppTarget): string {
  return `group = smsc
smsc = smpp
smsc-id = SMPP
host = 127.0.0.1
port = ${String(port)}
transceiver-mode = true
system-type = ""
smsc-username = kannel
smsc-password = secret
max-pending-submits = ${String(window)}
reconnect-delay = 1
enquire-link-interval = 30`;
}

function configuration(at: {
  folder: string;
  admin: number;
  boxes: number;
  centre: string;
  port: number;
}): string {
  return `
group = core
admin-port = ${String(at.admin)}
admin-interface = 127.0.0.1
smsbox-port = ${String(at.boxes)}
admin-password = bar
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
log-file = "${at.folder}/bearerbox.log"
log-level = 4
store-type = spool
store-location = "${at.folder}/spool"
dlr-storage = internal

${at.centre}

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${String(at.boxes)}
sendsms-port = ${String(at.port)}
sendsms-interface = 127.0.0.1
log-file = "${at.folder}/smsbox.log"
log-level = 4
global-sender = 13013

group = sendsms-user
username = ${user}
password = "${password}"
user-allow-ip = 127.0.0.1
user-deny-ip = "*.*.*.*"
max-messages = 10
concatenation = true

group = sms-service
keyword = default
text = "No service specified"
`;
}

/**
 * Reads lines such as `Got message 1: <123 +420… udh %06%05… data %01%06…>`; only a plain text is not
 * percent-encoded.
 */
function readLog(log: string): FakeSmscMessage[] {
  const messages: FakeSmscMessage[] = [];
  for (const [, content = ''] of log.matchAll(/Got message \d+: <([^\n]*)>\s*$/gmu)) {
    const [from = '', to = '', kind = '', ...words] = content.split(' ');
    const [udh, data] = kind === 'udh' ? [words[0], words[2]] : ['', words.join(' ')];
    const isPlain = kind === 'text';
    messages.push({
      from,
      to,
      kind,
      udh: octets(udh ?? ''),
      data: isPlain ? Buffer.from(data ?? '', 'latin1').toString('hex') : octets(data ?? ''),
    });
  }
  return messages;
}

/** Octets of a percent-encoded text, hex; a space is written as a plus. */
function octets(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '%') {
      bytes.push(Number.parseInt(text.slice(index + 1, index + 3), 16));
      index += 2;
    } else bytes.push(text[index] === '+' ? 0x20 : text.charCodeAt(index));
  }
  return Buffer.from(bytes).toString('hex');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  return ports;
}

/** Resolves when something listens on the port. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    if (tries > 200) throw new Error(`nothing listens on port ${String(port)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const lastResort = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(lastResort);
}
