import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../platform/random.ts';
import { hasProgram } from '../testing/programs.ts';
import { openSyncDesk } from '../testing/sync-desk.ts';
import type { SyncDesk } from '../testing/sync-desk.ts';
import { codesFor, countOf } from './testing/logged-message.ts';
import { contactCard } from './testing/sample-items.ts';
import type { SyncevolutionClient } from './testing/syncevolution-client.ts';
import { clientPrograms } from './testing/syncevolution-home.ts';

const sources = [{ name: 'addressbook', uri: 'contacts', format: 'text/vcard' }];
const success = { exitCode: 0, status: 200 };
const MANY = 1_000;

async function fill(client: SyncevolutionClient, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await client.items('addressbook').write(String(number), contactCard(number));
  }
}

/** Octets of a card's photo. */
function photoOf(card: string): Buffer {
  const unfolded = card.replace(/\r?\n[ \t]/gu, '');
  return Buffer.from(/^PHOTO[^:\r\n]*:([^\r\n]*)/mu.exec(unfolded)?.[1] ?? '', 'base64');
}

describe.skipIf(!clientPrograms.every(hasProgram))('SyncEvolution, with much data', () => {
  let desk: SyncDesk;

  beforeEach(async () => {
    desk = await openSyncDesk();
  });
  afterEach(() => desk.close());

  it('point 7: uploads 1,000 contacts, and another device maps each of them', async () => {
    const one = await desk.connect('sc-one', { sources });
    await fill(one, MANY);
    const upload = await one.sync();
    expect(upload).toMatchObject(success);
    expect(upload.sources['addressbook']?.counts).toMatchObject({ 'remote-added-total': MANY });
    expect(await desk.items('contacts')).toHaveLength(MANY);

    const two = await desk.connect('sc-two', { sources });
    const download = await two.sync();
    expect(download).toMatchObject(success);
    expect(await two.items('addressbook').count()).toBe(MANY);
    const maps = (await download.messages()).filter(({ direction }) => direction === 'out');
    expect(maps.reduce((sum, message) => sum + countOf(message, 'MapItem'), 0)).toBe(MANY);

    for (const client of [one, two]) {
      const nothing = await client.sync();
      expect(nothing.sources['addressbook']).toMatchObject({ mode: 'two-way', counts: {} });
    }
  });

  it('point 8: a device with the same 1,000 contacts brings and gets none', async () => {
    const one = await desk.connect('sc-one', { sources });
    await fill(one, MANY);
    await one.sync();
    const three = await desk.connect('sc-three', { sources });
    await fill(three, MANY);
    const report = await three.sync();
    expect(report).toMatchObject(success);
    expect(report.sources['addressbook']?.counts).not.toHaveProperty('local-added-total');
    expect(report.sources['addressbook']?.counts).not.toHaveProperty('local-updated-total');
    const messages = await report.messages();
    expect(new Set(codesFor(messages, 'in', 'Add'))).toEqual(new Set([201]));
    expect(await desk.items('contacts')).toHaveLength(MANY);
    expect(await three.items('addressbook').count()).toBe(MANY);
    expect((await one.sync()).sources['addressbook']?.counts).toEqual({});
  });

  it('point 11: moves a photo of 500 kB in parts, both ways, octet for octet', async () => {
    const photo = Buffer.from(seededRandom(11).bytes(500_000));
    const card = contactCard(1).replace(
      'END:VCARD',
      `PHOTO;ENCODING=b;TYPE=JPEG:${photo.toString('base64')}\r\nEND:VCARD`,
    );
    const one = await desk.connect('sc-one', { sources });
    await one.items('addressbook').write('1', card);
    const upload = await one.sync();
    expect(upload).toMatchObject(success);
    const sent = await upload.messages();
    const parts = sent.filter(
      (message) => message.direction === 'out' && countOf(message, 'MoreData') > 0,
    );
    expect(parts.length).toBeGreaterThan(2);
    const codes = codesFor(sent, 'in', 'Add');
    expect(codes.filter((code) => code === 213)).toHaveLength(parts.length);
    expect(codes.at(-1)).toBe(201);

    const two = await desk.connect('sc-two', { sources });
    const download = await two.sync({ maxMessageSize: 60_000 });
    expect(download).toMatchObject(success);
    const received = (await download.messages()).filter(
      (message) => message.direction === 'in' && countOf(message, 'Add') > 0,
    );
    expect(received.length).toBeGreaterThan(5);
    const sizes = received.map((message) => countOf(message, 'Size'));
    expect(sizes).toEqual(received.map((_message, index) => (index === 0 ? 1 : 0)));
    const [copy = ''] = (await two.items('addressbook').read()).values();
    expect(photoOf(copy).equals(photo)).toBe(true);
    expect((await two.sync()).sources['addressbook']?.counts).toEqual({});
  });

  it('point 26: goes on after it was stopped in the middle, with nothing doubled or lost', async () => {
    // Messages so small that there is a middle.
    await desk.server.client.settings.update({ sync: { maxMessageSize: 20_000 } });
    const count = 400;
    const client = await desk.connect('sc-stopped', { sources });
    await fill(client, count);
    const running = client.begin();
    desk.meter.reset({
      before(number) {
        if (number === 5) running.kill('SIGINT');
      },
    });
    const stopped = await running.report;
    expect(stopped.exitCode).not.toBe(0);
    const stored = await desk.items('contacts');
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.length).toBeLessThan(count);

    const resumed = await client.sync();
    expect(resumed).toMatchObject(success);
    const [alert] = (await resumed.messages()).filter(({ direction }) => direction === 'out');
    expect(alert?.xml).toMatch(/<Alert>.*<Data>225<\/Data>/su);
    expect(codesFor(await resumed.messages(), 'in', 'Alert')[0]).toBeOneOf([200, 508]);
    expect(await desk.items('contacts')).toHaveLength(count);
    expect(await client.items('addressbook').count()).toBe(count);
    expect((await client.sync()).sources['addressbook']).toMatchObject({
      mode: 'two-way',
      counts: {},
    });
  });
});
