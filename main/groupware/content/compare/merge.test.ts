import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../codec.ts';
import type { ContactItem, EventItem, NoteItem } from '../item.ts';
import { defaultProfile, type ContentProfile } from '../profile.ts';
import { events } from '../testing/calendar.ts';
import { contacts } from '../testing/contacts.ts';
import { sameContent } from './fingerprint.ts';
import { mergeItem } from './merge.ts';

const prague: ContentProfile = { ...defaultProfile, zone: 'Europe/Prague' };
const small: ContentProfile = {
  ...prague,
  properties: [{ name: 'N' }, { name: 'TEL', maxOccurs: 2 }, { name: 'NOTE', maxSize: 20 }],
};

describe('a device that changed nothing changes nothing', () => {
  it.each([
    ['vcard-2.1', prague],
    ['vcard-3.0', prague],
    ['sif-contact', prague],
    ['vcard-2.1', small],
  ] as const)('contacts as %s', (type, profile) => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const device = project<'contact'>(contact, type, profile);
        const merged = mergeItem<'contact'>(contact, device, { type, profile });
        expect(sameContent(merged, contact)).toBe(true);
      }),
    );
  });

  it.each(['icalendar', 'vcalendar-1.0', 'sif-event'] as const)('events as %s', (type) => {
    fc.assert(
      fc.property(events, (event) => {
        const device = project<'event'>(event, type, prague);
        const merged = mergeItem<'event'>(event, device, { type, profile: prague });
        expect(sameContent(merged, event)).toBe(true);
      }),
    );
  });
});

describe('a change by a device', () => {
  const server: ContactItem = {
    kind: 'contact',
    uid: 'u1',
    name: { family: 'Nováková', given: 'Jana', middle: 'M.' },
    title: 'Boss',
    notes: 'a note that is longer than the phone can hold',
    birthday: '1980-01-01',
    phones: [
      { value: '111', types: ['cell'], params: [{ name: 'GROUP', values: ['item1'] }] },
      { value: '222', types: ['home'] },
      { value: '333', types: ['work'] },
    ],
    photo: { data: 'AAAA' },
    extra: [{ name: 'X-SKYPE', params: [], value: 'jana' }],
  };

  it('keeps what its CTCap does not list, and what was cut for it', () => {
    const device = { ...project<'contact'>(server, 'vcard-2.1', small), name: { family: 'Nová' } };
    const merged = mergeItem<'contact'>(server, device, { type: 'vcard-2.1', profile: small });
    const { given: _given, middle: _middle, ...left } = { ...server.name };
    expect(merged).toEqual({ ...server, name: { ...left, family: 'Nová' } });
  });

  it('deletes what its CTCap lists and the item lacks', () => {
    const profile = { ...small, properties: [...(small.properties ?? []), { name: 'TITLE' }] };
    const { title: _title, ...device } = project<'contact'>(server, 'vcard-2.1', profile);
    const merged = mergeItem<'contact'>(server, device, { type: 'vcard-2.1', profile });
    expect(merged.title).toBeUndefined();
    expect(merged.birthday).toBe('1980-01-01');
  });

  it('replaces one number, in its place, and keeps those that the device never got', () => {
    const device: ContactItem = {
      ...project<'contact'>(server, 'vcard-2.1', small),
      phones: [
        { value: '999', types: ['cell'] },
        { value: '222', types: ['home'] },
      ],
    };
    const merged = mergeItem<'contact'>(server, device, { type: 'vcard-2.1', profile: small });
    expect(merged.phones?.map(({ value }) => value)).toEqual(['999', '222', '333']);
  });

  it('merges both sides’ changes when it knows what the device saw', () => {
    const device = { ...project<'contact'>(server, 'vcard-3.0'), title: 'Queen' };
    const changed: ContactItem = { ...server, birthday: '1981-01-01' };
    const merged = mergeItem<'contact'>(changed, device, { type: 'vcard-3.0' }, server);
    expect(merged).toMatchObject({ title: 'Queen', birthday: '1981-01-01' });
  });

  it('drops a whole name that belongs to an old one', () => {
    const named: ContactItem = { ...server, formattedName: 'Jana z Prahy' };
    const device = { ...project<'contact'>(named, 'vcard-2.1', small), name: { family: 'X' } };
    const merged = mergeItem<'contact'>(named, device, { type: 'vcard-2.1', profile: small });
    expect(merged.formattedName).toBeUndefined();
  });

  it('leaves a moved event in its zone, and its changed instances alone', () => {
    const event: EventItem = {
      kind: 'event',
      summary: 'Team',
      start: { kind: 'zoned', at: '2024-07-01T10:00:00', zone: 'Europe/Prague' },
      end: { kind: 'zoned', at: '2024-07-01T11:00:00', zone: 'Europe/Prague' },
      attendees: [{ address: 'mailto:a@example.org', params: [{ name: 'X-N', values: ['1;2'] }] }],
    };
    const profile: ContentProfile = { ...prague, times: 'utc' };
    const device: EventItem = {
      ...project<'event'>(event, 'vcalendar-1.0', profile),
      start: { kind: 'utc', at: '2024-07-01T09:00:00Z' },
    };
    expect(mergeItem<'event'>(event, device, { type: 'vcalendar-1.0', profile })).toEqual({
      ...event,
      start: { kind: 'zoned', at: '2024-07-01T11:00:00', zone: 'Europe/Prague' },
    });
  });

  it('keeps exceptions that stand for instances the device cannot hold', () => {
    const profile: ContentProfile = { ...prague, overrides: 'exclude' };
    const event: EventItem = {
      kind: 'event',
      start: { kind: 'date', at: '2024-01-01' },
      end: { kind: 'date', at: '2024-01-02' },
      recurrence: { rules: [{ frequency: 'daily' }] },
      overrides: [
        {
          kind: 'event',
          start: { kind: 'date', at: '2024-01-05' },
          recurrenceId: { kind: 'date', at: '2024-01-04' },
        },
      ],
    };
    const sent = project<'event'>(event, 'vcalendar-1.0', profile);
    expect(sent.recurrence?.exceptions).toEqual([{ kind: 'date', at: '2024-01-04' }]);
    const device = { ...sent, summary: 'New' };
    const merged = mergeItem<'event'>(event, device, { type: 'vcalendar-1.0', profile });
    expect(merged).toEqual({ ...event, summary: 'New' });
  });

  it('takes both parts of a note', () => {
    const note: NoteItem = { kind: 'note', subject: 'a', text: 'a\nb', categories: ['x'] };
    const device: NoteItem = { kind: 'note', subject: 'a', text: 'c' };
    const merged = mergeItem<'note'>(note, device, { type: 'text' });
    expect(merged).toEqual({ ...note, text: 'c' });
  });
});
