import { IntlMessageFormat } from 'intl-messageformat';
import { flattenMessages, messages } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/languages.ts';

/** What may fill a placeholder; lists are joined as the language joins them. */
export type ParamValue = string | number | readonly string[];
export type Params = Readonly<Record<string, ParamValue>>;

/** One piece of a formatted text: words of the sentence, or the value of a placeholder. */
export interface TextPart {
  /** Name of the placeholder whose value this is, or null for the sentence's own words. */
  readonly name: string | null;
  readonly text: string;
}

/** Texts of one language. */
export class Texts {
  readonly language: Language;
  readonly #flat: Map<string, string>;
  readonly #parsed = new Map<string, IntlMessageFormat>();
  readonly #list: Intl.ListFormat;

  constructor(language: Language) {
    this.language = language;
    this.#flat = flattenMessages(messages[language]);
    this.#list = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' });
  }

  /** Whether there is a text of this key. */
  has(key: string): boolean {
    return this.#flat.has(key);
  }

  /** The text of a key, filled in; the key itself where there is none or a value is missing. */
  format(key: string, params: Params = {}): string {
    const parsed = this.#parse(key);
    if (parsed === null) return key;
    try {
      const values = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? this.list(value) : value,
      ]);
      return String(parsed.format(Object.fromEntries(values) as Record<string, string | number>));
    } catch {
      return this.#flat.get(key) ?? key;
    }
  }

  /** The same in pieces, so that a value can be shown as a link. */
  parts(key: string, params: Params = {}): TextPart[] {
    const parsed = this.#parse(key);
    if (parsed === null) return [{ name: null, text: key }];
    // A marker stands for each text value, so that the pieces can be told apart afterwards.
    const markers = new Map<object, { name: string; text: string }>();
    const values: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(params)) {
      if (typeof value === 'number') values[name] = value;
      else {
        const marker = {};
        markers.set(marker, { name, text: typeof value === 'string' ? value : this.list(value) });
        values[name] = marker;
      }
    }
    try {
      return parsed
        .formatToParts<object>(values as Record<string, object>)
        .map((part) =>
          typeof part.value === 'object'
            ? (markers.get(part.value) ?? { name: null, text: '' })
            : { name: null, text: part.value },
        );
    } catch {
      return [{ name: null, text: this.#flat.get(key) ?? key }];
    }
  }

  /** Joins words as the language does: `a, b and c`. */
  list(words: readonly string[]): string {
    return this.#list.format(words);
  }

  #parse(key: string): IntlMessageFormat | null {
    const known = this.#parsed.get(key);
    if (known !== undefined) return known;
    const text = this.#flat.get(key);
    if (text === undefined) return null;
    const parsed = new IntlMessageFormat(text, this.language, undefined, { ignoreTag: true });
    this.#parsed.set(key, parsed);
    return parsed;
  }
}

const byLanguage = new Map<Language, Texts>();

/** The texts of a language; made once. */
export function textsOf(language: Language): Texts {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const texts = new Texts(language);
  byLanguage.set(language, texts);
  return texts;
}
