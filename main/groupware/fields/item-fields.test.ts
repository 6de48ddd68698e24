import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemFields } from '../../../shared/model/item-fields.ts';
import type { ItemFieldForm } from '../../../shared/model/item-fields.ts';
import { readRule } from '../content/calendar/rule.ts';
import { readDuration } from '../content/calendar/duration.ts';
import type { Item } from '../content/index.ts';
import { events, tasks } from '../content/testing/calendar.ts';
import { contacts } from '../content/testing/contacts.ts';
import { itemFieldsOf } from './item-fields.ts';

const lines = (item: Item): string[] =>
  itemFieldsOf(item).map(({ field, value }) => `${field}: ${value}`);

describe('the readable fields', () => {
  it('of a contact', () => {
    expect(
      lines({
        kind: 'contact',
        uid: 'u1',
        name: { prefix: 'Dr.', given: 'Jan', family: 'Novák' },
        organization: 'Example',
        units: ['Sales', 'North'],
        phones: [
          { value: '1', types: ['cell', 'work'] },
          { value: '2', types: ['fax', 'home'] },
          { value: '3' },
        ],
        emails: [{ value: 'a@example.org', types: ['home'] }],
        addresses: [{ street: 'Street 1', postalCode: '110 00', city: 'Praha', types: ['work'] }],
        birthday: '--03-02',
        photo: { data: 'QUJD' },
        categories: ['Friends', 'VIP'],
        extra: [{ name: 'X-SKYPE', params: [], value: 'jan\\, x' }],
      }),
    ).toEqual([
      'name: Dr. Jan Novák',
      'organization: Example',
      'unit: Sales',
      'unit: North',
      'phoneCell: 1',
      'phoneFax: 2',
      'phone: 3',
      'emailHome: a@example.org',
      'addressWork: Street 1\n110 00 Praha',
      'birthday: --03-02',
      'photo: 3',
      'categories: Friends, VIP',
      'uid: u1',
      'other: X-SKYPE: jan, x',
    ]);
  });

  it('of an event', () => {
    const zone = 'Europe/Prague';
    expect(
      lines({
        kind: 'event',
        summary: 'Team',
        start: { kind: 'zoned', at: '2024-03-04T10:00:00', zone },
        end: { kind: 'utc', at: '2024-03-04T10:00:00Z' },
        recurrence: {
          rules: [{ frequency: 'weekly', interval: 2, byDay: [{ day: 'MO' }] }],
          exceptions: [{ kind: 'date', at: '2024-03-18' }],
        },
        overrides: [
          {
            kind: 'event',
            summary: 'Later',
            recurrenceId: { kind: 'zoned', at: '2024-04-01T10:00:00', zone },
            start: { kind: 'zoned', at: '2024-04-01T12:00:00', zone },
          },
        ],
        alarms: [
          { action: 'display', trigger: { seconds: -95_400, related: 'start' } },
          { action: 'audio', trigger: { at: { kind: 'utc', at: '2024-03-04T08:00:00Z' } } },
        ],
        status: 'TENTATIVE',
        transparent: true,
        organizer: { address: 'mailto:a@example.org', name: 'Anna' },
        attendees: [
          { address: 'mailto:b@example.org', status: 'ACCEPTED' },
          { address: 'MAILTO:c@example.org', status: 'NEEDS-ACTION' },
        ],
      }),
    ).toEqual([
      'summary: Team',
      'start: 2024-03-04T10:00:00[Europe/Prague]',
      'end: 2024-03-04T10:00:00Z',
      'recurrence: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      'recurrenceException: 2024-03-18',
      'changedInstance: 2024-04-01T10:00:00[Europe/Prague] → 2024-04-01T12:00:00[Europe/Prague] Later',
      'alarmBeforeStart: -P1DT2H30M',
      'alarmAt: 2024-03-04T08:00:00Z',
      'status: TENTATIVE',
      'transparent: true',
      'organizer: Anna <a@example.org>',
      'attendeeAccepted: b@example.org',
      'attendee: c@example.org',
    ]);
  });

  it.each<[string, Item, string[]]>([
    [
      'task',
      { kind: 'task', summary: 'Pay', percent: 0, priority: 1, completed: '2024-03-04T10:00:00Z' },
      ['summary: Pay', 'completed: 2024-03-04T10:00:00Z', 'percent: 0', 'priority: 1'],
    ],
    ['note', { kind: 'note', subject: 'a', text: 'b\nc' }, ['subject: a', 'text: b\nc']],
    [
      'mail',
      {
        kind: 'mail',
        body: Buffer.from('Subject: Hi\r\n\r\n').toString('base64'),
        read: true,
        flagged: false,
      },
      ['subject: Hi', 'read: true', 'size: 15'],
    ],
    [
      'file',
      { kind: 'file', name: 'a', body: 'QQ==', modified: '2024-03-04T10:00:00Z' },
      ['fileName: a', 'size: 1', 'modified: 2024-03-04T10:00:00Z'],
    ],
    [
      'folder',
      { kind: 'folder', name: 'In', role: 'inbox' },
      ['folderName: In', 'folderRole: inbox'],
    ],
  ])('of a %s', (_, item, expected) => {
    expect(lines(item)).toEqual(expected);
  });
});

const forms: Readonly<Record<ItemFieldForm, (value: string) => boolean>> = {
  text: () => true,
  day: (value) => /^(\d{4}|-)-\d{2}-\d{2}$/.test(value),
  time: (value) => /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|\[[\w/+-]+\])?)?$/.test(value),
  rule: (value) => readRule(value) !== undefined,
  duration: (value) => readDuration(value) !== undefined,
  word: (value) => /^[A-Z-]+$|^true$/.test(value),
  number: (value) => /^\d+$/.test(value),
  octets: (value) => /^\d+$/.test(value),
};

it.each<[string, fc.Arbitrary<Item>]>([
  ['contacts', contacts],
  ['events', events],
  ['tasks', tasks],
])('the fields of %s have the forms that are promised', (_, items) => {
  fc.assert(
    fc.property(items, (item) => {
      for (const { field, value } of itemFieldsOf(item)) {
        const form = itemFields[field as keyof typeof itemFields];
        expect([field, value, forms[form](value)]).toEqual([field, value, true]);
      }
    }),
  );
});
