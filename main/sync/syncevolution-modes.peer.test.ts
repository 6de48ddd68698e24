import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConflictPolicy } from '../../shared/model/account.ts';
import { hasProgram } from '../testing/programs.ts';
import { openSyncDesk } from '../testing/sync-desk.ts';
import type { SyncDesk } from '../testing/sync-desk.ts';
import { codesFor } from './testing/logged-message.ts';
import { contactCard } from './testing/sample-items.ts';
import type { SyncevolutionClient } from './testing/syncevolution-client.ts';
import { clientPrograms } from './testing/syncevolution-home.ts';

const sources = [{ name: 'addressbook', uri: 'contacts', format: 'text/vcard' }];
const success = { exitCode: 0, status: 200 };

/** A card with nothing in it but a name and, if need be, more lines. */
function shortCard(name: string, ...lines: readonly string[]): string {
  const [first = '', last = ''] = name.split(/\s+/u);
  const content = [`N:${last};${first};;;`, `FN:${name}`, ...lines];
  return ['BEGIN:VCARD', 'VERSION:3.0', ...content, 'END:VCARD', ''].join('\r\n');
}

async function fill(client: SyncevolutionClient, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await client.items('addressbook').write(String(number), contactCard(number));
  }
}

/** Formatted names, and what else a line of this name says. */
async function linesOf(client: SyncevolutionClient, property: string): Promise<readonly string[]> {
  const cards = [...(await client.items('addressbook').read()).values()];
  const pattern = new RegExp(`^${property}(?:;[^:\\r\\n]*)?:([^\\r\\n]*)`, 'gmu');
  return cards.flatMap((card) => [...card.matchAll(pattern)].map(([, value = '']) => value)).sort();
}

