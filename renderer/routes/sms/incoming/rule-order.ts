import type { KeywordRule } from '../../../../shared/model/incoming.ts';

/** Rules in the order in which they are looked at. */
export function inOrder(rules: readonly KeywordRule[]): KeywordRule[] {
  return [...rules].sort((one, other) => one.position - other.position);
}

/**
 * The position that a rule takes when it moves one place up or down; null where it is at the end
 * already.
 */
export function movedPosition(
  rules: readonly KeywordRule[],
  id: string,
  by: -1 | 1,
): number | null {
  const ordered = inOrder(rules);
  const at = ordered.findIndex((rule) => rule.id === id);
  return at < 0 ? null : (ordered[at + by]?.position ?? null);
}

/** The first active rule for every word stands before others, which are then never looked at. */
export function hiddenRules(rules: readonly KeywordRule[]): ReadonlySet<string> {
  const ordered = inOrder(rules);
  const all = ordered.findIndex(({ keyword, active }) => active && keyword === '*');
  return new Set(all < 0 ? [] : ordered.slice(all + 1).map(({ id }) => id));
}
