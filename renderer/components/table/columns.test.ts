import { describe, expect, it } from 'vitest';
import { compareValues, leastWidth, readSort, writeSort } from './columns.ts';

const collator = new Intl.Collator('cs', { numeric: true, sensitivity: 'base' });

describe('the order of a table', () => {
  it('stands in the URL in one word', () => {
    expect(readSort('-name')).toEqual({ id: 'name', desc: true });
    expect(writeSort({ id: 'name', desc: false })).toBe('name');
    expect(readSort(writeSort({ id: 'name', desc: true }))).toEqual({ id: 'name', desc: true });
    expect(readSort('-')).toBeNull();
    expect(writeSort(null)).toBe('');
  });

  it('is that of the language, with numbers inside texts as numbers', () => {
    const names = ['Řehoř', 'Rudolf', 'E 10', 'E 9'];
    expect(names.sort((one, other) => compareValues(one, other, collator))).toEqual([
      'E 9',
      'E 10',
      'Rudolf',
      'Řehoř',
    ]);
  });

  it('has what is missing at the end', () => {
    expect([null, 3, 1].sort((one, other) => compareValues(one, other, collator))).toEqual([
      1,
      3,
      null,
    ]);
  });
});

describe('the least width of a row', () => {
  it('is that of its tracks, the space between them and at its sides', () => {
    expect(leastWidth(['36px', 'minmax(140px, 2fr)', '1fr'])).toBe(36 + 140 + 2 * 12 + 32);
  });
});
