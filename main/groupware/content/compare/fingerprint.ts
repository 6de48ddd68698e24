import { createHash } from 'node:crypto';
import type { Item } from '../item.ts';
import { canonicalText } from './canonical.ts';

/** SHA-256 of a text, 43 characters. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * 43 characters that are equal for items of equal content. Identity, time of change and the order of
 * lists do not count; letter case does. It answers "did this item change?".
 */
export function fingerprint(item: Item): string {
  return digest(canonicalText(item));
}

/** True when a person would call both items the same. */
export function sameContent(left: Item, right: Item): boolean {
  return left === right || canonicalText(left) === canonicalText(right);
}
