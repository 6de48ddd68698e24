import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { newMessage } from '../new-message.ts';
import type { SmsUserRow } from '../sms-api-types.ts';
import type { MessageRow, Store } from '../types.ts';

const user: SmsUserRow = {
  id: 'u1',
  name: 'Backup',
  active: true,
  monthlyLimit: 100,
  expiresAt: null,
  gatewayId: null,
  wantsReports: false,
  lastUsedAt: null,
  createdAt: 1,
};

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.smsUsers.insert(user);
});
afterEach(() => store.close());

function message(id: string, changes: Partial<MessageRow> = {}): MessageRow {
  const fresh = newMessage({
    id,
    traceId: id,
    userId: 'u1',
    number: '+420601123456',
    parts: [
      { udh: '', data: '00' },
      { udh: '', data: '01' },
    ],
    dcs: 4,
    source: 'api',
    class: 'normal',
    expiresAt: 1_000,
    createdAt: 1,
  });
  return { ...fresh, ...changes };
}

it('takes a name once, whatever its case', async () => {
  const again = { ...user, id: 'u2', name: 'BACKUP' };
  await expect(store.smsUsers.insert(again)).rejects.toMatchObject({
    code: 'DUPLICATE',
    params: { field: 'name' },
  });
});

it('counts what a user has waiting in the queue, in parts', async () => {
  await store.messages.insert([
    message('m1'),
    message('m2', { state: 'failed' }),
    message('m3', { userId: 'u2' }),
    message('m4', { state: 'uncertain' }),
  ]);
  expect(await store.smsUsers.countParts('u1', '2026-11-01')).toBe(4);
});

it('finds a reference by user and number alone', async () => {
  const reference = { reference: 'r', number: '+4860', messageId: 'm1', createdAt: 5 };
  await store.smsApi.setReference({ userId: 'u1', ...reference });
  expect(await store.smsApi.findReference('u1', 'r', '+4860')).toBe('m1');
  expect(await store.smsApi.findReference('', 'r', '+4860')).toBeUndefined();
  expect(await store.smsApi.findReference('u1', 'r', '+4861')).toBeUndefined();
  await store.smsApi.setReference({ userId: 'u1', ...reference, messageId: 'm2' });
  expect(await store.smsApi.findReference('u1', 'r', '+4860')).toBe('m2');
});

it('gives a user who asks for reports first those of what went before, once', async () => {
  await store.messages.insert([
    message('m1', { state: 'delivered', endedAt: 9 }),
    message('m2'),
    message('m3', { state: 'failed', endedAt: 10, detail: 'no such number' }),
    message('m4', { state: 'sent', userId: 'u2' }),
  ]);
  await store.smsApi.beginReports('u1');
  await store.smsApi.beginReports('u1');
  const reference = { reference: 'mine', number: '+1', messageId: 'm2', createdAt: 5 };
  await store.smsApi.setReference({ userId: 'u1', ...reference });
  await store.smsApi.insertReport('u1', { messageId: 'm2', state: 'sent', detail: '', at: 11 });
  await store.smsApi.insertReport('u2', { messageId: 'm4', state: 'sent', detail: '', at: 11 });
  const reports = await store.smsApi.listReports('u1', 0, 10);
  expect(reports.map(({ messageId, state, detail, at }) => [messageId, state, detail, at])).toEqual(
    [
      ['m1', 'delivered', '', 9],
      ['m3', 'failed', 'no such number', 10],
      ['m2', 'sent', '', 11],
    ],
  );
  expect(reports.map((report) => report.reference)).toEqual([null, null, 'mine']);
  const [, second] = reports;
  expect(await store.smsApi.listReports('u1', second?.id ?? 0, 10)).toHaveLength(1);
  expect(await store.smsApi.lastReportId()).toBe(4);
});

it('removes old references and reports, and never gives a number twice', async () => {
  const old = { messageId: 'm', detail: '', state: 'sent' } as const;
  for (const at of [1, 2, 50]) {
    await store.smsApi.insertReport('u1', { ...old, at });
    const reference = { reference: String(at), number: '+1', messageId: 'm', createdAt: at };
    await store.smsApi.setReference({ userId: 'u1', ...reference });
  }
  const limits = { logBefore: 0, logEntries: 10, versionsBefore: 0 };
  await store.removeOld({ ...limits, historyBefore: 10 });
  expect(await store.smsApi.listReports('u1', 0, 10)).toMatchObject([{ at: 50 }]);
  expect(await store.smsApi.findReference('u1', '2', '+1')).toBeUndefined();
  expect(await store.smsApi.findReference('u1', '50', '+1')).toBe('m');
  await store.removeOld({ ...limits, historyBefore: 100 });
  expect(await store.smsApi.listReports('u1', 0, 10)).toEqual([]);
  expect(await store.smsApi.lastReportId()).toBe(3);
});

it('removes a user with everything but the messages', async () => {
  await store.messages.insert([message('m1', { state: 'sent' })]);
  await store.smsApi.beginReports('u1');
  await store.smsUsers.remove('u1');
  expect(await store.smsUsers.list()).toEqual([]);
  expect(await store.smsApi.listReports('u1', 0, 10)).toEqual([]);
  expect(await store.messages.get('m1')).toBeDefined();
});
