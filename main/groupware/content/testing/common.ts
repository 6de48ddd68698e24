import fc from 'fast-check';
import { localWhen, shift, utc, dateOf } from '../calendar/when.ts';
import { weekdayOf } from '../compare/canonical-rule.ts';
import { compact } from '../compact.ts';
import type {
  ContactItem,
  EventItem,
  NoteItem,
  PersonName,
  PostalAddress,
  RecurrenceRule,
  TaskItem,
  Typed,
  When,
} from '../item.ts';
import { blockText, lineText, optional, plainText } from './arbitrary.ts';

/** Items made of what every type of their kind can hold. */

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const typedOnce = (
  words: readonly (string | undefined)[],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Typed[]> =>
  fc
    .uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: words.length })
    .chain((all) =>
      fc.array(value, { minLength: all.length, maxLength: all.length }).map((values) =>
        values.map((text, index) =>
          compact<Typed>({
            value: text,
            types: all[index] === undefined ? [] : [all[index] ?? ''],
          }),
        ),
      ),
    );

const addresses = fc
  .uniqueArray(fc.constantFrom('home', 'work'), { minLength: 1, maxLength: 2 })
  .chain((types) =>
    fc.tuple(
      ...types.map((type) =>
        fc
          .record({ street: lineText, city: lineText, postalCode: fc.constant('123 45') })
          .map((address) => ({ ...address, types: [type] }) as PostalAddress),
      ),
    ),
  );

/** Contacts that vCard and SIF hold alike. */
export const commonContacts: fc.Arbitrary<ContactItem> = optional<ContactItem>({
  kind: fc.constant('contact' as const),
  organization: lineText,
  title: lineText,
  notes: blockText,
  phones: typedOnce(['cell', 'home', 'work'], fc.stringMatching(/^\+?[0-9]{3,14}$/)),
  emails: typedOnce([undefined, 'home', 'work'], fc.emailAddress()),
  addresses: addresses as fc.Arbitrary<PostalAddress[]>,
  birthday: day,
  categories: fc.uniqueArray(fc.constantFrom('Rodina', 'VIP'), { minLength: 1, maxLength: 2 }),
  classification: fc.constantFrom('PRIVATE', 'CONFIDENTIAL'),
  photo: fc
    .uint8Array({ minLength: 1, maxLength: 99 })
    .map((bytes) => ({ data: Buffer.from(bytes).toString('base64') })),
})
  .chain((fields) =>
    fc
      .record<PersonName>({ family: lineText, given: lineText })
      .map((name) => ({ ...fields, kind: 'contact' as const, name })),
  )
  .map((contact) => compact<ContactItem>(contact));

const noon = fc
  .tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 100 }))
  .map(
    ([days, minutes]) => Date.UTC(2005, 0, 1) + days * 86_400_000 + 36_000_000 + minutes * 60_000,
  );

const when: fc.Arbitrary<When> = noon.chain((reading) =>
  fc.constantFrom(dateOf(reading), utc(reading), localWhen(reading, 'Europe/Prague')),
);

const rule = (start: When): fc.Arbitrary<RecurrenceRule> => {
  const date = Number(start.at.slice(8, 10));
  const byDay = [{ day: weekdayOf(start), nth: date > 28 ? -1 : Math.ceil(date / 7) }];
  return fc
    .tuple(
      fc.constantFrom<RecurrenceRule>(
        { frequency: 'daily' },
        { frequency: 'weekly' },
        { frequency: 'weekly', interval: 2, byDay: [{ day: weekdayOf(start) }, { day: 'SU' }] },
        { frequency: 'monthly' },
        { frequency: 'monthly', interval: 3, byDay },
        { frequency: 'yearly' },
        { frequency: 'yearly', byDay, byMonth: [Number(start.at.slice(5, 7))] },
      ),
      fc.constantFrom<Partial<RecurrenceRule>>(
        {},
        { count: 7 },
        { until: start.kind === 'date' ? shift(start, 70, 0) : utc(Date.parse('2035-01-01')) },
      ),
    )
    .map(([shape, end]) => ({ ...shape, ...end }));
};

/** Events that iCalendar, vCalendar 1.0 and SIF hold alike, for a user in Prague. */
export const commonEvents: fc.Arbitrary<EventItem> = when.chain((start) =>
  fc
    .tuple(
      optional<EventItem>({
        kind: fc.constant('event' as const),
        summary: lineText,
        description: blockText,
        location: lineText,
        categories: fc.uniqueArray(plainText, { minLength: 1, maxLength: 2 }),
        classification: fc.constantFrom('PRIVATE', 'CONFIDENTIAL'),
        priority: fc.constantFrom(1, 9),
        transparent: fc.constant(true as boolean),
        alarms: fc.integer({ min: 0, max: 10_000 }).map((minutes) => [
          {
            action: 'display' as const,
            trigger: { seconds: -minutes * 60 + 0, related: 'start' as const },
          },
        ]),
      }),
      // A series in UTC is one that only iCalendar tells from one by the user's clock.
      start.kind === 'utc' ? fc.constant(undefined) : fc.option(rule(start), { nil: undefined }),
      fc.boolean(),
    )
    .map(([fields, series, excepted]) =>
      compact<EventItem>({
        ...fields,
        kind: 'event',
        start,
        end: start.kind === 'date' ? shift(start, 2, 0) : shift(start, 0, 5_400),
        recurrence:
          series === undefined
            ? undefined
            : compact({ rules: [series], exceptions: excepted ? [shift(start, 1, 0)] : [] }),
      }),
    ),
);

/** Tasks that iCalendar, vCalendar 1.0 and SIF hold alike. */
export const commonTasks: fc.Arbitrary<TaskItem> = optional<TaskItem>({
  kind: fc.constant('task' as const),
  summary: lineText,
  description: blockText,
  due: when,
  start: when,
  completed: noon.map((instant) => utc(instant).at),
  percent: fc.integer({ min: 1, max: 100 }),
  status: fc.constantFrom('COMPLETED', 'IN-PROCESS'),
  priority: fc.constantFrom(1, 9),
}).map((fields) => compact<TaskItem>({ ...fields, kind: 'task' }));

/** Notes of a first line and a rest. */
export const commonNotes: fc.Arbitrary<NoteItem> = fc
  .tuple(lineText, fc.option(blockText, { nil: undefined }))
  .map(([subject, text]) => compact<NoteItem>({ kind: 'note', subject, text }));
