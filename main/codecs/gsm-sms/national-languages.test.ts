import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { alphabetOf } from './data-coding.ts';
import { septetsToText, textToSeptets } from './gsm7-alphabet.ts';
import { headerSeptets, packedLength } from './gsm7-packing.ts';
import { languagePairs } from './national-languages.ts';
import { joinSegments, segmentText } from './segment.ts';
import { decodeSubmit, encodeSubmit, submitsOf } from './submit.ts';
import { textOfUserData } from './user-data.ts';
import { languagesOf } from './user-data-header.ts';

/** Every character that some tables have. */
function charactersOf(languages: (typeof languagePairs)[number]): string[] {
  const plain = Array.from({ length: 128 }, (_, septet) => [septet]);
  const escaped = Array.from({ length: 128 }, (_, septet) => [0x1b, septet]);
  return [...plain, ...escaped]
    .filter((septets) => septets.at(-1) !== 0x1b)
    .map((septets) => septetsToText(Uint8Array.from(septets), languages));
}

const national = { reference: 1, nationalTables: true } as const;

describe('the tables of languages', () => {
  it.each([
    // The Turkish locking table has these where others have accents; 3GPP TS 23.038 A.3.1.
    [{ locking: 1, single: 0 }, '€ığĞŞşİç', '04070c0b1c1d4060'],
    [{ locking: 0, single: 1 }, 'ğış', '1b671b691b73'],
    // A.2.2
    [{ locking: 0, single: 2 }, 'Buenos días', '4275656e6f7320641b696173'],
    [{ locking: 0, single: 2 }, 'ÁÍÓÚáíóúç', '1b411b491b4f1b551b611b691b6f1b751b09'],
    // A.3.3 and A.2.3
    [{ locking: 3, single: 0 }, 'ÀãõÂê∞', '147b7c1c0415'],
    [{ locking: 0, single: 3 }, 'Ààãâ', '1b417f1b7b1b7f'],
    [{ locking: 3, single: 3 }, 'ΦΓ', '1b121b13'],
  ])('%j write %s', (languages, text, hex) => {
    expect(toHex(textToSeptets(text, languages) ?? new Uint8Array())).toBe(hex);
    expect(septetsToText(fromHex(hex), languages)).toBe(text);
  });

  it.each(languagePairs)('keep every text of their characters: %j', (languages) => {
    const characters = fc.constantFrom(...charactersOf(languages));
    fc.assert(
      fc.property(fc.array(characters), (pieces) => {
        const text = pieces.join('');
        const septets = textToSeptets(text, languages) ?? new Uint8Array();
        expect(septetsToText(septets, languages)).toBe(text);
      }),
    );
  });

  it('are taken for none where a language is not known', () => {
    expect(septetsToText(fromHex('6007'), { locking: 99, single: 99 })).toBe('¿ì');
  });
});

describe('a text cut with the tables of languages', () => {
  it('takes fewer messages than UCS2, and says in each part which tables it uses', () => {
    const text = 'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6);
    const { dataCoding, segments } = segmentText(text, national);
    expect(dataCoding).toBe(0);
    expect(segments.length).toBeLessThan(segmentText(text, { reference: 1 }).segments.length);
    for (const { udh } of segments) expect(toHex(udh)).toMatch(/^080003..(?:....)250101$/u);
  });

  it('uses the extension where few characters need it', () => {
    const text = `Mañana será otro día. ${'x'.repeat(100)}`;
    const [segment] = segmentText(text, national).segments;
    expect(toHex(segment?.udh ?? new Uint8Array())).toBe('03240102');
  });

  it.each([
    ['is in UCS2 as nobody allows them', 'ğ'.repeat(100), {}],
    ['is in UCS2 as they save nothing', 'ğ', { nationalTables: true }],
    ['is in UCS2 as no table has it', `${'ğ'.repeat(100)}世`, { nationalTables: true }],
  ])('%s', (_why, text, options) => {
    expect(segmentText(text, { reference: 1, ...options }).dataCoding).toBe(8);
  });

  it('stays as it was where the default alphabet has all of it', () => {
    const text = 'Grüße €'.repeat(40);
    expect(segmentText(text, national)).toEqual(segmentText(text, { reference: 1 }));
  });

  it('comes out of the air as it went in', () => {
    const characters = fc.constantFrom(...'ğĞşŞıİçáíóúÁÍÓÚãõâêÂÊÀ∞€[]{}abcXYZ 019');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 400 }), (pieces) => {
        const text = pieces.join('');
        const { dataCoding, segments } = segmentText(text, national);
        const destination = { value: '420601123456', type: 0x91 };
        const received = submitsOf(segments, { destination, dataCoding }).map((submit) =>
          decodeSubmit(encodeSubmit(submit)),
        );
        const { payload } = joinSegments(received);
        expect(textOfUserData(dataCoding, payload, received[0]?.udh)).toBe(text);
        // No character is cut in two.
        for (const { udh, data } of received) {
          const part = textOfUserData(dataCoding, data, udh) ?? '';
          expect(text).toContain(part);
        }
      }),
    );
  });

  it.each(languagePairs)(
    'fits into its parts, no escape apart from its letter: %j',
    (languages) => {
      const characters = fc.oneof(
        fc.constantFrom(...charactersOf(languages)),
        fc.constantFrom(...'€ğÁãΦ世😀'),
      );
      fc.assert(
        fc.property(fc.array(characters, { minLength: 1, maxLength: 700 }), (pieces) => {
          const text = pieces.join('');
          const { dataCoding, segments } = segmentText(text, national);
          const texts = segments.map(({ udh, data }) => {
            const isGsm = alphabetOf(dataCoding) === 'gsm7';
            const octets = isGsm
              ? packedLength(headerSeptets(udh.length) + data.length)
              : udh.length + data.length;
            expect(octets).toBeLessThanOrEqual(140);
            return textOfUserData(dataCoding, data, udh) ?? '';
          });
          expect(texts.join('')).toBe(text);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('is read in the default alphabet where its header is broken', () => {
    expect(textOfUserData(0, fromHex('60'), fromHex('0324'))).toBe('¿');
  });

  it('reads no language out of elements that are malformed', () => {
    const others = [{ id: 0x24, data: new Uint8Array(0) }];
    expect(languagesOf({ others })).toEqual({ locking: 0, single: 0 });
  });
});
