import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasProgram } from '../testing/programs.ts';
import { openSyncDesk } from '../testing/sync-desk.ts';
import type { SyncDesk } from '../testing/sync-desk.ts';
import { codesFor, countOf, statusesOf, valuesOf } from './testing/logged-message.ts';
import { contactCard, eventObject } from './testing/sample-items.ts';
import type { SyncevolutionClient } from './testing/syncevolution-client.ts';
import { clientPrograms } from './testing/syncevolution-home.ts';

/** Three POSTs: alert, changes, statuses and map. */
const SHORTEST_SESSION = 3;
const success = { exitCode: 0, status: 200 };

async function fillWithSome(client: SyncevolutionClient): Promise<void> {
  for (const number of [1, 2, 3]) {
    await client.items('addressbook').write(String(number), contactCard(number));
  }
  for (const number of [1, 2]) {
    await client.items('calendar').write(String(number), eventObject(number));
  }
}

/** What an address book holds, without what the formats leave free. */
async function people(client: SyncevolutionClient): Promise<readonly string[]> {
  const cards = [...(await client.items('addressbook').read()).values()];
  return cards.map((card) => /^NOTE.*:(.*?)\r?$/mu.exec(card)?.[1] ?? card).sort();
}

/** The note of {@link contactCard}, as {@link people} finds it. */
function note(number: number, version = 0): string {
  return noteOf(contactCard(number, version));
}

function noteOf(card: string): string {
  return /^NOTE:(.*?)\r?$/mu.exec(card)?.[1] ?? '';
}

