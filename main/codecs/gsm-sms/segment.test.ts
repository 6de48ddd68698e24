import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { septetsToText } from './gsm7-alphabet.ts';
import { joinSegments, segmentBinary, segmentText } from './segment.ts';
import { SegmentCollector } from './segment-collector.ts';
import { textOfUserData } from './user-data.ts';
import {
  decodeUserDataHeader,
  encodeUserDataHeader,
  wapPushPorts,
  type UserDataHeader,
} from './user-data-header.ts';

const ports = wapPushPorts;

const header: fc.Arbitrary<UserDataHeader> = fc
  .record(
    {
      ports: fc.record({ destination: fc.nat(0xffff), source: fc.nat(0xffff) }),
      concatenation: fc
        .tuple(fc.boolean(), fc.nat(0xffff), fc.nat(254), fc.nat(254))
        .map(([wide, reference, total, sequence]) => ({
          wide,
          reference: wide ? reference : reference & 0xff,
          total: total + 1,
          sequence: (sequence % (total + 1)) + 1,
        })),
      others: fc.array(
        fc.record({
          id: fc.integer({ min: 0x09, max: 0xff }),
          data: fc.uint8Array({ maxLength: 20 }),
        }),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: ['others'] },
  )
  .map((value): UserDataHeader => value);

describe('a user data header', () => {
  it('comes back as it was, unknown elements included', () => {
    fc.assert(
      fc.property(header, (value) => {
        expect(decodeUserDataHeader(encodeUserDataHeader(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['0605040b84c002', { ports, others: [] }],
    [
      '0b05040b84c00200035a0301',
      { ports, concatenation: { wide: false, reference: 0x5a, total: 3, sequence: 1 }, others: [] },
    ],
    [
      '0c05040b84c002080412340301',
      {
        ports,
        concatenation: { wide: true, reference: 0x1234, total: 3, sequence: 1 },
        others: [],
      },
    ],
  ])('is written and read as %s', (hex, value) => {
    expect(toHex(encodeUserDataHeader(value))).toBe(hex);
    expect(decodeUserDataHeader(fromHex(hex))).toEqual(value);
  });

  it.each([
    ['a part of none', '0500035a0000'],
    ['a part behind the last', '0500035a0203'],
    ['ports of three octets', '0505030b84c0'],
  ])('keeps %s unread', (_name, hex) => {
    const { others, ...understood } = decodeUserDataHeader(fromHex(hex));
    expect(understood).toEqual({});
    expect(others).toHaveLength(1);
    expect(toHex(encodeUserDataHeader({ others }))).toBe(hex);
  });

  it('means the last of repeated elements', () => {
    const { ports: found } = decodeUserDataHeader(fromHex('0c05040001000205040b84c002'));
    expect(found).toEqual(ports);
  });

  it.each([
    ['nothing at all', '', 'truncated'],
    ['a length beyond the end', '0605040b84c0', 'truncated'],
    ['an element beyond the header', '0605050b84c002', 'truncated'],
    ['an element without a length', '0105', 'truncated'],
    ['octets behind it', '0000', 'trailing-data'],
  ])('with %s is refused', (_name, hex, code) => {
    expect(codecErrorOf(() => decodeUserDataHeader(fromHex(hex)))).toMatchObject({
      format: 'udh',
      code,
    });
  });

  it('does not fill more than a message', () => {
    const others = [{ id: 0x70, data: new Uint8Array(138) }];
    expect(codecErrorOf(() => encodeUserDataHeader({ others }))?.code).toBe('too-long');
  });

  it('made of hostile bytes is a codec error or a header', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        codecErrorOf(() => decodeUserDataHeader(bytes));
      }),
    );
  });
});

describe('cutting octets', () => {
  it.each([
    [0, 1],
    [133, 1],
    [134, 2],
    [256, 2],
    [257, 3],
    [255 * 128, 255],
  ])('makes of %i octets %i messages', (octets, count) => {
    const segments = segmentBinary(new Uint8Array(octets), { reference: 7, ports });
    expect(segments).toHaveLength(count);
    expect(segments.every(({ udh, data }) => udh.length + data.length <= 140)).toBe(true);
  });

  it('fits 127 octets beside a 16-bit reference', () => {
    const options = { reference: 0x1234, wide: true, ports };
    const segments = segmentBinary(new Uint8Array(200), options);
    expect(segments.map(({ udh, data }) => [toHex(udh), data.length])).toEqual([
      ['0c05040b84c002080412340201', 127],
      ['0c05040b84c002080412340202', 73],
    ]);
  });

  it('refuses what takes more than 255 messages', () => {
    const payload = new Uint8Array(255 * 128 + 1);
    expect(codecErrorOf(() => segmentBinary(payload, { reference: 1, ports }))?.code).toBe(
      'too-many',
    );
  });

  it('refuses a reference that does not fit', () => {
    const payload = new Uint8Array(200);
    expect(codecErrorOf(() => segmentBinary(payload, { reference: 256, ports }))?.code).toBe(
      'invalid-value',
    );
  });

  it('is undone by joining, in any order', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (payload, wide, random) => {
          const segments = segmentBinary(payload, { reference: 9, wide, ports });
          const shuffled = segments
            .map((segment) => ({ segment, key: random.next().value }))
            .sort((left, right) => left.key - right.key)
            .map(({ segment }) => segment);
          expect(joinSegments(shuffled)).toEqual({ ports, payload });
        },
      ),
    );
  });
});

