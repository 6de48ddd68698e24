import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow, deviceRow } from '../testing/rows.ts';
import { sessionRow } from '../testing/sync-rows.ts';
import type { SessionMessageRow, SessionProblemRow } from '../sync-types.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');

describe('sessions', () => {
  it('come back as they were stored, and as they went on', async () => {
    const running = sessionRow('1', {
      accountId: null,
      deviceId: null,
      clientId: null,
      state: 'running',
      endedAt: null,
      alertId: 'alert',
    });
    await store.sessions.insert(running);
    expect(await store.sessions.get('1')).toEqual(running);
    const none = { added: 0, changed: 0, deleted: 0, failed: 0 };
    const after = sessionRow('1', {
      state: 'failed',
      reason: 'items-failed',
      alertId: 'alert',
      serverMs: 12.25,
      datastores: [
        {
          dataType: 'contacts',
          collectionId: 'contacts',
          uri: 'card',
          deviceUri: './Contacts',
          mode: 'slow',
          status: 508,
          fromClient: { ...none, added: 3 },
          fromServer: none,
          matched: 2,
          conflicts: 1,
          held: 0,
        },
      ],
    });
    await store.sessions.update(after);
    expect(await store.sessions.get('1')).toEqual(after);
    expect(await store.sessions.get('2')).toBeUndefined();
  });

  it('are listed newest first, by device and account, with the count of all', async () => {
    for (const [id, deviceId, accountId] of [
      ['1', 'phone', 'anna'],
      ['2', 'tablet', 'anna'],
      ['3', 'phone', 'anna'],
      ['4', 'other', 'bob'],
      ['5', 'phone', 'anna'],
    ] as const) {
      await store.sessions.insert(sessionRow(id, { deviceId, accountId }));
    }
    const list = async (query: Partial<Parameters<Store['sessions']['list']>[0]>) => {
      const { sessions, total } = await store.sessions.list({ limit: 9, ...query });
      return [ids(sessions), total];
    };
    expect(await list({})).toEqual(['54321', 5]);
    expect(await list({ limit: 2 })).toEqual(['54', 5]);
    expect(await list({ deviceId: 'phone' })).toEqual(['531', 3]);
    expect(await list({ deviceId: 'phone', before: '5', limit: 1 })).toEqual(['3', 3]);
    expect(await list({ accountId: 'anna' })).toEqual(['5321', 4]);
    expect(await list({ accountId: 'bob', deviceId: 'phone' })).toEqual(['', 0]);
  });

  it('are found by trace, and while they run', async () => {
    await store.sessions.insert(sessionRow('1', { traceId: 'x' }));
    await store.sessions.insert(sessionRow('2', { traceId: 'y', state: 'running' }));
    await store.sessions.insert(sessionRow('3', { traceId: 'x', state: 'running' }));
    expect(ids(await store.sessions.listByTraces(['x', 'none']))).toBe('13');
    expect(await store.sessions.listByTraces([])).toEqual([]);
    expect(ids(await store.sessions.listRunning())).toBe('23');
  });

  it('tell the last of each device', async () => {
    await store.accounts.insert(accountRow('anna'));
    for (const id of ['phone', 'tablet', 'never']) await store.devices.insert(deviceRow(id));
    await store.sessions.insert(sessionRow('1', { startedAt: 5 }));
    await store.sessions.insert(sessionRow('2', { startedAt: 6, state: 'broken' }));
    await store.sessions.insert(sessionRow('3', { deviceId: 'tablet', startedAt: 7 }));
    await store.sessions.insert(sessionRow('4', { deviceId: 'removed' }));
    expect([...(await store.sessions.lastOfDevices())]).toEqual([
      ['phone', { id: '2', startedAt: 6, state: 'broken' }],
      ['tablet', { id: '3', startedAt: 7, state: 'done' }],
    ]);
  });
});

describe('what is kept with a session', () => {
  const message = (number: number, given: Partial<SessionMessageRow> = {}): SessionMessageRow => ({
    sessionId: '1',
    number,
    direction: 'in',
    at: 1,
    bytes: new Uint8Array([0x03, 0x01, 0x6a, number]),
    ...given,
  });
  const problem = (given: Partial<SessionProblemRow> = {}): SessionProblemRow => ({
    sessionId: '1',
    at: 1,
    by: 'client',
    command: 'Add',
    uri: 'card',
    itemRef: '17',
    status: 420,
    ...given,
  });

  it('are its messages in their order, octet for octet', async () => {
    const rows = [
      message(1),
      message(1, { direction: 'out', bytes: new Uint8Array() }),
      message(2, { bytes: new Uint8Array(70_000).fill(0xa5) }),
    ];
    await store.sessions.insertMessages(rows);
    await store.sessions.insertMessages([message(9, { sessionId: '2' })]);
    await store.sessions.insertMessages([]);
    expect(await store.sessions.listMessages('1')).toEqual(rows);
    expect([...(await store.sessions.countMessages(['1', '2', '3']))]).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
  });

  it('are the statuses that were no success', async () => {
    const rows = [problem(), problem({ by: 'server', status: 415, itemRef: '' })];
    await store.sessions.insertProblems(rows);
    await store.sessions.insertProblems([problem({ sessionId: '2' })]);
    expect(await store.sessions.listProblems('1')).toEqual(rows);
    expect(await store.sessions.listProblems('3')).toEqual([]);
  });
});
