import type { Item } from '../item.ts';
import { canonicalFields } from './canonical.ts';

/** The content of an item, ready to be compared as a whole. */
export interface CanonicalContent {
  /** JSON of the fields with one value, or a list of one. */
  readonly single: string;
  /** JSON of those whose letters are more than words: numbers, and what is in Base64. */
  readonly special: string;
  /** The other lists: each element as JSON, in order and each once. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly phones: readonly unknown[];
  readonly base64: unknown;
}

/** Content in which the order of lists and repeated elements of them do not count. */
export function canonicalContent(item: Item): CanonicalContent {
  const fields = canonicalFields(item);
  const { body, phones, photo } = fields;
  const single: Record<string, unknown> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const field of Object.keys(fields)) {
    if (field === 'body' || field === 'phones' || field === 'photo') continue;
    const value = fields[field];
    if (!Array.isArray(value) || value.length < 2) {
      single[field] = value;
      continue;
    }
    const texts = sortedUnique(value.map((element) => JSON.stringify(element)));
    if (texts.length === 1) single[field] = value.slice(0, 1);
    else lists[field] = texts;
  }
  const numbers: readonly unknown[] = Array.isArray(phones) ? phones : [];
  return {
    single: JSON.stringify(single),
    special: JSON.stringify({
      phones: sortedUnique(numbers.map((phone) => JSON.stringify(phone))),
      body,
      photo,
    }),
    lists,
    phones: numbers,
    base64: body ?? photo,
  };
}

/** One text per item; equal texts mean equal content. */
export function canonicalText(item: Item, content = canonicalContent(item)): string {
  const { single, special, lists } = content;
  let text = `${item.kind}:[${single},${special}`;
  for (const field of Object.keys(lists)) {
    text += `,{"${field}":[${(lists[field] ?? []).join()}]}`;
  }
  return `${text}]`;
}

/** The texts in order, each once. */
export function sortedUnique(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort();
}
