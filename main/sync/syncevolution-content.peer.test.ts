import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasProgram } from '../testing/programs.ts';
import { openSyncDesk } from '../testing/sync-desk.ts';
import type { SyncDesk } from '../testing/sync-desk.ts';
import type { SyncevolutionClient } from './testing/syncevolution-client.ts';
import { clientPrograms } from './testing/syncevolution-home.ts';

const success = { exitCode: 0, status: 200 };
const photo = Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7) % 256));
const name = 'Božena Dvořáková-Müller';

/** As a phone of 2006 would write it: vCard 2.1. */
const oldCard = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dvo=C5=99=C3=A1kov=C3=A1-M=C3=BCller;Bo=C5=BEena',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bo=C5=BEena Dvo=C5=99=C3=A1kov=C3=A1-M=C3=BCller',
  'TEL;CELL:+420600111222',
  'EMAIL;INTERNET:bozena@example.org',
  'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
  ...(photo.toString('base64').match(/.{1,72}/gu) ?? []).map((line) => ` ${line}`),
  '',
  'END:VCARD',
  '',
].join('\r\n');

/** vCalendar 1.0: every Friday until the end of June, with an alarm. */
const oldSeries = [
  'BEGIN:VCALENDAR',
  'VERSION:1.0',
  'BEGIN:VEVENT',
  'DTSTART:20260306T090000Z',
  'DTEND:20260306T100000Z',
  'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=BChlraum pr=C3=BCfen',
  'RRULE:W1 FR 20260626T090000Z',
  'AALARM:20260306T084500Z',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** vCalendar 1.0 has no dates: a day is a midnight to the last second. */
const oldDay = [
  'BEGIN:VCALENDAR',
  'VERSION:1.0',
  'BEGIN:VEVENT',
  'DTSTART:20260501T000000',
  'DTEND:20260501T235959',
  'SUMMARY:Holiday',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

function unfolded(text: string): string {
  return text.replace(/\r?\n[ \t]/gu, '');
}

async function textsOf(client: SyncevolutionClient, source: string): Promise<readonly string[]> {
  return [...(await client.items(source).read()).values()].map(unfolded);
}

async function expectNoChange(client: SyncevolutionClient): Promise<void> {
  const report = await client.sync();
  expect(report).toMatchObject(success);
  for (const source of Object.values(report.sources)) {
    expect(source).toMatchObject({ mode: 'two-way', counts: {} });
  }
}

describe.skipIf(!clientPrograms.every(hasProgram))('SyncEvolution, as an old phone', () => {
  let desk: SyncDesk;

  beforeEach(async () => {
    desk = await openSyncDesk();
  });
  afterEach(() => desk.close());

  it('point 39: vCard 2.1 and vCalendar 1.0 keep umlauts, photo, series, alarm and whole days', async () => {
    const old = await desk.connect('sc-old', {
      sources: [
        { name: 'addressbook', uri: 'card', format: 'text/x-vcard', syncFormat: 'text/x-vcard' },
        {
          name: 'calendar',
          uri: 'calendar',
          format: 'text/x-vcalendar',
          syncFormat: 'text/x-vcalendar',
        },
      ],
    });
    const fresh = await desk.connect('sc-fresh', {
      sources: [
        { name: 'addressbook', uri: 'contacts', format: 'text/vcard' },
        { name: 'calendar', uri: 'events', format: 'text/calendar' },
      ],
    });
    await old.items('addressbook').write('1', oldCard);
    await old.items('calendar').write('1', oldSeries);
    await old.items('calendar').write('2', oldDay);
    expect(await old.sync()).toMatchObject(success);
    await expectNoChange(old);

    expect(await fresh.sync()).toMatchObject(success);
    const [card = ''] = await textsOf(fresh, 'addressbook');
    expect(card).toContain('VERSION:3.0');
    expect(card).toContain(`FN:${name}`);
    expect(card).toMatch(/^TEL;[^:]*CELL[^:]*:\+420600111222/mu);
    const data = /^PHOTO[^:]*:([^\r\n]*)/mu.exec(card)?.[1] ?? '';
    expect(Buffer.from(data, 'base64').equals(photo)).toBe(true);
    const events = await textsOf(fresh, 'calendar');
    const series = events.find((text) => text.includes('Kühlraum prüfen')) ?? '';
    expect(series).toMatch(/^RRULE:(?=.*FREQ=WEEKLY)(?=.*UNTIL=20260626)/mu);
    expect(series).toContain('BEGIN:VALARM');
    const day = events.find((text) => text.includes('Holiday')) ?? '';
    expect(day).toMatch(/^DTSTART;VALUE=DATE:20260501/mu);
    await expectNoChange(fresh);
    await expectNoChange(old);

    const [cardName = ''] = (await fresh.items('addressbook').read()).keys();
    await fresh
      .items('addressbook')
      .write(cardName, card.replace('END:VCARD', 'NOTE:Žluťoučký kůň\r\nEND:VCARD'));
    expect(await fresh.sync()).toMatchObject(success);
    const update = await old.sync();
    expect(update.sources['addressbook']?.counts).toMatchObject({ 'local-updated-total': 1 });
    const [changed = ''] = await textsOf(old, 'addressbook');
    expect(changed).toContain('VERSION:2.1');
    expect(changed).toMatch(/^NOTE[;:]/mu);
    const again = /^PHOTO[^:]*:([^\r\n]*)/mu.exec(changed)?.[1] ?? '';
    expect(Buffer.from(again, 'base64').equals(photo)).toBe(true);
    await expectNoChange(old);
    await expectNoChange(fresh);
  });
});
