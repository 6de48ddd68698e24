import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { alertRow, newChange } from '../testing/rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

describe('the journal of changes', () => {
  it('numbers what it takes, in the order given', async () => {
    const traces = Array.from({ length: 777 }, (_, index) => `trace-${index}`);
    const first = await store.changes.append(traces.slice(0, 700).map((id) => newChange(id)));
    const second = await store.changes.append(traces.slice(700).map((id) => newChange(id)));
    expect([...first, ...second]).toEqual(traces.map((_id, index) => index + 1));
    const rows = await store.changes.listAfter(0, 1_000);
    expect(rows.map(({ id, traceId }) => [id, traceId])).toEqual(
      traces.map((id, index) => [index + 1, id]),
    );
    expect(await store.changes.append([])).toEqual([]);
    expect(await store.changes.lastId()).toBe(777);
  });

  it('is read from either end, by account and by trace', async () => {
    await store.changes.append([
      newChange('one'),
      newChange('two', { accountId: 'bob', origin: 'webmail', at: 2_000 }),
      newChange('three', { at: 3_000 }),
    ]);
    const traces = (rows: { traceId: string }[]) => rows.map(({ traceId }) => traceId);
    expect(traces(await store.changes.listAfter(1, 1))).toEqual(['two']);
    expect(traces(await store.changes.listBefore({ limit: 2 }))).toEqual(['three', 'two']);
    expect(traces(await store.changes.listBefore({ accountId: 'anna', limit: 9 }))).toEqual([
      'three',
      'one',
    ]);
    expect(traces(await store.changes.listBefore({ before: 2, limit: 9 }))).toEqual(['one']);
    expect(traces(await store.changes.listByTraces(['three', 'one', 'none']))).toEqual([
      'one',
      'three',
    ]);
    expect(await store.changes.countSince(2_000)).toBe(2);
    expect(await store.changes.lastAt()).toBe(3_000);
  });

  it('goes on counting where it was when everything is removed', async () => {
    await store.changes.append([newChange('one'), newChange('two')]);
    await store.removeOld({
      logBefore: 0,
      logEntries: 1,
      versionsBefore: 0,
      historyBefore: 99_000,
    });
    expect(await store.changes.append([newChange('three')])).toEqual([3]);
  });
});

describe('alerts', () => {
  it('come back as they were stored', async () => {
    const row = alertRow('1', { traceIds: ['a', 'b'], sessionId: 65_535, messageId: 'm' });
    await store.alerts.insert([row]);
    expect(await store.alerts.get('1')).toEqual(row);
    expect(await store.alerts.get('2')).toBeUndefined();
  });

  it('gather changes, leave, and may be planned again', async () => {
    await store.alerts.insert([alertRow('1')]);
    const steps = [
      alertRow('1', {
        traceIds: ['trace-1', 'x'],
        changeCount: 2,
        dueAt: 7_000,
        reason: 'merging',
      }),
      alertRow('1', { state: 'queued', reason: null, sessionId: 4, messageId: 'm' }),
      alertRow('1', { state: 'planned', reason: 'no-gateway', sessionId: null, messageId: null }),
      alertRow('1', { state: 'sent', reason: null, sentAt: 8_000 }),
    ];
    for (const step of steps) {
      await store.alerts.update([step]);
      expect(await store.alerts.get('1')).toEqual(step);
    }
  });

  it('are not brought back by an update after they were removed', async () => {
    await store.alerts.update([alertRow('gone')]);
    expect(await store.alerts.count()).toBe(0);
  });

  it('are listed newest first, by device, account and state, with the count of all', async () => {
    await store.alerts.insert([
      alertRow('1', { deviceId: 'phone' }),
      alertRow('2', { deviceId: 'tablet', state: 'sent', sentAt: 2_000 }),
      alertRow('3', { deviceId: 'phone', state: 'sent', sentAt: 3_000 }),
      alertRow('4', { deviceId: 'other', accountId: 'bob', state: 'sent', sentAt: 4_000 }),
    ]);
    const list = async (query: Partial<Parameters<Store['alerts']['list']>[0]>) => {
      const { alerts, total } = await store.alerts.list({ limit: 9, ...query });
      return [alerts.map(({ id }) => id).join(''), total];
    };
    expect(await list({})).toEqual(['4321', 4]);
    expect(await list({ limit: 2 })).toEqual(['43', 4]);
    expect(await list({ before: '3' })).toEqual(['21', 4]);
    expect(await list({ deviceId: 'phone' })).toEqual(['31', 2]);
    expect(await list({ accountId: 'anna', state: 'sent' })).toEqual(['32', 2]);
    expect((await store.alerts.listInStates(['planned', 'sent'])).map(({ id }) => id)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('are found by every trace that was merged into them', async () => {
    await store.changes.append([newChange('first'), newChange('second'), newChange('se')]);
    await store.alerts.insert([
      alertRow('1', { traceId: 'first', traceIds: ['first', 'second'] }),
      alertRow('2', { traceId: 'manual', traceIds: [] }),
    ]);
    const found = async (traceId: string) =>
      (await store.alerts.list({ traceId, limit: 9 })).alerts.map(({ id }) => id);
    expect(await found('first')).toEqual(['1']);
    expect(await found('second')).toEqual(['1']);
    expect(await found('se')).toEqual([]);
    expect(await found('manual')).toEqual(['2']);
  });

  it('of one device have ordinals that never come twice', async () => {
    expect(await store.alerts.takeOrdinals(['a', 'b', 'a'])).toEqual([1, 1, 2]);
    await expect(
      store.transaction(async (tx) => {
        expect(await tx.alerts.takeOrdinals(['a'])).toEqual([3]);
        throw new Error('not sent');
      }),
    ).rejects.toThrow('not sent');
    await store.alerts.insert([alertRow('1', { deviceId: 'a', state: 'sent', sentAt: 5 })]);
    expect(await store.alerts.takeOrdinals(['a'])).toEqual([3]);
    expect(await store.alerts.takeOrdinals([])).toEqual([]);
  });

  it('are counted for the overview', async () => {
    const hour = 3_600_000;
    await store.alerts.insert([
      alertRow('1', { createdAt: hour - 1, state: 'sent', sentAt: hour }),
      alertRow('2', {
        createdAt: hour,
        state: 'delivered',
        sentAt: hour + 5,
        deliveredAt: hour + 9,
      }),
      alertRow('3', { createdAt: hour + 7, state: 'sent', sentAt: hour + 9, deviceId: 'tablet' }),
      alertRow('4', { createdAt: 2 * hour + 1 }),
    ]);
    expect(await store.alerts.countsSince(hour)).toEqual(
      new Map([
        ['delivered', 1],
        ['sent', 1],
        ['planned', 1],
      ]),
    );
    expect(await store.alerts.buckets(hour)).toEqual([
      { at: hour, state: 'sent', count: 1 },
      { at: hour, state: 'delivered', count: 1 },
      { at: 2 * hour, state: 'planned', count: 1 },
    ]);
    expect(await store.alerts.sentCounts(hour + 1)).toEqual(
      new Map([
        ['phone', 1],
        ['tablet', 1],
      ]),
    );
    expect((await store.alerts.latencies(0)).sort((a, b) => a - b)).toEqual([1, 2, 9]);
    expect(await store.alerts.count()).toBe(4);
  });
});
