import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageSchema } from '../../../shared/model/message.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { StopAsync } from '../../platform/clock.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('the area of messages', () => {
  let store: Store;
  let fixture: SmsFixture;
  let sink: HttpSink;
  let stop: StopAsync | undefined;

  beforeEach(async () => {
    store = await openTestStore();
    fixture = createSmsFixture(store);
    sink = await startHttpSink();
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    await sink.close();
    await store.close();
  });

  function addGateway(name = 'First'): Promise<{ id: string }> {
    const url = `${sink.url}/?id=%id%&udh=%udh;hex%&data=%data;hex%`;
    return fixture.sms.gateways.create({ kind: 'http', name, url, timeoutMs: 120_000 });
  }

  function keys(): string[] {
    return fixture.lines.map(({ key }) => key);
  }

  it('lists the newest first and counts all that fit', async () => {
    const [one, two] = await fixture.queue({}, { state: 'sent' }, { deviceId: 'other' });
    const { messages, total } = await fixture.sms.messages.list({ deviceId: 'device', limit: 1 });
    expect(total).toBe(2);
    expect(messages.map(({ id }) => id)).toEqual([two?.id]);
    const queued = await fixture.sms.messages.list({ state: 'queued', limit: 100 });
    expect(queued.messages.at(-1)?.id).toBe(one?.id);
    for (const message of queued.messages) messageSchema.strict().parse(message);
  });

  it('lists by each condition, page by page', async () => {
    const rows = await fixture.queue(
      { userId: 'user', source: 'api', class: 'normal', number: '+48600100200' },
      { gatewayId: 'bound', state: 'failed' },
      { accountId: 'other', state: 'sent', class: 'bulk' },
      { state: 'sent' },
    );
    const [api, bound, other, plain] = rows.map(({ id }) => id);
    async function found(
      query: Parameters<typeof fixture.sms.messages.list>[0],
    ): Promise<{ ids: string[]; total: number }> {
      const { messages, total } = await fixture.sms.messages.list(query);
      return { ids: messages.map(({ id }) => id), total };
    }
    expect(await found({ userId: 'user', limit: 9 })).toEqual({ ids: [api], total: 1 });
    expect(await found({ source: 'api', limit: 9 })).toEqual({ ids: [api], total: 1 });
    expect(await found({ number: '600100', limit: 9 })).toEqual({ ids: [api], total: 1 });
    expect(await found({ class: 'bulk', limit: 9 })).toEqual({ ids: [other], total: 1 });
    expect(await found({ accountId: 'other', limit: 9 })).toEqual({ ids: [other], total: 1 });
    expect(await found({ gatewayId: 'bound', limit: 9 })).toEqual({ ids: [bound], total: 1 });
    const states = ['sent', 'failed'] as const;
    const first = await found({ states: [...states], limit: 2 });
    expect(first).toEqual({ ids: [plain, other], total: 3 });
    const before = first.ids.at(-1) ?? '';
    const next = await found({ states: [...states], before, limit: 2 });
    expect(next).toEqual({ ids: [bound], total: 3 });
  });

  it('finds what a gateway had last', async () => {
    stop = await fixture.sms.start();
    const { id: gatewayId } = await addGateway();
    const [row] = await fixture.queue({});
    await waitFor(async () => expect(await fixture.state(row?.id ?? '')).toBe('sent'));
    const { messages } = await fixture.sms.messages.list({ gatewayId, limit: 9 });
    expect(messages).toMatchObject([{ id: row?.id, gatewayId: null, lastGatewayId: gatewayId }]);
  });

  it('shows one with its deliveries, and the last name of a gateway that is gone', async () => {
    stop = await fixture.sms.start();
    const { id: gatewayId } = await addGateway();
    const [row] = await fixture.queue({});
    const id = row?.id ?? '';
    await waitFor(async () => expect(await fixture.state(id)).toBe('sent'));
    const shown = await fixture.sms.messages.get({ id });
    expect(shown.deliveries).toMatchObject([{ gatewayId, gatewayName: 'First' }]);
    await fixture.sms.gateways.remove({ id: gatewayId });
    const later = await fixture.sms.messages.get({ id });
    expect(later.deliveries).toMatchObject([{ gatewayId, gatewayName: 'First' }]);
    const { messages } = await fixture.sms.messages.list(undefined);
    expect(messages).toMatchObject([{ lastGatewayId: gatewayId, lastGatewayName: 'First' }]);
  });

  describe('says why a message waits', () => {
    async function only(): Promise<Message> {
      const { messages } = await fixture.sms.messages.list(undefined);
      const [message] = messages;
      if (message === undefined) throw new Error('there is no message');
      expect((await fixture.sms.messages.get({ id: message.id })).message.reason).toBe(
        message.reason,
      );
      return messageSchema.strict().parse(message);
    }

    it('while its gateways are left alone: what each said, and when the next is tried', async () => {
      stop = await fixture.sms.start();
      const { id: gatewayId } = await addGateway('Carrier');
      sink.otherwise = { status: 503, body: 'down' };
      await fixture.queue({});
      await waitFor(() => expect(keys()).toContain('gateway.failing'));
      await fixture.queue({ deviceId: 'second' });
      const { messages } = await fixture.sms.messages.list({ deviceId: 'second', limit: 1 });
      expect(messages).toMatchObject([
        {
          ...{ state: 'queued', reason: 'no-way', detail: 'Carrier: HTTP 503: down' },
          ways: [{ gatewayId, gatewayName: 'Carrier', reason: 'unreachable' }],
        },
      ]);
      expect(messages[0]?.nextAttemptAt).toBeGreaterThan(fixture.clock.now());
      // That is how things are, and nothing about the message: nothing is stored.
      const stored = await store.messages.get(messages[0]?.id ?? '');
      expect(stored).toMatchObject({ reason: null, detail: '' });
    });

    it('while its gateway is switched off, and while there is none', async () => {
      stop = await fixture.sms.start();
      await fixture.queue({});
      expect(await only()).toMatchObject({ reason: 'no-way', detail: '', ways: [] });
      const { id } = await addGateway('Carrier');
      await waitFor(async () => expect(await store.messages.countInState('sent')).toBe(1));
      await fixture.sms.gateways.setActive({ id, active: false });
      await fixture.queue({ deviceId: 'second' });
      const { messages } = await fixture.sms.messages.list({ deviceId: 'second', limit: 1 });
      expect(messages).toMatchObject([{ reason: 'no-way', detail: 'Carrier: off' }]);
    });

    it('and not that its gateway is merely busy', async () => {
      stop = await fixture.sms.start();
      sink.otherwise = 'silence';
      const url = `${sink.url}/?id=%id%`;
      await fixture.sms.gateways.create({ kind: 'http', name: 'One', url, concurrency: 1 });
      await fixture.queue({}, { deviceId: 'second' });
      await waitFor(() => expect(sink.received).toHaveLength(1));
      const { messages } = await fixture.sms.messages.list({ state: 'queued', limit: 1 });
      expect(messages).toMatchObject([{ reason: null, detail: '' }]);
      const stopping = stop();
      stop = undefined;
      await fixture.clock.advance(3_000);
      await stopping;
    });
  });

  it('tells the parts of a message with secrets without them', async () => {
    const shownParts = [{ udh: '', data: '2a2a2a' }];
    const secret = { parts: [{ udh: '', data: '736563' }], shownParts, dcs: 0 };
    const [row] = await fixture.queue(secret);
    const { messages } = await fixture.sms.messages.list(undefined);
    const { message } = await fixture.sms.messages.get({ id: row?.id ?? '' });
    for (const shown of [...messages, message]) {
      expect(messageSchema.strict().parse(shown)).toMatchObject({ parts: shownParts, text: null });
    }
  });

  it('knows no other ids', async () => {
    const unknown = { code: 'NOT_FOUND' };
    await expect(fixture.sms.messages.get({ id: 'nobody' })).rejects.toMatchObject(unknown);
    await expect(fixture.sms.messages.drop({ id: 'nobody' })).rejects.toMatchObject(unknown);
    await expect(fixture.sms.messages.drop({})).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  describe('sends', () => {
    it.each(['Hello {you} €', 'Zażółć gęślą jaźń', 'x'.repeat(400), '你好'.repeat(100)])(
      'a text, and reads it again: %s',
      async (text) => {
        const message = await fixture.sms.messages.send({ number: '00420 601-123 456', text });
        expect(message).toMatchObject({ number: '+420601123456', state: 'queued', text });
        expect(message).toMatchObject({ source: 'console', class: 'normal' });
        expect((await store.messages.get(message.id))?.expiresAt).toBe(
          fixture.clock.now() + 24 * 3_600_000,
        );
        expect(keys()).toContain('sms.submitted');
      },
    );

    it('a text cut to as many parts as it may have', async () => {
      const send = { number: '+420601123456', text: `${'x'.repeat(200)}ż`, maxParts: 1 };
      const message = await fixture.sms.messages.send(send);
      expect(message.parts).toHaveLength(1);
      expect(message.text).toBe('x'.repeat(160));
    });

    it('data with its header, cut into parts that keep all that the header says', async () => {
      const message = await fixture.sms.messages.send({
        number: '12345',
        data: '01'.repeat(200),
        udh: '0605040b84c002',
        dcs: 0xf5,
        pid: 5,
      });
      expect(message).toMatchObject({ number: '12345', dcs: 0xf5, pid: 5, text: null });
      expect(message.parts.map(({ data }) => data.length / 2)).toEqual([128, 72]);
      for (const { udh } of message.parts) expect(udh).toContain('05040b84c002');
    });

    it.each([
      ['number', { number: 'nobody', text: 'x' }],
      ['number', { number: '+', text: 'x' }],
      ['text', { number: '+420601123456' }],
      ['text', { number: '+420601123456', text: '' }],
      ['data', { number: '+420601123456', text: 'x', data: '00' }],
      ['udh', { number: '+420601123456', data: '00', udh: '0905' }],
      ['data', { number: '+420601123456', data: '00'.repeat(150), udh: '0500030a0201' }],
      ['sender', { number: '+420601123456', text: 'x', sender: 'far too long a name' }],
      ['gatewayId', { number: '+420601123456', text: 'x', gatewayId: 'none' }],
      ['accountId', { number: '+420601123456', text: 'x', accountId: 'none' }],
    ])('nothing whose %s cannot be right', async (path, input) => {
      await expect(fixture.sms.messages.send(input)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [expect.objectContaining({ path })],
      });
      expect(await store.messages.list({ limit: 1 })).toMatchObject({ total: 0 });
    });
  });

  it('tells what a text becomes, and which way it would go', async () => {
    stop = await fixture.sms.start();
    const { id: gatewayId } = await addGateway();
    const { preview } = fixture.sms.messages;
    expect(await preview({ text: 'Hello€' })).toMatchObject({
      ...{ alphabet: 'gsm7', parts: 1, units: 7, unitsLeft: 153, outside: [], gatewayId: null },
    });
    const number = '+420601123456';
    expect(await preview({ text: `Zażółć${'x'.repeat(70)}`, number })).toMatchObject({
      ...{ alphabet: 'ucs2', parts: 2, units: 76, outside: ['ż', 'ó', 'ł', 'ć'] },
      ...{ gatewayId, gatewayName: 'First' },
    });
    expect(await preview({ number: '+4' })).toMatchObject({ parts: 1, units: 0, gatewayId: null });
  });

  it.each([true, false])('sends what it told of a text (tables of languages: %s)', async (used) => {
    const settings = (): Settings['sms'] => ({ ...defaultSettings.sms, nationalTables: used });
    const { sms } = createSmsFixture(store, { settings });
    const character = fc.oneof(
      fc.constantFrom(...'ğşıİçáãõÂ∞€[]abc 09'),
      fc.string({ size: '-1' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(character, { minLength: 1, maxLength: 300 }), async (pieces) => {
        const text = `x${pieces.join('')}`;
        const told = await sms.messages.preview({ text });
        const {
          parts,
          dcs,
          text: shown,
        } = await sms.messages.send({ number: '+905321234567', text });
        expect(parts).toHaveLength(told.parts);
        expect(dcs).toBe(told.alphabet === 'gsm7' ? 0 : 8);
        expect(shown).toBe(text);
        const octets = parts.reduce((sum, { data }) => sum + data.length / 2, 0);
        expect(told.units).toBe(told.alphabet === 'gsm7' ? octets : octets / 2);
      }),
      { numRuns: 30 },
    );
  });

  describe('lets an admin', () => {
    it('send again what has ended, except for what had secrets', async () => {
      const shownParts = [{ udh: '', data: '2a' }];
      const rows = await fixture.queue(
        ...(['failed', 'expired', 'uncertain', 'dropped'] as const).map((state) => ({ state })),
        { state: 'failed', shownParts },
        { state: 'delivered' },
        { state: 'sending' },
      );
      const ids = rows.map(({ id }) => id);
      expect(await fixture.sms.messages.retry({ ids })).toEqual({ done: 4, skipped: 3 });
      expect(await store.messages.countInState('queued')).toBe(4);
      expect(keys()).toContain('sms.retried');
    });

    it('send at once what waits for its time', async () => {
      stop = await fixture.sms.start();
      await addGateway();
      const [row] = await fixture.queue({ nextAttemptAt: fixture.clock.now() + 60_000 });
      const id = row?.id ?? '';
      expect(await fixture.sms.messages.retry({ id })).toEqual({ done: 1, skipped: 0 });
      await waitFor(async () => expect(await fixture.state(id)).toBe('sent'));
    });

    it('take messages out of the queue, many at once', async () => {
      const rows = await fixture.queue(...Array.from({ length: 250 }, () => ({})), {
        state: 'sent',
      });
      const ids = rows.map(({ id }) => id);
      expect(await fixture.sms.messages.drop({ ids })).toEqual({ done: 250, skipped: 1 });
      expect(await store.messages.countInState('dropped')).toBe(250);
      expect(fixture.outcomes).toHaveLength(250);
      expect(await store.messages.get(ids[0] ?? '')).toMatchObject({ reason: 'dropped' });
    });

    it('hold messages back and let them go on', async () => {
      stop = await fixture.sms.start();
      const [row] = await fixture.queue({});
      const id = row?.id ?? '';
      expect(await fixture.sms.messages.pause({ id })).toEqual({ done: 1, skipped: 0 });
      await addGateway();
      await fixture.clock.advance(60_000);
      expect(await fixture.state(id)).toBe('paused');
      expect(await fixture.sms.messages.resume({ id })).toEqual({ done: 1, skipped: 0 });
      await waitFor(async () => expect(await fixture.state(id)).toBe('sent'));
    });

    it('bind messages to a gateway, and give them back to the routes', async () => {
      stop = await fixture.sms.start();
      const { id: gatewayId } = await addGateway();
      await fixture.sms.messages.setQueuePaused({ paused: true });
      const [row] = await fixture.queue({});
      const id = row?.id ?? '';
      await fixture.sms.messages.reroute({ id, gatewayId });
      expect(await store.messages.get(id)).toMatchObject({
        gatewayId,
        lane: `gateway:${gatewayId}`,
      });
      await fixture.sms.messages.reroute({ id, gatewayId: null });
      expect(await store.messages.get(id)).toMatchObject({ gatewayId: null, lane: '' });
      const unknown = fixture.sms.messages.reroute({ id, gatewayId: 'none' });
      await expect(unknown).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });

    it('pause the whole queue; what is too old still ends', async () => {
      stop = await fixture.sms.start();
      await addGateway();
      await fixture.sms.messages.setQueuePaused({ paused: true });
      const soon = fixture.clock.now() + 5_000;
      const [kept, old] = await fixture.queue({}, { expiresAt: soon });
      const sent = await fixture.sms.messages.send({ number: '+420601123456', text: 'x' });
      await fixture.clock.advance(5_000);
      await waitFor(async () => expect(await fixture.state(old?.id ?? '')).toBe('expired'));
      expect(sink.received).toHaveLength(0);
      const { paused, counts } = await fixture.sms.messages.queue(undefined);
      expect({ paused, queued: counts.queued, sent: counts.sent }).toEqual({
        ...{ paused: true, queued: 2, sent: 0 },
      });
      const { message } = await fixture.sms.messages.get({ id: kept?.id ?? '' });
      expect(message.reason).toBe('queue-paused');
      await fixture.sms.messages.setQueuePaused({ paused: false });
      await waitFor(() => expect(sink.received).toHaveLength(2));
      expect(await fixture.state(sent.id)).toMatch(/^sen/u);
      expect(keys()).toContain('sms.queue-paused');
    });
  });
});
