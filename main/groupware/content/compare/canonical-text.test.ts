import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactItem, Item } from '../item.ts';
import { events, tasks } from '../testing/calendar.ts';
import { contacts } from '../testing/contacts.ts';
import { fingerprint } from './fingerprint.ts';
import { lookupKeys } from './lookup-keys.ts';
import { matchKeys } from './match-keys.ts';

/** The same value with all names and lists the other way round. */
function reversed(value: unknown, field = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const elements = value.map((element) => reversed(element));
    // The order of words within a value means something; that of whole values does not.
    return ['units', 'values', 'byDay', 'types'].includes(field) ? elements : elements.reverse();
  }
  const entries = Object.entries(value).map(([name, inner]) => [name, reversed(inner, name)]);
  return Object.fromEntries(entries.reverse());
}

describe('the text that stands for content', () => {
  it.each<[string, fc.Arbitrary<Item>]>([
    ['contacts', contacts],
    ['events', events],
    ['tasks', tasks],
  ])('of %s does not depend on the order of fields and lists', (_, items) => {
    fc.assert(
      fc.property(items, (item) => {
        const other = reversed(item) as Item;
        expect(fingerprint(other)).toBe(fingerprint(item));
        expect(matchKeys(other, 'UTC').exact).toBe(matchKeys(item, 'UTC').exact);
      }),
      { numRuns: 60 },
    );
  });

  it('does not count what is said twice', () => {
    const once: ContactItem = { kind: 'contact', emails: [{ value: 'a@example.org' }] };
    const twice: ContactItem = {
      kind: 'contact',
      emails: [{ value: 'a@example.org' }, { value: 'a@example.org', types: ['internet'] }],
      categories: [],
    };
    expect(fingerprint(twice)).toBe(fingerprint(once));
  });

  it.each<[string, Partial<ContactItem>]>([
    ['one more value', { phones: [{ value: '1' }, { value: '2' }] }],
    ['the type of a value', { phones: [{ value: '1', types: ['cell'] }] }],
    ['the field of a value', { phones: [], urls: [{ value: '1' }] }],
    ['letter case', { title: 'dr' }],
    ['the letters of a photo', { photo: { data: 'QQ==' } }],
  ])('tells %s', (_, change) => {
    const contact: ContactItem = {
      kind: 'contact',
      title: 'Dr',
      phones: [{ value: '1' }],
      photo: { data: 'qq==' },
    };
    expect(fingerprint({ ...contact, ...change })).not.toBe(fingerprint(contact));
  });
});

describe('lookup keys', () => {
  it('are short whatever the item says', () => {
    const long = 'x'.repeat(100_000);
    const keys = lookupKeys(
      matchKeys({ kind: 'contact', uid: long, name: { family: long, given: long } }, 'UTC'),
    );
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(100);
  });

  it('find the same item by its UID, its content and its name', () => {
    const contact: ContactItem = { kind: 'contact', uid: 'u', name: { family: 'Novák' } };
    const keysOf = (item: Item): string[] => lookupKeys(matchKeys(item, 'UTC'));
    const shared = (item: Item): number =>
      keysOf(item).filter((key) => keysOf(contact).includes(key)).length;
    expect(shared({ kind: 'contact', uid: 'u', title: 'other' })).toBe(1);
    expect(shared({ kind: 'contact', name: { family: 'NOVAK' } })).toBeGreaterThan(1);
    expect(shared({ kind: 'contact', name: { family: 'Svoboda' } })).toBe(0);
  });
});
