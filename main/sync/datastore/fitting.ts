import {
  encodeItem,
  type ContentProfile,
  type ContentType,
  type Item,
} from '../../groupware/content/index.ts';
import type { SyncParty } from './types.ts';

/** An item as a client can take it. */
export interface Fitting {
  readonly data: Uint8Array;
  /** How it was written: without its photo where that was too much. */
  readonly profile: ContentProfile;
}

/** What a message holds beside an object: header, statuses, the command. */
const AROUND_OCTETS = 1_500;

/**
 * Octets of the largest object that a client takes: what it says, and without large objects
 * (OMA DS protocol 1.2 §"Large object handling") what fits into one message.
 */
export function largestObject(party: SyncParty): number {
  const { maxObjectSize = 0, maxMessageSize = 0, deviceInfo, version } = party;
  const told = maxObjectSize > 0 ? maxObjectSize : Infinity;
  const says =
    deviceInfo === undefined ? maxObjectSize > 0 : deviceInfo.supportsLargeObjects === true;
  const hasParts = says && version !== '1.0';
  if (hasParts || maxMessageSize <= 0) return told;
  return Math.min(told, Math.max(maxMessageSize - AROUND_OCTETS, AROUND_OCTETS));
}

/** Writes an item, without its photo if it is too large with it. */
export function encodeFitting(
  item: Item,
  type: ContentType,
  profile: ContentProfile,
  limit: number,
): Fitting {
  const data = encodeItem(item, type, profile);
  const isTooLarge = data.byteLength > limit && item.kind === 'contact';
  if (!isTooLarge || item.photo === undefined) return { data, profile };
  const smaller = { ...profile, photo: false };
  return { data: encodeItem(item, type, smaller), profile: smaller };
}

/**
 * The profile under which a device's version is compared with the one that it was sent: a photo that
 * it never got was not deleted by it.
 */
export function profileAsSent(
  device: Item,
  sent: Item,
  type: ContentType,
  profile: ContentProfile,
  limit: number,
): ContentProfile {
  if (limit === Infinity || device.kind !== 'contact' || sent.kind !== 'contact') return profile;
  if (device.photo !== undefined || sent.photo === undefined) return profile;
  return encodeFitting(sent, type, profile, limit).profile;
}
