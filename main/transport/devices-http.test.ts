import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEvents } from '../platform/events.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { createDevicesHttp, devicesLimits } from './devices-http.ts';
import type { DoorRequest } from './devices-http.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function setUp() {
  const requests: DoorRequest[] = [];
  const lines: LogLine[] = [];
  const faults: unknown[] = [];
  const clock = createFakeClock();
  const http = createDevicesHttp({
    doors: [
      {
        method: 'POST',
        path: '/changes',
        handle(request) {
          requests.push(request);
          return Promise.resolve({ status: 200, body: { id: 1 } });
        },
      },
      {
        method: 'PUT',
        path: '/changes/dovecot',
        handle: () => Promise.resolve({ status: 204, body: null }),
      },
      { method: 'GET', path: '/fault', handle: () => Promise.reject(new Error('a secret')) },
    ],
    clock,
    events: createEvents(() => undefined),
    log: {
      write(line) {
        lines.push(line);
        return {} as never;
      },
    },
    onFault: (error) => faults.push(error),
  });
  const url = (path: string) => `http://127.0.0.1:${http.listener().port}${path}`;
  return { http, url, requests, lines, faults, clock };
}

describe('the listener for phones and mail servers', () => {
  it('hands bytes and peer to its doors and sends what they answer', async () => {
    const { http, url, requests } = setUp();
    stops.push(await http.start({ host: '127.0.0.1', port: 0 }));
    const body = new Uint8Array([123, 0, 255]);
    const answer = await fetch(url('/changes'), { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([200, { id: 1 }]);
    expect([...(requests[0]?.body ?? [])]).toEqual([...body]);
    expect(requests[0]?.remote).toBe('127.0.0.1');
    const dovecot = await fetch(url('/changes/dovecot'), { method: 'PUT', body: '{}' });
    expect([dovecot.status, await dovecot.text()]).toEqual([204, '']);
  });

  it('knows nothing of the console', async () => {
    const { http, url } = setUp();
    stops.push(await http.start({ host: '127.0.0.1', port: 0 }));
    for (const path of ['/', '/api/accounts/list', '/rpc', '/session', '/changes']) {
      const answer = await fetch(url(path));
      expect([answer.status, await answer.text()]).toEqual([404, 'Not found.']);
    }
  });

  it('refuses bodies that no door takes, and tells nothing of faults', async () => {
    const { http, url, faults } = setUp();
    stops.push(await http.start({ host: '127.0.0.1', port: 0 }));
    const body = new Uint8Array(devicesLimits.bodyOctets + 1);
    expect((await fetch(url('/changes'), { method: 'POST', body })).status).toBe(413);
    const fault = await fetch(url('/fault'));
    expect(fault.status).toBe(500);
    expect(await fault.text()).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });

  it('says that its port is taken and listens when it is free', async () => {
    const { http, url, lines, clock } = setUp();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    stops.push(await http.start({ host: '127.0.0.1', port }));
    expect(http.listener()).toMatchObject({ state: 'failed', port });
    expect(lines.map(({ key }) => key)).toEqual(['system.listener-failed']);
    await new Promise((resolve) => other.close(resolve));
    await clock.advance(devicesLimits.bindRetryMs);
    await expect.poll(() => http.listener().state).toBe('working');
    expect((await fetch(url('/'))).status).toBe(404);
  });

  it('is off when it is stopped', async () => {
    const { http, url } = setUp();
    const stop = await http.start({ host: '127.0.0.1', port: 0 });
    const address = url('/changes');
    await stop();
    await stop();
    expect(http.listener().state).toBe('off');
    await expect(fetch(address)).rejects.toThrow();
  });
});
