import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from './codec.ts';
import type { ContentType } from './content-types.ts';
import { profileOf } from './device-profiles.ts';
import { fingerprint } from './compare/fingerprint.ts';
import { matchKeys } from './compare/match-keys.ts';
import { defaultProfile } from './profile.ts';

/** What SyncEvolution 2.0 and its server said to each other on the wire. */
const recorded: Readonly<Record<string, readonly [ContentType, string]>> = {
  'contact 3.0': [
    'vcard-3.0',
    `BEGIN:VCARD
VERSION:3.0
PRODID:-//Synthesis AG//NONSGML SyncML Engine V3.4.0.47//EN
REV:20100328T103410Z
N:Family00001;Given00001;;;
FN:Given00001 Family00001
TITLE:Tester
ORG:Org 1;Dept;;
TEL;TYPE=CELL:+491700000001
TEL;TYPE=WORK:+49300000001
EMAIL;TYPE=INTERNET:user00001@example.test
ADR;TYPE=HOME:;;Street 1;Town;Region;00001;Country
BDAY:19510302
NOTE:Note number 1 with umlaut äöü and comma\\, semicolon\\; end
END:VCARD
`,
  ],
  'contact 2.1': [
    'vcard-2.1',
    `BEGIN:VCARD
VERSION:2.1
REV:20100328T103410Z
N:Family00001;Given00001;;;
FN:Given00001 Family00001
TITLE:Tester
ORG:Org 1;Dept;;
TEL;CELL:+491700000001
TEL;WORK:+49300000001
EMAIL;INTERNET:user00001@example.test
ADR;HOME:;;Street 1;Town;Region;00001;Country
BDAY:19510302
NOTE;CHARSET=UTF-8:Note number 1 with umlaut äöü and comma, semicolon; end
END:VCARD
`,
  ],
  'event 2.0': [
    'icalendar',
    `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Synthesis AG//NONSGML SyncML Engine V3.4.0.47//EN
BEGIN:VEVENT
DTSTAMP:20261122T000231Z
UID:lab-e00001
SUMMARY:Event 1
DESCRIPTION:desc 1
LOCATION:Room 1
DTSTART:20240202T100000Z
DTEND:20240202T110000Z
END:VEVENT
END:VCALENDAR
`,
  ],
  'event 1.0': [
    'vcalendar-1.0',
    `BEGIN:VCALENDAR
VERSION:1.0
TZ:+00:00
DAYLIGHT:FALSE
BEGIN:VEVENT
LAST-MODIFIED:20261122T001215Z
UID:lab-e00001
SUMMARY:Event 1
DESCRIPTION:desc 1
LOCATION:Room 1
DTSTART:20240202T100000Z
DTEND:20240202T110000Z
END:VEVENT
END:VCALENDAR
`,
  ],
  'series 1.0': [
    'vcalendar-1.0',
    `BEGIN:VCALENDAR
VERSION:1.0
TZ:+00:00
DAYLIGHT:FALSE
BEGIN:VEVENT
LAST-MODIFIED:20261122T001215Z
UID:lab-rr1
SUMMARY:Weekly
DTSTART:20240105T090000Z
RRULE:W1 FR 20240308T090000Z
DTEND:20240105T093000Z
AALARM:-PT15M;;;al
DALARM:-PT15M;;;al
END:VEVENT
END:VCALENDAR
`,
  ],
  'task 1.0': [
    'vcalendar-1.0',
    `BEGIN:VCALENDAR
VERSION:1.0
BEGIN:VTODO
LAST-MODIFIED:20261122T001215Z
UID:lab-t1
SUMMARY:Buy milk
DUE:20240601T120000Z
PRIORITY:1
STATUS:NEEDS ACTION
END:VTODO
END:VCALENDAR
`,
  ],
};

const item = (name: string) => {
  const [type, text] = recorded[name] ?? (['text', ''] as const);
  return decodeItem(Buffer.from(text.replaceAll('\n', '\r\n')), type);
};

