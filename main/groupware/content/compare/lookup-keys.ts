import type { ItemKind } from '../item.ts';
import { digest } from './fingerprint.ts';
import type { MatchKeys } from './match-keys.ts';

/** Longest UID that is a key by itself: some invent them of any length, and an index is no place for these. */
const longestUid = 64;

/** The keys under which an item is found: two items of which one may be the other share one. */
export function lookupKeys(keys: MatchKeys): string[] {
  const all = [...keys.weak, ...keys.vague].map((key) => weakLookupKey(keys.kind, key));
  all.push(exactLookupKey(keys));
  const uid = uidLookupKey(keys);
  if (uid !== undefined) all.push(uid);
  return [...new Set(all)];
}

/** Of a weak or vague key. */
export function weakLookupKey(kind: ItemKind, key: string): string {
  return `${kind}:w:${key}`;
}

/** Of the whole content. */
export function exactLookupKey({ kind, exact }: MatchKeys): string {
  return `${kind}:e:${exact}`;
}

/** Of the UID; undefined for an item without one. */
export function uidLookupKey({ kind, uid }: MatchKeys): string | undefined {
  if (uid === undefined) return undefined;
  return `${kind}:u:${uid.length > longestUid ? digest(uid) : uid}`;
}
