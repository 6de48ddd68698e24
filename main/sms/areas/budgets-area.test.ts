import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../../platform/clock.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { accountRow, deviceRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

const noon = new Date(2026, 10, 22, 12).getTime();
const none = { perMinute: null, perDay: null, perMonth: null };

let store: Store;
let clock: FakeClock;
let fixture: SmsFixture;
let stop: StopAsync;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.devices.insert(deviceRow('phone', { name: 'Phone' }));
  clock = createFakeClock(noon);
  fixture = createSmsFixture(store, { clock, simulatorReportMs: 0 });
  stop = await fixture.sms.start();
  await fixture.sms.gateways.create({ kind: 'simulator', name: 'Phones' });
});

afterEach(async () => {
  await stop();
  await store.close();
});

/** Puts so many messages of Anna's phone into the queue, and waits for those that may go. */
async function send(count: number, sent: number): Promise<void> {
  const message = { accountId: 'anna', deviceId: 'phone', owner: 'anna' };
  await fixture.queue(...Array.from({ length: count }, () => message));
  await waitFor(async () => expect(await store.messages.countInState('delivered')).toBe(sent));
}

function warnings(): string[] {
  return fixture.lines.map(({ key }) => key).filter((key) => /^budget\.(?:near|used)/u.test(key));
}

describe('budgets', () => {
  it('are set, shown with what is used, and removed', async () => {
    const { budgets } = fixture.sms;
    const set = await budgets.set({ ...none, scope: 'account', id: 'anna', perDay: 100 });
    expect(set).toEqual({
      ...{ scope: 'account', id: 'anna', name: 'anna@example.org' },
      ...{ ...none, perDay: 100, usedToday: 0, usedThisMonth: 0 },
    });
    await budgets.set({ ...none, scope: 'device', id: null, perMonth: 100 });
    await send(3, 3);
    expect((await budgets.list(undefined)).budgets).toMatchObject([
      { scope: 'account', id: 'anna', usedToday: 3, usedThisMonth: 3 },
      { scope: 'device', id: null, name: '', usedToday: 3, usedThisMonth: 3 },
    ]);
    await budgets.remove({ scope: 'account', id: 'anna' });
    await expect(budgets.remove({ scope: 'account', id: 'anna' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await budgets.list(undefined)).budgets).toHaveLength(1);
    expect(await store.budgets.list()).toHaveLength(1);
  });

  it('are for accounts and devices that there are', async () => {
    const setting = fixture.sms.budgets.set({ ...none, scope: 'device', id: 'nobody' });
    await expect(setting).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('let what is over them wait until midnight, and tell of it once at 80 % and at 100 %', async () => {
    await fixture.sms.budgets.set({ ...none, scope: 'account', id: 'anna', perDay: 10 });
    await send(7, 7);
    expect(warnings()).toEqual([]);
    await send(2, 9);
    await waitFor(() => expect(warnings()).toEqual(['budget.near-day']));
    expect(await fixture.sms.budgetAttention()).toEqual([
      {
        key: 'budget-near',
        level: 'attention',
        params: {
          name: 'anna@example.org',
          ...{ percent: 90, used: 9, limit: 10, until: '2026-11-23' },
        },
        target: { area: 'accounts', id: 'anna' },
      },
    ]);
    await send(3, 10);
    await waitFor(() => expect(warnings()).toEqual(['budget.near-day', 'budget.used-day']));
    expect(await fixture.sms.budgetAttention()).toMatchObject([{ key: 'budget-used' }]);
    await clock.advance(6 * 3_600_000);
    expect(await store.messages.countInState('delivered')).toBe(10);
    const midnight = new Date(2026, 10, 23).getTime();
    await clock.advance(midnight - clock.now());
    await waitFor(async () => expect(await store.messages.countInState('delivered')).toBe(12));
    expect(await fixture.sms.budgetAttention()).toEqual([]);
    expect(warnings()).toHaveLength(2);
  });

  it('are counted on by the next start, which tells nothing twice', async () => {
    await fixture.sms.budgets.set({ ...none, scope: 'device', id: 'phone', perMonth: 5 });
    await send(4, 4);
    await waitFor(() => expect(warnings()).toEqual(['budget.near-month']));
    await stop();
    const next = createSmsFixture(store, { clock, ids: fixture.ids, simulatorReportMs: 0 });
    stop = await next.sms.start();
    const [budget] = (await next.sms.budgets.list(undefined)).budgets;
    expect(budget).toMatchObject({ usedToday: 4, usedThisMonth: 4 });
    expect(await next.sms.budgetAttention()).toMatchObject([{ key: 'budget-near' }]);
    await next.queue({ deviceId: 'phone' }, { deviceId: 'phone' });
    await waitFor(async () => expect(await store.messages.countInState('delivered')).toBe(5));
    await waitFor(() => {
      const keys = next.lines.map(({ key }) => key);
      expect(keys.filter((key) => key.startsWith('budget'))).toEqual(['budget.used-month']);
    });
    expect(await store.messages.countInState('queued')).toBe(1);
  });

  it('that are raised let go at once what waits', async () => {
    const { budgets } = fixture.sms;
    await budgets.set({ ...none, scope: 'account', id: null, perDay: 1 });
    await send(3, 1);
    await budgets.set({ ...none, scope: 'account', id: null, perDay: 3 });
    await waitFor(async () => expect(await store.messages.countInState('delivered')).toBe(3));
  });
});
