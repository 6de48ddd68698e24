import { writeInstant } from '../instant.ts';
import type { ContactItem, Photo, RawParam, Typed } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { limitToDevice } from '../vobject/capability.ts';
import { legacyEscaping, modernEscaping, type Escaping } from '../vobject/escaping.ts';
import type { Line } from '../vobject/line.ts';
import { fromRaw, fromRawComponent, typeParams } from '../vobject/raw.ts';
import { writeObject } from '../vobject/write.ts';
import { writeDay } from './dates.ts';
import { displayName, formattedNameOf } from './names.ts';
import { imageTypeOf } from './photo.ts';

/** What devices that keep a field until it is overwritten have to be told about. */
const clearable = [
  { name: 'TITLE' },
  { name: 'ORG' },
  { name: 'NOTE' },
  { name: 'NICKNAME' },
  { name: 'URL' },
  { name: 'ADR' },
  { name: 'EMAIL', type: 'INTERNET' },
  { name: 'TEL', type: 'CELL' },
  { name: 'TEL', type: 'HOME' },
  { name: 'TEL', type: 'WORK' },
  { name: 'TEL', type: 'FAX' },
] as const;

/** Writes vCard 2.1 or 3.0 as the device wants it. */
export function writeVcard(
  contact: ContactItem,
  version: '2.1' | '3.0',
  profile: ContentProfile,
): Uint8Array {
  const legacy = version === '2.1';
  const escaping = legacy
    ? legacyEscaping({ list: ',', escapesText: profile.escapesLegacyText })
    : modernEscaping;
  const lines = [...linesOf(contact, escaping, profile)];
  const all = [...lines, ...clearingLines(lines, profile)];
  const components = (contact.components ?? []).map((child) => fromRawComponent(child, escaping));
  const card = limitToDevice({ name: 'VCARD', lines: all, components }, profile);
  const versionLine = { name: 'VERSION', params: [], value: version };
  return writeObject({ ...card, lines: [versionLine, ...card.lines] }, legacy, profile);
}

function* linesOf(
  contact: ContactItem,
  escaping: Escaping,
  profile: ContentProfile,
): Generator<Line> {
  const line = (name: string, value: string, params: readonly RawParam[] = []): Line => ({
    name,
    params: [...params, ...(contact.params?.[name] ?? [])],
    value,
  });
  const text = function* (name: string, value: string | undefined): Generator<Line> {
    if (value !== undefined) yield line(name, escaping.writeText(value));
  };
  const list = function* (name: string, values: readonly string[] | undefined): Generator<Line> {
    if (values !== undefined) yield line(name, escaping.writeList(values));
  };
  if (contact.modified !== undefined) yield line('REV', writeInstant(contact.modified));
  if (profile.uid) yield* text('UID', contact.uid);
  yield line('N', escaping.writeParts(nameParts(contact, profile)));
  yield* text('FN', formattedNameOf(contact));
  yield* list('NICKNAME', contact.nicknames);
  yield* text('X-EVOLUTION-FILE-AS', contact.fileAs);
  yield* text('TITLE', contact.title);
  yield* text('ROLE', contact.role);
  if (contact.organization !== undefined || contact.units !== undefined) {
    const parts = [contact.organization ?? '', ...(contact.units ?? [])];
    yield line('ORG', escaping.writeParts(parts));
  }
  yield* typedLines('TEL', contact.phones, escaping);
  yield* typedLines('EMAIL', contact.emails?.map(asInternet), escaping);
  yield* typedLines('URL', contact.urls, escaping);
  for (const address of contact.addresses ?? []) {
    const { poBox, extended, street, city, region, postalCode, country } = address;
    const parts = [poBox, extended, street, city, region, postalCode, country];
    yield {
      name: 'ADR',
      params: [...typeParams(address.types), ...(address.params ?? [])],
      value: escaping.writeParts(parts.map((part) => part ?? '')),
    };
  }
  for (const [name, day] of [
    ['BDAY', contact.birthday],
    ['X-ANNIVERSARY', contact.anniversary],
  ] as const) {
    if (day !== undefined && knowsYear(day, profile)) {
      yield line(name, writeDay(day, profile.dates));
    }
  }
  yield* text('NOTE', contact.notes);
  yield* list('CATEGORIES', contact.categories);
  yield* text('CLASS', contact.classification);
  for (const property of contact.extra ?? []) yield fromRaw(property, escaping);
  if (contact.photo !== undefined && profile.photo) {
    const [value, params] = photoValue(contact.photo, escaping, profile);
    yield line('PHOTO', value, params);
  }
}

/** Some devices fail on dates from before their own time. */
function knowsYear(day: string, profile: ContentProfile): boolean {
  return day.startsWith('--') ? profile.minYear === 0 : Number(day.slice(0, 4)) >= profile.minYear;
}

function nameParts(contact: ContactItem, profile: ContentProfile): string[] {
  const name = contact.name;
  if (name === undefined) return [contact.formattedName ?? '', '', '', '', ''];
  if (profile.oneNameField) return [displayName(name), '', '', '', ''];
  return [name.family, name.given, name.middle, name.prefix, name.suffix].map((part) => part ?? '');
}

function* typedLines(
  name: string,
  values: readonly Typed[] | undefined,
  escaping: Escaping,
): Generator<Line> {
  for (const { value, types, params } of values ?? []) {
    yield {
      name,
      params: [...typeParams(types), ...(params ?? [])],
      value: escaping.writeText(value),
    };
  }
}

/** Old phones take an address for one only when it says INTERNET (RFC 2426 §3.3.2: the default). */
function asInternet(email: Typed): Typed {
  return email.types?.includes('x400') === true
    ? email
    : { ...email, types: ['internet', ...(email.types ?? [])] };
}

function photoValue(
  photo: Photo,
  escaping: Escaping,
  profile: ContentProfile,
): [string, RawParam[]] {
  if ('url' in photo) {
    return [photo.url, [{ name: 'VALUE', values: [escaping.legacy ? 'URL' : 'uri'] }]];
  }
  const params: RawParam[] = [{ name: 'ENCODING', values: ['B'] }];
  if (profile.photoType && photo.mediaType !== undefined) {
    params.push({ name: 'TYPE', values: [imageTypeOf(photo.mediaType)] });
  }
  return [photo.data, params];
}

function* clearingLines(lines: readonly Line[], profile: ContentProfile): Generator<Line> {
  if (profile.emptyProperties === 'omit') return;
  const value = profile.emptyProperties === 'dummy' ? ' ' : '';
  for (const { name, ...rest } of clearable) {
    const type = 'type' in rest ? rest.type : undefined;
    const there = lines.some(
      (line) =>
        line.name === name &&
        (type === undefined ||
          line.params.some((param) => param.name === 'TYPE' && param.values.includes(type))),
    );
    if (!there) yield { name, params: typeParams(type === undefined ? [] : [type]), value };
  }
}
