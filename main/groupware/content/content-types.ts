import type { ItemKind } from './item.ts';

/** The types that items are converted to and from. */
export type ContentType =
  | 'vcard-2.1'
  | 'vcard-3.0'
  | 'icalendar'
  | 'vcalendar-1.0'
  | 'vnote'
  | 'text'
  | 'sif-contact'
  | 'sif-event'
  | 'sif-task'
  | 'sif-note'
  | 'email'
  | 'file'
  | 'folder';

/** What DevInf and Meta/Type say about a {@link ContentType}. */
export interface ContentTypeFacts {
  readonly mediaType: string;
  readonly version: string;
  readonly kinds: readonly ItemKind[];
}

/** Names and versions on the wire (OMA DS DevInf CTType, VerCT), and the kinds each type carries. */
export const contentTypes: Readonly<Record<ContentType, ContentTypeFacts>> = {
  'vcard-2.1': { mediaType: 'text/x-vcard', version: '2.1', kinds: ['contact'] },
  'vcard-3.0': { mediaType: 'text/vcard', version: '3.0', kinds: ['contact'] },
  icalendar: { mediaType: 'text/calendar', version: '2.0', kinds: ['event', 'task', 'note'] },
  'vcalendar-1.0': { mediaType: 'text/x-vcalendar', version: '1.0', kinds: ['event', 'task'] },
  vnote: { mediaType: 'text/x-vnote', version: '1.1', kinds: ['note'] },
  text: { mediaType: 'text/plain', version: '1.0', kinds: ['note'] },
  'sif-contact': { mediaType: 'text/x-s4j-sifc', version: '1.0', kinds: ['contact'] },
  'sif-event': { mediaType: 'text/x-s4j-sife', version: '1.0', kinds: ['event'] },
  'sif-task': { mediaType: 'text/x-s4j-sift', version: '1.0', kinds: ['task'] },
  'sif-note': { mediaType: 'text/x-s4j-sifn', version: '1.0', kinds: ['note'] },
  email: { mediaType: 'application/vnd.omads-email+xml', version: '1.2', kinds: ['mail'] },
  file: { mediaType: 'application/vnd.omads-file+xml', version: '1.2', kinds: ['file'] },
  folder: { mediaType: 'application/vnd.omads-folder+xml', version: '1.2', kinds: ['folder'] },
};

const aliases: ReadonlyMap<string, ContentType> = new Map([
  ['text/directory', 'vcard-3.0'],
  ['application/vnd.omads-email', 'email'],
  ['application/vnd.omads-file', 'file'],
  ['application/vnd.omads-folder', 'folder'],
]);

/**
 * The type that a media type (parameters are ignored) and an optional version mean; undefined for
 * one that we do not convert. A version overrules the name: `text/x-vcard` 3.0 is vCard 3.0.
 */
export function contentTypeOf(mediaType: string, version?: string): ContentType | undefined {
  const name = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (name === 'text/x-vcard' || name === 'text/vcard' || name === 'text/directory') {
    if (version === '2.1') return 'vcard-2.1';
    if (version === '3.0' || version === '4.0') return 'vcard-3.0';
  }
  if (name === 'text/x-vcalendar' || name === 'text/calendar') {
    if (version === '1.0') return 'vcalendar-1.0';
    if (version === '2.0') return 'icalendar';
  }
  for (const [type, facts] of Object.entries(contentTypes) as [ContentType, ContentTypeFacts][]) {
    if (facts.mediaType === name) return type;
  }
  return aliases.get(name);
}

/** True when items of this kind can travel as this type. */
export function carries(type: ContentType, kind: ItemKind): boolean {
  return contentTypes[type].kinds.includes(kind);
}
