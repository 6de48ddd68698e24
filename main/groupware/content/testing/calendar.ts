import fc from 'fast-check';
import { compact } from '../compact.ts';
import { weekdayOf } from '../compare/canonical-rule.ts';
import { dateOf, localWhen, readingOf, shift, utc } from '../calendar/when.ts';
import { weekdays } from '../calendar/rule.ts';
import type { Alarm, EventItem, Person, RecurrenceRule, TaskItem, When } from '../item.ts';
import { blockText, lineText, optional, some } from './arbitrary.ts';

/** Zones with and without summer time, on both halves of the world, and with odd offsets. */
export const zones = [
  'Europe/Prague',
  'Europe/London',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Asia/Tokyo',
] as const;

/** Five-minute steps of the years 2005 to 2035. */
const reading = fc
  .integer({ min: 0, max: 3_150_000 })
  .map((step) => Date.UTC(2005, 0, 1) + step * 300_000);

/** Times of every kind. */
export const times: fc.Arbitrary<When> = fc.oneof(
  reading.map((local) => dateOf(local)),
  reading.map((instant) => utc(instant)),
  reading.map((local) => localWhen(local)),
  fc
    .tuple(reading, fc.constantFrom(...zones))
    // Local readings that the clocks skip cannot be told from the ones an hour later.
    .map(([local, zone]) =>
      localWhen(
        Math.floor(local / 86_400_000) * 86_400_000 + 43_200_000 + (local % 7_200_000),
        zone,
      ),
    ),
);

const instant = reading.map((each) => utc(each).at);
const listOf = (min: number, max: number): fc.Arbitrary<number[]> =>
  fc
    .uniqueArray(
      fc.integer({ min, max }).filter((n) => n !== 0),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => list.sort((a, b) => a - b));

/** Rules whose start is an instance of them. */
export function rulesFor(start: When): fc.Arbitrary<RecurrenceRule> {
  const date = new Date(readingOf(start));
  const day = date.getUTCDate();
  const month = date.getUTCMonth() + 1;
  const startDay = weekdayOf(start);
  const nth = Math.ceil(day / 7);
  const shapes: fc.Arbitrary<Partial<RecurrenceRule>>[] = [
    fc.constant({ frequency: 'daily' }),
    fc.constant({ frequency: 'weekly' }),
    some([...weekdays] as ['MO', ...(typeof weekdays)[number][]]).map((days) => ({
      frequency: 'weekly' as const,
      byDay: [...new Set([startDay, ...days])].map((each) => ({ day: each })),
    })),
    fc.constant({ frequency: 'monthly' }),
    fc.constant({ frequency: 'monthly', byDay: [{ day: startDay, nth }] }),
    fc.constant({ frequency: 'monthly', byDay: [{ day: startDay, nth: -1 }] }),
    fc.constant({ frequency: 'monthly', byDay: [{ day: startDay }], bySetPosition: [-1] }),
    listOf(-31, 31).map((days) => ({ frequency: 'monthly' as const, byMonthDay: days })),
    fc.constant({ frequency: 'yearly' }),
    fc.constant({ frequency: 'yearly', byMonth: [month], byDay: [{ day: startDay, nth: -1 }] }),
    fc.constant({ frequency: 'yearly', byMonth: [month], byMonthDay: [day] }),
    listOf(1, 12).map((months) => ({ frequency: 'yearly' as const, byMonth: months })),
    listOf(1, 366).map((days) => ({ frequency: 'yearly' as const, byYearDay: days })),
    fc.constant({
      frequency: 'monthly',
      byDay: ['MO', 'TU', 'WE', 'TH', 'FR'].map((each) => ({ day: each as 'MO' })),
      bySetPosition: [-1],
    }),
    fc.constant({ frequency: 'yearly', byWeekNumber: [20], weekStart: 'SU' }),
    fc.constant({ frequency: 'hourly', byHour: [9, 12], byMinute: [0, 30] }),
  ];
  const later = fc.integer({ min: 1, max: 900 }).map((days) => {
    const moved = shift(start, days, 0);
    if (moved.kind === 'zoned') return utc(Math.floor(readingOf(moved) / 60_000) * 60_000);
    return moved;
  });
  return fc
    .tuple(
      fc.oneof(...shapes),
      fc.integer({ min: 1, max: 4 }),
      fc.oneof(
        fc.constant({}),
        fc.integer({ min: 1, max: 99 }).map((count) => ({ count })),
        later.map((until) => ({ until })),
      ),
    )
    .map(([shape, interval, end]) =>
      compact<RecurrenceRule>({
        ...shape,
        ...end,
        interval: interval === 1 ? undefined : interval,
      }),
    );
}

