/** Tokens of a document type with attributes, by what they stand for. */
export type AttributedVocabulary = {
  /** Tags with the same token on every tag page that the document type has. */
  readonly tags: Readonly<Record<string, number>>;
  /** Tag pages that exist; usually only page 0. */
  readonly tagPages: readonly number[];
  /** Tokens of each attribute page. */
  readonly pages: readonly AttributePage[];
};

/** Tokens of one attribute page. */
export type AttributePage = {
  /** `name`, or `name=value` where the token stands for the beginning of the value as well. */
  readonly starts: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, number>>;
  /** Of the above, those that are read but never written: implementations disagree on them. */
  readonly readOnly?: ReadonlySet<string>;
};

/** What the start of an attribute stands for. */
export type AttributeStart = { readonly name: string; readonly value: string };

/** Place of a token. */
export type PagedToken = { readonly page: number; readonly token: number };

/** The tokens of a document type, to be looked up in both directions. */
export class AttributeTokens {
  readonly #vocabulary: AttributedVocabulary;
  readonly #tags: ReadonlyMap<number, string>;
  readonly #starts: readonly ReadonlyMap<number, AttributeStart>[];
  readonly #values: readonly ReadonlyMap<number, string>[];

  constructor(vocabulary: AttributedVocabulary) {
    this.#vocabulary = vocabulary;
    this.#tags = byToken(vocabulary.tags, (name) => name);
    this.#starts = vocabulary.pages.map(({ starts }) => byToken(starts, parseStart));
    this.#values = vocabulary.pages.map(({ values }) => byToken(values, (value) => value));
  }

  /** Name of a tag, or undefined for a token that means nothing. */
  tagName(page: number, tag: number | string): string | undefined {
    if (typeof tag === 'string') return tag;
    return this.#vocabulary.tagPages.includes(page) ? this.#tags.get(tag) : undefined;
  }

  /** Token of a tag on page 0. */
  tagToken(name: string): number | undefined {
    return own(this.#vocabulary.tags, name);
  }

  /** What an attribute start stands for. */
  start(page: number, start: number | string): AttributeStart | undefined {
    return typeof start === 'string' ? { name: start, value: '' } : this.#starts[page]?.get(start);
  }

  /** The piece of a value that a token stands for. */
  value(page: number, token: number): string | undefined {
    return this.#values[page]?.get(token);
  }

  /** Where to find a start such as `name` or `name=value`: on the current page if it is there. */
  startToken(text: string, currentPage: number): PagedToken | undefined {
    const { pages } = this.#vocabulary;
    const order = [currentPage, ...pages.keys()];
    for (const page of order) {
      const token = written(pages[page], 'starts', text);
      if (token !== undefined) return { page, token };
    }
    return undefined;
  }

  /** Token of a whole value on a page. A switch of pages would cost as much as it saves. */
  valueToken(value: string, page: number): number | undefined {
    return written(this.#vocabulary.pages[page], 'values', value);
  }
}

function written(
  page: AttributePage | undefined,
  table: 'starts' | 'values',
  text: string,
): number | undefined {
  if (page === undefined || page.readOnly?.has(text) === true) return undefined;
  return own(page[table], text);
}

/** Texts come from outside: "constructor" has no token. */
function own(table: Readonly<Record<string, number>>, text: string): number | undefined {
  return Object.hasOwn(table, text) ? table[text] : undefined;
}

function parseStart(text: string): AttributeStart {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: text, value: '' };
  return { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

function byToken<Value>(
  table: Readonly<Record<string, number>>,
  parse: (text: string) => Value,
): Map<number, Value> {
  return new Map(Object.entries(table).map(([text, token]) => [token, parse(text)]));
}
