import { hash } from 'node:crypto';
import type { Item } from '../item.ts';
import { canonicalContent, canonicalText } from './canonical-text.ts';

/** SHA-256 of a text, 43 characters. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}

/**
 * 43 characters that are equal for items of equal content. Identity, time of change and the order of
 * lists do not count; letter case does. It answers "did this item change?". `content` is the item's,
 * where the caller has it already.
 */
export function fingerprint(item: Item, content = canonicalContent(item)): string {
  return digest(canonicalText(item, content));
}

/** True when a person would call both items the same. */
export function sameContent(left: Item, right: Item): boolean {
  return left === right || canonicalText(left) === canonicalText(right);
}
