import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { card } from '../datastore/testing/cards.ts';
import { post } from '../strangers/replay.ts';
import { openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import type { LightClient } from '../testing/light-client.ts';
import { httpPost } from '../testing/light-post.ts';
import { contactCard } from '../testing/sample-items.ts';

/* Points that other tests show of one layer, here of the whole server with its real store. */

let clock: FakeClock;
let desk: LightDesk;

beforeEach(async () => {
  clock = createFakeClock();
  desk = await openLightDesk({}, { clock });
});
afterEach(() => desk.close());

const count = async (): Promise<number> => (await desk.items('contacts')).length;
const fill = (client: LightClient, numbers: readonly number[]): void => {
  for (const number of numbers) client.store.add(contactCard(number));
};

describe('the whole server', () => {
  it('point 28: answers every message that comes again octet by octet, and does it once', async () => {
    const phone = desk.client('phone');
    fill(phone, [1, 2, 3, 4]);
    const send = httpPost(desk.agent);
    const report = await phone.sync({
      itemsPerMessage: 2,
      async post(message) {
        const answer = await send(message);
        // The first has no token by which the session would be known, so that it is a new sign-in.
        if (message.number > 1) expect(await send(message)).toEqual(answer);
        return answer;
      },
    });
    expect(report.stores['contacts']?.sent).toEqual([201, 201, 201, 201]);
    expect(await count()).toBe(4);
    const { sessions } = await desk.api.sessions.list();
    expect(sessions.map(({ state }) => state)).toEqual(['done']);
    const [book] = sessions[0]?.datastores ?? [];
    expect(book?.fromClient).toMatchObject({ added: 4, changed: 0 });
  });

  it('point 52: loses no update of two devices at once, not even of one item', async () => {
    const one = desk.client('one');
    const two = desk.client('two');
    for (const given of ['Ada', 'Bea', 'Cai'])
      one.store.add(card({ given, note: '-', title: '-' }));
    await one.sync();
    await two.sync();
    const edit = (client: LightClient, from: string, to: string): void => {
      for (const [luid, text] of client.store.items) {
        client.store.change(luid, text.replace(from, to));
      }
    };
    edit(one, 'NOTE:-', 'NOTE:of one');
    edit(two, 'TITLE:-', 'TITLE:of two');
    fill(one, [10, 11]);
    fill(two, [20, 21]);
    await Promise.all([one.sync({ itemsPerMessage: 1 }), two.sync({ itemsPerMessage: 1 })]);
    for (const client of [one, two]) await client.sync();
    expect(await count()).toBe(7);
    for (const { store } of [one, two]) {
      const texts = [...store.items.values()].filter((text) => text.includes('of one'));
      expect(texts).toHaveLength(3);
      expect(texts.every((text) => text.includes('of two'))).toBe(true);
      expect(store.items.size).toBe(7);
    }
  });

  it('point 53: refuses bombs and lies over HTTP, and goes on', async () => {
    const { url, agent } = desk;
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(9_000)}"><!ENTITY b "${'&a;'.repeat(5_000)}">]><SyncML>&b;&b;</SyncML>`;
    const deep = `<SyncML>${'<SyncBody>'.repeat(1_000)}${'</SyncBody>'.repeat(1_000)}</SyncML>`;
    for (const xml of [bomb, deep, '<SyncML', '<html/>']) {
      expect((await post(xml, url, { url, agent })).status).toBe(400);
    }
    const lies = [
      [2, 0xa4, 1, 0x6a, 0, 0x6d, 0x4f, 0xc3, 0x8f, 0xff, 0xff, 0xff, 0x7f],
      [2, 0, 0, 0x6a, 0x8f, 0xff, 0xff, 0x7f],
      [2, 0xa4, 1, 0x6a, 0, ...Array.from({ length: 1_000 }, () => 0x6a)],
    ];
    for (const octets of lies) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/vnd.syncml+wbxml' },
        body: Uint8Array.from(octets),
      });
      expect(answer.status).toBe(400);
    }
    const phone = desk.client('phone');
    fill(phone, [1]);
    expect((await phone.sync()).stores['contacts']?.sent).toEqual([201]);
  });

  it('point 55: ends a session that is silent for five minutes, with its anchors as they were', async () => {
    const phone = desk.client('phone');
    fill(phone, [1, 2]);
    await phone.sync();
    fill(phone, [3, 4, 5, 6]);
    const send = httpPost(desk.agent);
    const { clientAnchor } = phone.store.state;
    await phone
      .sync({
        itemsPerMessage: 2,
        async post(message) {
          if (message.number === 3) {
            await clock.advance(300_000);
            throw new Error('silent');
          }
          return await send(message);
        },
      })
      .catch((error: unknown) => expect(error).toMatchObject({ message: 'silent' }));
    const { sessions } = await desk.api.sessions.list();
    expect(sessions.map(({ state, reason }) => [state, reason])).toEqual([
      ['broken', 'client-gone'],
      ['done', null],
    ]);
    expect(await count()).toBe(4);
    expect(phone.store.state.clientAnchor).toBe(clientAnchor);
    const next = await phone.sync();
    // The anchors of before still fit: what was taken already is no news.
    expect(next.stores['contacts']).toMatchObject({ alertStatus: 200, code: 200 });
    expect([await count(), phone.store.items.size]).toEqual([6, 6]);
  });
});
