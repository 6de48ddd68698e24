import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import { smsHttpLimits } from '../sms/http/limits.ts';
import type { SmsHttpRequest } from '../sms/http/ports.ts';
import { createSmsDoor, isSmsPath } from './sms-door.ts';

let clock: FakeClock;
let server: Server;
let socket: Socket;
let heard: string;
let asked: SmsHttpRequest[];
const faults: unknown[] = [];

beforeEach(async () => {
  clock = createFakeClock();
  asked = [];
  heard = '';
  const door = createSmsDoor({
    clock,
    onFault: (error) => faults.push(error),
    sms: {
      handle(request) {
        asked.push(request);
        if (request.path === 'boom') return Promise.reject(new Error('boom'));
        return Promise.resolve({ status: 200, headers: {}, body: 'OK ž\n' });
      },
      stop: () => undefined,
    },
  });
  server = createServer((request, response) => door.take(request, response, false));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('data', (chunk) => (heard += chunk.toString()));
  await once(socket, 'connect');
});
afterEach(async () => {
  socket.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

it.each([
  ['/sms', true],
  ['/sms/', true],
  ['/sms/report/g/m/t', true],
  ['/smsx', false],
  ['/', false],
  ['/me/sms/', false],
])('the path %s is its own: %s', (path, isOwn) => {
  expect(isSmsPath(path)).toBe(isOwn);
});

it('passes on what was sent, and tells the length of its answer', async () => {
  socket.write('POST /sms/status?id=1&x=%E9 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b');
  await vi.waitFor(() => expect(heard).toContain('OK ž'));
  expect(heard).toMatch(/content-length: 6\r\n/iu);
  expect(asked).toMatchObject([{ method: 'POST', path: 'status', search: 'id=1&x=%E9' }]);
  expect(Buffer.from(asked[0]?.body ?? []).toString()).toBe('a=b');
});

it('gives up a body that stops in the middle', async () => {
  socket.write('POST /sms/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nnumber=');
  await vi.waitFor(async () => {
    await clock.advance(smsHttpLimits.bodyIdleMs);
    expect(heard).toMatch(/^HTTP\/1.1 408 /u);
  });
  expect(heard).toContain('ERROR too-slow');
  expect(asked).toEqual([]);
});

it('says that something went wrong, and not what', async () => {
  socket.write('GET /sms/boom HTTP/1.1\r\nHost: x\r\n\r\n');
  await vi.waitFor(() => expect(heard).toMatch(/^HTTP\/1.1 500 /u));
  expect(heard).not.toContain('boom');
  expect(faults).toHaveLength(1);
});
