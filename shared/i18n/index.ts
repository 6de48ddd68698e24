import { cs } from './cs/index.ts';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';
import { pl } from './pl/index.ts';
import type { KeysBelow, PlaceholdersOf, TextAt, Translated } from './types.ts';
import { zhCn } from './zh-CN/index.ts';

type Source = typeof en;

/** All texts of one language, by area. */
export type Messages = Translated<Source>;

/** Dotted key of a text: `devices.title`, `log.alert.sent`. */
export type MessageKey = {
  [Area in keyof Source & string]: KeysBelow<Source[Area], Area>;
}[keyof Source & string];

/** Names of the placeholders that a text wants filled. */
export type MessageParams<Key extends MessageKey> = PlaceholdersOf<
  TextAt<Source, Key> extends infer Text extends string ? Text : never
>;

/** The texts of every language. */
export const messages: Readonly<Record<Language, Messages>> = { en, pl, cs, 'zh-CN': zhCn };

/** A tree of texts, as deep as an area needs. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** Every text below a tree, by its dotted key. */
export function flattenMessages(tree: MessageTree, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') flat.set(inner, value);
    else for (const [name, text] of flattenMessages(value, inner)) flat.set(name, text);
  }
  return flat;
}
