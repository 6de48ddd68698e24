import { describe, expect, it } from 'vitest';
import type { ContactItem, EventItem, Item, NoteItem } from '../item.ts';
import { matchKeys } from './match-keys.ts';
import { createMatcher } from './matcher.ts';

const zone = 'Europe/Prague';
const person = (given: string, family: string, phone?: string, email?: string): ContactItem => ({
  kind: 'contact',
  name: { given, family },
  ...(phone === undefined ? {} : { phones: [{ value: phone, types: ['cell'] }] }),
  ...(email === undefined ? {} : { emails: [{ value: email }] }),
});
const matched = (server: Item, device: Item): string | undefined =>
  createMatcher([{ id: 'a', keys: matchKeys(server, zone) }]).match(matchKeys(device, zone))?.by;

describe('slow sync', () => {
  it.each([
    [
      'letter case and blanks',
      person('Jana', 'Nováková', '1'),
      person('JANA ', 'nováková', '1'),
      'exact',
    ],
    [
      'how a number is written',
      person('Jana', 'Nováková', '+49 170-12'),
      person('Jana', 'Nováková', '+4917012'),
      'exact',
    ],
    ['accents', person('Jana', 'Nováková', '1'), person('Jana', 'Novakova', '1'), 'exact'],
    [
      'a field more',
      { ...person('Jana', 'N', '1'), title: 'Dr' } as ContactItem,
      person('Jana', 'N', '1'),
      'weak',
    ],
    [
      'the number with and without country',
      person('J', 'N', '+420603123456'),
      person('J', 'N', '603123456'),
      'weak',
    ],
    ['a device that has no numbers', person('Jana', 'N', '1'), person('Jana', 'N'), 'weak'],
    ['the name in one field', person('Jana', 'N', '123'), person('', 'Jana N', '123'), 'weak'],
  ])('pairs contacts that differ in %s', (_, server, device, by) => {
    expect(matched(server, device)).toBe(by);
  });

  it.each([
    ['other phones', person('Jan', 'Novák', '111'), person('Jan', 'Novák', '222')],
    [
      'other addresses',
      person('Jan', 'Novák', undefined, 'a@x'),
      person('Jan', 'Novák', undefined, 'b@x'),
    ],
    [
      'nothing to compare but the order of names',
      person('Martin', 'Peter'),
      person('Peter', 'Martin'),
    ],
    [
      'another name and the same phone',
      person('Jan', 'Novák', '111'),
      person('Eva', 'Nováková', '111'),
    ],
  ])('never pairs two people with %s', (_, server, device) => {
    expect(matched(server, device)).toBeUndefined();
  });

  it('pairs events by title, start and end, in whatever zone they are told', () => {
    const event = (at: string, end: string): EventItem => ({
      kind: 'event',
      summary: 'Team',
      start: { kind: 'utc', at },
      end: { kind: 'utc', at: end },
    });
    const server: EventItem = {
      kind: 'event',
      summary: 'team',
      location: 'Room 1',
      start: { kind: 'zoned', at: '2024-07-01T10:00:00', zone },
      end: { kind: 'zoned', at: '2024-07-01T11:00:00', zone },
    };
    expect(matched(server, event('2024-07-01T08:00:00Z', '2024-07-01T09:00:00Z'))).toBe('weak');
    expect(matched(server, event('2024-07-01T08:00:00Z', '2024-07-01T10:00:00Z'))).toBeUndefined();
    expect(matched(server, event('2024-07-02T08:00:00Z', '2024-07-02T09:00:00Z'))).toBeUndefined();
  });

  it('pairs notes with the same first line only when more of them is the same', () => {
    const note = (subject: string, text: string): NoteItem => ({ kind: 'note', subject, text });
    expect(matched(note('Shop', 'milk\nbread'), note('Shop', 'milk\nbutter'))).toBe('weak');
    expect(matched(note('Shop', 'milk'), note('Shop', 'nails'))).toBeUndefined();
  });

  it('gives each item of the server once, and the right one of several', () => {
    const twins = [person('Jan', 'Novák', '111'), person('Jan', 'Novák', '222')];
    const matcher = createMatcher(twins.map((item, id) => ({ id, keys: matchKeys(item, zone) })));
    expect(matcher.match(matchKeys({ ...twins[1], title: 'x' } as ContactItem, zone))?.id).toBe(1);
    expect(matcher.match(matchKeys(twins[1] as ContactItem, zone))).toBeUndefined();
    expect(matcher.rest()).toEqual([0]);
  });

  it('finds its pair among thousands of one name', () => {
    const all = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      keys: matchKeys(person('Jan', 'Novák', String(1_000_000 + id)), zone),
    }));
    const matcher = createMatcher(all);
    expect(all.every(({ id, keys }) => matcher.match(keys)?.id === id)).toBe(true);
  });
});
