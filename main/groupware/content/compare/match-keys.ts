import { instantOf } from '../calendar/when.ts';
import { displayName } from '../contact/names.ts';
import type { ContactItem, EventItem, Item, ItemKind, MailItem, TaskItem, When } from '../item.ts';
import { wholeNote } from './canonical.ts';
import { canonicalContent, sortedUnique, type CanonicalContent } from './canonical-text.ts';
import { digest } from './fingerprint.ts';

/**
 * What a slow sync compares, small enough to be stored beside the item. Long texts are hashed but
 * for the UID.
 */
export interface MatchKeys {
  readonly kind: ItemKind;
  /** Wins when both sides have one and they are equal; phones invent them, so unequal means nothing. */
  readonly uid?: string;
  /** Equal for items whose content differs in letter case, blanks and accents at most. */
  readonly exact: string;
  /** Any equal one makes a candidate, see {@link agrees}. */
  readonly weak: readonly string[];
  /** Like `weak`, but convincing only together with an equal point. */
  readonly vague: readonly string[];
  /** Numbers, addresses, ends: when both sides have some and share none, they are two things. */
  readonly points: readonly string[];
}

/**
 * The keys of an item. `zone` is the user's: what floating times and days mean beside instants.
 * `content` is the item's, where the caller has it already.
 */
export function matchKeys(item: Item, zone: string, content = canonicalContent(item)): MatchKeys {
  const { weak = [], vague = [], points = [] } = keysOf(item, zone);
  const uid = 'uid' in item ? item.uid : undefined;
  return {
    kind: item.kind,
    ...(uid === undefined ? {} : { uid }),
    exact: digest(`${item.kind}:${foldedContent(content)}`),
    weak: shortened(weak),
    vague: shortened(vague),
    points: shortened(points),
  };
}

function shortened(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].map((text) => {
    // Nearly all names, numbers and addresses are shorter than what would stand for them.
    return text.length > longestKey ? `#${digest(text).slice(0, 22)}` : text;
  });
}

const longestKey = 40;

/**
 * Whether two items with the same weak or vague key may be one. Two people of one name with other
 * numbers are two people; with nothing to compare, the name decides.
 */
export function agrees(left: MatchKeys, right: MatchKeys): boolean {
  if (left.kind !== right.kind) return false;
  const shared = left.points.some((point) => right.points.includes(point));
  const overlap = (mine: readonly string[], others: readonly string[]): boolean =>
    mine.some((key) => others.includes(key));
  if (overlap(left.weak, right.weak)) {
    return shared || left.points.length === 0 || right.points.length === 0;
  }
  return shared && overlap(left.vague, right.vague);
}

/** Letter case, accents and runs of blanks taken out. */
export function fold(text: string): string {
  const plain = needsCare.test(text) ? withoutAccents(text) : text.toLowerCase();
  return needsTrim.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}

const needsCare = /[^\t\n -~]/;
const needsTrim = / {2}|[^\S ]|^ | $/;
const foreign = /[^\t\n -~]+/g;
const spellings: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd' };

function withoutAccents(text: string): string {
  return text.replace(foreign, bareLetters).toLowerCase();
}

function bareLetters(letters: string): string {
  const known = bare.get(letters);
  if (known !== undefined) return known;
  const folded = letters
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[ßłøđ]/g, (letter) => spellings[letter] ?? letter);
  // A language has few letters with accents, and texts come from outside.
  if (letters.length <= 2 && bare.size < 1_000) bare.set(letters, folded);
  return folded;
}

const bare = new Map<string, string>();

type Keys = Partial<Pick<MatchKeys, 'weak' | 'vague' | 'points'>>;

function keysOf(item: Item, zone: string): Keys {
  switch (item.kind) {
    case 'contact':
      return contactKeys(item);
    case 'event':
    case 'task':
      return plannedKeys(item, zone);
    case 'note': {
      const lines = wholeNote(item)
        .split('\n', 200)
        .map(fold)
        .filter((line) => line !== '');
      return { weak: lines.slice(0, 1).map((line) => `line:${line}`), points: lines.slice(1) };
    }
    case 'mail':
      return { weak: messageIds(item) };
    case 'file':
    case 'folder':
      return { weak: [`name:${fold(item.name)}`] };
  }
}

function contactKeys(contact: ContactItem): Keys {
  const { name, formattedName, organization } = contact;
  const phones = (contact.phones ?? []).map(({ value }) => phonePoint(value)).filter(Boolean);
  const emails = (contact.emails ?? []).map(({ value }) => `mail:${fold(value)}`);
  const points = [...phones, ...emails];
  const whole = fold(formattedName ?? displayName(name ?? {}));
  const first = fold(name?.given ?? '');
  const last = fold(name?.family ?? '');
  if (first === '' && last === '' && whole === '') {
    if (organization !== undefined) return { weak: [`org:${fold(organization)}`], points };
    return { weak: points, points };
  }
  // Devices with one field for the name, or with its parts the other way round.
  const words = (first === '' && last === '' ? whole : `${first} ${last}`).split(' ').sort();
  const strict = first === '' && last === '' ? whole : `${first}|${last}`;
  return { weak: [`name:${strict}`], vague: [`words:${words.join(' ').trim()}`], points };
}

/** The last digits: one writes +49 170, the other 0170. */
function phonePoint(value: string): string {
  const digits = value.replace(/\D/g, '');
  return digits === '' ? '' : `tel:${digits.slice(-8)}`;
}

function plannedKeys(item: EventItem | TaskItem, zone: string): Keys {
  const summary = fold(item.summary ?? '');
  const moment = (when: When | undefined): string => {
    if (when === undefined) return '';
    return when.kind === 'date' ? when.at : String(instantOf(when, zone));
  };
  const instance = item.recurrenceId === undefined ? '' : `#${moment(item.recurrenceId)}`;
  if (item.kind === 'task') return { weak: [`task:${summary}|${moment(item.due)}${instance}`] };
  const end = moment(item.end);
  return {
    weak: [`event:${summary}|${moment(item.start)}${instance}`],
    points: end === '' ? [] : [`end:${end}`],
  };
}

function messageIds(mail: MailItem): string[] {
  const head = Buffer.from(mail.body.slice(0, 24_000), 'base64').toString('latin1');
  const id = /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(head.split(/\r?\n\r?\n/, 1)[0] ?? '')?.[1];
  return id === undefined ? [] : [`id:${id}`];
}

/** The content without what {@link fold} takes out of each of its texts. */
function foldedContent({ single, lists, phones, base64 }: CanonicalContent): string {
  let text = fold(unbroken(single));
  for (const field of Object.keys(lists)) {
    const texts = (lists[field] ?? []).map((element) => fold(unbroken(element)));
    text += `,"${field}":${sortedUnique(texts).join()}`;
  }
  const numbers = phones.map((phone) => fold(JSON.stringify(dialled(phone))));
  text += `,${sortedUnique(numbers).join()}`;
  return typeof base64 === 'string' ? `${text},${base64}` : text;
}

/** JSON in which the ends of lines within texts are blanks as well. */
function unbroken(json: string): string {
  return json.includes('\\') ? json.replace(/\\[nt]/g, ' ') : json;
}

/** A number as it is dialled, however it is written. */
function dialled(phone: unknown): unknown {
  if (typeof phone !== 'object' || phone === null || !('value' in phone)) return phone;
  return { ...phone, value: String(phone.value).replace(/[^\d+*#]/g, '') };
}
