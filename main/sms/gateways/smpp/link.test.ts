import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodePdu, SmppFramer } from '../../../codecs/smpp/index.ts';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import type { FakeClock } from '../../../platform/fake-clock.ts';
import { waitFor } from '../../testing/wait-for.ts';
import { connectTo } from './connect.ts';
import { SmppLink } from './link.ts';
import type { SmppDelivery } from './link.ts';

describe('a link', () => {
  let server: Server;
  let clock: FakeClock;
  let link: SmppLink;
  let socket: Socket;
  /** What the far side got, cut into PDUs. */
  let received: Uint8Array[];
  let far: Socket | undefined;
  let closed: string[];
  let onDelivery: (delivery: SmppDelivery) => Promise<number>;

  beforeEach(async () => {
    received = [];
    closed = [];
    far = undefined;
    onDelivery = () => Promise.resolve(0);
    const framer = new SmppFramer();
    server = createServer((accepted) => {
      far = accepted;
      accepted.on('error', () => undefined);
      accepted.on('data', (chunk) => received.push(...framer.push(chunk)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    clock = createFakeClock();
    const { port } = server.address() as AddressInfo;
    const target = { host: '127.0.0.1', port, tls: false, tlsUntrusted: false };
    const connected = await connectTo(target, clock, 1_000, new AbortController().signal);
    if (!connected.ok) throw new Error(connected.detail);
    ({ socket } = connected);
    link = new SmppLink(socket, {
      clock,
      timeoutMs: 10_000,
      enquireMs: 60_000,
      onDelivery: (delivery) => onDelivery(delivery),
      onLateAnswer: () => undefined,
      onClosed: (why) => closed.push(why),
    });
    await waitFor(() => expect(far).toBeDefined());
  });

  afterEach(async () => {
    link.drop('the end of the test');
    await new Promise((resolve) => server.close(resolve));
  });

  function enquire(): ReturnType<SmppLink['request']> {
    return link.request({ kind: 'enquire-link', sequence: link.nextSequence() });
  }

  it('knows what was written before it ended and what was not', async () => {
    const written = enquire();
    await waitFor(() => expect(received).toHaveLength(1));
    const unwritten = enquire();
    link.drop('cut');
    expect(await written).toMatchObject({ kind: 'unanswered' });
    expect(await unwritten).toEqual({ kind: 'unsent', detail: 'cut' });
    expect(await enquire()).toMatchObject({ kind: 'unsent' });
    expect(closed).toEqual(['cut']);
  });

  it('writes everything of one moment in one piece', async () => {
    const write = vi.spyOn(socket, 'write');
    const asked = Array.from({ length: 50 }, enquire);
    await waitFor(() => expect(received).toHaveLength(50));
    expect(write).toHaveBeenCalledTimes(1);
    link.drop('enough');
    await Promise.all(asked);
  });

  it('gives each request its own time', async () => {
    const first = enquire();
    await clock.advance(6_000);
    let isSecondOver = false;
    const second = enquire().then((answer) => {
      isSecondOver = true;
      return answer;
    });
    await clock.advance(4_000);
    expect(await first).toEqual({ kind: 'unanswered', detail: 'no answer within 10 s' });
    expect(isSecondOver).toBe(false);
    await clock.advance(6_000);
    expect(await second).toMatchObject({ kind: 'unanswered' });
  });

  it('asks whether anybody is there when an answer stays out, and ends when nobody is', async () => {
    const asked = link.request({ kind: 'unbind', sequence: link.nextSequence() });
    await waitFor(() => expect(received).toHaveLength(1));
    await clock.advance(10_000);
    expect(await asked).toMatchObject({ kind: 'unanswered' });
    await waitFor(() => expect(received).toHaveLength(2));
    expect(received[1]?.[7]).toBe(0x15);
    await clock.advance(10_000);
    expect(closed).toEqual(['no answer to enquire_link within 10 s']);
  });

  it('does not know about a request whose answer is broken', async () => {
    const asked = enquire();
    // An answer to submit_sm with an endless message id.
    far?.write(Buffer.from('00000012' + '80000004' + '00000000' + '00000001' + '4141', 'hex'));
    expect(await asked).toEqual({ kind: 'unanswered', detail: 'the answer cannot be read' });
  });

  it('reads PDUs that come in pieces', async () => {
    const asked = enquire();
    const answer = encodePdu({ kind: 'enquire-link-resp', sequence: 1, status: 0 });
    for (const octet of answer) {
      far?.write(Uint8Array.of(octet));
      await clock.advance(0);
    }
    expect(await asked).toMatchObject({ kind: 'answered', pdu: { kind: 'enquire-link-resp' } });
  });

  it('lets deliveries beyond what can be stored come again', async () => {
    let stored = 0;
    onDelivery = () => {
      stored += 1;
      return new Promise(() => undefined);
    };
    const address = { ton: 0, npi: 0, text: '' };
    const pdus = Array.from({ length: 16_385 }, (_, index) =>
      encodePdu({
        kind: 'data-sm',
        sequence: index + 1,
        serviceType: '',
        source: address,
        destination: address,
        esmClass: 0,
        registeredDelivery: 0,
        dataCoding: 0,
        parameters: [],
      }),
    );
    far?.write(Buffer.concat(pdus));
    await waitFor(() => expect(received).toHaveLength(1));
    expect(stored).toBe(16_384);
    // Status of the answer: ESME_RX_T_APPN.
    expect(received[0]?.[11]).toBe(0x64);
  });
});
