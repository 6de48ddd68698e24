import { compact, type Draft } from '../compact.ts';
import type { Reading } from '../calendar/reading.ts';
import { readTime } from '../calendar/reading.ts';
import { timeLine, type Writing } from '../calendar/writing.ts';
import { readInstant, writeInstant } from '../instant.ts';
import type { NoteItem, RawParam, RawProperty } from '../item.ts';
import { withoutParams, type Component, type Line } from '../vobject/line.ts';
import { fromRaw, fromRawComponent, textOf, toRaw, toRawComponent } from '../vobject/raw.ts';

const ignored = new Set(['DTSTAMP', 'VERSION', 'PRODID']);

/** Reads a VJOURNAL (RFC 5545 §3.6.3). */
export function readJournal(component: Component, reading: Reading): NoteItem {
  const note: Draft<NoteItem> = { kind: 'note' };
  const extra: RawProperty[] = [];
  const params: Record<string, readonly RawParam[]> = {};
  const { escaping } = reading;
  for (const line of component.lines) {
    const name = line.name.toUpperCase();
    if (ignored.has(name) || line.value.trim() === '') continue;
    if (!take(note, name, line, reading)) extra.push(toRaw(line, escaping));
    else if (line.params.length > 0 && name !== 'CATEGORIES') {
      params[name] = withoutParams(line.params, ['ENCODING', 'TZID', 'VALUE']);
    }
  }
  const components = component.components.map((child) => toRawComponent(child, escaping));
  const kept = Object.entries(params).filter(([, values]) => values.length > 0);
  return compact<NoteItem>({ ...note, params: Object.fromEntries(kept), extra, components });
}

/** Writes a VJOURNAL. */
export function writeJournal(note: NoteItem, writing: Writing): Component {
  return {
    name: 'VJOURNAL',
    lines: [...linesOf(note, writing)],
    components: (note.components ?? []).map((child) => fromRawComponent(child, writing.escaping)),
  };
}

function take(note: Draft<NoteItem>, name: string, line: Line, reading: Reading): boolean {
  const text = textOf(line, reading.escaping);
  switch (name) {
    case 'UID':
      return set(note, 'uid', text.trim());
    case 'SUMMARY':
      return set(note, 'subject', text);
    case 'DESCRIPTION':
      return set(note, 'text', text);
    case 'CLASS':
      return set(note, 'classification', text.trim().toUpperCase());
    case 'CREATED':
      return set(note, 'created', readInstant(line.value));
    case 'LAST-MODIFIED':
      return set(note, 'modified', readInstant(line.value));
    case 'DTSTART':
      return set(note, 'date', readTime(line.value, line, reading));
    case 'CATEGORIES': {
      const words = reading.escaping.readList(line.value, 'vcalendar').map((word) => word.trim());
      note.categories = [...(note.categories ?? []), ...words.filter((word) => word !== '')];
      return true;
    }
    default:
      return false;
  }
}

function set<Field extends keyof NoteItem>(
  note: Draft<NoteItem>,
  field: Field,
  value: NoteItem[Field] | undefined,
): boolean {
  if (note[field] !== undefined || value === undefined) return false;
  note[field] = value;
  return true;
}

function* linesOf(note: NoteItem, writing: Writing): Generator<Line> {
  const { escaping, profile } = writing;
  const line = (name: string, value: string): Line => ({
    name,
    params: note.params?.[name] ?? [],
    value,
  });
  if (profile.uid && note.uid !== undefined) yield line('UID', escaping.writeText(note.uid));
  const stamp = note.modified ?? note.created;
  yield line('DTSTAMP', stamp === undefined ? '19700101T000000Z' : writeInstant(stamp));
  if (note.created !== undefined) yield line('CREATED', writeInstant(note.created));
  if (note.modified !== undefined) yield line('LAST-MODIFIED', writeInstant(note.modified));
  if (note.date !== undefined) yield timeLine('DTSTART', note.date, writing);
  if (note.subject !== undefined) yield line('SUMMARY', escaping.writeText(note.subject));
  if (note.text !== undefined) yield line('DESCRIPTION', escaping.writeText(note.text));
  if (note.categories !== undefined) {
    yield { name: 'CATEGORIES', params: [], value: escaping.writeList(note.categories) };
  }
  if (note.classification !== undefined) {
    yield line('CLASS', escaping.writeText(note.classification));
  }
  for (const property of note.extra ?? []) yield fromRaw(property, escaping);
}
