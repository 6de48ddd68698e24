import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from '../codec.ts';
import { canonicalFields } from '../compare/canonical.ts';
import type { EventItem, Item, TaskItem } from '../item.ts';
import { defaultProfile, type ContentProfile } from '../profile.ts';
import { events, tasks } from '../testing/calendar.ts';

const prague: ContentProfile = { ...defaultProfile, zone: 'Europe/Prague' };
const profiles: readonly ContentProfile[] = [
  defaultProfile,
  prague,
  { ...prague, times: 'utc', allDay: 'last-second', alarmTimes: 'absolute-local' },
  { ...prague, times: 'local', allDay: 'hour-24', alarmTimes: 'relative' },
  { ...prague, times: 'local', zone: 'America/New_York', overrides: 'exclude', allDay: 'date' },
  { ...prague, alarmProperties: ['AALARM'], quotedPrintable: 'line-breaks', fold: false },
];
const anything: fc.Arbitrary<Item> = fc.oneof(events, tasks);

describe('iCalendar round trips', () => {
  it('holds every field', () => {
    fc.assert(
      fc.property(anything, (item) => {
        expect(canonicalFields(project(item, 'icalendar', prague))).toEqual(canonicalFields(item));
      }),
    );
  });

  it.each(profiles.map((profile, index) => [index, profile] as const))(
    'is stable on the second pass with profile %i',
    (_, profile) => {
      fc.assert(
        fc.property(anything, (item) => {
          const once = project(item, 'icalendar', profile);
          expect(project(once, 'icalendar', profile)).toEqual(once);
        }),
      );
    },
  );
});

describe('vCalendar 1.0 round trips', () => {
  it.each(profiles.map((profile, index) => [index, profile] as const))(
    'are stable on the second pass with profile %i',
    (_, profile) => {
      fc.assert(
        fc.property(anything, (item) => {
          const once = project(item, 'vcalendar-1.0', profile);
          const twice = project(once, 'vcalendar-1.0', profile);
          expect(canonicalFields(twice)).toEqual(canonicalFields(once));
        }),
      );
    },
  );

  it.each<[string, ContentProfile, Item]>([
    [
      "a due time that is midnight by the user's clock but not by that of the series",
      defaultProfile,
      {
        kind: 'task',
        start: { kind: 'zoned', at: '2005-01-01T12:00:00', zone: 'Europe/Prague' },
        due: { kind: 'floating', at: '2015-05-24T02:00:00' },
        recurrence: {
          rules: [{ frequency: 'yearly', until: { kind: 'utc', at: '2005-01-02T12:00:00Z' } }],
        },
      },
    ],
    [
      'the due time of a task that begins at midnight UTC',
      prague,
      {
        kind: 'task',
        start: { kind: 'utc', at: '2005-01-01T00:00:00Z' },
        due: { kind: 'utc', at: '2005-01-01T00:05:00Z' },
        recurrence: { rules: [{ frequency: 'monthly', count: 1 }] },
      },
    ],
    [
      "a due time that becomes midnight by the user's clock",
      prague,
      {
        kind: 'task',
        start: { kind: 'utc', at: '2005-01-01T00:00:00Z' },
        due: { kind: 'utc', at: '2005-01-01T23:00:00Z' },
        recurrence: { rules: [{ frequency: 'monthly' }] },
      },
    ],
  ])('are stable on the second pass for %s', (_, profile, item) => {
    const once = project(item, 'vcalendar-1.0', profile);
    const twice = project(once, 'vcalendar-1.0', profile);
    expect(canonicalFields(twice)).toEqual(canonicalFields(once));
  });

  it('keep texts, times and people', () => {
    const fields = ['summary', 'description', 'location', 'categories', 'end', 'extra', 'status'];
    fc.assert(
      fc.property(events, (item) => {
        fc.pre(item.start?.kind !== 'floating');
        const { recurrence: _recurrence, overrides: _overrides, ...single } = item;
        const before = canonicalFields(single);
        const after = canonicalFields(project(single, 'vcalendar-1.0', prague));
        for (const field of fields) expect(after[field]).toEqual(before[field]);
      }),
    );
  });
});

const calendar = (...rows: string[]): Uint8Array => Buffer.from(`${rows.join('\r\n')}\r\n`);
const event1 = (rows: string[], profile = prague, head: string[] = []): EventItem =>
  decodeItem(
    calendar(
      'BEGIN:VCALENDAR',
      'VERSION:1.0',
      ...head,
      'BEGIN:VEVENT',
      ...rows,
      'END:VEVENT',
      'END:VCALENDAR',
    ),
    'vcalendar-1.0',
    profile,
  ) as EventItem;
