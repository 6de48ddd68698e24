import type { ContentType } from '../../groupware/content/index.ts';

/** Octets at the start of an object that are looked at. */
const HEAD = 512;

/** Root elements of the types that are XML: SIF, and the OMA data objects. */
const roots: readonly (readonly [RegExp, ContentType])[] = [
  [/<contact[\s>]/u, 'sif-contact'],
  [/<appointment[\s>]/u, 'sif-event'],
  [/<task[\s>]/u, 'sif-task'],
  [/<note[\s>]/u, 'sif-note'],
  [/<Email[\s>]/u, 'email'],
  [/<File[\s>]/u, 'file'],
  [/<Folder[\s>]/u, 'folder'],
];

/** What a type and its other versions have in common. */
export function familyOf(type: ContentType): string {
  if (type === 'vcard-2.1' || type === 'vcard-3.0') return 'vcard';
  return type === 'icalendar' || type === 'vcalendar-1.0' ? 'calendar' : type;
}

/**
 * The type that an object shows by itself; undefined for plain texts and what is not converted.
 * `declared` is what its sender calls it: it decides where the object does not tell its version.
 */
export function sniffType(
  data: Uint8Array,
  declared: ContentType | undefined,
): ContentType | undefined {
  const head = headOf(data);
  if (/^BEGIN:VCARD\b/iu.test(head)) return versioned(head, declared, 'vcard-2.1', 'vcard-3.0');
  if (/^BEGIN:VCALENDAR\b/iu.test(head)) {
    return versioned(head, declared, 'vcalendar-1.0', 'icalendar');
  }
  if (/^BEGIN:VNOTE\b/iu.test(head)) return 'vnote';
  if (!head.startsWith('<')) return undefined;
  return roots.find(([root]) => root.test(head))?.[1];
}

function versioned(
  head: string,
  declared: ContentType | undefined,
  older: ContentType,
  newer: ContentType,
): ContentType {
  const version = /^VERSION[^:\r\n]*:[ \t]*(\d\.\d)/imu.exec(head)?.[1];
  if (version === undefined) return declared === newer ? newer : older;
  return version === (older === 'vcard-2.1' ? '2.1' : '1.0') ? older : newer;
}

/** The start of an object, without a byte order mark and blanks before it. */
function headOf(data: Uint8Array): string {
  const octets = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, HEAD));
  return octets.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?\s*/u, '');
}
