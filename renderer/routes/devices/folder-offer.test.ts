import { describe, expect, it } from 'vitest';
import { sampleDevice } from '../../testing/samples.ts';
import { catalogueNameIfOther, missingFolders, sortedFolders } from './folder-offer.ts';

describe('the folders that a client type offers', () => {
  it('are those that the device does not have yet', () => {
    const missing = missingFolders(sampleDevice()).map(({ dataType }) => dataType);
    expect(missing).toEqual(['notes', 'inbox']);
    expect(missingFolders(sampleDevice({ clientType: 'ios', folders: [] }))).toHaveLength(4);
  });

  it('have a name to go back to when letter case differs', () => {
    const folder = { dataType: 'contacts', name: 'contacts' } as const;
    expect(catalogueNameIfOther(sampleDevice(), folder)).toBe('Contacts');
    expect(catalogueNameIfOther(sampleDevice(), { ...folder, name: 'Contacts' })).toBeNull();
    expect(catalogueNameIfOther(sampleDevice(), { dataType: 'briefcase', name: 'x' })).toBeNull();
  });

  it('stay in one order, whatever is changed', () => {
    const { folders } = sampleDevice();
    expect(sortedFolders([...folders].reverse())).toEqual(folders);
  });
});
