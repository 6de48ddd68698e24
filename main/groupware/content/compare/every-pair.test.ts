import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../codec.ts';
import type { ContentType } from '../content-types.ts';
import type { Item, ItemKind, ItemOf } from '../item.ts';
import { defaultProfile } from '../profile.ts';
import { events, tasks } from '../testing/calendar.ts';
import { commonContacts, commonEvents, commonNotes, commonTasks } from '../testing/common.ts';
import { contacts } from '../testing/contacts.ts';
import { canonicalText } from './canonical.ts';

const profile = { ...defaultProfile, zone: 'Europe/Prague' };

const pairsOf = (types: readonly ContentType[]): [ContentType, ContentType][] =>
  types.flatMap((first) => types.map((second): [ContentType, ContentType] => [first, second]));

function through<Kind extends ItemKind>(
  item: ItemOf<Kind>,
  ...types: readonly ContentType[]
): ItemOf<Kind> {
  return types.reduce((each, type) => project<Kind>(each, type, profile), item);
}

const content = (item: Item): unknown =>
  JSON.parse(canonicalText(item).slice(item.kind.length + 1));

function holdsForAll<T extends Item>(
  types: readonly ContentType[],
  common: fc.Arbitrary<T>,
  everything: fc.Arbitrary<T>,
): void {
  it.each(pairsOf(types))('what all can hold survives %s and %s', (first, second) => {
    fc.assert(
      fc.property(common, (item) => {
        const back = through(item as ItemOf<ItemKind>, first, second);
        expect(content(back)).toEqual(content(item));
      }),
      { numRuns: 60 },
    );
  });

  it.each(pairsOf(types))('%s and %s agree on the second pass', (first, second) => {
    fc.assert(
      fc.property(everything, (item) => {
        const once = through(item as ItemOf<ItemKind>, first, second);
        const twice = through(once, first, second);
        expect(content(twice)).toEqual(content(once));
      }),
      { numRuns: 40 },
    );
  });
}

describe('contacts', () => {
  holdsForAll(['vcard-2.1', 'vcard-3.0', 'sif-contact'], commonContacts, contacts);
});

describe('events', () => {
  holdsForAll(['icalendar', 'vcalendar-1.0', 'sif-event'], commonEvents, events);
});

describe('tasks', () => {
  holdsForAll(['icalendar', 'vcalendar-1.0', 'sif-task'], commonTasks, tasks);
});

describe('notes', () => {
  holdsForAll(['icalendar', 'vnote', 'text', 'sif-note'], commonNotes, commonNotes);
});
