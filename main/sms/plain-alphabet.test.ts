import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../codecs/bytes.ts';
import { alphabetOf, segmentText, textOfUserData } from '../codecs/gsm-sms/index.ts';
import { joinParts } from './outgoing.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { inPlainAlphabet } from './plain-alphabet.ts';

const turkish = 'Şu çılgın Türkiye, ığdır ve İstanbul. ';

function messageOf(text: string, nationalTables: boolean, dcs?: number): OutgoingMessage {
  const { dataCoding, segments } = segmentText(text, { reference: 7, nationalTables });
  return {
    ...{ id: 'm1', traceId: null, number: '+905321234567', sender: '', pid: 0, hasSecrets: false },
    ...{ dcs: dcs ?? dataCoding, alphabet: alphabetOf(dcs ?? dataCoding), parts: segments },
  };
}

function textOf({ dcs, parts }: OutgoingMessage): string | undefined {
  const { udh, data } = joinParts(parts);
  return textOfUserData(dcs, data, udh);
}

describe('a text without tables of languages', () => {
  it('is what it would have been without them', () => {
    const text = turkish.repeat(6);
    expect(inPlainAlphabet(messageOf(text, true))).toEqual(messageOf(text, false));
  });

  it('keeps its words, whatever they are, in parts that fit', () => {
    const characters = fc.constantFrom(...'ğĞşŞıİçáíóúãõÂÊÀ∞€[]{}abcXYZ 019😀');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 600 }), (pieces) => {
        const given = messageOf(pieces.join(''), true);
        const plain = inPlainAlphabet(given);
        expect(textOf(plain)).toBe(pieces.join(''));
        expect(inPlainAlphabet(given)).toEqual(plain);
        for (const { udh, data } of plain.parts) {
          expect(toHex(udh)).not.toMatch(/2[45]01/u);
          if (plain.alphabet === 'ucs2') {
            expect(concatBytes([udh, data]).length).toBeLessThanOrEqual(140);
          }
        }
      }),
    );
  });

  it('is in the default alphabet where that has all of it', () => {
    const given = {
      ...messageOf('', false),
      parts: [{ udh: fromHex('03250101'), data: fromHex('41') }],
    };
    expect(inPlainAlphabet(given)).toMatchObject({
      ...{ dcs: 0, alphabet: 'gsm7', parts: [{ udh: fromHex(''), data: fromHex('41') }] },
    });
  });

  it.each([
    [0x00, 0x08],
    [0x10, 0x18],
    [0xf0, 0x18],
    [0xf1, 0x19],
    [0xc8, 0xe8],
    [0xd9, 0xe9],
  ])('keeps its class or waiting mark: %i becomes %i', (dcs, wide) => {
    expect(inPlainAlphabet(messageOf(turkish.repeat(3), true, dcs)).dcs).toBe(wide);
  });

  it.each([
    ['a text in the default alphabet', messageOf('x'.repeat(400), true)],
    ['a text in UCS2', messageOf('ğ世', true)],
    ['data', { ...messageOf(turkish.repeat(3), true), alphabet: 'binary', dcs: 4 }],
    [
      'one part of a longer text, which would not fit',
      {
        ...messageOf(turkish.repeat(6), true),
        parts: messageOf(turkish.repeat(6), true).parts.slice(0, 1),
      },
    ],
    [
      'a broken header',
      { ...messageOf('', true), parts: [{ udh: fromHex('0325'), data: fromHex('41') }] },
    ],
  ] as const)('leaves %s as it is', (_what, message) => {
    expect(inPlainAlphabet(message)).toBe(message);
  });
});
