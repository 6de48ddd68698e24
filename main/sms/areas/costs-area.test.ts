import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../../platform/clock.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { accountRow, deviceRow } from '../../store/testing/rows.ts';
import type { UsageRow } from '../../store/sms-types.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

let store: Store;
let fixture: SmsFixture;
let stop: StopAsync;
let gateway: string;

beforeEach(async () => {
  store = await openTestStore();
  fixture = createSmsFixture(store, {
    clock: createFakeClock(new Date(2026, 10, 22, 12).getTime()),
  });
  stop = await fixture.sms.start();
  gateway = (await fixture.sms.gateways.create({ kind: 'simulator', name: 'Phones' })).id;
});

afterEach(async () => {
  await stop();
  await store.close();
});

function usage(given: Partial<UsageRow>): UsageRow {
  const nobody = { gatewayId: gateway, accountId: '', deviceId: '', userId: '' };
  const counts = { messages: 1, parts: 1, delivered: 0, failed: 0, cost: 0.1, unpriced: 0 };
  return { day: '2026-11-01', ...nobody, ...counts, ...given };
}

describe('prices', () => {
  it('are set as a whole, sorted by prefix, and refused where two are for the same', async () => {
    const { costs } = fixture.sms;
    const prices = [
      { prefix: '+48', price: 0.03 },
      { prefix: '', price: 0.1 },
    ];
    const set = await costs.setPrices({ gatewayId: gateway, prices });
    expect(set).toEqual({ currency: 'EUR', prices: prices.toReversed() });
    expect(await costs.prices({ gatewayId: gateway })).toEqual(set);
    const twice = costs.setPrices({ gatewayId: gateway, prices: [...prices, ...prices.slice(1)] });
    await expect(twice).rejects.toMatchObject({
      fields: [{ path: 'prices.2.prefix', code: 'duplicate' }],
    });
    expect(await costs.prices({ gatewayId: gateway })).toEqual(set);
    await costs.setPrices({ gatewayId: gateway, prices: [] });
    expect((await costs.prices({ gatewayId: gateway })).prices).toEqual([]);
    await expect(costs.prices({ gatewayId: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the cost report', () => {
  it('names this year’s months, unless others are asked for', async () => {
    await store.usage.add([
      usage({ day: '2025-12-31' }),
      usage({ day: '2026-01-31', messages: 2, parts: 3, delivered: 1, cost: 0.2 }),
      usage({ day: '2026-01-02', failed: 1, cost: 0, unpriced: 1 }),
      usage({}),
    ]);
    const { costs } = fixture.sms;
    const found = await costs.report(undefined);
    expect(found).toEqual({
      currency: 'EUR',
      lines: [
        {
          ...{ month: '2026-01', id: '2026-01', name: '2026-01' },
          ...{ messages: 3, parts: 4, delivered: 1, failed: 1, cost: 0.2, unpriced: 1 },
        },
        {
          ...{ month: '2026-11', id: '2026-11', name: '2026-11' },
          ...{ messages: 1, parts: 1, delivered: 0, failed: 0, cost: 0.1, unpriced: 0 },
        },
      ],
      total: { messages: 4, parts: 5, delivered: 1, failed: 1, cost: 0.3, unpriced: 1 },
    });
    const { lines } = await costs.report({ from: '2025-12', to: '2025-12' });
    expect(lines.map(({ month }) => month)).toEqual(['2025-12']);
  });

  it('names accounts, devices and gateways, those that are gone too', async () => {
    await store.accounts.insert(accountRow('anna'));
    await store.accounts.insert(accountRow('bela'));
    await store.devices.insert(deviceRow('phone', { accountId: 'bela', name: 'Old phone' }));
    await store.usage.add([
      usage({ accountId: 'anna' }),
      usage({ accountId: 'bela', deviceId: 'phone' }),
      usage({}),
    ]);
    await store.accounts.remove('bela');
    await fixture.sms.gateways.remove({ id: gateway });
    const named = async (by: 'account' | 'device' | 'gateway'): Promise<unknown[]> => {
      const { lines } = await fixture.sms.costs.report({ by });
      return lines.map(({ id, name, messages }) => [id, name, messages]);
    };
    expect(await named('account')).toEqual([
      [null, '', 1],
      ['anna', 'anna@example.org', 1],
      ['bela', 'bela@example.org', 1],
    ]);
    expect(await named('device')).toEqual([
      [null, '', 2],
      ['phone', 'Old phone', 1],
    ]);
    expect(await named('gateway')).toEqual([[gateway, 'Phones', 3]]);
  });

  it('counts a message once it is accepted, with its price', async () => {
    await fixture.sms.costs.setPrices({
      gatewayId: gateway,
      prices: [{ prefix: '+420', price: 0.07 }],
    });
    const [message] = await fixture.queue({});
    const report = () => fixture.sms.costs.report({ by: 'gateway' });
    await waitFor(async () => {
      await fixture.clock.advance(1_000);
      expect(await report()).toMatchObject({ lines: [{ messages: 1, delivered: 1, cost: 0.07 }] });
    });
    const shown = await fixture.sms.gateways.get({ id: gateway });
    expect(shown).toMatchObject({ partsToday: 1, partsThisMonth: 1, perMinuteNow: 1 });
    expect(await store.messages.get(message?.id ?? '')).toMatchObject({ cost: 0.07 });
  });
});
