import { readDay, writeDay } from '../contact/dates.ts';
import { displayName, formattedNameOf } from '../contact/names.ts';
import { compact, isEmpty, type Draft } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant, writeInstant } from '../instant.ts';
import type { ContactItem, PersonName, PostalAddress, Typed } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import {
  addressParts,
  addressSlots,
  assignSlots,
  emailSlots,
  nameSlots,
  phoneSlots,
  sensitivities,
  textSlots,
  urlSlots,
  type Slot,
} from './contact-slots.ts';
import { childText, readXml, writeElement, writeXml, type Element } from './flat-xml.ts';
import { readSifExtra, writeSifExtra } from './sif-extra.ts';

const own = ['SIFVersion', 'UID', 'Revision', 'Subject', 'NickName', 'Department', 'Categories'];
const known = new Set(
  [
    ...own,
    'Sensitivity',
    'Photo',
    'DisplayName',
    ...Object.keys(textSlots),
    ...Object.keys(nameSlots),
    ...[...phoneSlots, ...emailSlots, ...urlSlots].map(({ element }) => element),
    ...addressSlots.flatMap(({ element }) =>
      Object.keys(addressParts).map((part) => `${element}${part}`),
    ),
  ].map((name) => name.toLowerCase()),
);

/** Reads a SIF-C contact (Funambol SIF, names of Outlook's fields). */
export function readSifContact(bytes: Uint8Array, profile: ContentProfile): ContactItem {
  const root = readXml(bytes, 'sif', profile);
  if (root.name !== 'contact') throw new ContentError('sif', 'malformed', root.name);
  const draft: Draft<ContactItem> = { kind: 'contact' };
  const text = (name: string): string | undefined => childText(root, name);
  const name: Draft<PersonName> = {};
  for (const [element, part] of Object.entries(nameSlots)) name[part] = text(element);
  for (const [element, field] of Object.entries(textSlots)) {
    const value = text(element);
    const isDay = field === 'birthday' || field === 'anniversary';
    Object.assign(draft, { [field]: isDay && value !== undefined ? readDay(value) : value });
  }
  const sensitivity = Number(text('Sensitivity'));
  const photo = text('Photo')?.replace(/\s+/g, '');
  const contact = compact<ContactItem>({
    ...draft,
    uid: text('UID'),
    modified: readInstant(text('Revision') ?? ''),
    name: compact<PersonName>(name),
    formattedName: text('Subject'),
    nicknames: list(text('NickName')),
    units: list(text('Department'), ';'),
    categories: list(text('Categories')),
    classification: sensitivity > 0 ? sensitivities[sensitivity] : undefined,
    phones: readSlots(root, phoneSlots),
    emails: readSlots(root, emailSlots),
    urls: readSlots(root, urlSlots),
    addresses: addressSlots.flatMap((slot) => readAddress(root, slot)),
    photo:
      photo === undefined ? undefined : { data: Buffer.from(photo, 'base64').toString('base64') },
    extra: readSifExtra(root, known),
  });
  const { formattedName, ...others } = contact;
  return formattedName === formattedNameOf(others) ? others : contact;
}

/** Writes a SIF-C contact. */
export function writeSifContact(contact: ContactItem, profile: ContentProfile): Uint8Array {
  const parts: string[] = [writeElement('SIFVersion', '1.0')];
  const add = (element: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') parts.push(writeElement(element, value));
  };
  if (profile.uid) add('UID', contact.uid);
  add('Revision', contact.modified === undefined ? undefined : writeInstant(contact.modified));
  add('Subject', formattedNameOf(contact));
  const name = contact.name ?? compact<PersonName>({ family: contact.formattedName });
  const shown = profile.oneNameField ? { family: displayName(name) } : name;
  for (const [element, part] of Object.entries(nameSlots)) {
    add(element, (shown as PersonName)[part]);
  }
  for (const [element, field] of Object.entries(textSlots)) {
    const value = contact[field] as string | undefined;
    const isDay = field === 'birthday' || field === 'anniversary';
    // Outlook has no day without a year.
    if (!isDay) add(element, value);
    else if (value?.startsWith('--') === false) add(element, writeDay(value, 'extended'));
  }
  add('NickName', contact.nicknames?.join(', '));
  add('Department', contact.units?.join(';'));
  add('Categories', contact.categories?.join(', '));
  const sensitivity = sensitivities.findIndex((word) => word === contact.classification);
  add('Sensitivity', sensitivity > 0 ? String(sensitivity) : undefined);
  for (const [values, slots] of [
    [contact.phones, phoneSlots],
    [contact.emails, emailSlots],
    [contact.urls, urlSlots],
  ] as const) {
    for (const [slot, { value }] of assignSlots(values ?? [], slots)) add(slot.element, value);
  }
  for (const [slot, address] of assignSlots(contact.addresses ?? [], addressSlots)) {
    for (const [suffix, part] of Object.entries(addressParts)) {
      add(`${slot.element}${suffix}`, address[part] as string | undefined);
    }
  }
  if (profile.photo && contact.photo !== undefined && 'data' in contact.photo) {
    add('Photo', contact.photo.data);
  }
  return writeXml('contact', [...parts, ...writeSifExtra(contact.extra)], profile);
}

function readSlots(root: Element, slots: readonly Slot[]): Typed[] {
  return slots.flatMap(({ element, types }) => {
    const value = childText(root, element);
    return value === undefined ? [] : [compact<Typed>({ value, types })];
  });
}

function readAddress(root: Element, slot: Slot): PostalAddress[] {
  const parts = Object.entries(addressParts).map(([suffix, part]) => [
    part,
    childText(root, `${slot.element}${suffix}`),
  ]);
  const address = compact<PostalAddress>(Object.fromEntries(parts) as PostalAddress);
  return isEmpty(address) ? [] : [compact<PostalAddress>({ ...address, types: slot.types })];
}

function list(text: string | undefined, separator = ','): string[] {
  const words = text?.split(separator).map((word) => word.trim()) ?? [];
  return words.filter((word) => word !== '');
}
