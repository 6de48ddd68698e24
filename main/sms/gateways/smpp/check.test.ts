import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAuthority, makeCertificate } from '../../../certificates/self-made.ts';
import type { KeptKey } from '../../../certificates/sealed-file.ts';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import { systemClock } from '../../../platform/clock.ts';
import { seededRandom } from '../../../platform/random.ts';
import { openSmscClient, pushMessage, textMessage } from '../../testing/smsc-client.ts';
import type { SmscClient, SmscClientOptions } from '../../testing/smsc-client.ts';
import { startSmsc } from '../../testing/smsc-simulator.ts';
import type { SmscSimulator } from '../../testing/smsc-simulator.ts';
import { waitFor } from '../../testing/wait-for.ts';

const { signal } = new AbortController();
const switchedOff = { row: { active: false } };
const clients: SmscClient[] = [];

function open(wanted: SmscClientOptions): SmscClient {
  const client = openSmscClient(wanted);
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const { gateway } of clients.splice(0)) gateway.close();
});

describe('the test of a gateway', () => {
  let smsc: SmscSimulator;

  beforeEach(async () => {
    smsc = await startSmsc();
  });

  afterEach(async () => {
    await smsc.close();
  });

  it('asks by the link that is there', async () => {
    const client = open({ port: smsc.port });
    await client.ready();
    const check = await client.gateway.check(signal);
    expect(check).toEqual({
      ok: true,
      reason: 'ok',
      detail: `signed in to SIMULATOR at 127.0.0.1:${String(smsc.port)} as transceiver`,
    });
    expect(smsc.enquiries).toBe(1);
    expect(smsc.binds).toHaveLength(1);
  });

  it('signs in by links of its own where there is none, and off again', async () => {
    const { gateway } = open({ port: smsc.port, ...switchedOff, options: { bind: 'separate' } });
    expect(await gateway.check(signal)).toMatchObject({ ok: true });
    expect(smsc.binds).toEqual(['bind_transmitter', 'bind_receiver']);
    expect(smsc.unbinds).toBe(2);
  });

  it('says what a centre has against the login', async () => {
    const { gateway } = open({ port: smsc.port, ...switchedOff, password: 'wrong' });
    expect(await gateway.check(signal)).toEqual({
      ok: false,
      reason: 'login-refused',
      detail: 'bind_transceiver: ESME_RINVPASWD (0x0E): the password is wrong',
    });
  });

  it('says that a login is more than SMPP can write', async () => {
    const { gateway } = open({ port: smsc.port, ...switchedOff, password: 'x'.repeat(100) });
    expect(await gateway.check(signal)).toMatchObject({ ok: false, reason: 'login-refused' });
    expect(smsc.binds).toEqual([]);
  });

  it('says that a centre refuses for a passing reason', async () => {
    smsc.behaviour.bindStatus = 0x05;
    const { gateway } = open({ port: smsc.port, ...switchedOff });
    expect(await gateway.check(signal)).toMatchObject({
      ok: false,
      reason: 'unreachable',
      detail: expect.stringContaining('ESME_RALYBND') as string,
    });
  });

  it('says that nobody listens', async () => {
    await smsc.close();
    const { gateway } = open({ port: smsc.port, ...switchedOff });
    expect(await gateway.check(signal)).toMatchObject({
      ok: false,
      reason: 'unreachable',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
    smsc = await startSmsc();
  });

  it('says that there is no such host', async () => {
    const options = { host: 'smsc.invalid' };
    const { gateway } = open({ port: smsc.port, ...switchedOff, options });
    const check = await gateway.check(signal);
    expect(check).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(check.detail).toMatch(/ENOTFOUND|EAI_AGAIN/u);
  });

  it('says that a centre does not answer the login', async () => {
    const clock = createFakeClock();
    smsc.behaviour.isMute.bind = true;
    const { gateway } = open({ port: smsc.port, clock, ...switchedOff });
    const checking = gateway.check(signal);
    await waitFor(() => expect(smsc.binds).toHaveLength(1));
    await clock.advance(15_000);
    expect(await checking).toMatchObject({
      ok: false,
      detail: 'bind_transceiver: no answer within 15 s',
    });
  });

  it('says that the far side is something else', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume();
      socket.end('220 mail.example.org ESMTP\r\n');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { gateway } = open({ port, ...switchedOff });
    const { ok, detail } = await gateway.check(signal);
    expect(ok).toBe(false);
    expect(detail).toContain('the service centre sent something that is no SMPP');
    await new Promise((resolve) => other.close(resolve));
  });

  it('can be stopped', async () => {
    smsc.behaviour.isMute.bind = true;
    const stopping = new AbortController();
    const { gateway } = open({ port: smsc.port, ...switchedOff });
    const checking = gateway.check(stopping.signal);
    await waitFor(() => expect(smsc.binds).toHaveLength(1));
    stopping.abort();
    expect(await checking).toMatchObject({ ok: false });
    await waitFor(() => expect(smsc.links).toBe(0));
  });

  it('describes the request without the password', () => {
    const { gateway } = open({ port: smsc.port, ...switchedOff, password: 'very-secret' });
    const shown = gateway.describe(pushMessage);
    expect(shown).toBe(
      `127.0.0.1:${String(smsc.port)} as tester\n` +
        'submit_sm, source_addr "12345" (TON 0, NPI 0), ' +
        'destination_addr "420601123456" (TON 1, NPI 1), esm_class 0x40 (UDHI), ' +
        'protocol_id 0x00, registered_delivery 1, data_coding 0xF5, ' +
        'short_message 0605040b8423f0010603ceaf8500 (14 octets)',
    );
    const quiet = gateway.describe(textMessage('PIN 4711', { hasSecrets: true }));
    expect(quiet).toContain('short_message (8 octets)');
  });
});

describe('over TLS', () => {
  let smsc: SmscSimulator;
  let own: KeptKey;

  beforeAll(async () => {
    const deps = { now: systemClock.now(), random: seededRandom(3) };
    own = await makeCertificate(['127.0.0.1'], await makeAuthority('smsc', deps), deps);
    smsc = await startSmsc(own);
  });

  afterAll(async () => {
    await smsc.close();
  });

  it('takes no certificate of nobody known', async () => {
    const { gateway } = open({ port: smsc.port, ...switchedOff, options: { tls: true } });
    const { ok, detail } = await gateway.check(signal);
    expect(ok).toBe(false);
    expect(detail).toMatch(/^TLS: .*self-signed certificate in certificate chain/u);
  });

  it('takes it where that is allowed', async () => {
    const options = { tls: true, tlsUntrusted: true };
    const client = open({ port: smsc.port, options });
    await client.ready();
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'accepted',
    });
    expect((await client.gateway.check(signal)).detail).toContain('(TLS)');
  });

  it('says that a centre without TLS has none', async () => {
    const plain = await startSmsc();
    const row = { ...switchedOff.row, timeoutMs: 500 };
    const { gateway } = open({ port: plain.port, row, options: { tls: true } });
    const { ok, detail } = await gateway.check(signal);
    expect(ok).toBe(false);
    expect(detail).toMatch(/TLS/u);
    await plain.close();
  });
});
