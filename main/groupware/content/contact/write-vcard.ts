import { writeInstant } from '../instant.ts';
import type { ContactItem, Photo, PostalAddress, RawParam, Typed } from '../item.ts';
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
  const lines = linesOf(contact, escaping, profile);
  if (profile.emptyProperties !== 'omit') lines.push(...clearingLines(lines, profile));
  const components = (contact.components ?? []).map((child) => fromRawComponent(child, escaping));
  const card = limitToDevice({ name: 'VCARD', lines, components }, profile);
  const versionLine = { name: 'VERSION', params: [], value: version };
  return writeObject({ ...card, lines: [versionLine, ...card.lines] }, legacy, profile);
}

function linesOf(contact: ContactItem, escaping: Escaping, profile: ContentProfile): Line[] {
  const lines: Line[] = [];
  const add = (name: string, value: string, params: readonly RawParam[] = []): void => {
    const kept = contact.params?.[name];
    lines.push({ name, params: kept === undefined ? params : [...params, ...kept], value });
  };
  const addText = (name: string, value: string | undefined): void => {
    if (value !== undefined) add(name, escaping.writeText(value));
  };
  const addList = (name: string, values: readonly string[] | undefined): void => {
    if (values !== undefined) add(name, escaping.writeList(values));
  };
  const addDay = (name: string, day: string | undefined): void => {
    if (day !== undefined && knowsYear(day, profile)) add(name, writeDay(day, profile.dates));
  };
  if (contact.modified !== undefined) add('REV', writeInstant(contact.modified));
  if (profile.uid) addText('UID', contact.uid);
  add('N', escaping.writeParts(nameParts(contact, profile)));
  addText('FN', formattedNameOf(contact));
  addList('NICKNAME', contact.nicknames);
  addText('X-EVOLUTION-FILE-AS', contact.fileAs);
  addText('TITLE', contact.title);
  addText('ROLE', contact.role);
  if (contact.organization !== undefined || contact.units !== undefined) {
    add('ORG', escaping.writeParts([contact.organization ?? '', ...(contact.units ?? [])]));
  }
  addTyped(lines, 'TEL', contact.phones, escaping);
  for (const email of contact.emails ?? []) lines.push(emailLine(email, escaping));
  addTyped(lines, 'URL', contact.urls, escaping);
  for (const address of contact.addresses ?? []) lines.push(addressLine(address, escaping));
  addDay('BDAY', contact.birthday);
  addDay('X-ANNIVERSARY', contact.anniversary);
  addText('NOTE', contact.notes);
  addList('CATEGORIES', contact.categories);
  addText('CLASS', contact.classification);
  for (const property of contact.extra ?? []) lines.push(fromRaw(property, escaping));
  if (contact.photo !== undefined && profile.photo) {
    const [value, params] = photoValue(contact.photo, escaping, profile);
    add('PHOTO', value, params);
  }
  return lines;
}

function addressLine(address: PostalAddress, escaping: Escaping): Line {
  const { poBox = '', extended = '', street = '', city = '' } = address;
  const { region = '', postalCode = '', country = '' } = address;
  const parts = [poBox, extended, street, city, region, postalCode, country];
  return { name: 'ADR', params: paramsOf(address), value: escaping.writeParts(parts) };
}

function paramsOf({ types, params }: Pick<Typed, 'types' | 'params'>): readonly RawParam[] {
  const typed = typeParams(types);
  return params === undefined ? typed : [...typed, ...params];
}

/** Some devices fail on dates from before their own time. */
function knowsYear(day: string, profile: ContentProfile): boolean {
  return day.startsWith('--') ? profile.minYear === 0 : Number(day.slice(0, 4)) >= profile.minYear;
}

function nameParts(contact: ContactItem, profile: ContentProfile): string[] {
  const name = contact.name;
  if (name === undefined) return [contact.formattedName ?? '', '', '', '', ''];
  if (profile.oneNameField) return [displayName(name), '', '', '', ''];
  const { family = '', given = '', middle = '', prefix = '', suffix = '' } = name;
  return [family, given, middle, prefix, suffix];
}

function addTyped(
  lines: Line[],
  name: string,
  values: readonly Typed[] | undefined,
  escaping: Escaping,
): void {
  for (const typed of values ?? []) {
    lines.push({ name, params: paramsOf(typed), value: escaping.writeText(typed.value) });
  }
}

/** Old phones take an address for one only when it says INTERNET (RFC 2426 §3.3.2: the default). */
function emailLine(email: Typed, escaping: Escaping): Line {
  const { types: said = [], params } = email;
  const types = said.includes('x400') ? said : ['internet', ...said];
  return {
    name: 'EMAIL',
    params: paramsOf(params === undefined ? { types } : { types, params }),
    value: escaping.writeText(email.value),
  };
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