describe.skipIf(!clientPrograms.every(hasProgram))('SyncEvolution, by mode', () => {
  let desk: SyncDesk;

  beforeEach(async () => {
    desk = await openSyncDesk();
  });
  afterEach(() => desk.close());

  async function titles(): Promise<readonly string[]> {
    return (await desk.items('contacts')).map(({ title }) => title).sort();
  }

  it('point 9: pairs one person written twice, and not two people of one name', async () => {
    const one = await desk.connect('sc-one', { sources });
    await one.items('addressbook').write('1', shortCard('Ada Byron', 'TEL;TYPE=CELL:+48600111222'));
    await one.items('addressbook').write('2', shortCard('Jan Nowak', 'TEL;TYPE=CELL:+48600333444'));
    await one.sync();
    const two = await desk.connect('sc-two', { sources });
    await two.items('addressbook').write('1', shortCard('Ada Byron', 'TEL;TYPE=CELL:+48600999888'));
    await two
      .items('addressbook')
      .write('2', shortCard('JAN  nowak', 'TEL;TYPE=CELL:+48600333444'));
    expect(await two.sync()).toMatchObject(success);
    const lower = (await titles()).map((title) => title.toLowerCase().replace(/\s+/gu, ' '));
    expect(lower.toSorted()).toEqual(['ada byron', 'ada byron', 'jan nowak']);
    await one.sync();
    expect(await one.items('addressbook').count()).toBe(3);
    expect(await two.items('addressbook').count()).toBe(3);
  });

  it.each(['resync', 'reset'] as const)(
    'point 21: is told to compare everything when the server has lost its anchor (%s)',
    async (loss) => {
      const device = await desk.server.client.devices.create({
        accountId: desk.accountId,
        name: 'laptop',
        clientType: 'synthesis',
      });
      const client = await desk.connect('sc-anchor', { sources });
      await fill(client, [1, 2, 3, 4, 5]);
      await client.sync();
      await desk.server.client.devices[loss]({ id: device.id });
      const report = await client.sync();
      expect(report).toMatchObject(success);
      expect(report.sources['addressbook']?.mode).toBe('slow');
      const messages = await report.messages();
      // A reset forgets the nonce too, so that the client is challenged once.
      const codes = codesFor(messages, 'in', 'Alert');
      expect(codes).toEqual(loss === 'reset' ? [401, 508] : [508]);
      const answer = messages.findLast(({ xml }) => xml.includes('<Data>508</Data>'));
      expect(answer?.xml).toMatch(/<Alert>(?:(?!<\/Alert>).)*<Data>201<\/Data>/su);
      expect(await desk.items('contacts')).toHaveLength(5);
      expect(await client.items('addressbook').count()).toBe(5);
      expect((await client.sync()).sources['addressbook']).toMatchObject({
        mode: 'two-way',
        counts: {},
      });
    },
  );

  it('point 22: compares everything when it has lost its own state', async () => {
    const client = await desk.connect('sc-reset', { sources });
    await fill(client, [1, 2, 3, 4, 5]);
    await client.sync();
    await client.forget();
    const report = await client.sync();
    expect(report).toMatchObject(success);
    expect(report.sources['addressbook']).toMatchObject({ mode: 'slow', isFirst: true });
    expect(await desk.items('contacts')).toHaveLength(5);
    expect(await client.items('addressbook').count()).toBe(5);
  });

  it('point 23: makes the server equal to itself with a refresh from the client', async () => {
    const one = await desk.connect('sc-one', { sources });
    await fill(one, [1, 2, 3]);
    await one.sync();
    const two = await desk.connect('sc-two', { sources });
    await fill(two, [3, 7]);
    const report = await two.sync({ mode: 'refresh-from-client' });
    expect(report).toMatchObject(success);
    expect(report.sources['addressbook']?.mode).toBe('refresh-from-local');
    expect(await two.items('addressbook').count()).toBe(2);
    expect(await titles()).toEqual(await linesOf(two, 'FN'));
    await one.sync();
    expect(await linesOf(one, 'FN')).toEqual(await linesOf(two, 'FN'));
  });

  it('point 24: becomes equal to the server with a refresh from the server', async () => {
    const one = await desk.connect('sc-one', { sources });
    await fill(one, [1, 2, 3]);
    await one.sync();
    const two = await desk.connect('sc-two', { sources });
    await fill(two, [3, 7, 8]);
    const report = await two.sync({ mode: 'refresh-from-server', isRealRefresh: true });
    expect(report).toMatchObject(success);
    const [alert] = await report.messages();
    expect(alert?.xml).toMatch(/<Alert>.*<Data>205<\/Data>/su);
    expect(await linesOf(two, 'FN')).toEqual(await linesOf(one, 'FN'));
    expect(await desk.items('contacts')).toHaveLength(3);
    expect((await two.sync()).sources['addressbook']).toMatchObject({
      mode: 'two-way',
      counts: {},
    });
  });

  it('point 25: sends without getting, and gets without sending', async () => {
    const one = await desk.connect('sc-one', { sources });
    await fill(one, [1, 2]);
    await one.sync();
    const two = await desk.connect('sc-two', { sources });
    await two.sync();

    await fill(one, [3]);
    await one.sync();
    await fill(two, [9]);
    const sending = await two.sync({ mode: 'one-way-from-client' });
    expect(sending).toMatchObject(success);
    expect(await desk.items('contacts')).toHaveLength(4);
    expect(await two.items('addressbook').count()).toBe(3);

    await fill(one, [4]);
    const getting = await one.sync({ mode: 'one-way-from-server' });
    expect(getting).toMatchObject(success);
    expect(await desk.items('contacts')).toHaveLength(4);
    expect(await one.items('addressbook').count()).toBe(5);

    await one.sync();
    await two.sync();
    expect(await desk.items('contacts')).toHaveLength(5);
    expect(await linesOf(two, 'FN')).toEqual(await linesOf(one, 'FN'));
  });

  interface ConflictCase {
    readonly policy: ConflictPolicy;
    readonly codes: readonly number[];
    readonly notes: readonly string[];
  }

  it.each<ConflictCase>([
    { policy: 'server', codes: [419], notes: ['of the first'] },
    { policy: 'client', codes: [208], notes: ['of the second'] },
    { policy: 'newer', codes: [208], notes: ['of the second'] },
    { policy: 'both', codes: [209], notes: ['of the first', 'of the second'] },
  ])(
    'point 37: settles a conflict by the policy "$policy", and keeps the loser',
    async ({ policy, codes, notes }) => {
      await desk.server.client.accounts.update({
        id: desk.accountId,
        conflicts: { contacts: policy },
      });
      const one = await desk.connect('sc-one', { sources });
      const two = await desk.connect('sc-two', { sources });
      await one.items('addressbook').write('1', shortCard('Ada Byron', 'NOTE:of nobody'));
      await one.sync();
      await two.sync();
      const [name = ''] = (await two.items('addressbook').read()).keys();
      await one.items('addressbook').write('1', shortCard('Ada Byron', 'NOTE:of the first'));
      await two.items('addressbook').write(name, shortCard('Ada Byron', 'NOTE:of the second'));
      await one.sync();
      const report = await two.sync();
      expect(report.status).toBe(200);
      expect(codesFor(await report.messages(), 'in', 'Replace')).toEqual(codes);
      await one.sync();
      expect(await linesOf(one, 'NOTE')).toEqual(notes);
      expect(await linesOf(two, 'NOTE')).toEqual(notes);

      const histories = await Promise.all(
        (await desk.items('contacts')).map(({ id }) => desk.server.client.items.history({ id })),
      );
      const kept = JSON.stringify(histories);
      expect(kept).toContain('of the first');
      expect(kept).toContain('of the second');
    },
  );

  it('point 37: merges what was changed in different places, with 207', async () => {
    const one = await desk.connect('sc-one', { sources });
    const two = await desk.connect('sc-two', { sources });
    await one.items('addressbook').write('1', shortCard('Ada Byron', 'NOTE:a', 'TITLE:b'));
    await one.sync();
    await two.sync();
    const [name = ''] = (await two.items('addressbook').read()).keys();
    await one.items('addressbook').write('1', shortCard('Ada Byron', 'NOTE:new', 'TITLE:b'));
    await two.items('addressbook').write(name, shortCard('Ada Byron', 'NOTE:a', 'TITLE:new'));
    await one.sync();
    const report = await two.sync();
    expect(codesFor(await report.messages(), 'in', 'Replace')).toEqual([207]);
    await one.sync();
    for (const client of [one, two]) {
      expect(await linesOf(client, 'NOTE')).toEqual(['new']);
      expect(await linesOf(client, 'TITLE')).toEqual(['new']);
    }
  });
});
