import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import { openSmscClient, pushMessage, textMessage } from '../../testing/smsc-client.ts';
import type { SmscClient, SmscClientOptions } from '../../testing/smsc-client.ts';
import { startSmsc } from '../../testing/smsc-simulator.ts';
import type { SmscSimulator } from '../../testing/smsc-simulator.ts';
import { waitFor } from '../../testing/wait-for.ts';

const noHeader = new Uint8Array();
const threeParts = textMessage('x'.repeat(400), { id: 'long' });

describe('handing over by SMPP', () => {
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

  async function open(wanted: Partial<SmscClientOptions> = {}): Promise<SmscClient> {
    const client = openSmscClient({ port: smsc.port, ...wanted });
    clients.push(client);
    await client.ready();
    return client;
  }

  it('tells the id that the centre gave the message', async () => {
    const { gateway } = await open();
    const result = await gateway.handOver(pushMessage, signal);
    const id = smsc.submitted[0]?.id ?? '';
    expect(result).toEqual({ outcome: 'accepted', providerId: id, detail: `ESME_ROK, id ${id}` });
    expect(smsc.submitted[0]).toMatchObject({
      octets: '0605040b8423f0010603ceaf8500',
      fields: { esm_class: 0x40, data_coding: 0xf5, destination_addr: '420601123456' },
    });
  });

  it('does with a centre that gives no ids', async () => {
    smsc.behaviour.ids = 'none';
    const { gateway } = await open();
    const result = await gateway.handOver(pushMessage, signal);
    expect(result).toEqual({ outcome: 'accepted', providerId: null, detail: 'ESME_ROK' });
  });

  it('has many messages under way at once, and knows each one’s answer', async () => {
    smsc.behaviour.latencyMs = 20;
    smsc.behaviour.submitStatus = (nth) => (nth % 2 === 0 ? 0x0b : 0);
    const { gateway } = await open();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        gateway.handOver({ ...pushMessage, id: `m${String(index)}` }, signal),
      ),
    );
    expect(smsc.mostOpen).toBe(100);
    expect(results.map(({ outcome }) => outcome)).toEqual(
      results.map((_, index) => (index % 2 === 0 ? 'accepted' : 'refused')),
    );
    const ids = results.flatMap((one) => (one.outcome === 'accepted' ? [one.providerId] : []));
    expect(ids).toEqual(smsc.submitted.map(({ id }) => id).filter((id) => id !== ''));
  });

  it.each([
    [0x01, 'message', true, 'refused', 'ESME_RINVMSGLEN (0x01)'],
    [0x0b, 'message', true, 'refused', 'ESME_RINVDSTADR (0x0B): the number is not valid'],
    [0x08, 'gateway', false, 'refused', 'ESME_RSYSERR (0x08): a fault of the service centre'],
    [0x0a, 'gateway', true, 'refused', 'ESME_RINVSRCADR (0x0A): the sender is not valid'],
    [0x0f, 'gateway', true, 'login-refused', 'ESME_RINVSYSID (0x0F)'],
    [0x0d, 'gateway', true, 'login-refused', 'ESME_RBINDFAIL (0x0D)'],
    [0x64, 'gateway', false, 'refused', 'ESME_RX_T_APPN (0x64)'],
    [0x65, 'message', true, 'refused', 'ESME_RX_P_APPN (0x65)'],
    [0x410, 'gateway', false, 'refused', '0x410: a code of the provider’s own'],
  ])('says whose fault status %i is', async (status, fault, permanent, reason, detail) => {
    smsc.behaviour.submitStatus = () => status;
    const { gateway } = await open();
    const result = await gateway.handOver(pushMessage, signal);
    expect(result).toMatchObject({ outcome: 'refused', fault, permanent, reason });
    expect(result).toMatchObject({ detail: expect.stringContaining(detail) as string });
  });

  it('says how long the centre may try, and leaves that to one that takes no period', async () => {
    const clock = createFakeClock();
    const { gateway } = await open({ clock });
    // The centre's own reading of it: a time, by the machine's clock.
    const days = (): unknown[] =>
      smsc.submitted.map(({ fields: { validity_period: until } }) =>
        until instanceof Date ? Math.round((until.getTime() - Date.now()) / 86_400_000) : until,
      );
    const expiresAt = clock.now() + 2 * 86_400_000;
    await gateway.handOver({ ...pushMessage, expiresAt }, signal);
    await gateway.handOver(pushMessage, signal);
    expect(days()).toEqual([2, '']);
    expect(gateway.describe({ ...pushMessage, expiresAt })).toContain(
      'validity_period 000002000000000R',
    );
    smsc.behaviour.submitStatus = (nth) => (nth === 3 ? 0x62 : 0);
    const long = { ...threeParts, expiresAt };
    expect(await gateway.handOver(long, signal)).toMatchObject({ outcome: 'accepted' });
    expect(days().slice(2)).toEqual([2, '', '', '']);
    smsc.behaviour.submitStatus = () => 0x62;
    expect(await gateway.handOver(long, signal)).toMatchObject({ fault: 'message' });
  });

  it('takes a generic_nack for the answer that it is', async () => {
    smsc.behaviour.submitStatus = () => 0x02;
    smsc.behaviour.nacks = true;
    const { gateway } = await open();
    expect(await gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'refused',
      fault: 'message',
    });
  });

  it('signs in anew where the centre takes it for not signed in', async () => {
    const clock = createFakeClock();
    smsc.behaviour.submitStatus = (nth) => (nth === 1 ? 0x04 : 0);
    const client = await open({ clock });
    const result = await client.gateway.handOver(pushMessage, signal);
    expect(result).toMatchObject({ outcome: 'refused', fault: 'gateway', permanent: false });
    expect(client.isReady).toBe(false);
    await clock.advance(1_300);
    await client.ready();
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it.each([0x58, 0x14])('asks to come back later where status %i wants that', async (status) => {
    smsc.behaviour.submitStatus = (nth) => (nth === 3 ? status : 0);
    const clock = createFakeClock();
    const client = await open({ clock });
    await client.gateway.handOver(pushMessage, signal);
    await client.gateway.handOver(pushMessage, signal);
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'refused',
      reason: 'throttled',
      fault: 'gateway',
      permanent: false,
      retryAfterMs: 1_000,
    });
    expect(client.lines.at(-1)).toMatchObject({ key: 'smpp.throttled', params: { rate: 2 } });
    // The next ones take their turns.
    const next = client.gateway.handOver(pushMessage, signal);
    await clock.advance(900);
    expect(smsc.submitted).toHaveLength(3);
    await clock.advance(200);
    expect(await next).toMatchObject({ outcome: 'accepted' });
  });

  it('finds the pace of a centre that takes so many a second', async () => {
    smsc.behaviour.mostPerSecond = 40;
    const client = await open();
    let refusals = 0;
    let taken = 0;
    async function deliver(): Promise<void> {
      for (;;) {
        if (taken >= 120) return;
        const { outcome } = await client.gateway.handOver(pushMessage, signal);
        if (outcome === 'accepted') taken += 1;
        else refusals += 1;
      }
    }
    await Promise.all(Array.from({ length: 10 }, deliver));
    // Those under way when it complained, a few times; without a pace there would be thousands.
    expect(refusals).toBeLessThan(100);
  });

  it('does not know what became of a message that nothing is heard of', async () => {
    const clock = createFakeClock();
    smsc.behaviour.isMute.submit = true;
    const { gateway } = await open({ clock });
    const handing = gateway.handOver(pushMessage, signal);
    await waitFor(() => expect(smsc.submitted).toHaveLength(1));
    await clock.advance(15_000);
    expect(await handing).toEqual({ outcome: 'uncertain', detail: 'no answer within 15 s' });
  });

  it('tells what it hears of it after all', async () => {
    const clock = createFakeClock();
    smsc.behaviour.latencyMs = 200;
    const client = await open({ clock });
    const handing = client.gateway.handOver(pushMessage, signal);
    await waitFor(() => expect(smsc.submitted).toHaveLength(1));
    await clock.advance(15_000);
    expect(await handing).toMatchObject({ outcome: 'uncertain' });
    await waitFor(() => expect(client.reports).toHaveLength(1));
    const providerId = smsc.submitted[0]?.id;
    expect(client.reports[0]).toMatchObject({ messageId: 'm1', providerId, state: 'accepted' });
  });

  it('does not know what became of messages that were under way when the link was lost', async () => {
    smsc.behaviour.isMute.submit = true;
    const client = await open({ clock: createFakeClock() });
    const handing = [1, 2, 3].map(() => client.gateway.handOver(pushMessage, signal));
    await waitFor(() => expect(smsc.submitted).toHaveLength(3));
    smsc.drop();
    for (const result of await Promise.all(handing)) {
      expect(result).toMatchObject({
        outcome: 'uncertain',
        detail: expect.stringContaining('the link was lost before the answer') as string,
      });
    }
    expect(await client.gateway.handOver(pushMessage, signal)).toMatchObject({
      outcome: 'unreachable',
    });
  });

  it('lets go of messages when it is stopped', async () => {
    smsc.behaviour.isMute.submit = true;
    const stopping = new AbortController();
    const { gateway } = await open();
    const handing = [1, 2].map(() => gateway.handOver(pushMessage, stopping.signal));
    await waitFor(() => expect(smsc.submitted).toHaveLength(2));
    stopping.abort();
    expect(await Promise.all(handing)).toEqual([{ outcome: 'aborted' }, { outcome: 'aborted' }]);
    expect(await gateway.handOver(pushMessage, stopping.signal)).toEqual({ outcome: 'aborted' });
  });

  it('loses and doubles nothing at a centre full of faults', async () => {
    smsc.behaviour.latencyMs = 1;
    smsc.behaviour.dropEvery = 150;
    smsc.behaviour.submitStatus = (nth) => (nth % 7 === 0 ? 0x08 : 0);
    const client = await open();
    const outcomes = new Map<number, string>();
    async function deliver(index: number): Promise<void> {
      const data = Uint8Array.of(index >> 8, index & 0xff);
      const message = { ...pushMessage, id: `m${String(index)}`, parts: [{ udh: noHeader, data }] };
      const { outcome } = await client.gateway.handOver(message, signal);
      outcomes.set(index, outcome);
      if (outcome === 'refused') await deliver(index);
      if (outcome === 'unreachable') {
        await client.ready();
        await deliver(index);
      }
    }
    let next = 0;
    async function work(): Promise<void> {
      while (next < 400) {
        next += 1;
        await deliver(next);
      }
    }
    await Promise.all(Array.from({ length: 20 }, work));
    const taken = new Map<string, number>();
    for (const { id, octets } of smsc.submitted) {
      if (id !== '') taken.set(octets, (taken.get(octets) ?? 0) + 1);
    }
    expect(outcomes.size).toBe(400);
    for (const [index, outcome] of outcomes) {
      const times = taken.get(index.toString(16).padStart(4, '0')) ?? 0;
      if (outcome === 'accepted') expect(times).toBe(1);
      else expect({ outcome, isOnce: times <= 1 }).toEqual({ outcome: 'uncertain', isOnce: true });
    }
    expect([...outcomes.values()]).toContain('uncertain');
  });

  it.each([
    ['a number that is too long', { number: `+${'1'.repeat(30)}` }],
    ['a sender that SMPP cannot write', { sender: '推送' }],
    ['no parts', { parts: [] }],
  ])('refuses %s for good', async (_name, changes) => {
    const { gateway } = await open();
    expect(await gateway.handOver({ ...pushMessage, ...changes }, signal)).toMatchObject({
      outcome: 'refused',
      fault: 'message',
      permanent: true,
    });
    expect(smsc.submitted).toHaveLength(0);
  });

  describe('a message of several parts', () => {
    it('tells the id of each', async () => {
      const { gateway } = await open();
      const result = await gateway.handOver(threeParts, signal);
      const partIds = smsc.submitted.map(({ id }) => id);
      expect(partIds).toHaveLength(3);
      expect(result).toMatchObject({ outcome: 'accepted', providerId: partIds[0], partIds });
    });

    it('goes as one where the centre cuts it', async () => {
      const { gateway } = await open({ options: { longMessages: 'payload' } });
      expect(await gateway.handOver(threeParts, signal)).not.toHaveProperty('partIds');
      expect(smsc.submitted).toHaveLength(1);
      expect(smsc.submitted[0]?.octets).toBe('78'.repeat(400));
    });

    it('ends at a part that is refused for good', async () => {
      smsc.behaviour.submitStatus = (nth) => (nth === 2 ? 0x0b : 0);
      const { gateway } = await open();
      expect(await gateway.handOver(threeParts, signal)).toMatchObject({
        outcome: 'refused',
        permanent: true,
        detail: 'part 2 of 3: ESME_RINVDSTADR (0x0B): the number is not valid',
      });
      expect(smsc.submitted).toHaveLength(2);
    });

    it('offers the rest again while a refusal may pass', async () => {
      const clock = createFakeClock();
      smsc.behaviour.submitStatus = (nth) => (nth === 2 ? 0x08 : 0);
      const { gateway } = await open({ clock });
      const handing = gateway.handOver(threeParts, signal);
      await waitFor(() => expect(smsc.submitted).toHaveLength(2));
      await waitFor(async () => {
        await clock.advance(100);
        expect(smsc.submitted).toHaveLength(4);
      });
      expect(await handing).toMatchObject({ outcome: 'accepted' });
      expect(smsc.submitted.map(({ id }) => id !== '')).toEqual([true, false, true, true]);
    });

    it('goes on from where it stopped when it comes again', async () => {
      const clock = createFakeClock();
      const { gateway } = await open({ clock });
      smsc.behaviour.submitStatus = (nth) => {
        smsc.behaviour.isMute.submit = nth === 2;
        return 0;
      };
      const first = gateway.handOver(threeParts, signal);
      await waitFor(() => expect(smsc.submitted).toHaveLength(2));
      await clock.advance(15_000);
      expect(await first).toMatchObject({
        outcome: 'uncertain',
        detail: 'part 2 of 3: no answer within 15 s',
      });
      expect(await gateway.handOver(threeParts, signal)).toMatchObject({ outcome: 'accepted' });
      const sent = smsc.submitted.map(({ octets }) => Number.parseInt(octets.slice(10, 12), 16));
      expect(sent).toEqual([1, 2, 2, 3]);
      // It is over: the same message once more is sent as a whole.
      await gateway.handOver(threeParts, signal);
      expect(smsc.submitted).toHaveLength(7);
    });
  });
});
