import type { ByteSink } from '../byte-writer.ts';
import { CodecError } from '../codec-error.ts';
import { wbxmlLimits } from '../limits.ts';
import { globalTokens, tagFlags } from './model.ts';

/** Anything with children that can be written as an element. */
export interface WbxmlTree<Element> {
  readonly children: readonly (string | Uint8Array | Element)[];
}

/** How the elements of a tree are written. */
export interface WbxmlTags<Element> {
  /** Tag code page, 0…255. */
  page(element: Element): number;
  /** Tag token 0x05…0x3f, or the name of a literal tag. */
  tag(element: Element): number | string;
  /** Octets to be written as opaque data in place of the element; undefined for a tag of its own. */
  embedded(element: Element): Uint8Array | undefined;
}

/**
 * Writes the body of a document into a sink (WAP-192 §5). Code pages are switched only where the
 * next tag needs it. A token out of range or a NUL in a text is a CodecError `invalid-value`.
 */
export class WbxmlBodyWriter<Element extends WbxmlTree<Element>> {
  readonly #sink: ByteSink;
  readonly #tags: WbxmlTags<Element>;
  readonly #indexOf: (literal: string) => number;
  #page = 0;

  constructor(sink: ByteSink, tags: WbxmlTags<Element>, indexOf: (literal: string) => number) {
    this.#sink = sink;
    this.#tags = tags;
    this.#indexOf = indexOf;
  }

  /** The code page that is current. */
  get page(): number {
    return this.#page;
  }

  /** An element with all that it holds; `depth` is 1 for the root. */
  element(element: Element, depth: number): void {
    if (depth > wbxmlLimits.depth) throw new CodecError('wbxml', 'too-deep');
    const { children } = element;
    this.#tag(element, children.length > 0);
    if (children.length === 0) return;
    for (const child of children) {
      if (typeof child === 'string') this.#text(child);
      else if (child instanceof Uint8Array) this.#opaque(child);
      else {
        const embedded = this.#tags.embedded(child);
        if (embedded === undefined) this.element(child, depth + 1);
        else this.#opaque(embedded);
      }
    }
    this.#sink.u8(globalTokens.end);
  }

  #tag(element: Element, hasContent: boolean): void {
    const page = this.#tags.page(element);
    if (page !== this.#page) {
      if (!Number.isInteger(page) || page < 0 || page > 0xff) {
        throw new CodecError('wbxml', 'invalid-value');
      }
      this.#sink.u8(globalTokens.switchPage);
      this.#sink.u8(page);
      this.#page = page;
    }
    const content = hasContent ? tagFlags.content : 0;
    const tag = this.#tags.tag(element);
    if (typeof tag === 'string') {
      this.#sink.u8(globalTokens.literal | content);
      this.#sink.uintvar(this.#indexOf(tag));
      return;
    }
    const isToken = Number.isInteger(tag) && tag > globalTokens.literal && tag <= tagFlags.token;
    if (!isToken) throw new CodecError('wbxml', 'invalid-value');
    this.#sink.u8(tag | content);
  }

  #text(text: string): void {
    if (text.includes('\0')) throw new CodecError('wbxml', 'invalid-value');
    this.#sink.u8(globalTokens.inlineString);
    this.#sink.utf8(text, 'wbxml');
    this.#sink.u8(0);
  }

  #opaque(data: Uint8Array): void {
    this.#sink.u8(globalTokens.opaque);
    this.#sink.uintvar(data.length);
    this.#sink.bytes(data);
  }
}
