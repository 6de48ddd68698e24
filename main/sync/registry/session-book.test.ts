import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { SessionDatastore } from '../../../shared/model/session.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import { accountRow, deviceRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { SessionStart } from '../ports.ts';
import { createSyncRegistry } from './index.ts';
import type { SyncRegistry } from './index.ts';
import type { AnsweredAlerts, AnsweringSession } from './registry-deps.ts';

let store: Store;
let registry: SyncRegistry;
let stop: () => Promise<void>;
let client: SyncClientRow;
let answered: Partial<AnsweredAlerts>;
let asked: AnsweringSession[];
const faults: unknown[] = [];
const lines: LogLine[] = [];
const clock = createFakeClock();
const start: SessionStart = { syncId: 'IMEI:1', wireId: '7', version: '1.2', encoding: 'wbxml' };
const text = new TextEncoder();
const message = (credentials: string): string =>
  `<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>SyncML/1.2</VerProto>
  <SessionID>7</SessionID><MsgID>1</MsgID><Target><LocURI>x</LocURI></Target>
  <Source><LocURI>IMEI:1</LocURI></Source><Cred><Meta><Type>syncml:auth-basic</Type></Meta>
  <Data>${credentials}</Data></Cred></SyncHdr><SyncBody><Final/></SyncBody></SyncML>`;

function makeRegistry(): SyncRegistry {
  return createSyncRegistry({
    store,
    clock,
    ids: createIds(clock, seededRandom(5)),
    events: createEvents((error) => {
      throw error;
    }),
    log: {
      write(line) {
        lines.push(line);
        const { level, area, key } = line;
        const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { ...nobody, id: 1, at: 0, level, area, key, params: {}, text: '' };
      },
    },
    settings: () => defaultSettings.sync,
    configurations: { sessionStarted: () => Promise.resolve(() => undefined) },
    answers: {
      answer(_tx, session) {
        asked.push(session);
        const nothing = { alert: undefined, isExact: false, otherDeviceId: undefined };
        return Promise.resolve({ ...nothing, settled: () => undefined, ...answered });
      },
      named: () => Promise.resolve(new Set()),
    },
    onFault: (error) => faults.push(error),
  });
}

beforeEach(async () => {
  store = await openTestStore({ clock });
  answered = {};
  asked = [];
  lines.length = 0;
  faults.length = 0;
  await store.accounts.insert(accountRow('anna'));
  await store.devices.insert(deviceRow('phone', { name: 'Phone' }));
  await store.devices.insert(deviceRow('tablet', { name: 'Tablet' }));
  client = {
    id: 'client',
    accountId: 'anna',
    syncId: 'IMEI:1',
    deviceId: 'phone',
    hardware: null,
    deviceInfo: null,
    nonce: null,
    isBlocked: false,
    isDismissed: false,
    firstSeenAt: 1,
    lastSeenAt: 1,
    mismatchDeviceId: null,
    mismatchAt: null,
  };
  await store.sync.insertClient(client);
  registry = makeRegistry();
  stop = await registry.start();
});
afterEach(async () => {
  await stop();
  await store.close();
});

const keys = (): string[] => lines.map(({ key }) => key);
const none = { added: 0, changed: 0, deleted: 0, failed: 0 };
const contacts: SessionDatastore = {
  dataType: 'contacts',
  collectionId: null,
  uri: 'contacts',
  deviceUri: 'addressbook',
  mode: 'two-way',
  status: 200,
  fromClient: none,
  fromServer: none,
  matched: 0,
  conflicts: 0,
  held: 0,
};
const facts = { requests: 3, bytesIn: 100, bytesOut: 200, serverMs: 1.5, datastores: [contacts] };

