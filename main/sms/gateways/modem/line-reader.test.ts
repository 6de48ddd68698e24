import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader } from './line-reader.ts';

function read(pieces: readonly Uint8Array[]): string[] {
  const seen: string[] = [];
  const reader = new LineReader(
    (line) => seen.push(line),
    () => seen.push('(prompt)'),
  );
  for (const piece of pieces) reader.push(piece);
  return seen;
}

describe('lines of a modem', () => {
  it('are the same however they are cut', () => {
    const octet = fc.oneof(
      fc.constantFrom(0x0d, 0x0a, 0x3e, 0x20, 0x4f, 0x4b),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 200 }), fc.nat(200), (octets, cut) => {
        const bytes = Uint8Array.from(octets);
        const single = [...bytes].map((each) => Uint8Array.of(each));
        const whole = read([bytes]);
        expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
        expect(read(single)).toEqual(whole);
      }),
    );
  });

  it('end with either of the two ends, and the prompt with none', () => {
    const bytes = Buffer.from('\r\n+CSQ: 20,0\r\n\r\nOK\r\n\r\n> 0011\u001a\nEND\r', 'latin1');
    expect(read([bytes])).toEqual(['+CSQ: 20,0', 'OK', '(prompt)', '0011', 'END']);
  });

  it('do not grow for ever', () => {
    const noise = Buffer.alloc(10_000, 'x');
    expect(read([noise, noise, Buffer.from('\r\nOK\r\n')])).toEqual(['OK']);
  });
});
