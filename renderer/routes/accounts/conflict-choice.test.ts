import { describe, expect, it } from 'vitest';
import { followsSetting, withPolicy } from './conflict-choice.ts';

describe('the conflict policies of an account', () => {
  it('take what is chosen for one data type and leave the others', () => {
    expect(withPolicy({ notes: 'both' }, 'contacts', 'server')).toEqual({
      notes: 'both',
      contacts: 'server',
    });
  });

  it('name no data type that follows the setting', () => {
    expect(withPolicy({ notes: 'both' }, 'notes', followsSetting)).toEqual({});
    expect(withPolicy({ notes: 'both' }, 'notes', 'dice')).toEqual({});
  });
});