describe.skipIf(!clientPrograms.every(hasProgram))('SyncEvolution', () => {
  let desk: SyncDesk;

  beforeEach(async () => {
    desk = await openSyncDesk();
  });
  afterEach(() => desk.close());

  describe('a first session', () => {
    it.each([
      { name: 'point 1: in WBXML', options: {}, type: 'wbxml', version: '1.2' },
      { name: 'point 2: in XML', options: { isXml: true }, type: 'xml', version: '1.2' },
      {
        name: 'point 3: in SyncML 1.1',
        options: { version: '1.1' as const },
        type: 'wbxml',
        version: '1.1',
      },
    ])('$name, takes four databases in three round trips', async ({ options, type, version }) => {
      const client = await desk.connect('sc-first');
      await fillWithSome(client);
      const report = await client.sync(options);
      expect(report).toMatchObject(success);
      const slow = { mode: 'slow', isFirst: true, status: 0 };
      expect(report.sources).toMatchObject({
        addressbook: { ...slow, counts: { 'remote-added-total': 3 } },
        calendar: { ...slow, counts: { 'remote-added-total': 2 } },
        todo: slow,
        memo: slow,
      });
      const { exchanges } = desk.meter;
      expect(exchanges).toHaveLength(SHORTEST_SESSION);
      const types = exchanges.map(({ contentType }) => contentType.split(';')[0]);
      expect(new Set(types)).toEqual(new Set([`application/vnd.syncml+${type}`]));
      const [, answer] = await report.messages();
      expect(answer && valuesOf(answer, 'VerDTD')[0]).toBe(version);
      expect(await desk.items('contacts')).toHaveLength(3);
      expect(await desk.items('calendar')).toHaveLength(2);
      expect(await desk.items('tasks')).toHaveLength(0);
      expect(await desk.items('notes')).toHaveLength(0);
    });
  });

  it('point 5: has nothing to say in a second session, in three round trips', async () => {
    const client = await desk.connect('sc-again');
    await fillWithSome(client);
    await client.sync();
    desk.meter.reset();
    const report = await client.sync();
    expect(report).toMatchObject(success);
    const nothing = { mode: 'two-way', status: 0, counts: {} };
    expect(report.sources).toEqual({
      addressbook: expect.objectContaining(nothing) as unknown,
      calendar: expect.objectContaining(nothing) as unknown,
      todo: expect.objectContaining(nothing) as unknown,
      memo: expect.objectContaining(nothing) as unknown,
    });
    expect(desk.meter.exchanges).toHaveLength(SHORTEST_SESSION);
  });

  it('point 6: both sides add, change and delete, end up equal, and nothing echoes', async () => {
    const only = { only: ['addressbook'] };
    const one = await desk.connect('sc-one');
    const two = await desk.connect('sc-two');
    for (const number of [1, 2, 3, 4]) {
      await one.items('addressbook').write(String(number), contactCard(number));
    }
    await one.sync(only);
    await two.sync(only);
    const nameOn = new Map(
      [...(await two.items('addressbook').read())].map(([name, card]) => [
        /person\.(\d+)@/u.exec(card)?.[1],
        name,
      ]),
    );

    await one.items('addressbook').write('5', contactCard(5));
    await one.items('addressbook').write('1', contactCard(1, 1));
    await one.items('addressbook').remove('2');
    await two.items('addressbook').write('new', contactCard(6));
    await two.items('addressbook').write(nameOn.get('3') ?? '', contactCard(3, 1));
    await two.items('addressbook').remove(nameOn.get('4') ?? '');
    await two.sync(only);
    const both = await one.sync(only);
    expect(both.sources['addressbook']).toMatchObject({
      mode: 'two-way',
      status: 0,
      counts: {
        'remote-added-total': 1,
        'remote-updated-total': 1,
        'remote-removed-total': 1,
        'local-added-total': 1,
        'local-updated-total': 1,
        'local-removed-total': 1,
      },
    });
    await two.sync(only);
    const expected = [note(1, 1), note(3, 1), note(5), note(6)].sort();
    expect(await people(one)).toEqual(expected);
    expect(await people(two)).toEqual(expected);
    expect(await desk.items('contacts')).toHaveLength(4);

    for (const client of [one, two]) {
      const third = await client.sync(only);
      expect(third.sources['addressbook']?.counts).toEqual({});
    }
  });

  // SyncEvolution takes 10,240 octets at least; kill.peer.test.ts has a client with 5,000.
  it.each([10_240, 20_000, 150_000])(
    'point 10: no message of the server passes the limit of the client, %i octets',
    async (maxMessageSize) => {
      const only = { only: ['addressbook'] };
      const one = await desk.connect('sc-one');
      for (let number = 0; number < 80; number += 1) {
        await one.items('addressbook').write(String(number), contactCard(number));
      }
      await one.sync(only);
      const two = await desk.connect('sc-two');
      desk.meter.reset();
      const report = await two.sync({ ...only, maxMessageSize });
      expect(report).toMatchObject(success);
      expect(await two.items('addressbook').count()).toBe(80);
      const sizes = desk.meter.exchanges.map(({ response }) => response.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(maxMessageSize);

      const downloads = (await report.messages()).filter(
        (message) => message.direction === 'in' && countOf(message, 'Sync') > 0,
      );
      const finals = downloads.map((message) => countOf(message, 'Final'));
      expect(finals).toEqual(finals.map((_count, index) => (index < finals.length - 1 ? 0 : 1)));
      expect(downloads.length > 1).toBe(maxMessageSize < 80 * 400);
    },
  );

  it('point 14: is told of a wrong password with a challenge, and nothing is done', async () => {
    const client = await desk.connect('sc-wrong');
    await fillWithSome(client);
    const report = await client.sync({ password: 'wrong' });
    expect(report).toMatchObject({ exitCode: 1, status: 401 });
    const answers = (await report.messages()).filter(({ direction }) => direction === 'in');
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(countOf(answer, 'Chal')).toBe(1);
      expect(new Set(statusesOf(answer).map(({ code }) => code))).toEqual(new Set([401]));
    }
    expect(await desk.items('contacts')).toHaveLength(0);
    const right = await client.sync();
    expect(right).toMatchObject(success);
    expect(await desk.items('contacts')).toHaveLength(3);
  });

  it('point 15: signs in with Basic for the whole session', async () => {
    const client = await desk.connect('sc-basic');
    await fillWithSome(client);
    const report = await client.sync({ auth: 'basic' });
    expect(report).toMatchObject(success);
    const messages = await report.messages();
    expect(messages[0] && valuesOf(messages[0], 'Type')).toContain('syncml:auth-basic');
    expect(codesFor(messages, 'in', 'SyncHdr')[0]).toBe(212);
    expect(messages.filter((message) => countOf(message, 'Cred') > 0)).toHaveLength(1);
  });

  it('point 18: finds its nonce still known after a restart, and a new one each session', async () => {
    const client = await desk.connect('sc-nonce');
    const nonces: string[] = [];
    for (let session = 0; session < 3; session += 1) {
      desk.meter.reset();
      const report = await client.sync();
      expect(report).toMatchObject(success);
      const messages = await report.messages();
      nonces.push(...messages.flatMap((message) => valuesOf(message, 'NextNonce')));
      if (session > 0) {
        expect(codesFor(messages, 'in', 'SyncHdr')[0]).toBe(212);
        expect(desk.meter.exchanges).toHaveLength(SHORTEST_SESSION);
      }
      await desk.restart();
    }
    expect(nonces.length).toBeGreaterThanOrEqual(3);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('point 19: is told of a database that is not there, and synchronises the others', async () => {
    const client = await desk.connect('sc-unknown', {
      sources: [
        { name: 'addressbook', uri: 'contacts', format: 'text/vcard' },
        { name: 'nowhere', uri: 'nowhere', format: 'text/vcard' },
      ],
    });
    await client.items('addressbook').write('1', contactCard(1));
    const report = await client.sync();
    expect(report.exitCode).toBe(1);
    expect(codesFor(await report.messages(), 'in', 'Alert').toSorted()).toEqual([200, 404]);
    expect(report.sources['addressbook']).toMatchObject({ status: 0 });
    expect(report.sources['nowhere']?.status).not.toBe(0);
    expect(await desk.items('contacts')).toHaveLength(1);
  });
});
