import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real Dovecot on loopback, with a scratch folder of its own. Any user signs in with `secret`. */
export interface TestDovecot {
  readonly imapPort: number;
  readonly password: string;
  /** Hands a message over by LMTP, as a mail server does. */
  deliver(to: string, subject: string): Promise<void>;
  /** What it has logged, for a test that fails. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

/** What a test may want. */
export interface TestDovecotOptions {
  /** Where the `ox` driver reports deliveries; no reports without it. */
  readonly notifyUrl?: string;
  /** Users whose METADATA switches the reports on. */
  readonly notified?: readonly string[];
  /** Ports of an earlier one that was stopped, to come back on. */
  readonly imapPort?: number;
}

/** Debian's Dovecot refuses to serve mail as root, so root starts it as nobody (uid 65534). */
const account = process.getuid?.() === 0 ? { name: 'nobody', group: 'nogroup', id: 65_534 } : null;

const password = 'secret';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function configuration(
  folder: string,
  ports: { imap: number; lmtp: number },
  notifyUrl: string | undefined,
): string {
  const user = account?.name ?? userInfo().username;
  const owner = account
    ? `uid=${account.name} gid=${account.group}`
    : `uid=${userInfo().uid} gid=${userInfo().gid}`;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
${account ? `default_internal_group = ${account.group}` : ''}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_attribute_dict = file:%h/dovecot-attributes
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = ${owner} home=${folder}/home/%u allow_all_users=yes
}
# A wrong password on purpose must not slow the sign-ins that follow.
auth_failure_delay = 0
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
protocol lmtp {
  mail_plugins = ${notifyUrl === undefined ? '' : 'notify push_notification'}
}
plugin {
  push_notification_driver = ${notifyUrl === undefined ? 'dlog' : `ox:url=${notifyUrl}`}
}
`;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function untilListening(process: ChildProcess, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    while (!(await isListening(port))) {
      if (process.exitCode !== null) throw new Error(`Dovecot ended with ${process.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Says the lines of an LMTP session, waiting for the answer to each (RFC 2033). */
async function talkLmtp(port: number, lines: readonly string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const waiting = [...lines];
  let received = '';
  try {
    for await (const chunk of socket) {
      received += String(chunk);
      for (
        let answer = /^(\d)\d\d .*\r\n/mu.exec(received);
        answer;
        answer = /^(\d)\d\d .*\r\n/mu.exec(received)
      ) {
        received = received.slice(answer.index + answer[0].length);
        if (Number(answer[1]) >= 4) throw new Error(answer[0]);
        const line = waiting.shift();
        if (line === undefined) return;
        socket.write(`${line}\r\n`);
      }
    }
  } finally {
    socket.destroy();
  }
}

/** Starts a Dovecot; a port that somebody else was faster with is another try. */
export async function startDovecot(options: TestDovecotOptions = {}): Promise<TestDovecot> {
  const { notifyUrl, notified = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-dovecot-'));
  const ports = { imap: options.imapPort ?? (await freePort()), lmtp: await freePort() };
  const file = join(folder, 'dovecot.conf');
  await mkdir(join(folder, 'home'));
  await writeFile(file, configuration(folder, ports, notifyUrl));
  if (account) {
    await chmod(folder, 0o755);
    for (const path of [folder, join(folder, 'home'), file]) {
      await chown(path, account.id, account.id);
    }
  }
  const as = account ? { uid: account.id, gid: account.id } : {};
  const process = spawn('/usr/sbin/dovecot', ['-F', '-c', file], { stdio: 'ignore', ...as });
  const ended = once(process, 'exit');

  async function stop(): Promise<void> {
    process.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await untilListening(process, [ports.imap, ports.lmtp]);
    for (const user of notified) {
      const key = '/private/vendor/vendor.dovecot/http-notify';
      const command = ['mailbox', 'metadata', 'set', '-s', '-u', user, '', key, `user=${user}`];
      await run('/usr/bin/doveadm', ['-c', file, ...command], as);
    }
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    imapPort: ports.imap,
    password,
    async deliver(to, subject) {
      const message = [
        'From: Bob <bob@example.org>',
        `To: ${to}`,
        `Subject: ${subject}`,
        '',
        'Hello.',
      ];
      await talkLmtp(ports.lmtp, [
        'LHLO localhost',
        'MAIL FROM:<bob@example.org>',
        `RCPT TO:<${to}>`,
        'DATA',
        [...message, '.'].join('\r\n'),
        'QUIT',
      ]);
    },
    readLog: () => readFile(join(folder, 'dovecot.log'), 'utf8'),
    stop,
  };
}
