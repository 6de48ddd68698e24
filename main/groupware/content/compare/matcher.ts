import { exactLookupKey, lookupKeys, uidLookupKey, weakLookupKey } from './lookup-keys.ts';
import { agrees, type MatchKeys } from './match-keys.ts';

/** Something of the server that a device's item may be. */
export interface Candidate<Id> {
  readonly id: Id;
  readonly keys: MatchKeys;
}

/** A pair that a slow sync has found, and by what. */
export interface Match<Id> {
  readonly id: Id;
  readonly by: 'uid' | 'exact' | 'weak';
}

/** Pairs items of a device with those of the server; each of the server's is given once. */
export interface Matcher<Id> {
  /** The best free candidate: same UID, then same content, then a weak key that nothing contradicts. */
  readonly match: (keys: MatchKeys) => Match<Id> | undefined;
  /** Takes a candidate out, as it is known to belong to another item. */
  readonly claim: (id: Id) => void;
  /** What nobody has matched: the device does not have it. */
  readonly rest: () => Id[];
}

/** A matcher whose cost per item does not grow with the number of candidates. */
export function createMatcher<Id>(candidates: Iterable<Candidate<Id>>): Matcher<Id> {
  const free = new Map<Id, MatchKeys>();
  const byKey = new Map<string, Set<Id>>();
  for (const { id, keys } of candidates) {
    free.set(id, keys);
    for (const key of lookupKeys(keys)) {
      const ids = byKey.get(key) ?? new Set<Id>();
      ids.add(id);
      byKey.set(key, ids);
    }
  }
  const claim = (id: Id): void => {
    const keys = free.get(id);
    if (keys === undefined) return;
    free.delete(id);
    for (const key of lookupKeys(keys)) byKey.get(key)?.delete(id);
  };
  const first = (key: string): Id | undefined => {
    for (const id of byKey.get(key) ?? []) return id;
    return undefined;
  };
  const weak = (keys: MatchKeys): Id | undefined => {
    let best: { id: Id; shared: number } | undefined;
    for (const key of [...keys.weak, ...keys.vague]) {
      let looked = 0;
      for (const id of byKey.get(weakLookupKey(keys.kind, key)) ?? []) {
        // A thousand items of one name: the right one is found by its content or not at all.
        looked += 1;
        if (looked > 200) break;
        const other = free.get(id);
        if (other === undefined || !agrees(keys, other)) continue;
        const shared = keys.points.filter((point) => other.points.includes(point)).length;
        if (best === undefined || shared > best.shared) best = { id, shared };
      }
    }
    return best?.id;
  };
  return {
    match: (keys) => {
      const uid = uidLookupKey(keys);
      const same = uid === undefined ? undefined : first(uid);
      const equal = same ?? first(exactLookupKey(keys));
      const id = equal ?? weak(keys);
      if (id === undefined) return undefined;
      claim(id);
      return { id, by: same !== undefined ? 'uid' : equal !== undefined ? 'exact' : 'weak' };
    },
    claim,
    rest: () => [...free.keys()],
  };
}