const written = (item: Item, profile = prague): string =>
  Buffer.from(encodeItem(item, 'vcalendar-1.0', profile)).toString();

describe('vCalendar 1.0', () => {
  it.each([
    [
      'W1 FR 20240308T090000Z',
      {
        frequency: 'weekly',
        byDay: [{ day: 'FR' }],
        until: { kind: 'utc', at: '2024-03-08T09:00:00Z' },
      },
    ],
    ['D1 #10', { frequency: 'daily', count: 10 }],
    ['D2 #0', { frequency: 'daily', interval: 2 }],
    [
      'MP1 1+ MO 1- FR #0',
      {
        frequency: 'monthly',
        byDay: [
          { day: 'MO', nth: 1 },
          { day: 'FR', nth: -1 },
        ],
      },
    ],
    ['MD1 1 15 LD #0', { frequency: 'monthly', byMonthDay: [1, 15, -1] }],
    ['MD2 2- #3', { frequency: 'monthly', interval: 2, byMonthDay: [-2], count: 3 }],
    ['YM1 1 6 #0', { frequency: 'yearly', byMonth: [1, 6] }],
    ['YD1 1 100 #5', { frequency: 'yearly', byYearDay: [1, 100], count: 5 }],
    ['MP12 1- FR #0', { frequency: 'yearly', byMonth: [1], byDay: [{ day: 'FR', nth: -1 }] }],
  ])('reads and writes the rule %s', (text, rule) => {
    const event = event1(['DTSTART:20240105T090000Z', `RRULE:${text}`]);
    expect(event.recurrence?.rules).toEqual([rule]);
    expect(written(event)).toContain(`RRULE:${text}\r\n`);
  });

  it('keeps a rule that it does not understand word for word', () => {
    const event = event1(['DTSTART:20240105T090000Z', 'RRULE:YM1 6 D1 #5']);
    expect(event.recurrence).toBeUndefined();
    expect(event.extra).toEqual([{ name: 'RRULE', params: [], value: 'YM1 6 D1 #5' }]);
    expect(written(event)).toContain('RRULE:YM1 6 D1 #5');
  });

  it.each(['20240332', '20240331T000000'])('survives the time %s', (text) => {
    expect(event1([`DTSTART:${text}`]).kind).toBe('event');
  });

  it.each([
    ['20240330T000000', '20240401T000000'],
    ['20240330T000000', '20240331T235959'],
    ['20240330T000000', '20240331T240000'],
    ['20240329T230000Z', '20240331T220000Z'],
    ['20240330', '20240401'],
  ])('takes %s to %s for two whole days across the change of the clocks', (start, end) => {
    expect(event1([`DTSTART:${start}`, `DTEND:${end}`])).toEqual({
      kind: 'event',
      start: { kind: 'date', at: '2024-03-30' },
      end: { kind: 'date', at: '2024-04-01' },
    });
  });

  it('takes the distance of absolute alarms, and writes them as the device wants', () => {
    const event = event1(['DTSTART:20240105T090000Z', 'AALARM:20240105T084500Z;PT5M;2;x.wav']);
    expect(event.alarms).toEqual([
      {
        action: 'audio',
        trigger: { seconds: -900, related: 'start' },
        description: 'x.wav',
        repeat: { count: 2, seconds: 300 },
      },
    ]);
    expect(written(event)).toContain('AALARM:20240105T084500Z;PT5M;2;x.wav\r\n');
    expect(written(event, { ...prague, alarmTimes: 'absolute-local' })).toContain(
      'AALARM:20240105T094500;',
    );
    expect(written(event, { ...prague, alarmTimes: 'relative' })).toContain('AALARM:-PT15M;');
  });

  it('reads a series in UTC by the clock that TZ and DAYLIGHT describe', () => {
    const event = event1(['DTSTART:20240102T000000Z', 'RRULE:W1 MO #0'], prague, [
      'TZ:-05:00',
      'DAYLIGHT:TRUE;-04:00;20240310T020000;20241103T020000;EST;EDT',
    ]);
    expect(event.start).toEqual({
      kind: 'zoned',
      at: '2024-01-01T19:00:00',
      zone: 'America/New_York',
    });
    expect(written(event)).toContain('DAYLIGHT:TRUE;-04:00;20240310T020000;20241103T020000;;');
  });

  it('finds the exceptions of a list with semicolons', () => {
    const rows = [
      'DTSTART:20240105T090000Z',
      'RRULE:D1 #0',
      'EXDATE:20240106T090000Z;20240107T090000Z',
    ];
    const event = event1(rows, { ...defaultProfile });
    expect(event.recurrence?.exceptions?.map(({ at }) => at)).toEqual([
      '2024-01-06T09:00:00Z',
      '2024-01-07T09:00:00Z',
    ]);
    expect(written(event, defaultProfile)).toContain('EXDATE:20240106T090000Z;20240107T090000Z');
  });

  it('spells the status of tasks as of old', () => {
    const task: TaskItem = { kind: 'task', summary: 'Milk', status: 'NEEDS-ACTION' };
    expect(written(task)).toContain('STATUS:NEEDS ACTION');
    expect(project(task, 'vcalendar-1.0')).toEqual(task);
  });
});