describe('cutting a text', () => {
  it.each([
    ['a'.repeat(160), 1, 0x00],
    ['a'.repeat(161), 2, 0x00],
    ['a'.repeat(306), 2, 0x00],
    ['a'.repeat(307), 3, 0x00],
    ['€'.repeat(80), 1, 0x00],
    ['ł'.repeat(70), 1, 0x08],
    ['ł'.repeat(71), 2, 0x08],
    ['ł'.repeat(134), 2, 0x08],
    ['ł'.repeat(135), 3, 0x08],
  ])('%# makes the fewest messages', (text, count, dataCoding) => {
    const cut = segmentText(text, { reference: 1 });
    expect(cut).toMatchObject({ dataCoding });
    expect(cut.segments).toHaveLength(count);
  });

  it('fits 152 septets and 66 characters beside a 16-bit reference', () => {
    const lengths = (text: string): number[] =>
      segmentText(text, { reference: 1, wide: true }).segments.map(({ data }) => data.length);
    expect(lengths('a'.repeat(161))).toEqual([152, 9]);
    expect(lengths('ł'.repeat(71))).toEqual([132, 10]);
  });

  it('does not part an escape from its character', () => {
    const { segments } = segmentText('a'.repeat(152) + '€'.repeat(10), { reference: 1 });
    expect(segments.map(({ data }) => data.length)).toEqual([152, 20]);
    expect(segments.map(({ data }) => septetsToText(data)).join('')).toContain('a€');
  });

  it('does not part a surrogate pair', () => {
    const { segments } = segmentText('ł'.repeat(66) + '😀'.repeat(5), { reference: 1 });
    expect(segments.map(({ data }) => data.length)).toEqual([132, 20]);
  });

  it('leaves parts that are readable alone and the whole text together', () => {
    const character = fc.oneof(fc.constantFrom('a', '€', '[', 'ł', '😀'));
    fc.assert(
      fc.property(fc.array(character, { maxLength: 700 }), (characters) => {
        const text = characters.join('');
        const { dataCoding, segments } = segmentText(text, { reference: 1 });
        const parts = segments.map(({ data }) => textOfUserData(dataCoding, data) ?? '');
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => !/\p{Surrogate}/u.test(part))).toBe(true);
      }),
    );
  });
});

describe('joining refuses', () => {
  const cut = (reference: number, octets = 300) =>
    segmentBinary(new Uint8Array(octets), { reference, ports });

  it.each([
    ['nothing', [], 'missing'],
    ['a missing part', cut(1).slice(1), 'inconsistent'],
    ['a repeated part', [...cut(1).slice(1), ...cut(1).slice(2)], 'inconsistent'],
    ['a part of another message', [...cut(1).slice(1), ...cut(2).slice(0, 1)], 'inconsistent'],
    ['a part of another length', [...cut(1).slice(1), ...cut(1, 200).slice(0, 1)], 'inconsistent'],
  ])('%s', (_name, segments, code) => {
    expect(codecErrorOf(() => joinSegments(segments))?.code).toBe(code);
  });
});

describe('a phone that collects parts', () => {
  const payload = Uint8Array.from({ length: 300 }, (_, index) => index);
  const parts = segmentBinary(payload, { reference: 1, ports });

  it('completes a message with its last part, whatever the order', () => {
    const collector = new SegmentCollector();
    const added = parts.toReversed().map((part) => collector.add('+1', part));
    expect(added.slice(0, 2)).toEqual([undefined, undefined]);
    expect(added[2]).toEqual({ ports, payload, segments: parts });
    expect(collector.openMessages).toBe(0);
  });

  it('takes a single message as it is', () => {
    const segment = { udh: fromHex(''), data: fromHex('4142') };
    const complete = new SegmentCollector().add('+1', segment);
    expect(complete).toEqual({ ports: undefined, payload: segment.data, segments: [segment] });
  });

  it('keeps senders apart that use the same reference', () => {
    const collector = new SegmentCollector();
    for (const part of parts.slice(0, 2)) collector.add('+1', part);
    for (const part of parts.slice(2)) expect(collector.add('+2', part)).toBeUndefined();
    expect(collector.openMessages).toBe(2);
  });

  it('counts a repeated part once', () => {
    const collector = new SegmentCollector();
    const [first = { udh: fromHex(''), data: fromHex('') }, ...rest] = parts;
    collector.add('+1', first);
    collector.add('+1', first);
    expect(rest.map((part) => collector.add('+1', part)).at(-1)?.payload).toEqual(payload);
  });

  it('drops the oldest of too many messages that never end', () => {
    const collector = new SegmentCollector(3);
    for (let reference = 0; reference < 10; reference += 1) {
      const [first] = segmentBinary(payload, { reference, ports });
      if (first !== undefined) collector.add('+1', first);
    }
    expect(collector.openMessages).toBe(3);
  });

  it('says that a header is broken', () => {
    const segment = { udh: fromHex('05'), data: fromHex('') };
    expect(codecErrorOf(() => new SegmentCollector().add('+1', segment))?.code).toBe('truncated');
  });
});
