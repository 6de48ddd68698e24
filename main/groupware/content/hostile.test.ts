import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem } from './codec.ts';
import { ContentError } from './content-error.ts';
import { contentTypeOf, type ContentType } from './content-types.ts';
import { fingerprint } from './compare/fingerprint.ts';
import { matchKeys } from './compare/match-keys.ts';
import type { Item } from './item.ts';

const samples: readonly (readonly [ContentType, Item])[] = [
  [
    'vcard-2.1',
    {
      kind: 'contact',
      name: { family: 'Größe', given: 'Zoë' },
      notes: 'a\nb',
      photo: { data: Buffer.alloc(300, 7).toString('base64') },
    },
  ],
  ['vcard-3.0', { kind: 'contact', name: { family: 'Größe' }, notes: 'ä'.repeat(90) }],
  [
    'icalendar',
    {
      kind: 'event',
      summary: 'ž',
      start: { kind: 'zoned', at: '2024-01-01T10:00:00', zone: 'Europe/Prague' },
      recurrence: { rules: [{ frequency: 'daily' }] },
    },
  ],
  ['vcalendar-1.0', { kind: 'task', summary: 'ž', due: { kind: 'date', at: '2024-01-01' } }],
  ['vnote', { kind: 'note', subject: 'ž', text: 'x' }],
  ['sif-contact', { kind: 'contact', name: { family: 'Größe' }, notes: ']]>' }],
  ['sif-event', { kind: 'event', summary: 'ž', start: { kind: 'date', at: '2024-01-01' } }],
  ['sif-task', { kind: 'task', summary: 'ž' }],
  ['sif-note', { kind: 'note', subject: 'ž' }],
  ['email', { kind: 'mail', body: 'QUJD', read: true }],
  ['file', { kind: 'file', name: 'a', body: 'QUJD' }],
  ['folder', { kind: 'folder', name: 'a' }],
];
const types = [...samples.map(([type]) => type), 'text'] as const;

/** What decoding gave, or the code of its error; anything else that is thrown fails the test. */
function attempt(bytes: Uint8Array, type: ContentType): Item | string {
  try {
    return decodeItem(bytes, type);
  } catch (error) {
    if (error instanceof ContentError) return error.code;
    throw error;
  }
}

const vcard = (...rows: string[]): Uint8Array =>
  Buffer.from(['BEGIN:VCARD', 'VERSION:2.1', ...rows, 'END:VCARD', ''].join('\r\n'));
const event = (...rows: string[]): Uint8Array =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      ...rows,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