describe('iCalendar', () => {
  const event = (rows: string[], before: string[] = [], profile = prague): EventItem =>
    decodeItem(
      calendar(
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        ...before,
        'BEGIN:VEVENT',
        ...rows,
        'END:VEVENT',
        'END:VCALENDAR',
      ),
      'icalendar',
      profile,
    ) as EventItem;

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Vienna', 'Europe/Vienna'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Etc/UTC', 'UTC'],
    ['Nowhere', 'Europe/Prague'],
  ])('takes the time zone %s for %s', (tzid, zone) => {
    const { start } = event([`DTSTART;TZID=${tzid}:20240701T100000`]);
    expect(start).toEqual(
      zone === 'UTC'
        ? { kind: 'utc', at: '2024-07-01T10:00:00Z' }
        : { kind: 'zoned', at: '2024-07-01T10:00:00', zone },
    );
  });

  it('finds a zone by what its VTIMEZONE says', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Custom',
      'BEGIN:STANDARD',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:-0700',
      'TZOFFSETTO:-0800',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0700',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    expect(event(['DTSTART;TZID=Custom:20240701T100000'], zone).start).toMatchObject({
      zone: 'America/Los_Angeles',
    });
  });

  it.each([
    ['Prague', '+0100', '+0200', 'Europe/Prague'],
    ['Office', '+0100', '+0200', 'Europe/Berlin'],
    // A description that contradicts the name is what the clock was set by.
    ['London', '+0100', '+0200', 'Europe/Berlin'],
    ['Elsewhere', '+0330', '+0430', 'Asia/Tehran'],
    ['Moon', '+0700', '+0900', 'Etc/GMT-7'],
  ])(
    'reads the zone %s of Synthesis, whose clock changes every twelfth month',
    (tzid, winter, summer, zone) => {
      const described = [
        'BEGIN:VTIMEZONE',
        `TZID:${tzid}`,
        'BEGIN:STANDARD',
        'DTSTART:19671029T030000',
        'RRULE:FREQ=MONTHLY;INTERVAL=12;BYDAY=-1SU',
        `TZOFFSETFROM:${summer}`,
        `TZOFFSETTO:${winter}`,
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:19870329T020000',
        'RRULE:FREQ=MONTHLY;INTERVAL=12;BYDAY=-1SU',
        `TZOFFSETFROM:${winter}`,
        `TZOFFSETTO:${summer}`,
        'END:DAYLIGHT',
        'END:VTIMEZONE',
      ];
      const { start } = event([`DTSTART;TZID=${tzid}:20261201T090000`], described, defaultProfile);
      expect(start).toEqual({ kind: 'zoned', at: '2026-12-01T09:00:00', zone });
    },
  );

  it('gathers the changed instances of a series, and keeps a detached one by itself', () => {
    const series = event([
      'UID:a',
      'DTSTART:20240101T100000Z',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'RECURRENCE-ID:20240103T100000Z',
      'DTSTART:20240103T120000Z',
    ]);
    expect(series.overrides).toHaveLength(1);
    expect(series.overrides?.[0]?.start?.at).toBe('2024-01-03T12:00:00Z');
    expect(event(['UID:a', 'RECURRENCE-ID:20240103T100000Z']).recurrenceId?.kind).toBe('utc');
  });

  it('refuses two events in one object rather than losing one', () => {
    expect(() => event(['UID:a', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:b'])).toThrow('unsupported');
  });

  it('keeps unknown parts word for word', () => {
    const rows = [
      'DTSTART;X-A="b;c":20240101T100000Z',
      'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="A, B":geo:1,2',
      'CONFERENCE;FEATURE=AUDIO,VIDEO:https://x.example/?a=b\\;c',
      'BEGIN:X-THING',
      'X-Y:1',
      'END:X-THING',
    ];
    const item = event(rows);
    const text = Buffer.from(encodeItem(item, 'icalendar', { ...prague, fold: false })).toString();
    for (const row of rows) expect(text).toContain(`${row}\r\n`);
  });
});
