import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { alertRow, logEntry, messageRow, newChange } from './testing/rows.ts';
import type { Store } from './types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

const keepAll = { logBefore: 0, logEntries: 1_000_000, historyBefore: 0, versionsBefore: 0 };

it('removes log entries by age and by count, from the index too', async () => {
  await store.log.insert(Array.from({ length: 1_000 }, (_, index) => logEntry(index + 1)));
  expect(await store.removeOld({ ...keepAll, logBefore: 101_000 })).toEqual({
    logEntries: 100,
    history: 0,
  });
  expect(await store.removeOld({ ...keepAll, logEntries: 300 })).toEqual({
    logEntries: 600,
    history: 0,
  });
  expect(await store.log.count()).toBe(300);
  const found = await store.log.list({ text: 'alert', limit: 1_000 });
  expect([found.length, found[0]?.id]).toEqual([300, 701]);
});

it('keeps the newest log entry, from which the numbers go on', async () => {
  await store.log.insert([logEntry(1), logEntry(2), logEntry(3)]);
  await store.removeOld({ ...keepAll, logBefore: 99_999_999, logEntries: 1 });
  expect(await store.log.lastId()).toBe(3);
  expect(await store.log.count()).toBe(1);
});

it('removes old history but nothing that is still to be sent', async () => {
  await store.changes.append([newChange('old', { at: 1 }), newChange('new', { at: 50 })]);
  await store.alerts.insert([
    alertRow('1', { createdAt: 1, state: 'planned' }),
    alertRow('2', { createdAt: 2, state: 'queued' }),
    alertRow('3', { createdAt: 3, state: 'delivered' }),
    alertRow('4', { createdAt: 50, state: 'delivered' }),
  ]);
  await store.messages.insert([
    messageRow('1', { createdAt: 1, state: 'queued' }),
    messageRow('2', { createdAt: 2, state: 'sending' }),
    messageRow('3', { createdAt: 3, state: 'failed' }),
    messageRow('4', { createdAt: 50, state: 'sent' }),
  ]);
  const phone = { number: 'a', traceId: null, parts: [], dcs: 0 };
  await store.phones.insert({ id: '1', at: 1, ...phone });
  await store.phones.insert({ id: '2', at: 50, ...phone });
  expect(await store.removeOld({ ...keepAll, historyBefore: 50 })).toEqual({
    logEntries: 0,
    history: 4,
  });
  expect((await store.changes.listAfter(0, 9)).map(({ traceId }) => traceId)).toEqual(['new']);
  expect((await store.alerts.list({ limit: 9 })).alerts.map(({ id }) => id)).toEqual([
    '4',
    '2',
    '1',
  ]);
  expect((await store.messages.list({ limit: 9 })).messages.map(({ id }) => id)).toEqual([
    '4',
    '2',
    '1',
  ]);
  expect((await store.phones.list(9)).map(({ id }) => id)).toEqual(['2']);
});

it('lets others have their turn between slices', async () => {
  await store.log.insert(Array.from({ length: 5_000 }, (_, index) => logEntry(index + 1)));
  let turns = 0;
  let isRunning = true;
  const others = (async () => {
    while (isRunning) {
      turns += 1;
      await store.values.set('turn', turns);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await store.removeOld({ ...keepAll, logEntries: 1 });
  isRunning = false;
  await others;
  expect(turns).toBeGreaterThan(2);
});
