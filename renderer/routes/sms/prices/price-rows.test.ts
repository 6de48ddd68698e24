import { describe, expect, it } from 'vitest';
import { mergeRows, priceFaults, pricesToRows, readPasted, rowsToPrices } from './price-rows.ts';

describe('the table of prices', () => {
  it('takes a comma and a point, and prefixes as people write them', () => {
    expect(
      rowsToPrices([
        { prefix: '0048', price: '0,09' },
        { prefix: '+420', price: '0.045' },
        { prefix: '', price: '1' },
        { prefix: '', price: '' },
      ]),
    ).toEqual([
      { prefix: '+48', price: 0.09 },
      { prefix: '+420', price: 0.045 },
      { prefix: '', price: 1 },
    ]);
  });

  it('says which field of which line is wrong', () => {
    const rows = [
      { prefix: '+48', price: '-1' },
      { prefix: '48', price: '1' },
      { prefix: 'PL', price: '1001' },
    ];
    expect(priceFaults(rows)).toEqual([
      { prefix: null, price: 'price' },
      { prefix: 'twice', price: null },
      { prefix: 'prefix', price: 'price' },
    ]);
    expect(rowsToPrices(rows)).toBeNull();
  });

  it('comes back as it was stored', () => {
    const prices = [
      { prefix: '', price: 0.1 },
      { prefix: '+48', price: 0.0455 },
    ];
    expect(rowsToPrices(pricesToRows(prices))).toEqual(prices);
  });
});

describe('a pasted list', () => {
  it('is read with semicolons, tabs and spaces, and keeps what it does not understand', () => {
    const text = 'Prefix;Price\n+48; 0,09\r\n0044\t0.05\n1 0.01\n; 0.2\n\n+49; free';
    expect(readPasted(text)).toEqual({
      rows: [
        { prefix: '+48', price: '0,09' },
        { prefix: '+44', price: '0.05' },
        { prefix: '+1', price: '0.01' },
        { prefix: '', price: '0.2' },
      ],
      rest: ['Prefix;Price', '+49; free'],
    });
  });

  it('gives a prefix that is there already its new price', () => {
    const before = [
      { prefix: '+48', price: '1' },
      { prefix: '', price: '' },
    ];
    expect(mergeRows(before, [{ prefix: '+48', price: '2' }])).toEqual([
      { prefix: '+48', price: '2' },
    ]);
  });
});