describe('hostile items', () => {
  it.each(samples)('%s cut anywhere is refused, never taken for a whole item', (type, item) => {
    const whole = Buffer.from(encodeItem(item, type));
    const end = Buffer.from(whole.toString('latin1').trimEnd(), 'latin1').length;
    for (let length = 0; length < end; length += 1) {
      expect(typeof attempt(whole.subarray(0, length), type)).toBe('string');
    }
  });

  it.each(samples)('%s with octets changed ends in an item or a typed error', (type, item) => {
    const whole = encodeItem(item, type);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, octet] of changes) bytes[at] = octet;
        const result = attempt(bytes, type);
        if (typeof result === 'string') return;
        // What was accepted can be written, compared and matched as well.
        expect(fingerprint(result)).toHaveLength(43);
        expect(matchKeys(result, 'Europe/Prague').exact).toHaveLength(43);
        expect(encodeItem(result, type).length).toBeGreaterThan(0);
      }),
    );
  });

  it.each(types)('any octets as %s end in an item or a typed error', (type) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        attempt(bytes, type);
      }),
    );
  });

  it.each([
    ['nesting', 'vcard-2.1', Buffer.from('BEGIN:VCARD\r\n'.repeat(100_000)), 'too-deep'],
    [
      'components',
      'icalendar',
      Buffer.from(`BEGIN:VCALENDAR\r\n${'BEGIN:X\r\nEND:X\r\n'.repeat(50_000)}`),
      'too-many',
    ],
    ['lines', 'vcard-2.1', vcard(...Array.from({ length: 100_000 }, () => 'X-A:1')), 'too-many'],
    ['parameters', 'vcard-2.1', vcard(`TEL${';X=1'.repeat(500)}:1`), 'too-many'],
    ['a head', 'vcard-2.1', vcard(`TEL;X=${'y'.repeat(100_000)}:1`), 'too-long'],
    ['parts of a value', 'vcard-2.1', vcard(`N:${';'.repeat(1_000_000)}`), 'too-many'],
    ['exceptions', 'icalendar', event(`EXDATE:${'20240101,'.repeat(50_000)}`), 'too-many'],
    ['octets', 'text', Buffer.alloc(21 * 1024 * 1024, 0x61), 'too-long'],
    ['XML elements', 'sif-note', Buffer.from('<note>'.repeat(100_000)), 'too-deep'],
    ['flat XML', 'sif-note', Buffer.from(`<note>${'<a/>'.repeat(100_000)}</note>`), 'too-many'],
  ] as const)('too much of %s is refused', (_, type, bytes, code) => {
    expect(attempt(bytes, type)).toBe(code);
  });

  it.each([
    ['<!DOCTYPE note [<!ENTITY a "x">]><note><Body>&a;</Body></note>', 'unsupported'],
    ['<!DOCTYPE note SYSTEM "file:///etc/passwd"><note/>', 'unsupported'],
    ['<note><Body>&nbsp;</Body></note>', 'malformed'],
    ['<note><Body></note>', 'malformed'],
    ['', 'malformed'],
  ])('XML that declares things of its own is refused: %s', (xml, code) => {
    expect(attempt(Buffer.from(xml), 'sif-note')).toBe(code);
  });

  it.each([
    vcard(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(200_000)}end`),
    vcard(`NOTE:${'a'.repeat(3_000_000)}`),
    vcard(`PHOTO;ENCODING=BASE64:${'A'.repeat(5_000_000)}`, ''),
    vcard(
      `NOTE;CHARSET=no-such-set:M\u00fc`,
      `${'"'.repeat(5000)}:x`,
      'constructor:1',
      '__proto__;__proto__=1:2',
    ),
    event('DTSTART;TZID=__proto__:00010101T000000', 'DTEND:99991231T235959Z', 'DURATION:P999999W'),
    event('DTSTART:20240101T000000Z', `RRULE:FREQ=DAILY;BYYEARDAY=${'1,'.repeat(4000)}1`),
    event('DTSTART:20240101T000000Z', 'RRULE:FREQ=SECONDLY;INTERVAL=0;COUNT=99999999999999999999'),
    event('DTSTART:20241399T996699Z', 'TRIGGER:-P', 'PRIORITY:99999999999', 'SEQUENCE:-1'),
    event(
      'DTSTART;TZID=Evil:20240101T000000',
      'END:VEVENT',
      'BEGIN:VTIMEZONE',
      'TZID:Evil',
      ...Array.from(
        { length: 2_000 },
        () =>
          'BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+9999\r\nTZOFFSETTO:-9999\r\nEND:STANDARD',
      ),
      'END:VTIMEZONE',
      'BEGIN:X',
      'END:X',
    ),
  ])('takes what is only strange (%#)', (bytes) => {
    const type = Buffer.from(bytes.subarray(0, 20)).includes('VCARD') ? 'vcard-2.1' : 'icalendar';
    const result = attempt(bytes, type);
    expect(['object', 'string']).toContain(typeof result);
    if (typeof result === 'object') expect(encodeItem(result, type).length).toBeGreaterThan(0);
  });

  it('knows no type by the names of JavaScript', () => {
    expect(contentTypeOf('constructor')).toBeUndefined();
    expect(contentTypeOf('__proto__')).toBeUndefined();
    expect(contentTypeOf('Text/X-VCARD; charset=utf-8', '3.0')).toBe('vcard-3.0');
  });
});
