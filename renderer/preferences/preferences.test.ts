import { describe, expect, it } from 'vitest';
import { defaultPreferences, readPreferences } from './preferences.ts';

describe('remembered preferences', () => {
  it('come back as they were', () => {
    const some = {
      ...defaultPreferences,
      theme: 'dark',
      language: 'cs',
      panelWidths: { devices: 520 },
      columns: { devices: ['name', 'state'] },
    } as const;
    expect(readPreferences(JSON.parse(JSON.stringify(some)))).toEqual(some);
  });

  it.each([
    [null],
    ['x'],
    [{ theme: 'pink', language: 'de', panelWidths: { a: 'wide' }, columns: 3 }],
  ])('that do not fit are dropped: %j', (stored) => {
    expect(readPreferences(stored)).toEqual(defaultPreferences);
  });
});
