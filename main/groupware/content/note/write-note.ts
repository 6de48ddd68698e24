import { wholeNote } from '../compare/canonical.ts';
import { writeInstant } from '../instant.ts';
import type { NoteItem } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { limitToDevice } from '../vobject/capability.ts';
import { encodeCharset } from '../vobject/charset.ts';
import { legacyEscaping } from '../vobject/escaping.ts';
import { plainLine, type Line } from '../vobject/line.ts';
import { fromRaw, fromRawComponent } from '../vobject/raw.ts';
import { writeObject } from '../vobject/write.ts';

/** Writes text/plain, lines ending with CRLF. */
export function writePlainNote(note: NoteItem, profile: ContentProfile): Uint8Array {
  const text = cut(wholeNote(note), profile.maxTextLength);
  return encodeCharset(text.replace(/\n/g, '\r\n'), profile.charsetOut);
}

/** Writes a vNote 1.1 as phones of Sony Ericsson and Nokia know it: everything in the body. */
export function writeVnote(note: NoteItem, profile: ContentProfile): Uint8Array {
  const escaping = legacyEscaping({ list: ';', escapesText: profile.escapesLegacyText });
  const lines: Line[] = [plainLine('VERSION', '1.1')];
  if (profile.uid && note.uid !== undefined) lines.push(plainLine('X-IRMC-LUID', note.uid));
  lines.push(plainLine('BODY', escaping.writeText(wholeNote(note))));
  if (note.created !== undefined) lines.push(plainLine('DCREATED', writeInstant(note.created)));
  if (note.modified !== undefined) {
    lines.push(plainLine('LAST-MODIFIED', writeInstant(note.modified)));
  }
  if (note.classification !== undefined) lines.push(plainLine('CLASS', note.classification));
  if (note.categories !== undefined) {
    lines.push(plainLine('CATEGORIES', escaping.writeList(note.categories)));
  }
  for (const property of note.extra ?? []) lines.push(fromRaw(property, escaping));
  const components = (note.components ?? []).map((child) => fromRawComponent(child, escaping));
  return writeObject(limitToDevice({ name: 'VNOTE', lines, components }, profile), true, profile);
}

function cut(text: string, octets: number): string {
  if (octets === 0 || Buffer.byteLength(text) <= octets) return text;
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > octets) break;
    kept += character;
  }
  return kept.trimEnd();
}
