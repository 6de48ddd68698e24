/**
 * Content conversion: one inner form of every kind of item, and the way to it and back from each
 * type that devices speak. Pure: no store, no socket, no clock.
 */
export { decodeItem, encodeItem, project } from './codec.ts';
export { ContentError, type ContentErrorCode, type ContentFormat } from './content-error.ts';
export {
  carries,
  contentTypeOf,
  contentTypes,
  type ContentType,
  type ContentTypeFacts,
} from './content-types.ts';
export {
  deviceProfileRules,
  fitsWildcard,
  profileOf,
  type DeviceIdentity,
  type DeviceProfileRule,
} from './device-profiles.ts';
export { fingerprint, sameContent } from './compare/fingerprint.ts';
export { agrees, matchKeys, type MatchKeys } from './compare/match-keys.ts';
export { createMatcher, type Candidate, type Match, type Matcher } from './compare/matcher.ts';
export { mergeItem, type MergeContext } from './compare/merge.ts';
export { reconcile, type Reconciled, type Winner } from './compare/reconcile.ts';
export { contentLimits } from './limits.ts';
export { defaultProfile, type ContentProfile, type PropertyCapability } from './profile.ts';
export type * from './item.ts';
