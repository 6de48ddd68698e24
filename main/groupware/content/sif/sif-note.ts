import { readWhen } from '../calendar/when.ts';
import { compact } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import type { NoteItem } from '../item.ts';
import { splitNote, withoutFirstLine } from '../note/read-note.ts';
import type { ContentProfile } from '../profile.ts';
import { childText, readXml, writeElement, writeXml } from './flat-xml.ts';
import { readSifExtra, writeSifExtra } from './sif-extra.ts';
import { stamp } from './sif-rule.ts';

const known = new Set(['sifversion', 'subject', 'body', 'date', 'categories']);

/** Reads a SIF-N note; its body usually begins with its subject. */
export function readSifNote(bytes: Uint8Array, profile: ContentProfile): NoteItem {
  const root = readXml(bytes, 'sif', profile);
  if (root.name !== 'note') throw new ContentError('sif', 'malformed', root.name);
  const body = childText(root, 'Body') ?? '';
  const subject = childText(root, 'Subject');
  const parts =
    subject === undefined ? splitNote(body) : { subject, text: withoutFirstLine(body, subject) };
  return compact<NoteItem>({
    kind: 'note',
    ...parts,
    date: readWhen(childText(root, 'Date') ?? '', profile.zone),
    categories: childText(root, 'Categories')
      ?.split(/[,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    extra: readSifExtra(root, known),
  });
}

/** Writes a SIF-N note. */
export function writeSifNote(note: NoteItem, profile: ContentProfile): Uint8Array {
  const parts = [writeElement('SIFVersion', '1.0')];
  const { subject, text, date, categories } = note;
  if (subject !== undefined) parts.push(writeElement('Subject', subject));
  // Blank lines at the start of an element are lost; behind the subject they are not at its start.
  const behind = subject !== undefined && text?.startsWith('\n') === true;
  const body = behind ? `${subject}\n${text}` : text;
  if (body !== undefined) parts.push(writeElement('Body', body));
  if (date !== undefined) {
    const value = date.kind === 'date' ? date.at : stamp(date, profile.zone);
    parts.push(writeElement('Date', value));
  }
  if (categories !== undefined) parts.push(writeElement('Categories', categories.join(', ')));
  return writeXml('note', [...parts, ...writeSifExtra(note.extra)], profile);
}