const alarms: fc.Arbitrary<Alarm[]> = fc.array(
  fc
    .record({
      action: fc.constantFrom('audio' as const, 'display' as const),
      trigger: fc.oneof(
        fc.record({
          seconds: fc.integer({ min: -20_000, max: 60 }).map((n) => n * 60),
          related: fc.constantFrom('start' as const, 'end' as const),
        }),
        reading.map((at) => ({ at: utc(at) })),
      ),
      description: fc.option(lineText, { nil: undefined }),
      repeat: fc.option(
        fc.record({ count: fc.integer({ min: 1, max: 9 }), seconds: fc.constant(300) }),
        {
          nil: undefined,
        },
      ),
    })
    .map((alarm) => compact<Alarm>(alarm)),
  { minLength: 1, maxLength: 3 },
);

const person: fc.Arbitrary<Person> = fc
  .record({
    address: fc.emailAddress().map((address) => `mailto:${address}`),
    name: fc.option(fc.constantFrom('Jörg', 'Nováková; Jana', 'Smith, "Jim"'), { nil: undefined }),
    role: fc.option(fc.constantFrom('REQ-PARTICIPANT', 'OPT-PARTICIPANT'), { nil: undefined }),
    status: fc.option(fc.constantFrom('ACCEPTED', 'NEEDS-ACTION', 'DECLINED'), { nil: undefined }),
  })
  .map((fields) => compact<Person>(fields));

const texts = {
  uid: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  created: instant,
  modified: instant,
  categories: fc.uniqueArray(fc.constantFrom('Práce', 'Rodina'), { minLength: 1, maxLength: 2 }),
  classification: fc.constantFrom('PUBLIC', 'PRIVATE', 'CONFIDENTIAL'),
  summary: lineText,
  description: blockText,
  location: lineText,
  priority: fc.integer({ min: 0, max: 9 }),
  organizer: person,
  attendees: fc.array(person, { minLength: 1, maxLength: 2 }),
  url: fc.webUrl(),
  extra: fc.constant([{ name: 'X-COLOR', params: [], value: 'größe\\, blau' }]),
} satisfies Partial<Record<keyof EventItem, fc.Arbitrary<unknown>>>;

/** Series made of rules, additional and cancelled starts. */
function recurrence(start: When): fc.Arbitrary<EventItem['recurrence']> {
  const day = (n: number): When => shift(start, n, 0);
  return optional<NonNullable<EventItem['recurrence']>>({
    dates: listOf(400, 500).map((days) => days.map(day)),
    exceptions: listOf(1, 300).map((days) => days.map(day)),
  }).chain((lists) => rulesFor(start).map((rule) => ({ rules: [rule], ...lists })));
}

/** Events with every field. */
export const events: fc.Arbitrary<EventItem> = times.chain((start) => {
  const end =
    start.kind === 'date'
      ? fc.integer({ min: 1, max: 5 }).map((days) => shift(start, days, 0))
      : fc.integer({ min: 1, max: 300 }).map((minutes) => shift(start, 0, minutes * 300));
  return fc
    .tuple(
      optional<EventItem>({
        kind: fc.constant('event' as const),
        ...texts,
        end,
        alarms,
        transparent: fc.constant(true as boolean),
        status: fc.constantFrom('TENTATIVE', 'CONFIRMED', 'CANCELLED'),
      }),
      fc.option(recurrence(start), { nil: undefined }),
      fc.option(fc.record({ days: fc.integer({ min: 1, max: 300 }), summary: lineText }), {
        nil: undefined,
      }),
    )
    .map(([fields, series, changed]) => {
      const original = changed === undefined ? start : shift(start, changed.days, 0);
      const override = compact<EventItem>({
        kind: 'event',
        uid: fields.uid,
        summary: changed?.summary,
        start: original.kind === 'date' ? shift(original, 1, 0) : shift(original, 0, 600),
        recurrenceId: original,
      });
      return compact<EventItem>({
        ...fields,
        kind: 'event',
        start,
        recurrence: series,
        overrides: series !== undefined && changed !== undefined ? [override] : undefined,
      });
    });
});

/** Tasks with every field. */
export const tasks: fc.Arbitrary<TaskItem> = fc
  .tuple(
    optional<TaskItem>({
      kind: fc.constant('task' as const),
      ...texts,
      due: times,
      alarms,
      completed: instant,
      percent: fc.integer({ min: 0, max: 100 }),
      status: fc.constantFrom('NEEDS-ACTION', 'COMPLETED', 'IN-PROCESS', 'CANCELLED'),
    }),
    fc.option(
      times.chain((start) =>
        fc.tuple(fc.constant(start), fc.option(recurrence(start), { nil: undefined })),
      ),
      { nil: undefined },
    ),
  )
  .map(([fields, planned]) =>
    compact<TaskItem>({
      ...fields,
      kind: 'task',
      start: planned?.[0],
      recurrence: planned?.[1],
      // Without any time there is nothing that an alarm could count from.
      alarms: planned === undefined && fields.due === undefined ? undefined : fields.alarms,
    }),
  );
