import { describe, expect, it } from 'vitest';
import { sampleVersion } from '../../testing/samples.ts';
import { compareVersions, fieldChanges } from './data-field-changes.ts';

const field = (name: string, value: string) => ({ field: name, value });

describe('what differs between two versions', () => {
  it('is what changed, came and went, and not what stayed', () => {
    expect(
      fieldChanges(
        [field('name', 'Ada'), field('phoneCell', '1'), field('notes', 'old')],
        [field('name', 'Ada L.'), field('phoneCell', '1'), field('email', 'ada@example.org')],
      ),
    ).toEqual([
      { field: 'name', before: 'Ada', after: 'Ada L.' },
      { field: 'email', before: null, after: 'ada@example.org' },
      { field: 'notes', before: 'old', after: null },
    ]);
  });

  it('counts equal values of one field', () => {
    expect(fieldChanges([field('phone', '1')], [field('phone', '1'), field('phone', '1')])).toEqual(
      [{ field: 'phone', before: null, after: '1' }],
    );
  });
});

describe('the versions of an item', () => {
  const first = sampleVersion({ version: 1, fields: [field('name', 'Ada')] });
  const lost = sampleVersion({
    version: 2,
    reason: 'conflict',
    fields: [field('name', 'Ada from the phone')],
  });
  const won = sampleVersion({ version: 3, reason: 'changed', fields: [field('name', 'Ada B.')] });

  it('are compared with what was the content before, never with what lost', () => {
    const [newest, , oldest] = compareVersions([won, lost, first]);
    expect(newest?.base?.version).toBe(1);
    expect(oldest?.base).toBeUndefined();
  });

  it('compare what lost with what won', () => {
    const [, loser] = compareVersions([won, lost, first]);
    expect(loser?.base?.version).toBe(3);
    expect(loser?.changes).toEqual([
      { field: 'name', before: 'Ada B.', after: 'Ada from the phone' },
    ]);
  });

  it('tell when only what cannot be read differs', () => {
    const inside = sampleVersion({ version: 2, fields: first.fields, content: { kind: 'x' } });
    expect(compareVersions([inside, first])[0]?.differsInside).toBe(true);
    expect(compareVersions([{ ...first, version: 2 }, first])[0]?.differsInside).toBe(false);
  });
});
