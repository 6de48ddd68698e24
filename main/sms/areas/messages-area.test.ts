import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageSchema } from '../../../shared/model/message.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';

describe('the area of messages', () => {
  let store: Store;
  let fixture: SmsFixture;

  beforeEach(async () => {
    store = await openTestStore();
    fixture = createSmsFixture(store);
  });

  afterEach(() => store.close());

  it('lists the newest first and counts all that fit', async () => {
    const [one, two] = await fixture.queue({}, { state: 'sent' }, { deviceId: 'other' });
    const { messages, total } = await fixture.sms.messages.list({ deviceId: 'device', limit: 1 });
    expect(total).toBe(2);
    expect(messages.map(({ id }) => id)).toEqual([two?.id]);
    const queued = await fixture.sms.messages.list({ state: 'queued', limit: 100 });
    expect(queued.messages.at(-1)?.id).toBe(one?.id);
    for (const message of queued.messages) messageSchema.strict().parse(message);
  });

  it('shows one with its deliveries', async () => {
    const [row] = await fixture.queue({});
    const shown = await fixture.sms.messages.get({ id: row?.id ?? '' });
    expect(shown.message).toMatchObject({ id: row?.id, state: 'queued' });
    expect(shown.deliveries).toEqual([]);
  });

  it('tells the parts of a message with secrets without them', async () => {
    const shownParts = [{ udh: '', data: '2a2a2a' }];
    const [row] = await fixture.queue({ parts: [{ udh: '', data: '736563' }], shownParts });
    const { messages } = await fixture.sms.messages.list(undefined);
    const { message } = await fixture.sms.messages.get({ id: row?.id ?? '' });
    for (const shown of [...messages, message]) {
      expect(messageSchema.strict().parse(shown).parts).toEqual(shownParts);
    }
  });

  it('knows no other ids', async () => {
    await expect(fixture.sms.messages.get({ id: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
