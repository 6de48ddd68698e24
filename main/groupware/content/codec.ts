import { readCalendar } from './calendar/read-calendar.ts';
import { writeCalendar } from './calendar/write-calendar.ts';
import { readVcard } from './contact/read-vcard.ts';
import { writeVcard } from './contact/write-vcard.ts';
import { ContentError } from './content-error.ts';
import { carries, type ContentType } from './content-types.ts';
import type { Item } from './item.ts';
import { contentLimits } from './limits.ts';
import { defaultProfile, type ContentProfile } from './profile.ts';

/**
 * Reads one object. Objects of the vCard and of the calendar family are recognised by themselves:
 * `type` tells the family, the object its version.
 *
 * @throws ContentError only, whatever the bytes are
 */
export function decodeItem(
  bytes: Uint8Array,
  type: ContentType,
  profile: ContentProfile = defaultProfile,
): Item {
  if (bytes.byteLength > contentLimits.objectBytes) throw new ContentError('item', 'too-long');
  switch (type) {
    case 'vcard-2.1':
    case 'vcard-3.0':
      return readVcard(bytes, profile);
    case 'icalendar':
    case 'vcalendar-1.0':
      return readCalendar(bytes, profile);
    default:
      throw new ContentError('item', 'unsupported', type);
  }
}

/**
 * Writes one object as the device wants it.
 *
 * @throws ContentError `unsupported` when the type does not carry items of this kind
 */
export function encodeItem(
  item: Item,
  type: ContentType,
  profile: ContentProfile = defaultProfile,
): Uint8Array {
  if (!carries(type, item.kind)) throw new ContentError('item', 'unsupported', item.kind);
  switch (item.kind) {
    case 'contact':
      return writeVcard(item, type === 'vcard-2.1' ? '2.1' : '3.0', profile);
    case 'event':
    case 'task':
      return writeCalendar(item, type === 'vcalendar-1.0' ? '1.0' : '2.0', profile);
    case 'note':
      return writeCalendar(item, '2.0', profile);
    default:
      throw new ContentError('item', 'unsupported', item.kind);
  }
}

/**
 * What is left of an item when a device that speaks this type has stored it and sends it back
 * unchanged. Two items are the same to that device when their projections are.
 */
export function project<Kind extends Item>(
  item: Kind,
  type: ContentType,
  profile: ContentProfile = defaultProfile,
): Item {
  return decodeItem(encodeItem(item, type, profile), type, profile);
}