describe('a session', () => {
  it('is shown while it runs and when it has ended', async () => {
    const record = await registry.book.begin(start, client);
    const running = await registry.sessions.get({ id: record.id });
    expect(running.session).toMatchObject({
      accountAddress: 'anna@example.org',
      deviceName: 'Phone',
      wireId: '7',
      state: 'running',
      endedAt: null,
      hasMessages: false,
    });
    record.progress(facts);
    expect((await registry.sessions.list(undefined)).sessions).toMatchObject([facts]);
    await clock.advance(2_000);
    await record.end('done', null);
    const { sessions, total } = await registry.sessions.list({ deviceId: 'phone' });
    expect(total).toBe(1);
    expect(sessions).toMatchObject([{ state: 'done', reason: null, endedAt: clock.now() }]);
    expect(keys()).toEqual(['sync.started', 'sync.folder-same', 'sync.done']);
  });

  it('is stored by itself while it runs', async () => {
    const record = await registry.book.begin(start, client);
    record.progress(facts);
    await clock.advance(1_000);
    await expect.poll(() => store.sessions.get(record.id)).toMatchObject({ requests: 3 });
  });

  it('ends once', async () => {
    const record = await registry.book.begin(start, client);
    await record.end('broken', 'client-gone');
    record.progress(facts);
    await record.end('done', null);
    expect(await store.sessions.get(record.id)).toMatchObject({ state: 'broken', requests: 0 });
    expect(lines.filter(({ key }) => key === 'sync.ended-badly')).toHaveLength(1);
  });

  it('says of each folder what was done, and what to do about trouble', async () => {
    const record = await registry.book.begin(start, client);
    const datastores: SessionDatastore[] = [
      { ...contacts, fromClient: { ...none, added: 2, failed: 1 }, conflicts: 1, held: 60 },
      { ...contacts, uri: 'events', mode: 'slow', status: 508, matched: 5 },
      { ...contacts, uri: 'nothing', status: 404, mode: null },
      { ...contacts, uri: 'theirs', status: 403, mode: null },
    ];
    record.progress({ ...facts, datastores });
    await record.end('failed', 'items-failed');
    expect(lines.map(({ level, key }) => `${level} ${key}`)).toEqual([
      'info sync.started',
      'info sync.folder',
      'warn sync.folder-failed',
      'info sync.folder-conflicts',
      'warn sync.folder-held',
      'info sync.folder-compared',
      'warn sync.folder-unknown',
      'warn sync.folder-refused',
      'error sync.ended-badly',
    ]);
    expect(lines.every(({ deviceId, traceId }) => deviceId === 'phone' && traceId)).toBe(true);
  });

  it('keeps its messages without credentials when the device’s are logged', async () => {
    await store.devices.update(deviceRow('phone', { name: 'Phone', logMessages: true }));
    const record = await registry.book.begin({ ...start, encoding: 'xml' }, client);
    record.message('in', text.encode(message('c2VjcmV0')));
    record.message('out', text.encode('no message'));
    await record.end('done', null);
    const { session, messages } = await registry.sessions.get({ id: record.id });
    expect(session.hasMessages).toBe(true);
    expect(messages).toMatchObject([
      { number: 1, direction: 'in' },
      { number: 2, direction: 'out', text: '', bytes: { tree: [] } },
    ]);
    expect(messages[0]?.text).toContain('<SessionID>7</SessionID>');
    const stored = await store.sessions.listMessages(record.id);
    const kept = stored.map(({ bytes }) => new TextDecoder().decode(bytes)).join();
    expect([kept, JSON.stringify(messages)].join()).not.toContain('c2VjcmV0');
  });

  it.each([
    ['the device’s are not logged', 'phone'],
    ['it has no device', null],
  ])('keeps no messages when %s', async (_when, deviceId) => {
    await store.sync.updateClient({ ...client, deviceId });
    const record = await registry.book.begin(start, client);
    record.message('in', text.encode('hello'));
    await record.end('done', null);
    expect((await registry.sessions.get({ id: record.id })).messages).toEqual([]);
  });

  it('keeps what went wrong, up to a number', async () => {
    const record = await registry.book.begin(start, client);
    const problem = {
      by: 'client',
      command: 'Add',
      uri: 'contacts',
      itemRef: 'a',
      status: 415,
    } as const;
    for (let count = 0; count < 1_500; count += 1) record.problem(problem);
    await record.end('done', null);
    const { problems } = await registry.sessions.get({ id: record.id });
    expect(problems).toHaveLength(1_000);
    expect(problems[0]).toEqual({ ...problem, at: clock.now() });
  });

  it('does not fail because the store refuses its record, which is stored later', async () => {
    const record = await registry.book.begin(start, client);
    const transaction = store.transaction.bind(store);
    Object.assign(store, { transaction: () => Promise.reject(new Error('disk full')) });
    record.progress(facts);
    await record.end('failed', 'storage-full');
    expect(faults).toHaveLength(1);
    Object.assign(store, { transaction });
    await clock.advance(1_000);
    await expect
      .poll(() => store.sessions.get(record.id))
      .toMatchObject({ state: 'failed', requests: 3 });
  });
});

