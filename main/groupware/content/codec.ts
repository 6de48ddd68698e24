import { readCalendar } from './calendar/read-calendar.ts';
import { writeCalendar } from './calendar/write-calendar.ts';
import { readVcard } from './contact/read-vcard.ts';
import { writeVcard } from './contact/write-vcard.ts';
import { ContentError } from './content-error.ts';
import { carries, type ContentType } from './content-types.ts';
import type { Item, ItemKind, ItemOf } from './item.ts';
import { contentLimits } from './limits.ts';
import { readPlainNote, readVnote } from './note/read-note.ts';
import { writePlainNote, writeVnote } from './note/write-note.ts';
import {
  readEmail,
  readFile,
  readFolder,
  writeEmail,
  writeFile,
  writeFolder,
} from './omads/omads-objects.ts';
import { defaultProfile, type ContentProfile } from './profile.ts';
import { readSifContact, writeSifContact } from './sif/sif-contact.ts';
import { readSifNote, writeSifNote } from './sif/sif-note.ts';
import { readSifEvent, readSifTask, writeSifEvent, writeSifTask } from './sif/sif-planned.ts';

type Read = (bytes: Uint8Array, profile: ContentProfile) => Item;

const readers: Readonly<Record<ContentType, Read>> = {
  'vcard-2.1': readVcard,
  'vcard-3.0': readVcard,
  icalendar: readCalendar,
  'vcalendar-1.0': readCalendar,
  vnote: readVnote,
  text: readPlainNote,
  'sif-contact': readSifContact,
  'sif-event': readSifEvent,
  'sif-task': readSifTask,
  'sif-note': readSifNote,
  email: readEmail,
  file: readFile,
  folder: readFolder,
};

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
  return readers[type](bytes, profile);
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
      if (type === 'sif-contact') return writeSifContact(item, profile);
      return writeVcard(item, type === 'vcard-2.1' ? '2.1' : '3.0', profile);
    case 'event':
      if (type === 'sif-event') return writeSifEvent(item, profile);
      return writeCalendar(item, type === 'vcalendar-1.0' ? '1.0' : '2.0', profile);
    case 'task':
      if (type === 'sif-task') return writeSifTask(item, profile);
      return writeCalendar(item, type === 'vcalendar-1.0' ? '1.0' : '2.0', profile);
    case 'note':
      if (type === 'vnote') return writeVnote(item, profile);
      if (type === 'text') return writePlainNote(item, profile);
      if (type === 'sif-note') return writeSifNote(item, profile);
      return writeCalendar(item, '2.0', profile);
    case 'mail':
      return writeEmail(item, profile);
    case 'file':
      return writeFile(item, profile);
    case 'folder':
      return writeFolder(item, profile);
  }
}

/**
 * What is left of an item when a device that speaks this type has stored it and sends it back
 * unchanged. Two items are the same to that device when their projections are.
 */
export function project<Kind extends ItemKind>(
  item: ItemOf<Kind>,
  type: ContentType,
  profile: ContentProfile = defaultProfile,
): ItemOf<Kind> {
  const back = decodeItem(encodeItem(item, type, profile), type, profile);
  if (back.kind !== item.kind) throw new ContentError('item', 'unsupported', back.kind);
  return back as ItemOf<Kind>;
}
