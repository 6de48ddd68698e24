import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../shared/model/collection.ts';
import { chosenPlace, placeOffers } from './folder-places.ts';

function collection(given: Partial<Collection>): Collection {
  return {
    id: 'c',
    accountId: 'ada',
    accountAddress: 'ada@example.org',
    dataType: 'contacts',
    name: '',
    uri: 'contacts',
    corporateAccess: null,
    shares: [],
    itemCount: 0,
    bytes: 0,
    changedAt: null,
    createdAt: 1,
    ...given,
  };
}

const folder = { dataType: 'contacts', name: 'Contacts', place: '' } as const;
const seen = [
  collection({ id: '1' }),
  collection({ id: '2', name: 'Sales' }),
  collection({ id: '3', accountId: null, accountAddress: '' }),
  collection({ id: '4', accountId: 'jan', accountAddress: 'jan@example.org', name: 'Clients' }),
  collection({ id: '5', dataType: 'calendar' }),
];

describe('the places of a folder', () => {
  it('are what the account sees of its data type, as source URIs', () => {
    expect(placeOffers(seen, folder, 'ada').map(({ uri }) => uri)).toEqual([
      'contacts',
      'contacts/Sales',
      'contacts/corporate',
      'contacts/shared/Clients',
    ]);
  });

  it('name the owner where two share folders of one name', () => {
    const eva = collection({
      id: '6',
      accountId: 'eva',
      accountAddress: 'eva@example.org',
      name: 'clients',
    });
    expect(placeOffers([...seen, eva], folder, 'ada').map(({ place }) => place)).toEqual([
      '',
      'Sales',
      'corporate',
      'shared/jan@example.org/Clients',
      'shared/eva@example.org/clients',
    ]);
  });

  it('keep one that does not exist any more in sight', () => {
    const gone = { ...folder, place: 'Old' };
    const offers = placeOffers(seen, gone, 'ada');
    expect(offers.at(-1)).toEqual({ place: 'Old', uri: 'contacts/Old', exists: false });
    expect(chosenPlace(offers, gone)).toBe('Old');
  });

  it('find the place in the name on the device, and in any letter case', () => {
    const named = { ...folder, name: 'contacts/sales' };
    expect(chosenPlace(placeOffers(seen, named, 'ada'), named)).toBe('Sales');
  });

  it('offer the main folder before anything lies in it', () => {
    expect(placeOffers([], folder, 'ada')).toEqual([{ place: '', uri: 'contacts', exists: true }]);
  });
});
