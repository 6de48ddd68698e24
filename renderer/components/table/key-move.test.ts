import { describe, expect, it } from 'vitest';
import { keyMove } from './key-move.ts';

const press = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('a key in a list', () => {
  it('moves, opens and closes', () => {
    const on = { singleKeys: true };
    expect(keyMove(press('ArrowDown'), on)).toBe('down');
    expect(keyMove(press('k'), on)).toBe('up');
    expect(keyMove(press('Enter'), on)).toBe('open');
    expect(keyMove(press('Escape'), on)).toBe('close');
    expect(keyMove(press('a', { ctrlKey: true }), on)).toBe('select-all');
  });

  it('is left to others where it means nothing here', () => {
    expect(keyMove(press('z'), { singleKeys: true })).toBeNull();
    expect(keyMove(press('ArrowDown', { altKey: true }), { singleKeys: true })).toBeNull();
    expect(keyMove(press('c', { ctrlKey: true }), { singleKeys: true })).toBeNull();
  });

  it('is no letter when single keys are switched off', () => {
    expect(keyMove(press('j'), { singleKeys: false })).toBeNull();
    expect(keyMove(press('ArrowDown'), { singleKeys: false })).toBe('down');
  });
});
