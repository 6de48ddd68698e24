import { CodecError } from '../codec-error.ts';
import type { WbxmlLimits } from '../limits.ts';
import type { AttributeTokens } from './attribute-tokens.ts';
import { WbxmlTokenizer } from './tokenizer.ts';

/** An attribute with its whole value. */
export type WbxmlAttribute = { readonly name: string; readonly value: string };

/** An element with attributes and elements, but without text. */
export type AttributedElement = {
  readonly tag: string;
  readonly attributes: readonly WbxmlAttribute[];
  readonly children: readonly AttributedElement[];
};

/** A document of {@link AttributedElement}s. */
export type AttributedDocument = {
  /** Minor version: 1, 2 or 3 stand for WBXML 1.1, 1.2 and 1.3. */
  readonly version: number;
  /** Well-known number of the document type, or its formal public identifier. */
  readonly publicId: number | string;
  readonly root: AttributedElement;
};

type OpenElement = {
  readonly tag: string;
  readonly attributes: readonly WbxmlAttribute[];
  readonly children: OpenElement[];
};

const whiteSpace = /^\s*$/;

/**
 * Decodes a whole document of a type whose content stands in attributes (WAP-192 §5.8.3). Text
 * between elements and an attribute that is there twice are a CodecError `invalid-value`, a token
 * that means nothing `unsupported`; else as {@link WbxmlTokenizer}.
 */
export function readAttributedWbxml(
  bytes: Uint8Array,
  tokens: AttributeTokens,
  limits: WbxmlLimits,
): AttributedDocument {
  const tokenizer = new WbxmlTokenizer(bytes, limits, 'taken');
  const root = new AttributedReader(tokenizer, tokens, limits).root();
  if (tokenizer.remaining > 0) throw new CodecError('wbxml', 'trailing-data', tokenizer.offset);
  return { version: tokenizer.version.value, publicId: tokenizer.publicId.value, root };
}

class AttributedReader {
  readonly #tokenizer: WbxmlTokenizer;
  readonly #tokens: AttributeTokens;
  readonly #limits: WbxmlLimits;
  #nodes = 0;

  constructor(tokenizer: WbxmlTokenizer, tokens: AttributeTokens, limits: WbxmlLimits) {
    this.#tokenizer = tokenizer;
    this.#tokens = tokens;
    this.#limits = limits;
  }

  root(): AttributedElement {
    const open: OpenElement[] = [];
    for (;;) {
      const token = this.#tokenizer.next();
      this.#count(token.offset);
      const parent = open.at(-1);
      if (token.kind === 'tag') {
        const tag = this.#tokens.tagName(token.page, token.tag);
        if (tag === undefined) throw failure('unsupported', token);
        const attributes = token.hasAttributes ? this.#attributes() : [];
        const element: OpenElement = { tag, attributes, children: [] };
        parent?.children.push(element);
        if (token.hasContent) open.push(element);
        else if (parent === undefined) return element;
        if (open.length > this.#limits.depth) throw failure('too-deep', token);
      } else if (token.kind !== 'page') {
        if (parent === undefined) throw failure('invalid-value', token);
        if (token.kind === 'end') {
          open.pop();
          if (open.length === 0) return parent;
        } else if (token.kind === 'opaque' || !whiteSpace.test(token.text)) {
          throw failure('invalid-value', token);
        }
      }
    }
  }

  #attributes(): WbxmlAttribute[] {
    const values = new Map<string, string>();
    let name: string | undefined;
    for (;;) {
      const token = this.#tokenizer.nextAttribute();
      this.#count(token.offset);
      if (token.kind === 'end') break;
      if (token.kind === 'start') {
        const start = this.#tokens.start(token.page, token.start);
        if (start === undefined) throw failure('unsupported', token);
        if (values.has(start.name)) throw failure('invalid-value', token);
        name = start.name;
        values.set(name, start.value);
      } else if (token.kind !== 'page') {
        if (name === undefined) throw failure('invalid-value', token);
        const piece = this.#piece(token);
        if (piece === undefined) throw failure('unsupported', token);
        values.set(name, (values.get(name) ?? '') + piece);
      }
    }
    return [...values].map(([key, value]) => ({ name: key, value }));
  }

  #piece(
    token: Exclude<
      ReturnType<WbxmlTokenizer['nextAttribute']>,
      { readonly kind: 'start' | 'end' | 'page' }
    >,
  ): string | undefined {
    switch (token.kind) {
      case 'text':
        return token.text;
      case 'value':
        return this.#tokens.value(token.page, token.value);
      case 'opaque':
        return undefined;
    }
  }

  #count(offset: number): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.nodes) throw new CodecError('wbxml', 'too-many', offset);
  }
}

function failure(
  code: 'unsupported' | 'invalid-value' | 'too-deep',
  token: { readonly offset: number },
): CodecError {
  return new CodecError('wbxml', code, token.offset);
}
