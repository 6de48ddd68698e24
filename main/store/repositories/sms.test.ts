import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { deliveryRow, gatewayRow, messageRow } from '../testing/rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join('');

describe('messages', () => {
  it('come back as they were stored and changed', async () => {
    const row = messageRow('1', { alertId: 'a' });
    await store.messages.insert([row]);
    expect(await store.messages.get('1')).toEqual(row);
    const sent = { ...row, state: 'sent' as const, attempts: 1, endedAt: 5_000 };
    await store.messages.update(sent);
    expect(await store.messages.get('1')).toEqual(sent);
  });

  it('fall due in the order in which they wait', async () => {
    await store.messages.insert([
      messageRow('1', { nextAttemptAt: 3_000 }),
      messageRow('2', { nextAttemptAt: 1_000 }),
      messageRow('3', { nextAttemptAt: 1_000 }),
      messageRow('4', { nextAttemptAt: 500, state: 'sent' }),
      messageRow('5', { nextAttemptAt: 9_000 }),
    ]);
    expect(ids(await store.messages.listDue(3_000, 9))).toBe('231');
    expect(ids(await store.messages.listDue(3_000, 1))).toBe('2');
    expect(await store.messages.countInState('queued')).toBe(4);
    expect(ids(await store.messages.listInStates(['sent', 'sending']))).toBe('4');
  });

  it('have nothing due when the queue is empty', async () => {
    expect(await store.messages.listDue(1, 9)).toEqual([]);
  });

  it('are listed newest first, by state, device and trace', async () => {
    await store.messages.insert([
      messageRow('1'),
      messageRow('2', { deviceId: 'tablet' }),
      messageRow('3', { state: 'failed', traceId: 'trace-1' }),
    ]);
    const list = async (query: Partial<Parameters<Store['messages']['list']>[0]>) => {
      const { messages, total } = await store.messages.list({ limit: 9, ...query });
      return [ids(messages), total];
    };
    expect(await list({})).toEqual(['321', 3]);
    expect(await list({ limit: 1 })).toEqual(['3', 3]);
    expect(await list({ state: 'queued' })).toEqual(['21', 2]);
    expect(await list({ deviceId: 'phone', state: 'failed' })).toEqual(['3', 1]);
    expect(ids(await store.messages.listByTraces(['trace-1', 'none']))).toBe('13');
  });

  it('have their attempts, which go with them', async () => {
    await store.messages.insert([messageRow('message', { state: 'sent', createdAt: 5 })]);
    const row = deliveryRow('1', { endedAt: null, outcome: 'under-way' });
    await store.messages.insertDelivery(row);
    const ended = { ...row, endedAt: 7, outcome: 'refused' as const, reason: 'refused' as const };
    await store.messages.updateDelivery(ended);
    expect(await store.messages.listDeliveries(['message', 'none'])).toEqual([ended]);
    await store.removeOld({ logBefore: 0, logEntries: 1, versionsBefore: 0, historyBefore: 6 });
    expect(await store.messages.listDeliveries(['message'])).toEqual([]);
  });

  it('refuse an attempt at a message that is not there', async () => {
    await expect(store.messages.insertDelivery(deliveryRow('1'))).rejects.toThrow('FOREIGN KEY');
  });
});

describe('gateways', () => {
  it('come back as they were stored, by priority and name', async () => {
    const rows = [
      gatewayRow('1', { name: 'b', priority: 2 }),
      gatewayRow('2', { name: 'a', priority: 2, active: false }),
      gatewayRow('3', { kind: 'simulator', priority: 1, headers: {} }),
    ];
    for (const row of rows) await store.gateways.insert(row);
    expect(await store.gateways.list()).toEqual([rows[2], rows[1], rows[0]]);
    await store.gateways.update(gatewayRow('3', { priority: 9 }));
    await store.gateways.remove('2');
    expect(ids(await store.gateways.list())).toBe('13');
    expect(await store.gateways.get('3')).toMatchObject({ kind: 'http', priority: 9 });
  });

  it('tell how they have done since an hour', async () => {
    await store.gateways.insert(gatewayRow('gateway'));
    await store.gateways.insert(gatewayRow('unused'));
    await store.messages.insert([messageRow('message')]);
    await store.messages.insertDelivery(deliveryRow('1', { startedAt: 10 }));
    await store.messages.insertDelivery(deliveryRow('2', { startedAt: 1_000 }));
    await store.messages.insertDelivery(
      deliveryRow('3', {
        startedAt: 2_000,
        endedAt: 2_500,
        outcome: 'unreachable',
        reason: 'unreachable',
      }),
    );
    await store.messages.insertDelivery(
      deliveryRow('4', { startedAt: 3_000, endedAt: null, outcome: 'under-way' }),
    );
    expect(await store.gateways.activity(500)).toEqual([
      { gatewayId: 'gateway', sent: 1, failed: 1, lastUsedAt: 2_500, lastReason: 'unreachable' },
      { gatewayId: 'unused', sent: 0, failed: 0, lastUsedAt: null, lastReason: null },
    ]);
  });
});

describe('virtual phones', () => {
  it('show their newest messages, so many each', async () => {
    for (const [id, number] of [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'a'],
      ['4', 'a'],
    ] as const) {
      const parts = [{ udh: '', data: 'ff' }];
      await store.phones.insert({ id, number, at: 1, traceId: null, parts, dcs: 0 });
    }
    expect(ids(await store.phones.list(2))).toBe('432');
    expect((await store.phones.list(9))[0]).toEqual({
      id: '4',
      number: 'a',
      at: 1,
      traceId: null,
      parts: [{ udh: '', data: 'ff' }],
      dcs: 0,
    });
    expect(await store.phones.countByNumber()).toEqual(
      new Map([
        ['a', 3],
        ['b', 1],
      ]),
    );
  });
});

describe('values and secrets', () => {
  it('are set, changed and read', async () => {
    await store.values.set('push.cursor', 1);
    await store.values.set('push.cursor', { at: [2] });
    expect(await store.values.get('push.cursor')).toEqual({ at: [2] });
    expect(await store.values.get('nothing')).toBeUndefined();
    await store.secrets.set('gateway:1', 'sesame');
    await store.secrets.set('gateway:1', 'open sesame');
    expect(await store.secrets.get('gateway:1')).toBe('open sesame');
    expect(await store.secrets.names()).toEqual(new Set(['gateway:1']));
    await store.secrets.remove('gateway:1');
    expect(await store.secrets.get('gateway:1')).toBeUndefined();
  });

  it('lie in the file only sealed', async () => {
    const seen: string[] = [];
    const box = {
      seal: (clear: string) => {
        seen.push(clear);
        return new Uint8Array([1, 2, 3]);
      },
      open: (sealed: Uint8Array) => [...sealed].join('-'),
    };
    const other = await openTestStore({ secretBox: box });
    await other.secrets.set('name', 'sesame');
    expect(seen).toEqual(['sesame']);
    expect(await other.secrets.get('name')).toBe('1-2-3');
    await other.close();
  });
});
