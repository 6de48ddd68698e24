import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { DeliveryRow, MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { noAccounting } from '../testing/no-accounting.ts';
import { exampleMessage, examplePart } from '../testing/sms-fixture.ts';
import { GroupCommit } from './group-commit.ts';
import { DeliveryReports } from './reports.ts';
import { SureCommit } from './sure-commit.ts';

const clock = createFakeClock();
const now = clock.now();

describe('a report', () => {
  let store: Store;
  let reports: DeliveryReports;
  let told: string[];
  let underWay: number;
  let lines: LogLine[];

  beforeEach(async () => {
    store = await openTestStore();
    await store.gateways.insert({ ...gatewayRow('g'), name: 'Carrier' });
    told = [];
    underWay = 0;
    lines = [];
    const note = (word: string): (() => Promise<void>) => {
      return () => {
        told.push(word);
        return Promise.resolve();
      };
    };
    const outcomes = {
      ...{ sent: note('sent'), delivered: note('delivered') },
      ...{ failed: note('failed'), uncertain: note('uncertain') },
    };
    const commit = new SureCommit({
      ...{ clock, random: seededRandom(1), commit: new GroupCommit(store) },
      signal: new AbortController().signal,
      onFault(error) {
        throw error;
      },
    });
    const pool = { get: () => ({ underWay }) as never, list: () => [] };
    const log = { write: (line: LogLine) => void lines.push(line) } as never;
    const deps = { store, clock, log, outcomes, commit, accounting: noAccounting, pool };
    reports = new DeliveryReports({ ...deps, onChange: () => undefined });
  });

  afterEach(async () => {
    await reports.stop();
    await store.close();
  });

  async function handed(
    state: MessageRow['state'],
    delivery: Partial<DeliveryRow>,
    parts = 1,
  ): Promise<DeliveryRow> {
    const row: DeliveryRow = {
      ...{ id: 'd', messageId: 'm', gatewayId: 'g', attempt: 1, startedAt: now, endedAt: now },
      ...{ outcome: 'accepted', reason: 'ok', detail: '', providerId: '17', reportedAt: null },
      ...{ reportState: null, reportDetail: '', ...delivery },
    };
    const all = Array.from({ length: parts }, () => examplePart);
    await store.messages.insert([exampleMessage('m', now, { state, attempts: 1, parts: all })]);
    await store.messages.insertDelivery(row);
    return row;
  }

  const state = async (): Promise<string | undefined> => (await store.messages.get('m'))?.state;

  it('says why the network did not deliver, and may be corrected', async () => {
    await handed('sent', {});
    await reports.take('g', { providerId: '17', state: 'failed', detail: 'absent subscriber' });
    expect(await store.messages.get('m')).toMatchObject({
      ...{ state: 'failed', reason: 'not-delivered', detail: 'absent subscriber' },
    });
    await reports.take('g', { providerId: '17', state: 'delivered', detail: '' });
    await reports.take('g', { providerId: '17', state: 'failed', detail: '' });
    expect(await state()).toBe('delivered');
    expect(told).toEqual(['failed', 'delivered']);
  });

  it('that it was not delivered is told once in the log, in words', async () => {
    await handed('sent', {});
    const report = { providerId: '17', state: 'failed', detail: 'absent subscriber' } as const;
    await reports.take('g', report);
    await reports.take('g', report);
    await reports.take('g', { ...report, state: 'expired' });
    expect(lines).toMatchObject([
      {
        ...{ level: 'error', key: 'sms.not-delivered', traceId: 'trace-m', gatewayId: 'g' },
        params: { number: '+420601123456', gateway: 'Carrier', detail: 'absent subscriber' },
      },
    ]);
  });

  it('that it came too late says so where the network says no more', async () => {
    await handed('sent', {});
    await reports.take('g', { providerId: '17', state: 'expired', detail: '' });
    expect(lines).toMatchObject([{ params: { detail: 'expired' } }]);
  });

  it('on one part of several fails the message, and later ones save it only together', async () => {
    const delivery = await handed('sent', { providerId: 'a' }, 2);
    await store.deliveries.insertParts(delivery, ['a', 'b']);
    await reports.take('g', { providerId: 'a', state: 'delivered', detail: '' });
    await reports.take('g', { providerId: 'b', state: 'failed', detail: 'memory full' });
    expect(await store.messages.get('m')).toMatchObject({ state: 'failed', detail: 'memory full' });
    await reports.take('g', { providerId: 'a', state: 'delivered', detail: '' });
    expect(await state()).toBe('failed');
    await reports.take('g', { providerId: 'b', state: 'delivered', detail: '' });
    expect(await state()).toBe('delivered');
    expect(told).toEqual(['failed', 'delivered']);
  });

  it('is found by another spelling of the id, and not by another number', async () => {
    await handed('sent', { providerId: '1f' });
    await reports.take('g', { providerId: '31', number: '999999', state: 'delivered', detail: '' });
    expect(await state()).toBe('sent');
    await reports.take('g', {
      ...{ providerId: '31', number: '420601123456', state: 'delivered', detail: '' },
    });
    expect(await state()).toBe('delivered');
  });

  it('waits for the reports on the other parts', async () => {
    const delivery = await handed('sent', { providerId: 'a' }, 2);
    await store.deliveries.insertParts(delivery, ['a', 'b']);
    await reports.take('g', { providerId: 'b', state: 'delivered', detail: '' });
    expect(await state()).toBe('sent');
    await reports.take('g', { providerId: 'a', state: 'delivered', detail: '' });
    expect(await state()).toBe('delivered');
    expect(told).toEqual(['delivered']);
  });

  it('settles what nobody was certain of', async () => {
    await handed('uncertain', { outcome: 'uncertain', providerId: null });
    await reports.take('g', { messageId: 'm', state: 'delivered', detail: '' });
    expect(await state()).toBe('delivered');
    expect(await store.messages.listDeliveries(['m'])).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('that overtakes the answer waits for it', async () => {
    underWay = 1;
    const taken = reports.take('g', { providerId: '17', state: 'delivered', detail: '' });
    await store.transaction(() => Promise.resolve());
    await handed('sent', {});
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    reports.handedOver('g', 'm', ['17']);
    await taken;
    expect(await state()).toBe('delivered');
  });

  it('about nobody’s message is taken and forgotten', async () => {
    await reports.take('g', { providerId: '17', state: 'delivered', detail: '' });
    expect(told).toEqual([]);
  });
});
