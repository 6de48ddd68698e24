import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CostGroup } from '../../../shared/model/sms-account.ts';
import { messageRow } from '../../store/testing/rows.ts';
import type { MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createAccounting } from './accounting.ts';
import type { Accounting } from './accounting.ts';
import { dayOf } from './calendar.ts';
import { Meters } from './meter.ts';
import { PriceBook } from './price-book.ts';

const noon = new Date(2026, 10, 30, 12).getTime();
const day = 86_400_000;
const part = { udh: '', data: '00' };

let store: Store;
let meters: Meters;
let accounting: Accounting;

beforeEach(async () => {
  store = await openTestStore();
  meters = new Meters();
  const prices = new PriceBook(() => null);
  prices.load([
    { gatewayId: 'a', prefix: '', price: 0.1 },
    { gatewayId: 'a', prefix: '+48', price: 0.03 },
    { gatewayId: 'b', prefix: '+48', price: 0.01 },
  ]);
  accounting = createAccounting({ meters, prices, used: () => undefined });
});

afterEach(() => store.close());

function message(parts: number, given: Partial<MessageRow> = {}): MessageRow {
  return messageRow('m', { parts: Array.from({ length: parts }, () => part), ...given });
}

async function accept(row: MessageRow, gatewayId: string, at = noon): Promise<number | null> {
  const { cost, stored } = await store.transaction((tx) =>
    accounting.accepted(tx, row, gatewayId, at),
  );
  stored();
  return cost;
}

describe('what is accepted', () => {
  it('costs its parts by the longest prefix of the gateway, or nothing that is known', async () => {
    expect(await accept(message(3), 'a')).toBe(0.09);
    expect(await accept(message(1, { number: '+420601123456' }), 'a')).toBe(0.1);
    expect(await accept(message(2, { number: '+420601123456' }), 'b')).toBeNull();
    expect(await store.usage.report('2026-11', '2026-11', 'gateway')).toEqual([
      {
        month: '2026-11',
        id: 'a',
        messages: 2,
        parts: 4,
        delivered: 0,
        failed: 0,
        cost: 0.19,
        unpriced: 0,
      },
      {
        month: '2026-11',
        id: 'b',
        messages: 1,
        parts: 2,
        delivered: 0,
        failed: 0,
        cost: 0,
        unpriced: 2,
      },
    ]);
  });

  it('is counted only once it is stored', async () => {
    const lost = store.transaction(async (tx) => {
      await accounting.accepted(tx, message(1), 'a', noon);
      throw new Error('the disk is full');
    });
    await expect(lost).rejects.toThrow('full');
    expect(meters.used('gateway', 'a', noon)).toEqual({ today: 0, thisMonth: 0 });
    expect(await store.usage.report('2026-11', '2026-11', 'month')).toEqual([]);
  });

  it('is told delivered or failed on the day on which it was sent', async () => {
    const sent = message(1, { endedAt: noon });
    await accept(sent, 'a');
    const nextMonth = noon + 2 * day;
    await accounting.reported(store, sent, 'a', 'delivered', nextMonth);
    expect(await store.usage.report('2026-01', '2026-12', 'month')).toMatchObject([
      { month: '2026-11', messages: 1, delivered: 1, failed: 0 },
    ]);
  });

  it('is remembered over a restart, today’s and this month’s', async () => {
    await accept(message(2, { userId: 'u' }), 'a', noon - day);
    await accept(message(3, { accountId: null }), 'a');
    await accept(message(1), 'a', noon - 40 * day);
    const after = new Meters();
    after.load(noon, await store.usage.totals(dayOf(noon)));
    expect(after.used('gateway', 'a', noon)).toEqual({ today: 3, thisMonth: 5 });
    expect(after.used('account', 'anna', noon)).toEqual({ today: 0, thisMonth: 2 });
    expect(after.used('device', 'phone', noon)).toEqual({ today: 3, thisMonth: 5 });
    expect(after.used('user', 'u', noon)).toEqual({ today: 0, thisMonth: 2 });
    expect(after.used('gateway', 'a', noon + day)).toEqual({ today: 0, thisMonth: 0 });
  });

  it('sums up to the messages, however the report is grouped', async () => {
    const some = fc.record({
      parts: fc.integer({ min: 1, max: 4 }),
      gatewayId: fc.constantFrom('a', 'b'),
      accountId: fc.constantFrom('anna', 'bela', null),
      deviceId: fc.constantFrom('phone', null),
      userId: fc.constantFrom('user', null),
      number: fc.constantFrom('+48600100200', '+420601123456'),
      days: fc.integer({ min: 0, max: 90 }),
      isMany: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 30 }), async (given) => {
        const each = await openTestStore();
        let cost = 0;
        let parts = 0;
        let unpriced = 0;
        const charges = given.map(({ gatewayId, days, isMany, ...about }) => {
          const row = message(about.parts, { ...about, parts: message(about.parts).parts });
          const charge = accounting.charge(row, gatewayId, noon - days * day);
          cost += charge.cost ?? 0;
          parts += about.parts;
          unpriced += charge.cost === null ? about.parts : 0;
          return { charge, isMany };
        });
        const many = charges.filter(({ isMany }) => isMany).map(({ charge }) => charge);
        await accounting.store(each, many);
        for (const { charge } of charges.filter(({ isMany }) => !isMany)) {
          await accounting.store(each, [charge]);
        }
        for (const by of ['month', 'account', 'device', 'gateway', 'user'] satisfies CostGroup[]) {
          const lines = await each.usage.report('2026-01', '2026-12', by);
          const sum = (count: (line: (typeof lines)[number]) => number): number =>
            lines.reduce((so, line) => so + count(line), 0);
          expect(sum((line) => line.messages)).toBe(given.length);
          expect(sum((line) => line.parts)).toBe(parts);
          expect(sum((line) => line.unpriced)).toBe(unpriced);
          expect(sum((line) => line.cost)).toBeCloseTo(cost, 9);
        }
        await each.close();
      }),
      { numRuns: 20 },
    );
  });
});
