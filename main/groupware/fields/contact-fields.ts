import type { ItemFieldName } from '../../../shared/model/item-fields.ts';
import { base64Octets } from '../base64-octets.ts';
import { displayName } from '../content/contact/names.ts';
import type { ContactItem, PostalAddress, Typed } from '../content/index.ts';
import type { FieldList } from './field-list.ts';

/** What a person reads of a contact. */
export function addContactFields(list: FieldList, contact: ContactItem): void {
  list.add('name', displayName(contact.name ?? {}));
  list.add('formattedName', contact.formattedName);
  list.addAll('nickname', contact.nicknames);
  list.add('fileAs', contact.fileAs);
  list.add('organization', contact.organization);
  list.addAll('unit', contact.units);
  list.add('title', contact.title);
  list.add('role', contact.role);
  addTyped(list, contact.phones, phoneField);
  addTyped(list, contact.emails, placed('email', 'emailHome', 'emailWork'));
  for (const address of contact.addresses ?? []) {
    const field = placed('address', 'addressHome', 'addressWork')(address.types ?? []);
    list.add(field, addressText(address));
  }
  addTyped(list, contact.urls, placed('url', 'urlHome', 'urlWork'));
  list.add('birthday', contact.birthday);
  list.add('anniversary', contact.anniversary);
  list.add('notes', contact.notes);
  const { photo } = contact;
  if (photo === undefined) return;
  if ('url' in photo) list.add('photoUrl', photo.url);
  else list.add('photo', base64Octets(photo.data));
}

type FieldOf = (types: readonly string[]) => ItemFieldName;

/** A fax at work is a fax. */
const phoneWords: readonly (readonly [string, ItemFieldName])[] = [
  ['fax', 'phoneFax'],
  ['pager', 'phonePager'],
  ['cell', 'phoneCell'],
  ['work', 'phoneWork'],
  ['home', 'phoneHome'],
];

function phoneField(types: readonly string[]): ItemFieldName {
  return phoneWords.find(([word]) => types.includes(word))?.[1] ?? 'phone';
}

function placed(plain: ItemFieldName, home: ItemFieldName, work: ItemFieldName): FieldOf {
  return (types) => (types.includes('work') ? work : types.includes('home') ? home : plain);
}

function addTyped(list: FieldList, values: readonly Typed[] | undefined, fieldOf: FieldOf): void {
  for (const { value, types = [] } of values ?? []) list.add(fieldOf(types), value);
}

/** On several lines, as on an envelope. */
function addressText(address: PostalAddress): string {
  const { poBox, extended, street, city, region, postalCode, country } = address;
  const town = [postalCode, city].filter((part) => part !== undefined).join(' ');
  return [poBox, extended, street, town, region, country]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}
