import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import type { IncomingRow } from './incoming-types.ts';
import type { UsageRow } from './sms-types.ts';
import type { Store } from './types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

const keepAll = { logBefore: 0, logEntries: 1_000_000, historyBefore: 0, versionsBefore: 0 };
const now = Date.UTC(2026, 10, 22);

function incoming(id: string, given: Partial<IncomingRow>): IncomingRow {
  return {
    ...{ id, gatewayId: 'g', number: '+420601123456', text: 'hello', data: '', sentAt: null },
    ...{ receivedAt: now, read: false, matched: 'none', accountId: null, mailTo: null },
    ...{ mail: 'none', detail: '', ...given },
  };
}

function usageOf(day: string): UsageRow {
  return {
    ...{ day, gatewayId: 'g', accountId: '', deviceId: '', userId: '' },
    ...{ messages: 1, parts: 1, delivered: 0, failed: 0, cost: 0, unpriced: 1 },
  };
}

it('removes old incoming SMS, but none that is still to travel on by mail', async () => {
  const day = 86_400_000;
  const rows = [
    incoming('1', { receivedAt: now - 9 * day }),
    incoming('2', { receivedAt: now - 9 * day, mail: 'waiting', mailTo: 'ada@example.org' }),
    incoming('3', { receivedAt: now - 8 * day, read: true }),
    incoming('4', { receivedAt: now - day }),
  ];
  for (const row of rows) await store.incoming.insert(row);
  await store.removeOld({ ...keepAll, historyBefore: now - 7 * day });
  const { messages } = await store.incoming.list({ limit: 9 });
  expect(messages.map(({ id }) => id)).toEqual(['4', '2']);
});

it('keeps usage for five years, whatever the history keeps', async () => {
  await store.usage.add([usageOf('2021-11-21'), usageOf('2021-11-23'), usageOf('2026-01-01')]);
  await store.removeOld({ ...keepAll, historyBefore: now });
  const lines = await store.usage.report('2000-01', '2999-12', 'month');
  expect(lines.map(({ month }) => month)).toEqual(['2021-11', '2026-01']);
  // Of the first month one day is within the five years.
  expect(lines[0]).toMatchObject({ messages: 1 });
});