describe('a session and the alerts', () => {
  it('takes the trace of the alert that it answers', async () => {
    answered = { alert: { id: 'alert', traceId: 'trace' }, isExact: true };
    const record = await registry.book.begin(start, client);
    expect(record.traceId).toBe('trace');
    expect(await store.sessions.get(record.id)).toMatchObject({
      alertId: 'alert',
      traceId: 'trace',
    });
    expect(asked).toMatchObject([{ deviceId: 'phone', wireId: '7', last: null }]);
    await registry.book.begin({ ...start, wireId: '8' }, client);
    expect(asked).toMatchObject([{}, { wireId: '8', last: { wireId: '7', at: clock.now() } }]);
  });

  it('asks for none when the client has no device', async () => {
    await store.sync.updateClient({ ...client, deviceId: null });
    await registry.book.begin(start, client);
    expect(asked).toEqual([]);
  });

  it('shows that numbers are mixed up, until the device answers an alert of its own', async () => {
    answered = { otherDeviceId: 'tablet' };
    await registry.book.begin(start, client);
    expect(await store.sync.getClient('client')).toMatchObject({
      mismatchDeviceId: 'tablet',
      mismatchAt: clock.now(),
    });
    expect(lines.at(-1)).toMatchObject({
      level: 'warn',
      key: 'device.mismatch',
      params: { client: 'Phone', other: 'Tablet' },
    });
    answered = { alert: { id: 'alert', traceId: 'trace' }, isExact: false };
    await registry.book.begin(start, client);
    expect((await store.sync.getClient('client'))?.mismatchDeviceId).toBe('tablet');
    answered = { alert: { id: 'alert', traceId: 'trace' }, isExact: true };
    await registry.book.begin(start, client);
    expect((await store.sync.getClient('client'))?.mismatchDeviceId).toBeNull();
  });
});

describe('a process that dies', () => {
  it('leaves sessions that the next one ends', async () => {
    const { id } = await registry.book.begin(start, client);
    const next = makeRegistry();
    const stopNext = await next.start();
    expect(await store.sessions.get(id)).toMatchObject({
      state: 'broken',
      reason: 'server-stopped',
      endedAt: clock.now(),
    });
    expect(lines.at(-1)?.params).toMatchObject({ client: 'Phone', reason: 'server-stopped' });
    await stopNext();
  });

  it('ends its sessions itself when it is stopped in order', async () => {
    const { id } = await registry.book.begin(start, client);
    await stop();
    expect(await store.sessions.get(id)).toMatchObject({
      state: 'broken',
      reason: 'server-stopped',
    });
  });
});

describe('somebody who is not let in', () => {
  const who = { user: 'anna', accountId: 'anna' };

  it('is one session and one line, which says what to do', async () => {
    await registry.book.refuse(start, who, 'wrong-password');
    expect(lines).toMatchObject([
      {
        level: 'warn',
        key: 'sync.refused-wrong-password',
        params: { client: 'Phone', account: 'anna' },
        deviceId: 'phone',
      },
    ]);
    expect((await registry.sessions.list({ deviceId: 'phone' })).sessions).toMatchObject([
      { state: 'refused', reason: 'wrong-password', endedAt: clock.now() },
    ]);
  });

  it('is counted when it tries again within a minute', async () => {
    for (let count = 0; count < 10; count += 1) {
      await registry.book.refuse(start, who, 'wrong-password');
    }
    await clock.advance(60_000);
    expect(keys()).toEqual(['sync.refused-wrong-password', 'sync.refused-again']);
    expect(lines[1]?.params).toMatchObject({ count: 9, reason: 'wrong-password' });
    await registry.book.refuse(start, who, 'wrong-password');
    expect((await registry.sessions.list(undefined)).total).toBe(2);
  });

  it('is told apart by reason, account and client', async () => {
    await registry.book.refuse(start, who, 'wrong-password');
    await registry.book.refuse(start, who, 'device-blocked');
    await registry.book.refuse({ ...start, syncId: 'IMEI:2' }, who, 'wrong-password');
    const nobody = { user: 'Nobody', accountId: undefined };
    await registry.book.refuse(start, nobody, 'unknown-account');
    await registry.book.refuse(start, { ...nobody, user: 'nobody' }, 'unknown-account');
    expect((await registry.sessions.list(undefined)).total).toBe(4);
  });

  it('cannot fill the store by guessing names', async () => {
    for (let count = 0; count < 500; count += 1) {
      const user = `user${count}\n${'x'.repeat(1_000)}`;
      await registry.book.refuse(start, { user, accountId: undefined }, 'unknown-account');
    }
    expect((await registry.sessions.list(undefined)).total).toBe(50);
    await clock.advance(60_000);
    expect(lines.at(-1)).toMatchObject({ key: 'sync.refused-many', params: { count: 450 } });
    expect(lines.every(({ params }) => JSON.stringify(params).length < 300)).toBe(true);
  });
});
