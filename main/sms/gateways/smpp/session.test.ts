import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromHex } from '../../../codecs/bytes.ts';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import { openSmscClient, pushMessage } from '../../testing/smsc-client.ts';
import type { SmscClient, SmscClientOptions } from '../../testing/smsc-client.ts';
import { startSmsc } from '../../testing/smsc-simulator.ts';
import type { SmscSimulator } from '../../testing/smsc-simulator.ts';
import { waitFor } from '../../testing/wait-for.ts';

describe('the link to a service centre', () => {
  let smsc: SmscSimulator;
  const clients: SmscClient[] = [];
  const { signal } = new AbortController();

  beforeEach(async () => {
    smsc = await startSmsc();
  });

  afterEach(async () => {
    for (const { gateway } of clients.splice(0)) gateway.close();
    await smsc.close();
  });

  function open(wanted: Partial<SmscClientOptions> = {}): SmscClient {
    const client = openSmscClient({ port: smsc.port, ...wanted });
    clients.push(client);
    return client;
  }

  it.each([
    ['transceiver' as const, ['bind_transceiver']],
    ['transmitter' as const, ['bind_transmitter']],
    ['separate' as const, ['bind_receiver', 'bind_transmitter']],
  ])('is bound as %s', async (bind, commands) => {
    const client = open({ options: { bind } });
    expect(client.readiness[0]).toEqual({ ready: false, reason: 'connecting', detail: '' });
    await client.ready();
    await waitFor(() => expect(client.gateway.facts?.().bound).toBe(bind));
    expect([...smsc.binds].sort()).toEqual(commands);
    expect(client.gateway.facts?.()).toMatchObject({ device: 'SIMULATOR' });
    expect(client.gateway.facts?.().connectedAt).toBeGreaterThan(0);
    expect(client.lines).toHaveLength(commands.length);
    expect(client.lines[0]).toMatchObject({ level: 'info', key: 'smpp.bound', gatewayId: 'g1' });
  });

  it('sends by the one link of a pair and receives by the other', async () => {
    const client = open({ options: { bind: 'separate' } });
    await waitFor(() => expect(client.gateway.facts?.().bound).toBe('separate'));
    const result = await client.gateway.handOver(pushMessage, signal);
    expect(result).toMatchObject({ outcome: 'accepted' });
    const id = smsc.submitted[0]?.id ?? '';
    expect(await smsc.report({ id })).toBe(0);
    expect(client.reports).toMatchObject([{ providerId: id, state: 'delivered' }]);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, 'ESME_RINVPASWD (0x0E): the password is wrong'],
    [
      'an unknown system ID',
      { options: { systemId: 'nobody' } },
      'ESME_RINVSYSID (0x0F): the system ID is not known',
    ],
  ])('is refused for %s, and not tried again for a while', async (_name, wanted, detail) => {
    const clock = createFakeClock();
    const client = open({ ...wanted, clock });
    const refused = {
      ready: false,
      reason: 'login-refused',
      detail: `bind_transceiver: ${detail}`,
    };
    await waitFor(() => expect(client.readiness.at(-1)).toEqual(refused));
    await clock.advance(20_000);
    expect(smsc.binds).toHaveLength(1);
    await clock.advance(20_000);
    await waitFor(() => expect(smsc.binds).toHaveLength(2));
    await waitFor(() => expect(client.readiness).toHaveLength(3));
    expect(client.lines.map(({ key }) => key)).toEqual(['smpp.bind-refused']);
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'refused',
      reason: 'login-refused',
      fault: 'gateway',
    });
  });

  it('tells in the words of the system that nobody is there, and finds who comes later', async () => {
    const clock = createFakeClock();
    const { port } = smsc;
    await smsc.close();
    const client = open({ port, clock });
    await waitFor(() => expect(client.readiness).toHaveLength(2));
    expect(client.readiness[1]).toMatchObject({ reason: 'unreachable' });
    expect(client.readiness[1]).toMatchObject({
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'unreachable',
    });
    smsc = await startSmsc({}, port);
    await clock.advance(2_000);
    await client.ready();
    expect(client.lines.map(({ key }) => key)).toEqual(['smpp.unreachable', 'smpp.bound']);
  });

  it('waits longer and longer for a centre that stays away', async () => {
    const clock = createFakeClock();
    smsc.behaviour.bindStatus = 0x08;
    const client = open({ clock });
    for (let tries = 1; tries <= 6; tries += 1) {
      await waitFor(() => expect(client.readiness).toHaveLength(tries + 1));
      await clock.advance(1_250 * 2 ** (tries - 1));
    }
    await waitFor(() => expect(smsc.binds.length).toBeGreaterThanOrEqual(7));
    expect(smsc.binds.length).toBeLessThan(9);
    expect(client.lines).toHaveLength(1);
  });

  it('is made anew when it is lost', async () => {
    const clock = createFakeClock();
    const client = open({ clock });
    await client.ready();
    smsc.drop();
    await waitFor(() => expect(client.isReady).toBe(false));
    expect(client.gateway.facts?.().bound).toBeNull();
    await clock.advance(1_300);
    await client.ready();
    expect(smsc.binds).toHaveLength(2);
    expect(client.lines.map(({ key }) => key)).toEqual([
      'smpp.bound',
      'smpp.link-lost',
      'smpp.bound',
    ]);
  });

  it('ends when the centre signs off, after an answer', async () => {
    const client = open({ clock: createFakeClock() });
    await client.ready();
    void smsc.send('unbind');
    await waitFor(() => expect(client.isReady).toBe(false));
    expect(client.readiness.at(-1)).toMatchObject({ detail: 'the service centre signed us off' });
    await waitFor(() => expect(smsc.commands).toContain('unbind_resp'));
  });

  it('is asked about in due time and kept while answers come', async () => {
    const clock = createFakeClock();
    const client = open({ clock, options: { enquireSeconds: 30 } });
    await client.ready();
    for (let round = 1; round <= 3; round += 1) {
      await clock.advance(15_000);
      await clock.advance(15_000);
      await waitFor(() => expect(smsc.enquiries).toBe(round));
      await waitFor(() => expect(client.isReady).toBe(true));
      // The answer has to be read before the clock moves on.
      await smsc.send('enquire_link');
    }
    expect(smsc.binds).toHaveLength(1);
  });

  it('is dropped and made anew when nobody answers enquire_link', async () => {
    const clock = createFakeClock();
    const client = open({ clock, options: { enquireSeconds: 30 }, row: { timeoutMs: 10_000 } });
    await client.ready();
    smsc.behaviour.isMute.enquire = true;
    await clock.advance(30_000);
    await waitFor(() => expect(smsc.enquiries).toBe(1));
    await clock.advance(10_000);
    await waitFor(() => expect(client.isReady).toBe(false));
    expect(client.readiness.at(-1)).toMatchObject({
      detail: 'no answer to enquire_link within 10 s',
    });
    await clock.advance(1_300);
    await client.ready();
    expect(smsc.binds).toHaveLength(2);
  });

  it('answers the centre’s enquire_link', async () => {
    await open().ready();
    expect(await smsc.send('enquire_link')).toBe(0);
  });

  it('refuses what it does not know, and goes on', async () => {
    const client = open();
    await client.ready();
    smsc.write(fromHex('00000010000001110000000000000007'));
    await waitFor(() => expect(smsc.commands).toContain('generic_nack'));
    expect(await smsc.send('query_sm', { message_id: '1' })).toBe(0x03);
    expect(client.isReady).toBe(true);
  });

  it('refuses a PDU whose body is broken, and goes on', async () => {
    const client = open();
    await client.ready();
    smsc.write(fromHex('0000001200000005000000000000000941ff'));
    await waitFor(() => expect(smsc.commands).toContain('generic_nack'));
    expect(await smsc.send('enquire_link')).toBe(0);
    expect(client.isReady).toBe(true);
  });

  it('leaves a notice that wants no answer without one', async () => {
    const client = open();
    await client.ready();
    smsc.write(fromHex('0000001600000102000000000000000801013100' + '0000'));
    expect(await smsc.send('enquire_link')).toBe(0);
    expect(smsc.commands).not.toContain('generic_nack');
  });

  it.each([
    ['text', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['a length that no PDU has', fromHex('00000003')],
    ['a PDU without end', fromHex('7fffffff0000000500000000')],
  ])('ends with a clear reason where the centre sends %s', async (_name, bytes) => {
    const client = open({ clock: createFakeClock() });
    await client.ready();
    smsc.write(bytes);
    await waitFor(() => expect(client.isReady).toBe(false));
    expect(client.readiness.at(-1)).toMatchObject({
      reason: 'unreachable',
      detail: 'the service centre sent something that is no SMPP',
    });
  });

  it('signs off when it is closed', async () => {
    const client = open();
    await client.ready();
    client.gateway.close();
    await waitFor(() => expect(smsc.links).toBe(0));
    expect(smsc.unbinds).toBe(1);
    expect(smsc.binds).toHaveLength(1);
  });

  it('does not wait long for a centre that does not answer the sign-off', async () => {
    const clock = createFakeClock();
    smsc.behaviour.isMute.unbind = true;
    const client = open({ clock });
    await client.ready();
    client.gateway.close();
    await waitFor(() => expect(smsc.unbinds).toBe(1));
    expect(smsc.links).toBe(1);
    await clock.advance(2_000);
    await waitFor(() => expect(smsc.links).toBe(0));
  });

  it('is not made while the gateway is switched off', async () => {
    const client = open({ row: { active: false } });
    expect(await client.gateway.check(signal)).toMatchObject({ ok: true });
    expect(smsc.binds).toHaveLength(1);
    expect(client.readiness).toEqual([]);
    await waitFor(() => expect(smsc.links).toBe(0));
  });
});
