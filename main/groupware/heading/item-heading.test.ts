import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../content/index.ts';
import { events, tasks } from '../content/testing/calendar.ts';
import { contacts } from '../content/testing/contacts.ts';
import { itemHeading } from './item-heading.ts';

const mail = (head: string): Item => ({
  kind: 'mail',
  body: Buffer.from(`${head}\r\n\r\nSubject: not this`, 'latin1').toString('base64'),
});

describe('what a list shows', () => {
  it.each<[string, Item, string, string]>([
    [
      'a person',
      {
        kind: 'contact',
        name: { given: 'Jan', family: 'Novák' },
        organization: 'Example',
        phones: [{ value: '+420 1' }],
      },
      'Jan Novák',
      'Example · +420 1',
    ],
    ['a company', { kind: 'contact', organization: 'Example' }, 'Example', ''],
    [
      'somebody of whom only an address is known',
      { kind: 'contact', emails: [{ value: 'a@example.org' }] },
      'a@example.org',
      '',
    ],
    [
      'an event',
      {
        kind: 'event',
        summary: 'Team',
        start: { kind: 'zoned', at: '2024-03-31T10:00:00', zone: 'Europe/Prague' },
        location: 'Room 1',
      },
      'Team',
      '2024-03-31 10:00 · Room 1',
    ],
    [
      'a task',
      { kind: 'task', summary: 'Pay', due: { kind: 'date', at: '2024-03-31' } },
      'Pay',
      '2024-03-31',
    ],
    ['a note', { kind: 'note', subject: 'Shop', text: 'Shop\nmilk\n bread' }, 'Shop', 'milk bread'],
    [
      'a file',
      { kind: 'file', name: 'a.txt', body: 'QUJD', contentType: 'text/plain' },
      'a.txt',
      'text/plain · 3 B',
    ],
    ['a folder', { kind: 'folder', name: 'Sent', role: 'sent' }, 'Sent', 'sent'],
    [
      'a mail in encoded words',
      mail(
        'From: =?utf-8?Q?Jan_Nov=C3=A1k?= <jan@example.org>\r\nSubject: =?iso-8859-2?B?yOFz?=\r\n =?utf-8?q?_2?=',
      ),
      'Čás 2',
      'Jan Novák <jan@example.org>',
    ],
    ['a mail that is cut or wrong', { kind: 'mail', body: '====' }, '', ''],
  ])('of %s', (_, item, title, subtitle) => {
    expect(itemHeading(item)).toEqual({ title, subtitle });
  });

  it.each<[string, fc.Arbitrary<Item>]>([
    ['contacts', contacts],
    ['events', events],
    ['tasks', tasks],
  ])('of %s is short and on one line', (_, items) => {
    fc.assert(
      fc.property(items, (item) => {
        for (const text of Object.values(itemHeading(item)) as string[]) {
          expect(text.length).toBeLessThanOrEqual(200);
          expect(text).not.toMatch(/[\r\n\t]|^\s|\s$/);
        }
      }),
    );
  });

  it('is short for a hostile mail', () => {
    const { title } = itemHeading(mail(`Subject: ${'=?utf-8?q?'.repeat(50_000)}`));
    expect(title.length).toBeLessThanOrEqual(200);
  });
});
