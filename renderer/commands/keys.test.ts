import { describe, expect, it } from 'vitest';
import { KeySequence, sequenceMs } from './keys.ts';

const press = (key: string, at = 0, ctrlKey = false) => ({
  key,
  at,
  ctrlKey,
  metaKey: false,
  altKey: false,
});

describe('shortcuts', () => {
  it('are one key or two in a row', () => {
    const keys = new KeySequence(['?', 'g d']);
    expect(keys.press(press('?'))).toBe('?');
    expect(keys.press(press('g'))).toBeNull();
    expect(keys.press(press('d', 100))).toBe('g d');
  });

  it('are forgotten when the second key comes too late', () => {
    const keys = new KeySequence(['g d']);
    keys.press(press('g'));
    expect(keys.press(press('d', sequenceMs + 1))).toBeNull();
  });

  it('leave presses with a modifier to the browser', () => {
    const keys = new KeySequence(['d', 'g d']);
    expect(keys.press(press('d', 0, true))).toBeNull();
    keys.press(press('g'));
    keys.press(press('x', 1, true));
    expect(keys.press(press('z', 2))).toBeNull();
  });
});
