import { base64Octets } from '../base64-octets.ts';
import type { ContactItem, EventItem, Item, NoteItem, TaskItem } from '../content/index.ts';
import { wholeNote } from '../content/compare/canonical.ts';
import { formattedNameOf } from '../content/contact/names.ts';
import { readMailHead } from './mail-head.ts';

/** What a list shows of an item. Neither text depends on a language; times are as the item has them. */
export interface ItemHeading {
  /** Name, summary, subject; empty where the item has none. */
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly subtitle: string;
}

/** Longest text that a list is given. */
const longest = 200;

/** Title and second line of an item of any kind. */
export function itemHeading(item: Item): ItemHeading {
  const { title, subtitle } = headingOf(item);
  return { title: oneLine(title), subtitle: oneLine(subtitle) };
}

function headingOf(item: Item): ItemHeading {
  switch (item.kind) {
    case 'contact':
      return contactHeading(item);
    case 'event':
      return { title: item.summary ?? '', subtitle: besides(timeOf(item.start), item.location) };
    case 'task':
      return taskHeading(item);
    case 'note':
      return noteHeading(item);
    case 'mail': {
      const { subject, from, date } = readMailHead(item.body);
      return { title: subject, subtitle: besides(from, item.received ?? date) };
    }
    case 'file':
      return {
        title: item.name,
        subtitle: besides(item.contentType ?? '', `${String(base64Octets(item.body ?? ''))} B`),
      };
    case 'folder':
      return { title: item.name, subtitle: item.role ?? '' };
  }
}

function contactHeading(contact: ContactItem): ItemHeading {
  const title = formattedNameOf(contact);
  const { organization } = contact;
  const company = organization === undefined || organization === title ? '' : organization;
  const reach = contact.phones?.[0]?.value ?? contact.emails?.[0]?.value ?? '';
  return { title, subtitle: besides(company, reach === title ? '' : reach) };
}

function taskHeading(task: TaskItem): ItemHeading {
  return { title: task.summary ?? '', subtitle: besides(timeOf(task.due), task.location) };
}

function noteHeading(note: NoteItem): ItemHeading {
  const text = wholeNote(note).trimStart();
  const end = text.indexOf('\n');
  if (end === -1) return { title: text, subtitle: '' };
  return { title: text.slice(0, end), subtitle: text.slice(end + 1, end + 1 + longest * 2) };
}

/** `2024-03-31` or `2024-03-31 10:00`, by the clock that the item was told in. */
function timeOf(when: EventItem['start']): string {
  if (when === undefined) return '';
  return when.kind === 'date' ? when.at : `${when.at.slice(0, 10)} ${when.at.slice(11, 16)}`;
}

function besides(first: string, second: string | undefined): string {
  if (second === undefined || second === '') return first;
  return first === '' ? second : `${first} · ${second}`;
}

function oneLine(text: string): string {
  const short = text.length > longest ? text.slice(0, longest) : text;
  return needsCare.test(short) ? short.replace(/\s+/gu, ' ').trim() : short;
}

const needsCare = /[^\S ]|^ | $/u;
