import { describe, expect, it } from 'vitest';
import { normaliseNumber } from './phone-number.ts';

describe('a phone number', () => {
  it.each([
    ['+48 600 100 200', '+48600100200'],
    ['+48-600-100-200', '+48600100200'],
    ['0048600100200', '+48600100200'],
    ['+420 777 123 456', '+420777123456'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+86 138 0013 8000', '+8613800138000'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(normaliseNumber(typed)).toBe(stored);
  });

  it.each([
    '600 100 200',
    '48600100200',
    '+420 777 12',
    '+48 600 100 200 300 400',
    '+999 123',
    'x',
  ])('%s is refused beside its field', (typed) => {
    expect(() => normaliseNumber(typed)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        fields: [{ path: 'number', code: 'not-a-number' }],
      }),
    );
  });
});
