import { compact, type Draft } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant } from '../instant.ts';
import type { NoteItem, RawProperty } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { restoreNames } from '../vobject/capability.ts';
import { cleanText, decodeCharset } from '../vobject/charset.ts';
import { legacyEscaping } from '../vobject/escaping.ts';
import { textOf, toRaw, toRawComponent } from '../vobject/raw.ts';
import { readObject } from '../vobject/read.ts';

/** First line and rest of a text that has both in one. */
export function splitNote(whole: string): Pick<NoteItem, 'subject' | 'text'> {
  const trimmed = whole.replace(/^\n+/, '').trimEnd();
  const end = trimmed.indexOf('\n');
  if (end === -1) return compact({ subject: trimmed.trim() });
  return compact({ subject: trimmed.slice(0, end).trim(), text: trimmed.slice(end + 1) });
}

/** Reads text/plain: the first line is the subject. */
export function readPlainNote(bytes: Uint8Array, profile: ContentProfile): NoteItem {
  const text = cleanText(decodeCharset(bytes, profile.charsetIn)).replace(/^\ufeff/, '');
  return compact<NoteItem>({ kind: 'note', ...splitNote(text) });
}

/** Reads a vNote 1.1 (IrMC 1.1 §11). */
export function readVnote(bytes: Uint8Array, profile: ContentProfile): NoteItem {
  const { root } = readObject(bytes, 'vnote', profile);
  if (root.name !== 'VNOTE') throw new ContentError('vnote', 'malformed', root.name);
  const escaping = legacyEscaping({ list: ';', escapesText: profile.escapesLegacyText });
  const note: Draft<NoteItem> = { kind: 'note' };
  const extra: RawProperty[] = [];
  let body: string | undefined;
  let summary: string | undefined;
  const component = restoreNames(root, profile);
  for (const line of component.lines) {
    const text = textOf(line, escaping);
    switch (line.name.toUpperCase()) {
      case 'VERSION':
      case 'PRODID':
        break;
      case 'BODY':
        if (body === undefined) body = text;
        else extra.push(toRaw(line, escaping));
        break;
      case 'SUMMARY':
        summary ??= text.trim();
        break;
      case 'X-IRMC-LUID':
      case 'UID':
        note.uid ??= text.trim();
        break;
      case 'CLASS':
        note.classification ??= text.trim().toUpperCase();
        break;
      case 'DCREATED':
      case 'CREATED':
        note.created ??= readInstant(line.value);
        break;
      case 'LAST-MODIFIED':
        note.modified ??= readInstant(line.value);
        break;
      case 'CATEGORIES':
        note.categories = escaping
          .readList(line.value, 'vnote')
          .map((word) => word.trim())
          .filter((word) => word !== '');
        break;
      default:
        extra.push(toRaw(line, escaping));
    }
  }
  const parts =
    summary === undefined || summary === ''
      ? splitNote(body ?? '')
      : { subject: summary, text: withoutFirstLine(body ?? '', summary) };
  const components = component.components.map((child) => toRawComponent(child, escaping));
  return compact<NoteItem>({ ...note, ...parts, extra, components });
}

/** A body that repeats the subject as its first line says nothing new with it. */
export function withoutFirstLine(body: string, subject: string): string {
  if (body.trim() === subject) return '';
  return body.startsWith(`${subject}\n`) ? body.slice(subject.length + 1) : body;
}
