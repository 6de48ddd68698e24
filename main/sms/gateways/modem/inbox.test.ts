import { describe, expect, it } from 'vitest';
import { textOfUserData } from '../../../codecs/gsm-sms/index.ts';
import { createModemFixture } from '../../testing/modem-fixture.ts';
import { deliverPdu } from '../../testing/modem-incoming-pdu.ts';

const number = '+420601123456';

describe('what comes in', () => {
  it('is read from the memory, told, and only then deleted', async () => {
    let fails = true;
    const { modem, clock, told } = await createModemFixture({ storeFails: () => fails });
    modem.deliver('+48500100200', 'Hello');
    await clock.advance(1_000);
    expect([told.incoming.length, modem.store.messages.size]).toEqual([0, 1]);
    fails = false;
    await clock.advance(400_000);
    expect(told.incoming).toHaveLength(1);
    expect(told.incoming[0]).toMatchObject({ number: '+48500100200', dcs: 0 });
    expect(textOfUserData(0, told.incoming[0]?.part.data ?? new Uint8Array())).toBe('Hello');
    expect(modem.store.messages.size).toBe(0);
  });

  it('before the start is taken from the SIM', async () => {
    const { modem, line, clock, told } = await createModemFixture();
    line.unplug();
    const { line: pdu, length } = deliverPdu('+48500100200', 'Early', clock.now());
    modem.put(0, pdu, length);
    modem.put(1, pdu, length);
    line.plug();
    await clock.advance(10_000);
    expect(told.incoming).toHaveLength(2);
    expect(modem.store.messages.size).toBe(0);
  });

  it('at once is acknowledged when it is stored', async () => {
    const { modem, clock, told } = await createModemFixture();
    modem.store.cnmi[1] = 2;
    modem.deliver('+48500100200', 'Direct');
    await clock.advance(1_000);
    expect([told.incoming.length, modem.store.acknowledged]).toEqual([1, 1]);
  });

  it('that nobody can read does not stay for ever', async () => {
    const { modem, line, clock, told } = await createModemFixture();
    line.unplug();
    modem.put(0, '0011223344556677889900', 10);
    line.plug();
    await clock.advance(10_000);
    expect(modem.store.messages.size).toBe(0);
    expect(told.lines.map(({ key }) => key)).toContain('modem.unreadable');
  });
});

describe('a report of delivery', () => {
  it.each([
    ['+420601123456', 'delivered', 'delivered (status 00)'],
    ['+420601000777', 'expired', 'validity expired before it could be delivered (status 46)'],
    ['+420601000776', 'failed', 'error in the phone, given up (status 65)'],
  ])('to %s is told with its reference and in words', async (to, state, detail) => {
    const { send, clock, told, modem } = await createModemFixture({ reportMs: 3_000 });
    await send(to);
    await clock.advance(4_000);
    expect(told.reports).toMatchObject([{ providerId: '1', number: to, state, detail }]);
    expect(modem.store.acknowledged).toBe(1);
  });

  it('is fetched from the memory of a modem that keeps it there', async () => {
    const { send, clock, told, modem } = await createModemFixture({
      reportMs: 1_000,
      faults: [1, 2].map((nth) => ({ command: 'CNMI', nth, kind: 'cms', code: 302 })),
    });
    expect(modem.store.cnmi).toEqual([2, 1, 0, 2, 0]);
    await send(number);
    await clock.advance(2_000);
    expect(told.reports).toMatchObject([{ providerId: '1', state: 'delivered' }]);
    expect(modem.store.reports.size).toBe(0);
  });

  it('that waits for the end of its own message does not hold the modem up', async () => {
    const { send, clock, told, modem } = await createModemFixture({
      ...{ latencyMs: 6_000, reportMs: 100, storing: 'waits' },
    });
    modem.deliver('+48500100200', 'First');
    expect(await send(number, 'x'.repeat(700))).toMatchObject({ outcome: 'accepted' });
    await clock.advance(20_000);
    expect([modem.sent.length, modem.store.acknowledged]).toEqual([5, 5]);
    expect([told.reports, told.incoming]).toEqual([[], []]);
    expect(modem.store.messages.size).toBe(1);
  });

  it('that cannot be stored is not acknowledged, and reports are asked for again', async () => {
    let fails = true;
    const { send, clock, told, modem } = await createModemFixture({ storeFails: () => fails });
    await send(number);
    await clock.advance(10_000);
    expect([told.reports.length, modem.store.acknowledged]).toEqual([0, 0]);
    modem.store.cnmi = [2, 1, 0, 0, 0];
    fails = false;
    await clock.advance(400_000);
    expect(modem.store.cnmi).toEqual([2, 1, 0, 1, 0]);
  });
});
