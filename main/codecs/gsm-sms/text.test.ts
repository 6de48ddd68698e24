import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { alphabetOf } from './data-coding.ts';
import { septetsToText, textToSeptets } from './gsm7-alphabet.ts';
import { packedLength, packSeptets, unpackSeptets } from './gsm7-packing.ts';
import { decodeUcs2, encodeUcs2 } from './ucs2.ts';

const alphabet = Array.from(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ' +
    'ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€',
);
const gsmText = fc.array(fc.constantFrom(...alphabet)).map((characters) => characters.join(''));

describe('the GSM alphabet', () => {
  it('has 127 characters and 10 escaped ones', () => {
    expect(new Set(alphabet).size).toBe(137);
    expect(textToSeptets(alphabet.join(''))).toHaveLength(127 + 20);
  });

  it('keeps every text that it can hold', () => {
    fc.assert(
      fc.property(gsmText, (text) => {
        const septets = textToSeptets(text) ?? new Uint8Array();
        expect(septetsToText(septets)).toBe(text);
        expect(septets.every((septet) => septet < 0x80)).toBe(true);
      }),
    );
  });

  it.each(['ç', 'Ł', '世', '😀', '`', '\u001b', '\t'])('has no %j', (character) => {
    expect(textToSeptets(character)).toBeUndefined();
  });

  it('packs an extended text as in the vector', () => {
    const septets = textToSeptets('€ [x] ~') ?? new Uint8Array();
    expect(toHex(septets)).toBe('1b65201b3c781b3e201b3d');
    expect(toHex(packSeptets(septets))).toBe(toHex(vector('gsm7-septets-ext')));
  });

  it('shows an unknown extension as its plain character and a stray escape as a space', () => {
    expect(septetsToText(fromHex('1b41'))).toBe('A');
    expect(septetsToText(fromHex('1b1b41'))).toBe(' A');
    expect(septetsToText(fromHex('411b'))).toBe('A ');
  });

  it('has no eighth bit', () => {
    expect(codecErrorOf(() => septetsToText(fromHex('80')))?.code).toBe('invalid-value');
    expect(codecErrorOf(() => packSeptets(fromHex('80')))?.code).toBe('invalid-value');
  });
});

describe('packing', () => {
  it('gives back the septets behind any fill bits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x7f), { maxLength: 160 }), fc.nat(6), (septets, fill) => {
        const packed = packSeptets(Uint8Array.from(septets), fill);
        expect(packed).toHaveLength(packedLength(septets.length, fill));
        expect([...unpackSeptets(packed, septets.length, fill)]).toEqual(septets);
      }),
    );
  });

  it('does not invent septets', () => {
    expect(codecErrorOf(() => unpackSeptets(fromHex('ff'), 2))?.code).toBe('truncated');
  });
});

describe('UCS2', () => {
  it('keeps every text, surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUcs2(encodeUcs2(text))).toBe(text);
      }),
    );
  });

  it('has no odd octet', () => {
    expect(codecErrorOf(() => decodeUcs2(fromHex('004100')))?.code).toBe('truncated');
  });
});

describe('TP-DCS', () => {
  it.each([
    [0x00, 'gsm7'],
    [0x04, 'binary'],
    [0x08, 'ucs2'],
    [0x0c, 'gsm7'],
    [0x15, 'binary'],
    [0x20, 'binary'],
    [0x48, 'ucs2'],
    [0x80, 'gsm7'],
    [0xc0, 'gsm7'],
    [0xd8, 'gsm7'],
    [0xe0, 'ucs2'],
    [0xf1, 'gsm7'],
    [0xf5, 'binary'],
  ] as const)('%i means %s', (dataCoding, expected) => {
    expect(alphabetOf(dataCoding)).toBe(expected);
  });
});
