import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeText } from './describe-text.ts';
import { segmentText } from './segment.ts';

describe('a text that is described', () => {
  it.each([
    ['Hello€', false, { alphabet: 'gsm7', parts: 1, units: 7, unitsLeft: 153, outside: [] }],
    ['', false, { alphabet: 'gsm7', parts: 1, units: 0, unitsLeft: 160, outside: [] }],
    ['a ğ ı ğ', false, { alphabet: 'ucs2', parts: 1, units: 7, unitsLeft: 63 }],
    // A header of 4 octets takes 5 septets.
    ['ğ'.repeat(80), true, { alphabet: 'gsm7', parts: 1, units: 80, unitsLeft: 75, outside: [] }],
    ['ğ'.repeat(80), false, { alphabet: 'ucs2', parts: 2, units: 80, outside: ['ğ'] }],
    // 3 octets more than the reference alone leave 149 septets a part.
    ['ğ'.repeat(160), true, { alphabet: 'gsm7', parts: 2, units: 160, unitsLeft: 138 }],
    ['a世ğ', true, { alphabet: 'ucs2', outside: ['世'] }],
    ['ağ', true, { alphabet: 'ucs2', outside: ['ğ'] }],
  ] as const)(
    'is %j as it will be sent (tables of languages: %s)',
    (text, nationalTables, what) => {
      expect(describeText(text, { nationalTables })).toMatchObject(what);
    },
  );

  it('is what the same text is cut into, and has room for as much as it says', () => {
    const character = fc.constantFrom(...'ğışabc€ÁãΦ');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400 }), fc.boolean(), (pieces, allowed) => {
        const text = pieces.join('');
        const options = { nationalTables: allowed };
        const { parts, units, unitsLeft, alphabet } = describeText(text, options);
        const { segments } = segmentText(text, { ...options, reference: 200 });
        expect(parts).toBe(segments.length);
        const octets = segments.reduce((sum, { data }) => sum + data.length, 0);
        expect(units).toBe(alphabet === 'gsm7' ? octets : octets / 2);
        expect(unitsLeft).toBeGreaterThanOrEqual(0);
        if (alphabet === 'ucs2' || allowed) return;
        expect(describeText(`${text}${'a'.repeat(unitsLeft)}`, options).unitsLeft).toBe(0);
      }),
    );
  });
});
