import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeValidity } from './validity.ts';

describe('a relative validity_period', () => {
  it.each([
    [undefined, ''],
    [60, '000000000100000R'],
    [183_600, '000002030000000R'],
    [604_799, '000006235959000R'],
    [604_800, '000007000000000R'],
  ])('of %j seconds is %j', (seconds, text) => {
    expect(relativeValidity(seconds)).toBe(text);
  });

  it('has 16 characters and stands for the time that it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 * 86_400 }), (seconds) => {
        const text = relativeValidity(seconds);
        const [, days, hours, minutes, rest] =
          /^0000(\d\d)(\d\d)(\d\d)(\d\d)000R$/u.exec(text)?.map(Number) ?? [];
        expect(
          (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (rest ?? 0),
        ).toBe(seconds);
      }),
    );
  });
});
