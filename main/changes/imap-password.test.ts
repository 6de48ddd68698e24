import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMailboxPassword } from './imap-client.ts';

let server: Server;
const sockets = new Set<Socket>();

/** Answers the few commands of a sign-in (RFC 9051 §6.2.3). */
function converse(socket: Socket): void {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n').filter(Boolean)) {
      const [tag = '*', command = ''] = line.split(' ');
      const isRefused = command.toUpperCase() === 'LOGIN' && !line.includes('right');
      if (command.toUpperCase() === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
      const answer = isRefused ? 'NO [AUTHENTICATIONFAILED] no such password' : 'OK done';
      socket.write(`${tag} ${answer}\r\n`);
    }
  });
}

beforeEach(async () => {
  server = createServer(converse).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const mailbox = () => ({
  host: '127.0.0.1',
  port: (server.address() as AddressInfo).port,
  ...{ security: 'none', user: 'ada', folder: 'INBOX', watch: false },
});

describe('the password of a mailbox', () => {
  it('is right when its server says so, and wrong when that refuses it', async () => {
    const settings = { ...mailbox(), security: 'none' } as const;
    expect(await checkMailboxPassword(settings, 'right')).toMatchObject({ result: 'right' });
    expect(await checkMailboxPassword(settings, 'guess')).toMatchObject({ result: 'wrong' });
  });

  it('is neither when nobody can be asked', async () => {
    const settings = { ...mailbox(), security: 'starttls' } as const;
    expect(await checkMailboxPassword(settings, 'right')).toMatchObject({ result: 'unreachable' });
    const nobody = { ...mailbox(), security: 'tls' } as const;
    expect(await checkMailboxPassword(nobody, 'right')).toMatchObject({ result: 'unreachable' });
  });
});
