import { compact, compactTrimmed, isEmpty, type Draft } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant } from '../instant.ts';
import type { ContactItem, PersonName, PostalAddress, RawParam, Typed } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { restoreNames } from '../vobject/capability.ts';
import { legacyEscaping, modernEscaping, type Escaping } from '../vobject/escaping.ts';
import { isBinary, paramValue, saysSomething, withoutParams, type Line } from '../vobject/line.ts';
import { textOf, toRaw, toRawComponent, typesOf } from '../vobject/raw.ts';
import { readObject } from '../vobject/read.ts';
import { readDay } from './dates.ts';
import { derivedNameOf, splitName } from './names.ts';
import { readPhoto } from './photo.ts';

type ContactDraft = Draft<ContactItem> & {
  phones: Typed[];
  emails: Typed[];
  urls: Typed[];
  addresses: PostalAddress[];
};

/** Transport and derived properties that are written anew each time. */
const ignored = new Set(['VERSION', 'PRODID']);

/** Reads a vCard 2.1, 3.0 or 4.0, whatever version the sender named (RFC 2426, RFC 6350). */
export function readVcard(bytes: Uint8Array, profile: ContentProfile): ContactItem {
  const { root, legacy } = readObject(bytes, 'vcard', profile);
  if (root.name !== 'VCARD') throw new ContentError('vcard', 'malformed', root.name);
  const escaping = legacy
    ? legacyEscaping({ list: ',', escapesText: profile.escapesLegacyText })
    : modernEscaping;
  const card = restoreNames(root, profile);
  const draft: ContactDraft = {
    kind: 'contact',
    phones: [],
    emails: [],
    urls: [],
    addresses: [],
  };
  const params: Record<string, readonly RawParam[]> = {};
  const extra = [];
  for (const line of card.lines) {
    const name = line.name.toUpperCase();
    if (ignored.has(name)) continue;
    const taken = readers.get(name)?.(draft, line, escaping, profile) ?? false;
    if (taken === false && saysSomething(line)) extra.push(toRaw(line, escaping));
    else if (typeof taken !== 'boolean' && taken.length > 0) params[name] = taken;
  }
  draft.params = params;
  draft.extra = extra;
  draft.components = card.components.map((child) => toRawComponent(child, escaping));
  // FN is kept only when it says more than the name; else a new name would leave an old FN behind.
  if (draft.formattedName === derivedNameOf(draft)) draft.formattedName = undefined;
  return compact<ContactItem>(draft);
}

/** False: not understood, keep it word for word. Otherwise the parameters left to keep. */
type Taken = boolean | readonly RawParam[];
type Reader = (
  draft: ContactDraft,
  line: Line,
  escaping: Escaping,
  profile: ContentProfile,
) => Taken;

