import { compact, type Loose } from '../compact.ts';
import type { ContactItem, PersonName } from '../item.ts';

/** The name as people say it, made of its parts. */
export function displayName(name: PersonName): string {
  let whole = '';
  for (const part of [name.prefix, name.given, name.middle, name.family, name.suffix]) {
    if (part !== undefined && part !== '') whole += whole === '' ? part : ` ${part}`;
  }
  return whole;
}

/** What FN says (it must not be missing in vCard 3.0): the name, the company or an address. */
export function formattedNameOf(contact: ContactItem): string {
  return contact.formattedName ?? derivedNameOf(contact);
}

/** What the other fields say that FN is. */
export function derivedNameOf(
  contact: Loose<Pick<ContactItem, 'name' | 'organization' | 'emails' | 'phones'>>,
): string {
  const name = displayName(contact.name ?? {});
  if (name !== '') return name;
  return contact.organization ?? contact.emails?.[0]?.value ?? contact.phones?.[0]?.value ?? '';
}

/** Splits a whole name at its last blank, for devices with one field for it. */
export function splitName(whole: string): PersonName {
  const words = whole.trim().split(/\s+/);
  const family = words.pop();
  return compact<PersonName>({ family, given: words.join(' ') });
}
