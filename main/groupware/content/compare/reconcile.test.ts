import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../codec.ts';
import type { ContactItem, EventItem, NoteItem } from '../item.ts';
import { defaultProfile } from '../profile.ts';
import { events } from '../testing/calendar.ts';
import { contacts } from '../testing/contacts.ts';
import { sameContent } from './fingerprint.ts';
import { reconcile } from './reconcile.ts';

const context = { type: 'vcard-3.0' } as const;
const base: ContactItem = {
  kind: 'contact',
  name: { family: 'Byron', given: 'Ada' },
  title: 'Countess',
  organization: 'Analytical',
  phones: [{ value: '1', types: ['cell'] }],
};

describe('an item that was changed on both sides', () => {
  it('keeps what each side alone has changed', () => {
    const server: ContactItem = {
      ...base,
      title: 'Programmer',
      emails: [{ value: 'a@b.example' }],
    };
    const device: ContactItem = { ...base, notes: 'met in 1833', phones: [{ value: '2' }] };
    const { item, clashes } = reconcile<'contact'>(server, device, context, 'server', base);
    expect(clashes).toEqual([]);
    expect(item).toMatchObject({
      title: 'Programmer',
      notes: 'met in 1833',
      phones: [{ value: '2' }],
      emails: [{ value: 'a@b.example' }],
    });
  });

  it('takes the winner where both have changed the same', () => {
    const server: ContactItem = { ...base, title: 'Programmer', organization: 'Engine' };
    const device: ContactItem = { ...base, title: 'Poet', notes: 'new' };
    const byServer = reconcile<'contact'>(server, device, context, 'server', base);
    const byDevice = reconcile<'contact'>(server, device, context, 'device', base);
    expect(byServer.clashes).toEqual(['title']);
    expect(byServer.item).toMatchObject({
      title: 'Programmer',
      organization: 'Engine',
      notes: 'new',
    });
    expect(byDevice.item).toMatchObject({ title: 'Poet', organization: 'Engine', notes: 'new' });
  });

  it('is no clash when both have made the same change', () => {
    const both: ContactItem = { ...base, title: 'Programmer' };
    const { item, clashes } = reconcile<'contact'>(both, { ...both }, context, 'server', base);
    expect(clashes).toEqual([]);
    expect(sameContent(item, both)).toBe(true);
  });

  it('tells one part of a name from the other', () => {
    const server: ContactItem = { ...base, name: { family: 'Lovelace', given: 'Ada' } };
    const device: ContactItem = { ...base, name: { family: 'King', given: 'Augusta' } };
    const { item, clashes } = reconcile<'contact'>(server, device, context, 'server', base);
    expect(clashes).toEqual(['name.family']);
    expect(item.name).toEqual({ family: 'Lovelace', given: 'Augusta' });
  });

  it('never mixes the two texts of a note', () => {
    const seen: NoteItem = { kind: 'note', subject: 'List', text: 'List\nmilk' };
    const server: NoteItem = { kind: 'note', subject: 'List', text: 'List\nmilk\neggs' };
    const device: NoteItem = { kind: 'note', subject: 'Shopping', text: 'Shopping\nmilk' };
    const text = { type: 'text' } as const;
    const byServer = reconcile<'note'>(server, device, text, 'server', seen);
    expect(sameContent(byServer.item, server)).toBe(true);
    const byDevice = reconcile<'note'>(server, device, text, 'device', seen);
    expect(sameContent(byDevice.item, device)).toBe(true);
  });
});

describe('two versions with nothing known of what the device has seen', () => {
  it('lose nothing that only one of them has', () => {
    const server: ContactItem = { ...base, birthday: '1815-12-10' };
    const device: ContactItem = {
      kind: 'contact',
      name: { family: 'Byron', given: 'Ada', middle: 'Augusta' },
      phones: [{ value: '2' }],
      notes: 'hello',
    };
    for (const winner of ['server', 'device'] as const) {
      const { item, clashes } = reconcile<'contact'>(server, device, context, winner);
      expect(clashes).toEqual([]);
      expect(item).toMatchObject({
        name: { family: 'Byron', given: 'Ada', middle: 'Augusta' },
        title: 'Countess',
        birthday: '1815-12-10',
        notes: 'hello',
        phones: [{ value: '1' }, { value: '2' }],
      });
    }
  });

  it('take the winner where both have something else', () => {
    const device: ContactItem = { ...base, title: 'Poet' };
    const byServer = reconcile<'contact'>(base, device, context, 'server');
    expect(byServer).toMatchObject({ clashes: ['title'], item: { title: 'Countess' } });
    expect(reconcile<'contact'>(base, device, context, 'device').item.title).toBe('Poet');
  });

  it('never add up the rules of a series', () => {
    const server: EventItem = {
      kind: 'event',
      summary: 'Tea',
      start: { kind: 'utc', at: '2024-03-31T08:00:00Z' },
      end: { kind: 'utc', at: '2024-03-31T09:00:00Z' },
      recurrence: { rules: [{ frequency: 'weekly' }] },
    };
    const device: EventItem = { ...server, recurrence: { rules: [{ frequency: 'daily' }] } };
    const calendar = { type: 'icalendar' } as const;
    const { item } = reconcile<'event'>(server, device, calendar, 'server');
    expect(item.recurrence?.rules).toEqual([{ frequency: 'weekly' }]);
    const other = reconcile<'event'>(server, device, calendar, 'device').item;
    expect(other.recurrence?.rules).toEqual([{ frequency: 'daily' }]);
  });

  it.each(['server', 'device'] as const)(
    'are one when the device has changed nothing',
    (winner) => {
      fc.assert(
        fc.property(contacts, (contact) => {
          const device = project<'contact'>(contact, 'vcard-2.1');
          const { item, clashes } = reconcile(contact, device, { type: 'vcard-2.1' }, winner);
          expect(clashes).toEqual([]);
          expect(sameContent(item, contact)).toBe(true);
        }),
      );
      fc.assert(
        fc.property(events, (event) => {
          const profile = { ...defaultProfile, zone: 'Europe/Prague' };
          const device = project<'event'>(event, 'vcalendar-1.0', profile);
          const { item } = reconcile(event, device, { type: 'vcalendar-1.0', profile }, winner);
          expect(sameContent(item, event)).toBe(true);
        }),
      );
    },
  );
});
