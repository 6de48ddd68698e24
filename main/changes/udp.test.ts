import { createSocket } from 'node:dgram';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeInput } from '../../shared/model/change.ts';
import { signDatagram } from './datagram.ts';
import type { SignedFields } from './datagram.ts';
import { createTestWorld } from './testing/world.ts';
import type { TestWorld } from './testing/world.ts';
import { createUdpSource } from './udp.ts';
import type { UdpSource } from './udp.ts';

const secret = 'a shared secret';

describe('changes as datagrams', () => {
  let world: TestWorld;
  let source: UdpSource;
  let accepted: ChangeInput[];
  let key: string | undefined;
  let stops: (() => Promise<void>)[] = [];
  beforeEach(() => {
    world = createTestWorld();
    accepted = [];
    key = undefined;
    source = createUdpSource({
      ...world,
      secret: () => key,
      journal: {
        accept(input) {
          accepted.push(input);
          return Promise.resolve({ id: accepted.length, traceId: 'trace' });
        },
      },
    });
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
    stops = [];
  });

  async function listen(
    config: { secret?: string; host?: string; port?: number } = {},
  ): Promise<number> {
    const { secret: wanted, host = '127.0.0.1', port = 0 } = config;
    key = wanted;
    stops.push(await source.start({ host, port }));
    return source.listener().port;
  }

  async function send(port: number, payload: string | Uint8Array): Promise<void> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve, reject) => {
      socket.send(payload, port, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
    });
    socket.close();
  }

  const json = (value: unknown): string => JSON.stringify(value);
  const plain = { v: 1, account: 'ada@example.org', folder: 'contacts', origin: 'webmail' };

  function signed(changes: Partial<SignedFields> & { mac?: string } = {}): string {
    const fields = {
      account: 'ada@example.org',
      folder: 'contacts',
      origin: 'webmail',
      ts: world.clock.now(),
      nonce: '00112233445566778899aabbccddeeff',
      ...changes,
    };
    return json({ v: 1, mac: signDatagram(secret, fields), ...fields });
  }

  /** Sends, then something that is taken for sure: what came before it has been dealt with. */
  async function flush(port: number): Promise<void> {
    const nonce = world.random
      .bytes(16)
      .reduce((hex, octet) => hex + octet.toString(16).padStart(2, '0'), '');
    await send(port, signed({ account: 'last@example.org', nonce }));
    await vi.waitFor(() => expect(accepted.at(-1)?.account).toBe('last@example.org'));
    accepted.pop();
  }

  it('takes one JSON object a datagram from this machine', async () => {
    const port = await listen();
    await send(port, json(plain));
    await send(port, json({ v: 1, account: 'ada@example.org', folder: 'calendar' }));
    await vi.waitFor(() => expect(accepted).toHaveLength(2));
    expect(accepted).toContainEqual({
      account: 'ada@example.org',
      folder: 'contacts',
      origin: 'webmail',
    });
    expect(accepted).toContainEqual({ account: 'ada@example.org', folder: 'calendar' });
    expect(source.listener()).toMatchObject({ name: 'changes-udp', state: 'working', port });
  });

  it.each([
    ['no JSON', 'hello'],
    ['not UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['nothing', ''],
    ['a list', json([plain])],
    ['another version', json({ ...plain, v: 2 })],
    ['no account', json({ v: 1, folder: 'contacts' })],
    ['an account that is no text', json({ ...plain, account: { $gt: '' } })],
    ['a folder without end', json({ ...plain, folder: 'x'.repeat(256) })],
    ['more than a datagram may have', json({ ...plain, padding: 'x'.repeat(2_048) })],
    ['a deep object', '{"a":'.repeat(300) + '1' + '}'.repeat(300)],
  ])('survives %s', async (_name, payload) => {
    const port = await listen();
    await send(port, payload);
    await flush(port);
    expect(accepted).toEqual([]);
    expect(world.lines).toContainEqual(expect.objectContaining({ key: 'change.refused' }));
  });

  it('does not let a flood of garbage fill the log', async () => {
    const port = await listen();
    for (let count = 0; count < 200; count += 1) await send(port, 'garbage');
    await flush(port);
    expect(world.lines.filter(({ key }) => key === 'change.refused').length).toBeLessThanOrEqual(
      20,
    );
  });

  it('takes a signed datagram, and unsigned ones of this machine', async () => {
    const port = await listen({ secret });
    await send(port, json(plain));
    await flush(port);
    expect(accepted).toHaveLength(1);
  });

  it('goes by a new secret at once, on the port that it has', async () => {
    const port = await listen();
    key = secret;
    await send(port, signed({ mac: '0'.repeat(64) }));
    await send(port, signed());
    await flush(port);
    expect(accepted).toHaveLength(1);
    expect(source.listener().port).toBe(port);
  });

  const forged: [string, () => string][] = [
    ['a wrong signature', () => signed({ mac: '0'.repeat(64) })],
    ['a changed account', () => signed().replace('ada@', 'eve@')],
    ['a changed folder', () => signed().replace('"contacts"', '"calendar"')],
    ['a changed origin', () => signed().replace('webmail', 'webmaid')],
    ['a left out origin', () => signed().replace('"origin":"webmail",', '')],
    ['a changed nonce', () => signed().replace('00112233', '99112233')],
    [
      'a changed time',
      () => signed().replace(/"ts":(\d+)/u, (_all, ts: string) => `"ts":${Number(ts) + 1}`),
    ],
    [
      'no nonce',
      () =>
        signed()
          .replace(/"nonce":"[^"]+",?/u, '')
          .replace(',}', '}'),
    ],
    [
      'a line feed that would shift the lines',
      () => signed({ account: 'ada@example.org\ncontacts' }),
    ],
    ['a time six minutes ago', () => signed({ ts: world.clock.now() - 360_000 })],
    ['a time in six minutes', () => signed({ ts: world.clock.now() + 360_000 })],
  ];
  it.each(forged)('refuses %s, from this machine as well', async (_name, payload) => {
    const port = await listen({ secret });
    await send(port, payload());
    await flush(port);
    expect(accepted).toEqual([]);
    expect(world.lines).toContainEqual(expect.objectContaining({ key: 'change.refused' }));
  });

  it('refuses the same datagram when it comes again', async () => {
    const port = await listen({ secret });
    const payload = signed();
    for (let count = 0; count < 3; count += 1) await send(port, payload);
    await flush(port);
    expect(accepted).toHaveLength(1);
    await world.clock.advance(4 * 60_000);
    await send(port, payload);
    await flush(port);
    expect(accepted).toHaveLength(1);
    expect(world.lines.filter(({ key }) => key === 'change.replayed')).toHaveLength(3);
  });

  it('says when its port is taken, goes on trying, and listens once it is free', async () => {
    const occupant = createSocket('udp4');
    await new Promise<void>((resolve) => occupant.bind(0, '127.0.0.1', resolve));
    const { port } = occupant.address();
    await listen({ port });
    expect(source.listener()).toMatchObject({ state: 'failed', port });
    expect(world.lines).toMatchObject([{ key: 'system.listener-failed' }]);
    await new Promise<void>((resolve) => {
      occupant.close(() => resolve());
    });
    await world.clock.advance(30_000);
    await vi.waitFor(() => expect(source.listener().state).toBe('working'));
    expect(source.listener().port).toBe(port);
  });

  it('leaves the port when it is stopped', async () => {
    const port = await listen();
    for (const stop of stops.splice(0)) await stop();
    expect(source.listener().state).toBe('off');
    await listen({ port });
    expect(source.listener()).toMatchObject({ state: 'working', port });
  });
});
