import { describe, expect, it } from 'vitest';
import { holdPlace, untoldTitles } from './held-place.ts';

describe('the folder of a hold', () => {
  it.each([
    ['contacts', ''],
    ['contacts/Sales', 'Sales'],
    ['contacts/corporate', 'corporate'],
    ['contacts/shared/Team', 'shared/Team'],
  ])('%s is found in the data browser', (collectionUri, folder) => {
    expect(holdPlace({ accountId: 'a', dataType: 'contacts', collectionUri })).toEqual({
      account: 'a',
      dataType: 'contacts',
      folder,
    });
  });

  it('tells how many items are not named', () => {
    expect(untoldTitles({ count: 60, titles: ['Ada', 'Jan'] })).toBe(58);
    expect(untoldTitles({ count: 1, titles: ['Ada'] })).toBe(0);
  });
});