const readersByName: Readonly<Record<string, Reader>> = {
  N: (draft, line, escaping, profile) => {
    if (draft.name !== undefined) return false;
    const [family, given, middle, prefix, suffix] = escaping.readParts(line.value, 'vcard');
    const name = compactTrimmed<PersonName>({ family, given, middle, prefix, suffix });
    draft.name = profile.oneNameField && name.family ? splitName(name.family) : name;
    return rest(line);
  },
  FN: single('formattedName'),
  TITLE: single('title'),
  ROLE: single('role'),
  NOTE: single('notes'),
  UID: single('uid'),
  'X-EVOLUTION-FILE-AS': single('fileAs'),
  NICKNAME: list('nicknames'),
  CATEGORIES: list('categories'),
  CLASS: (draft, line, escaping) => {
    if (draft.classification !== undefined) return false;
    draft.classification = textOf(line, escaping).trim().toUpperCase();
    return rest(line);
  },
  ORG: (draft, line, escaping) => {
    if (draft.organization !== undefined || draft.units !== undefined) return false;
    const [organization, ...units] = escaping.readParts(line.value, 'vcard');
    const whole = organization?.trim();
    if (whole !== '') draft.organization = whole;
    const named = units.map((unit) => unit.trim());
    while (named.at(-1) === '') named.pop();
    draft.units = named;
    return rest(line);
  },
  TEL: (draft, line, escaping) => {
    const value = textOf(line, escaping).trim().replace(/^tel:/i, '');
    return addTyped(draft.phones, value, line);
  },
  EMAIL: (draft, line, escaping) => {
    const value = textOf(line, escaping)
      .trim()
      .replace(/^mailto:/i, '');
    // INTERNET is what an address is when nothing else is said; it is written each time.
    return addTyped(draft.emails, value, line, ['internet']);
  },
  URL: (draft, line, escaping) => addTyped(draft.urls, textOf(line, escaping).trim(), line),
  ADR: (draft, line, escaping) => {
    const parts = escaping.readParts(line.value, 'vcard');
    const [poBox, extended, street, city, region, postalCode, country] = parts;
    const address = compactTrimmed<PostalAddress>({
      poBox,
      extended,
      street,
      city,
      region,
      postalCode,
      country,
    });
    if (isEmpty(address)) return true;
    const types = typesOf(line.params);
    draft.addresses.push(compact<PostalAddress>({ ...address, types, params: typedRest(line) }));
    return true;
  },
  BDAY: day('birthday'),
  'X-ANNIVERSARY': day('anniversary'),
  'X-EVOLUTION-ANNIVERSARY': day('anniversary'),
  ANNIVERSARY: day('anniversary'),
  REV: (draft, line) => {
    const instant = readInstant(line.value);
    if (draft.modified !== undefined || instant === undefined) return false;
    draft.modified = instant;
    return rest(line, ['VALUE']);
  },
  PHOTO: (draft, line) => {
    if (line.value.trim() === '') return true;
    const photo = readPhoto(line);
    if (draft.photo !== undefined || photo === undefined) return false;
    draft.photo = photo;
    return rest(line, ['TYPE', 'VALUE', 'MEDIATYPE', 'X-EVOLUTION-UUID']);
  },
};

const readers: ReadonlyMap<string, Reader> = new Map(Object.entries(readersByName));

type TextField = 'formattedName' | 'title' | 'role' | 'notes' | 'uid' | 'fileAs';

function single(field: TextField): Reader {
  return (draft, line, escaping) => {
    const text = textOf(line, escaping);
    if (draft[field] !== undefined) return false;
    // Devices clear a field with an empty value, or with a blank.
    if (text.trim() === '') return true;
    draft[field] = field === 'notes' ? text : text.trim();
    return rest(line);
  };
}

function list(field: 'nicknames' | 'categories'): Reader {
  return (draft, line, escaping) => {
    const values = escaping.readList(line.value, 'vcard').map((value) => value.trim());
    draft[field] = [...(draft[field] ?? []), ...values.filter((value) => value !== '')];
    return true;
  };
}

function day(field: 'birthday' | 'anniversary'): Reader {
  return (draft, line) => {
    if (line.value.trim() === '') return true;
    const value = readDay(line.value);
    if (draft[field] !== undefined || value === undefined) return false;
    draft[field] = value;
    return rest(line, ['VALUE']);
  };
}

function addTyped(
  target: Typed[],
  value: string,
  line: Line,
  implied: readonly string[] = [],
): true {
  if (value !== '') {
    const said = typesOf(line.params);
    const types = implied.length === 0 ? said : said.filter((type) => !implied.includes(type));
    target.push(compact<Typed>({ value, types, params: typedRest(line) }));
  }
  return true;
}

function rest(line: Line, known: readonly string[] = []): readonly RawParam[] {
  return withoutParams(line.params, isBinary(line.params) ? ['ENCODING', ...known] : known);
}

function typedRest({ params }: Line): readonly RawParam[] {
  // The parameters of a head that was met before are the same list again.
  let left = restOfParams.get(params);
  if (left === undefined) {
    const isUri = paramValue(params, 'VALUE')?.toLowerCase() === 'uri';
    left = withoutParams(params, ['TYPE', 'PREF', 'ENCODING', ...(isUri ? ['VALUE'] : [])]);
    restOfParams.set(params, left);
  }
  return left;
}

const restOfParams = new WeakMap<readonly RawParam[], readonly RawParam[]>();
