import { expect, it } from 'vitest';
import type { KeywordRule } from '../../../../shared/model/incoming.ts';
import { hiddenRules, inOrder, movedPosition } from './rule-order.ts';

const rule = (id: string, position: number, given: Partial<KeywordRule> = {}): KeywordRule => ({
  id,
  keyword: id,
  action: 'discard',
  accountId: null,
  mailTo: '',
  active: true,
  position,
  ...given,
});
const rules = [rule('b', 4), rule('a', 0), rule('c', 9)];

it('moves a rule to the place of its neighbour, and no further than the ends', () => {
  expect(inOrder(rules).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(movedPosition(rules, 'b', -1)).toBe(0);
  expect(movedPosition(rules, 'b', 1)).toBe(9);
  expect(movedPosition(rules, 'a', -1)).toBeNull();
  expect(movedPosition(rules, 'c', 1)).toBeNull();
});

it('knows the rules that stand behind one for every word', () => {
  const every = { keyword: '*' };
  expect([...hiddenRules([rule('a', 0), rule('b', 1, every), rule('c', 2)])]).toEqual(['c']);
  const off = { ...every, active: false };
  expect(hiddenRules([rule('b', 1, off), rule('c', 2)]).size).toBe(0);
});
