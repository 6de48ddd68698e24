import { describe, expect, it } from 'vitest';
import { sampleCollection } from '../../testing/samples.ts';
import { findFolder, ownBytes, placeValues, readDataPlace, seenFolders } from './data-place.ts';

const main = sampleCollection({ id: 'c1', bytes: 100 });
const sales = sampleCollection({ id: 'c2', name: 'Sales', bytes: 20 });
const office = sampleCollection({
  id: 'c3',
  accountId: null,
  accountAddress: '',
  corporateAccess: 'read',
});
const team = sampleCollection({
  id: 'c4',
  accountId: 'account-2',
  accountAddress: 'jan@example.org',
  name: 'Team',
  shares: [{ accountId: 'account-1', access: 'write' }],
});
const foreign = sampleCollection({ id: 'c5', accountId: 'account-2' });

describe('the folders that an account sees', () => {
  const folders = seenFolders('account-1', [foreign, team, office, sales, main]);

  it('are its own, the corporate ones and what is shared with it, and no other', () => {
    expect(folders.map(({ group, uri, access }) => [group, uri, access])).toEqual([
      ['own', 'contacts', 'write'],
      ['own', 'contacts/Sales', 'write'],
      ['corporate', 'contacts/corporate', 'read'],
      ['shared', 'contacts/shared/Team', 'write'],
    ]);
  });

  it('are found by what stands in the URL, in any letter case', () => {
    expect(findFolder(folders, { dataType: 'contacts', folder: 'SALES' })?.collection).toBe(sales);
    expect(findFolder(folders, { dataType: 'contacts', folder: 'shared/team' })?.collection).toBe(
      team,
    );
    expect(findFolder(folders, { dataType: 'tasks', folder: '' })).toBeUndefined();
  });

  it('lead to an address that leads back', () => {
    for (const folder of folders) {
      const place = readDataPlace(placeValues('account-1', folder));
      expect(place.accountId).toBe('account-1');
      expect(findFolder(folders, place)).toBe(folder);
    }
  });

  it('take the storage of the account’s own ones', () => {
    expect(ownBytes(folders)).toBe(120);
  });
});

describe('the place in the URL', () => {
  it('is the main folder of the contacts where it says nothing that is known', () => {
    expect(readDataPlace({ dataType: 'moon' })).toEqual({
      accountId: undefined,
      dataType: 'contacts',
      folder: '',
    });
  });
});
