import { describe, expect, it } from 'vitest';
import { nameShared } from './shared-names.ts';

const owned = (id: string, name: string, ownerAddress: string, createdAt: number) => ({
  collection: { id, name, createdAt },
  ownerAddress,
});

describe('the names of what is shared', () => {
  it('are the folder’s own, and the owner’s for a main folder', () => {
    const { told } = nameShared([
      owned('c1', 'Team', 'ada@example.org', 1),
      owned('c2', '', 'ada@example.org', 2),
    ]);
    expect([...told]).toEqual([
      ['c1', 'Team'],
      ['c2', 'ada'],
    ]);
  });

  it('tell folders of one name apart by their owners, the oldest keeping its name', () => {
    const { told, ids } = nameShared([
      owned('c2', 'team', 'jan@example.org', 2),
      owned('c1', 'Team', 'ada@example.org', 1),
    ]);
    expect(told.get('c1')).toBe('Team');
    expect(told.get('c2')).toBe('jan/team');
    expect(ids.get('ada/team')).toBe('c1');
    expect(ids.get('jan@example.org/team')).toBe('c2');
  });
});