describe('recorded traffic', () => {
  it('gives the same contact in both versions', () => {
    expect(item('contact 2.1')).toEqual(item('contact 3.0'));
    expect(item('contact 3.0')).toEqual({
      kind: 'contact',
      modified: '2010-03-28T10:34:10Z',
      name: { family: 'Family00001', given: 'Given00001' },
      title: 'Tester',
      organization: 'Org 1',
      units: ['Dept'],
      phones: [
        { value: '+491700000001', types: ['cell'] },
        { value: '+49300000001', types: ['work'] },
      ],
      emails: [{ value: 'user00001@example.test' }],
      addresses: [
        {
          street: 'Street 1',
          city: 'Town',
          region: 'Region',
          postalCode: '00001',
          country: 'Country',
          types: ['home'],
        },
      ],
      birthday: '1951-03-02',
      notes: 'Note number 1 with umlaut äöü and comma, semicolon; end',
    });
  });

  it('gives the same event in both versions', () => {
    expect(fingerprint(item('event 1.0'))).toBe(fingerprint(item('event 2.0')));
    expect(matchKeys(item('event 1.0'), 'UTC').exact).toBe(
      matchKeys(item('event 2.0'), 'UTC').exact,
    );
  });

  it('reads the series with its end and alarms', () => {
    expect(item('series 1.0')).toMatchObject({
      start: { kind: 'utc', at: '2024-01-05T09:00:00Z' },
      recurrence: {
        rules: [
          { frequency: 'weekly', byDay: [{ day: 'FR' }], until: { at: '2024-03-08T09:00:00Z' } },
        ],
      },
      alarms: [
        { action: 'audio', trigger: { seconds: -900, related: 'start' }, description: 'al' },
        { action: 'display', trigger: { seconds: -900, related: 'start' }, description: 'al' },
      ],
    });
  });

  it.each(Object.keys(recorded))('%s is written as it came, but for order', (name) => {
    const [type, text] = recorded[name] ?? (['text', ''] as const);
    const profile = {
      ...defaultProfile,
      quotedPrintable: 'line-breaks' as const,
      alarmTimes: 'relative' as const,
    };
    const written = Buffer.from(encodeItem(item(name), type, profile)).toString();
    const sorted = (content: string): string[] =>
      content
        .split(/\r?\n/)
        // What each side says about itself and when.
        .filter((line) => !/^(PRODID|DTSTAMP|TZ|DAYLIGHT|)(:|$)/.test(line))
        .map((line) => line.replace(/;+$/, ''))
        .sort();
    expect(sorted(written)).toEqual(sorted(text));
    expect(project(item(name), type)).toEqual(item(name));
  });
});

describe('device profiles', () => {
  it('applies every row that fits, the later ones last', () => {
    const nokia = profileOf({ manufacturer: 'NOKIA', model: 'Nokia 6230i' }, 'Europe/Prague');
    expect(nokia).toMatchObject({ zone: 'Europe/Prague', times: 'local', minYear: 1980 });
    expect(profileOf({ manufacturer: 'Unknown' }, 'UTC')).toEqual(defaultProfile);
    expect(profileOf({ manufacturer: 'Sony Ericsson', model: 'P900' }, 'UTC').allDay).toBe(
      'hour-24',
    );
  });

  it('keeps a nickname under the name that the device has for it', () => {
    const profile = profileOf({ manufacturer: 'Nokia', model: 'E51' }, 'UTC');
    const contact = { kind: 'contact' as const, name: { family: 'A' }, nicknames: ['Al'] };
    const written = Buffer.from(encodeItem(contact, 'vcard-2.1', profile)).toString();
    expect(written).toContain('X-EPOCSECONDNAME:Al');
    expect(project<'contact'>(contact, 'vcard-2.1', profile)).toEqual(contact);
  });
});
