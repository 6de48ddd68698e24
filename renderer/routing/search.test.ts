import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, placeOf } from './places.ts';
import { oneOf, parseSearch, stringifySearch, toSearchValues } from './search.ts';

describe('filters in the URL', () => {
  it('are plain names and texts', () => {
    expect(stringifySearch({ state: 'attention', text: "Ada's E71", page: undefined })).toBe(
      '?state=attention&text=Ada%27s+E71',
    );
    expect(parseSearch('?state=attention&text=Ada%27s+E71')).toEqual({
      state: 'attention',
      text: "Ada's E71",
    });
  });

  it('leave no trace when they are empty', () => {
    expect(stringifySearch({ state: '', text: undefined, other: null })).toBe('');
  });

  it('come back as they were, whatever is typed', () => {
    const values = fc.dictionary(
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => name !== '__proto__'),
      fc.string({ minLength: 1, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(values, (given) => {
        expect(parseSearch(stringifySearch(given))).toEqual({ ...given });
      }),
    );
  });

  it('are texts only, whatever stands in the URL', () => {
    expect(toSearchValues({ state: 'off', count: 3, none: '' })).toEqual({ state: 'off' });
    expect(oneOf('moon', ['on', 'off'])).toBeUndefined();
    expect(oneOf('off', ['on', 'off'])).toBe('off');
  });
});

describe('the address of an object', () => {
  it('opens its panel in its list', () => {
    expect(hrefOf(placeOf('device', 'd 1'))).toBe('#/devices?open=d+1');
    expect(hrefOf(placeOf('gateway', 'g1'))).toBe('#/sms?open=g1');
  });

  it('is the page of a trace', () => {
    expect(hrefOf(placeOf('trace', 'a/b'))).toBe('#/trace/a%2Fb');
  });
});
