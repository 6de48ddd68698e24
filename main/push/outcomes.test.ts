import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayRow, MessageOutcomes, MessageRow, Repositories } from '../store/types.ts';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

const gateway = { id: 'g', name: 'SMS provider' } as GatewayRow;

describe('what becomes of the SMS of an alert', () => {
  let office: Office;
  let message: MessageRow;
  beforeEach(async () => {
    office = await openOffice();
    await office.addDevice({ mergeWindowMs: 0 });
    await office.report('contacts');
    const [only] = await office.messages();
    if (!only) throw new Error('there is no message');
    message = only;
    await office.clock.advance(1_000);
  });
  afterEach(() => office.close());

  async function hear(
    tell: (outcomes: MessageOutcomes, tx: Repositories) => Promise<void>,
  ): Promise<void> {
    await office.store.transaction((tx) => tell(office.push().outcomes, tx));
  }
  const alert = async () => (await office.alerts())[0];
  const lastKey = () => office.lines.at(-1)?.key;
  const failures = async () => (await office.store.devices.activity())[0]?.failures;

  it('is sent, then delivered', async () => {
    await hear((outcomes, tx) => outcomes.sent(tx, message, gateway));
    const sentAt = office.clock.now();
    expect(await alert()).toMatchObject({ state: 'sent', sentAt, endedAt: null });
    expect(office.lines.at(-1)).toMatchObject({
      key: 'alert.sent',
      traceId: message.traceId,
      gatewayId: 'g',
      params: { device: 'phone 1', folders: ['contacts'], gateway: 'SMS provider', parts: 1 },
    });
    await office.clock.advance(2_000);
    await hear((outcomes, tx) => outcomes.delivered(tx, message));
    const deliveredAt = office.clock.now();
    expect(await alert()).toMatchObject({
      state: 'delivered',
      sentAt,
      deliveredAt,
      endedAt: deliveredAt,
    });
    expect(lastKey()).toBe('alert.delivered');
  });

  it('is delivered though the report came ahead of the answer of the gateway', async () => {
    await hear((outcomes, tx) => outcomes.delivered(tx, message));
    await hear((outcomes, tx) => outcomes.sent(tx, message, gateway));
    expect(await alert()).toMatchObject({ state: 'delivered', sentAt: office.clock.now() });
  });

  it.each(['gateway-refused', 'gateway-unreachable'] as const)('fails: %s', async (reason) => {
    await hear((outcomes, tx) => outcomes.failed(tx, message, reason));
    expect(await alert()).toMatchObject({ state: 'failed', reason, endedAt: office.clock.now() });
    expect(lastKey()).toBe('alert.failed');
  });

  it('expires when it became too old in the queue', async () => {
    await hear((outcomes, tx) => outcomes.failed(tx, message, 'too-old'));
    expect(await alert()).toMatchObject({ state: 'expired', reason: 'too-old' });
    expect(lastKey()).toBe('alert.expired');
  });

  it('is not claimed to be sent when that is not known', async () => {
    await hear((outcomes, tx) => outcomes.uncertain(tx, message));
    expect(await alert()).toMatchObject({ state: 'failed', reason: null, sentAt: null });
    expect(lastKey()).toBe('alert.uncertain');
    await hear((outcomes, tx) => outcomes.delivered(tx, message));
    expect(await alert()).toMatchObject({ state: 'delivered' });
  });

  it('is sent, then not delivered by the network, and delivered later all the same', async () => {
    await hear((outcomes, tx) => outcomes.sent(tx, message, gateway));
    const sentAt = office.clock.now();
    expect(await failures()).toBe(0);
    await office.clock.advance(1_000);
    await hear((outcomes, tx) => outcomes.failed(tx, message, 'not-delivered'));
    expect(await alert()).toMatchObject({ state: 'failed', reason: 'not-delivered', sentAt });
    expect(lastKey()).toBe('alert.failed');
    expect(await failures()).toBe(1);
    // A report that comes twice is one failure.
    await hear((outcomes, tx) => outcomes.failed(tx, message, 'not-delivered'));
    expect(await failures()).toBe(1);
    await office.clock.advance(1_000);
    await hear((outcomes, tx) => outcomes.delivered(tx, message));
    const deliveredAt = office.clock.now();
    expect(await alert()).toMatchObject({ state: 'delivered', reason: null, sentAt, deliveredAt });
    expect(await failures()).toBe(0);
  });

  it('adds up what fails one after another until one arrives', async () => {
    await hear((outcomes, tx) => outcomes.sent(tx, message, gateway));
    await hear((outcomes, tx) => outcomes.failed(tx, message, 'not-delivered'));
    await office.report('calendar');
    const second = (await office.messages()).at(-1);
    if (second === undefined || second.id === message.id) throw new Error('no second message');
    await hear((outcomes, tx) => outcomes.failed(tx, second, 'not-delivered'));
    expect(await failures()).toBe(2);
    // The newer one counts: that the older arrives after all does not say that newer ones do.
    await hear((outcomes, tx) => outcomes.delivered(tx, message));
    expect(await failures()).toBe(2);
    await hear((outcomes, tx) => outcomes.delivered(tx, second));
    expect(await failures()).toBe(0);
  });

  it('concerns nobody when the message is no alert', async () => {
    const lines = office.lines.length;
    const other = { ...message, alertId: null };
    await hear(async (outcomes, tx) => {
      await outcomes.sent(tx, other, gateway);
      await outcomes.delivered(tx, other);
      await outcomes.failed(tx, other, 'too-old');
      await outcomes.uncertain(tx, other);
    });
    expect(office.lines).toHaveLength(lines);
    expect((await alert())?.state).toBe('queued');
  });
});
