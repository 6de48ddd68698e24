import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { seededRandom } from '../../platform/random.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { UsageLine } from '../../store/sms-types.ts';
import type { MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { HandOver } from '../gateways/gateway.ts';
import { createQueueFixture } from '../testing/queue-fixture.ts';
import type { QueueFixture } from '../testing/queue-fixture.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

const kinds = {
  alert: {},
  text: { alertId: null, source: 'console', class: 'normal' },
} as const satisfies Record<string, Partial<MessageRow>>;

describe('when a gateway gives no answer about', () => {
  let store: Store;
  let clock: FakeClock;
  let answers: HandOver[];
  let handed: string[];
  let fixture: QueueFixture | undefined;

  beforeEach(async () => {
    store = await openTestStore();
    await store.gateways.insert(gatewayRow('g'));
    clock = createFakeClock();
    answers = [{ outcome: 'uncertain', detail: 'no answer within 10 s' }];
    handed = [];
  });

  afterEach(async () => {
    await fixture?.stop();
    fixture = undefined;
    await store.close();
  });

  async function send(kind: keyof typeof kinds, policy: 'repeat' | 'hold'): Promise<QueueFixture> {
    fixture = createQueueFixture({
      ...{ store, clock, random: seededRandom(1) },
      settings: kind === 'alert' ? { uncertainAlerts: policy } : { uncertainMessages: policy },
      handOver({ id }) {
        handed.push(id);
        const accepted = { outcome: 'accepted', providerId: '17', detail: '' } as const;
        return Promise.resolve(answers.shift() ?? accepted);
      },
    });
    await fixture.start();
    await fixture.queue.put([exampleMessage('m', clock.now(), kinds[kind])]);
    return fixture;
  }

  const state = async (): Promise<string | undefined> => (await store.messages.get('m'))?.state;
  async function usage(): Promise<Partial<UsageLine> | undefined> {
    const [line] = await store.usage.report('2000-01', '2099-12', 'month');
    return line;
  }

  describe.each(['alert', 'text'] as const)('an %s', (kind) => {
    it('it is handed over again where the admin wants that, and counted once', async () => {
      const { queue } = await send(kind, 'repeat');
      await waitFor(async () => expect(await state()).toBe('queued'));
      await clock.advance(5_000);
      await waitFor(async () => expect(await state()).toBe('sent'));
      expect(handed).toHaveLength(2);
      const deliveries = await store.messages.listDeliveries(['m']);
      expect(deliveries.map(({ outcome }) => outcome)).toEqual(['uncertain', 'accepted']);
      await queue.report('g', { messageId: 'm', state: 'delivered', detail: '' });
      expect(await usage()).toMatchObject({ messages: 1, parts: 1, delivered: 1, failed: 0 });
    });

    it('it is put aside where the admin wants that, and told so', async () => {
      const { lines, outcomes } = await send(kind, 'hold');
      await waitFor(async () => expect(await state()).toBe('uncertain'));
      await clock.advance(600_000);
      expect(handed).toHaveLength(1);
      expect(outcomes).toEqual(['uncertain m']);
      expect(lines.map(({ key }) => key)).toContain('sms.uncertain');
      expect(await usage()).toBeUndefined();
    });

    it('a late report settles what was put aside, and counts it once', async () => {
      const { queue } = await send(kind, 'hold');
      await waitFor(async () => expect(await state()).toBe('uncertain'));
      const report = { messageId: 'm', state: 'delivered', detail: '' } as const;
      await queue.report('g', { ...report, state: 'enroute' });
      expect(await state()).toBe('sent');
      await queue.report('g', report);
      await queue.report('g', report);
      expect(await state()).toBe('delivered');
      expect(await usage()).toMatchObject({ messages: 1, parts: 1, delivered: 1, failed: 0 });
      expect(handed).toHaveLength(1);
    });

    it('a report that comes before it is repeated keeps it from being repeated', async () => {
      const { queue } = await send(kind, 'repeat');
      await waitFor(async () => expect(await state()).toBe('queued'));
      await queue.report('g', { messageId: 'm', state: 'delivered', detail: '' });
      await clock.advance(600_000);
      expect(await state()).toBe('delivered');
      expect(handed).toHaveLength(1);
      expect(await usage()).toMatchObject({ messages: 1, delivered: 1 });
    });
  });
});
