import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkupError, controlKeys, parseMarkup, wantedValues } from './markup.ts';

function faultOf(text: string): string {
  try {
    parseMarkup(text);
  } catch (error) {
    if (error instanceof MarkupError) return `${error.fault} ${String(error.position)}`;
    throw error;
  }
  return 'none';
}

describe('the markup of guides', () => {
  it('has controls, words of the phone, values and what is strong', () => {
    expect(
      parseMarkup('Press [[devices.add]], [[phone:OK]] at {url}, **{clientType} now**.'),
    ).toEqual([
      { kind: 'text', text: 'Press ' },
      { kind: 'control', key: 'devices.add' },
      { kind: 'text', text: ', ' },
      { kind: 'phone', word: 'OK' },
      { kind: 'text', text: ' at ' },
      { kind: 'value', name: 'url' },
      { kind: 'text', text: ', ' },
      {
        kind: 'strong',
        tokens: [
          { kind: 'value', name: 'clientType' },
          { kind: 'text', text: ' now' },
        ],
      },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each([
    ['Press [[devices.add', 'unclosed 6'],
    ['Press [[]]', 'empty 6'],
    ['{nothing}', 'unknown-value 0'],
    ['a ]] b', 'stray-bracket 2'],
    ['a } b', 'stray-bracket 2'],
    ['**[[devices.add]]**', 'nested 2'],
    ['[[a {url}]]', 'nested 0'],
    ['**strong', 'unclosed 0'],
    ['{url', 'unclosed 0'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('leaves every other text as it is', () => {
    const plain = fc.string({ minLength: 1 }).filter((text) => !/[[\]{}*]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(parseMarkup(text)).toEqual([{ kind: 'text', text }]);
      }),
    );
  });

  it('either reads a text or says what is wrong with it', () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      '{',
      '}',
      '**',
      'url',
      'a.b',
      ' ',
      'phone:',
      '*',
      '[',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(() => faultOf(pieces.join(''))).not.toThrow();
      }),
    );
  });

  it('tells which controls and values a text names', () => {
    const tokens = parseMarkup('[[a.b]] {url} **{user}** [[phone:OK]] [[c.d]]');
    expect(controlKeys(tokens)).toEqual(['a.b', 'c.d']);
    expect(wantedValues(tokens)).toEqual(['url', 'user']);
  });
});
