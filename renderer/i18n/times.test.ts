import { describe, expect, it } from 'vitest';
import { textsOf } from './format.ts';
import { createFormats, relativeUnit } from './times.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const words = {
  justNow: 'just now',
  milliseconds: (count: string) => `${count} ms`,
  seconds: (count: string) => `${count} s`,
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string) => `${count} d`,
};

describe('a length of time', () => {
  it('is told in its largest fitting unit', () => {
    const { duration } = createFormats('en', words);
    expect([12, 1_240, 42 * second, 5 * minute, 90 * minute, 3 * day].map(duration)).toEqual([
      '12 ms',
      '1.2 s',
      '42 s',
      '5 min',
      '1.5 h',
      '3 d',
    ]);
  });

  it('has the decimal sign of the language', () => {
    expect(createFormats('cs', words).duration(1_240)).toBe('1,2 s');
  });
});

describe('a distance from now', () => {
  it('is just now within ten seconds, before and after', () => {
    expect(relativeUnit(-9 * second)).toBeNull();
    expect(relativeUnit(9 * second)).toBeNull();
  });

  it('is told in whole units that have passed', () => {
    expect(relativeUnit(-90 * second)).toEqual({ count: -1, unit: 'minute' });
    expect(relativeUnit(-25 * hour)).toEqual({ count: -1, unit: 'day' });
    expect(relativeUnit(3 * hour)).toEqual({ count: 3, unit: 'hour' });
  });

  it('is a phrase of the language', () => {
    const { relative } = createFormats('en', words);
    expect(relative(0, 2 * minute)).toBe('2 minutes ago');
    expect(relative(0, 30 * hour)).toBe('yesterday');
    expect(relative(0, second)).toBe('just now');
  });
});

describe('a text', () => {
  it('tells which of its pieces are values', () => {
    expect(textsOf('en').parts('log.alert.delivered', { device: 'E71' })).toEqual([
      { name: null, text: 'Alert delivered to ' },
      { name: 'device', text: 'E71' },
    ]);
  });

  it('counts as its language counts', () => {
    const texts = textsOf('pl');
    expect([1, 2, 5].map((count) => texts.format('common.rowCount', { count }))).toEqual([
      '1 wiersz',
      '2 wiersze',
      '5 wierszy',
    ]);
  });

  it('is shown unfilled rather than not at all when a value is missing', () => {
    expect(textsOf('en').format('log.alert.delivered', {})).toContain('Alert delivered');
    expect(textsOf('en').format('no.such.key')).toBe('no.such.key');
  });
});
