import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../codec.ts';
import type { ContentType } from '../content-types.ts';
import type { EventItem, Item, ItemKind, ItemOf, NoteItem } from '../item.ts';
import { defaultProfile } from '../profile.ts';
import { events, tasks } from '../testing/calendar.ts';
import { commonContacts, commonEvents, commonNotes, commonTasks } from '../testing/common.ts';
import { contacts } from '../testing/contacts.ts';
import { canonicalText } from './canonical-text.ts';

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

describe('series that fall on another day by the clock of the user', () => {
  const late: EventItem = {
    kind: 'event',
    start: { kind: 'utc', at: '2009-12-22T23:05:00Z' },
    recurrence: { rules: [{ frequency: 'yearly', byMonth: [12], byMonthDay: [22] }] },
  };

  it('stay the same from vCalendar 1.0 to SIF on the second pass', () => {
    const once = through<'event'>(late, 'vcalendar-1.0', 'sif-event');
    expect(once.recurrence?.rules).toEqual([
      { frequency: 'yearly', byMonth: [12], byMonthDay: [23] },
    ]);
    expect(content(through<'event'>(once, 'vcalendar-1.0', 'sif-event'))).toEqual(content(once));
  });

  it('are told to SIF as one event where no rule says the same', () => {
    const nth: EventItem = {
      ...late,
      recurrence: { rules: [{ frequency: 'monthly', byDay: [{ day: 'TU', nth: 4 }] }] },
    };
    expect(through<'event'>(nth, 'sif-event').recurrence).toBeUndefined();
  });
});

describe('the hour that comes twice', () => {
  it('keeps its exceptions through vCalendar 1.0 and SIF', () => {
    const at = (local: string): EventItem['start'] => ({
      kind: 'zoned',
      at: local,
      zone: 'Australia/Sydney',
    });
    const event = {
      kind: 'event',
      start: at('2023-10-13T12:10:00'),
      recurrence: { rules: [{ frequency: 'daily' }], exceptions: [at('2023-10-29T12:10:00')] },
    } as EventItem;
    const once = through<'event'>(event, 'vcalendar-1.0', 'sif-event');
    const twice = through<'event'>(once, 'vcalendar-1.0', 'sif-event');
    expect(once.recurrence?.exceptions).toEqual([{ kind: 'utc', at: '2023-10-29T01:10:00Z' }]);
    expect(content(twice)).toEqual(content(once));
  });
});

describe('tasks', () => {
  holdsForAll(['icalendar', 'vcalendar-1.0', 'sif-task'], commonTasks, tasks);
});

describe('notes', () => {
  holdsForAll(['icalendar', 'vnote', 'text', 'sif-note'], commonNotes, commonNotes);
});

describe('a note with a blank line behind its first one', () => {
  it('keeps it through SIF, twice', () => {
    const note: NoteItem = { kind: 'note', subject: ']]>', text: ']]>\n\na' };
    expect(content(through<'note'>(note, 'sif-note', 'sif-note'))).toEqual(content(note));
  });
});
