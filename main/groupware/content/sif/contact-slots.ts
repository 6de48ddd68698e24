import type { ContactItem, PersonName, PostalAddress } from '../item.ts';

/** Elements of a SIF contact that hold one text each, and where the inner form has it. */
export const textSlots: Readonly<Record<string, keyof ContactItem>> = {
  JobTitle: 'title',
  Profession: 'role',
  CompanyName: 'organization',
  FileAs: 'fileAs',
  Body: 'notes',
  Birthday: 'birthday',
  Anniversary: 'anniversary',
};

/** Parts of the name. */
export const nameSlots: Readonly<Record<string, keyof PersonName>> = {
  LastName: 'family',
  FirstName: 'given',
  MiddleName: 'middle',
  Title: 'prefix',
  Suffix: 'suffix',
};

/** A place for one number or address, and the words that describe what belongs there. */
export interface Slot {
  readonly element: string;
  readonly types: readonly string[];
}

/** Telephone numbers in the order in which places are given away. */
export const phoneSlots: readonly Slot[] = [
  { element: 'MobileTelephoneNumber', types: ['cell'] },
  { element: 'HomeTelephoneNumber', types: ['home'] },
  { element: 'Home2TelephoneNumber', types: ['home'] },
  { element: 'BusinessTelephoneNumber', types: ['work'] },
  { element: 'Business2TelephoneNumber', types: ['work'] },
  { element: 'OtherTelephoneNumber', types: [] },
  { element: 'PrimaryTelephoneNumber', types: ['pref'] },
  { element: 'HomeFaxNumber', types: ['fax', 'home'] },
  { element: 'BusinessFaxNumber', types: ['fax', 'work'] },
  { element: 'OtherFaxNumber', types: ['fax'] },
  { element: 'MobileHomeTelephoneNumber', types: ['cell', 'home'] },
  { element: 'MobileBusinessTelephoneNumber', types: ['cell', 'work'] },
  { element: 'CarTelephoneNumber', types: ['car'] },
  { element: 'PagerNumber', types: ['pager'] },
  { element: 'CompanyMainTelephoneNumber', types: ['pref', 'work'] },
  { element: 'AssistantTelephoneNumber', types: ['x-funambol-assistant'] },
  { element: 'CallbackTelephoneNumber', types: ['x-funambol-callback'] },
  { element: 'RadioTelephoneNumber', types: ['x-funambol-radio'] },
  { element: 'TelexNumber', types: ['x-funambol-telex'] },
];

/** E-mail addresses. */
export const emailSlots: readonly Slot[] = [
  { element: 'Email1Address', types: [] },
  { element: 'Email2Address', types: ['home'] },
  { element: 'Email3Address', types: ['work'] },
];

/** Web pages. */
export const urlSlots: readonly Slot[] = [
  { element: 'WebPage', types: [] },
  { element: 'HomeWebPage', types: ['home'] },
  { element: 'BusinessWebPage', types: ['work'] },
];

/** Prefixes of the elements of an address. */
export const addressSlots: readonly Slot[] = [
  { element: 'HomeAddress', types: ['home'] },
  { element: 'BusinessAddress', types: ['work'] },
  { element: 'OtherAddress', types: [] },
];

/** Suffixes of the elements of an address. */
export const addressParts: Readonly<Record<string, keyof PostalAddress>> = {
  PostOfficeBox: 'poBox',
  Extended: 'extended',
  Street: 'street',
  City: 'city',
  State: 'region',
  PostalCode: 'postalCode',
  Country: 'country',
};

/** SIF counts sensitivity, iCalendar names it; 1 is "personal". */
export const sensitivities = ['PUBLIC', 'PERSONAL', 'PRIVATE', 'CONFIDENTIAL'] as const;

/**
 * Finds a place for each value: first where all words agree, then where most do, then anywhere free.
 * What finds no place is left out; the places of equal words are filled in order.
 */
export function assignSlots<T extends { readonly types?: readonly string[] }>(
  values: readonly T[],
  slots: readonly Slot[],
): Map<Slot, T> {
  const taken = new Map<Slot, T>();
  const waiting: T[] = [];
  for (const value of values) {
    const types = meaningful(value.types ?? []);
    const exact = slots.find((slot) => !taken.has(slot) && sameWords(slot.types, types));
    if (exact === undefined) waiting.push(value);
    else taken.set(exact, value);
  }
  for (const value of waiting) {
    const types = meaningful(value.types ?? []);
    const free = slots.filter((slot) => !taken.has(slot) && !isSpecial(slot));
    const best = free
      .map((slot) => ({ slot, score: score(slot.types, types) }))
      .sort((left, right) => right.score - left.score)[0];
    if (best !== undefined) taken.set(best.slot, value);
  }
  return taken;
}

function meaningful(types: readonly string[]): string[] {
  return types.filter((type) => !['voice', 'internet', 'msg'].includes(type));
}

function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((word) => right.includes(word));
}

function score(slot: readonly string[], types: readonly string[]): number {
  const shared = slot.filter((word) => types.includes(word)).length;
  return shared * 2 - slot.filter((word) => !types.includes(word)).length;
}

/** Places that would turn an ordinary number into somebody else's. */
function isSpecial(slot: Slot): boolean {
  return slot.types.some((type) => type.startsWith('x-') || type === 'pager' || type === 'car');
}
