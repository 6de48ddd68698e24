import { toHex } from '../bytes.ts';
import { wbxmlLimits } from '../limits.ts';
import { documentTypeOf, syncmlTagName, type SyncmlKind } from '../syncml/index.ts';
import { WbxmlTokenizer, type WbxmlToken } from '../wbxml/index.ts';
import { dissect, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { readableText } from './readable-text.ts';

type TagToken = Extract<WbxmlToken, { readonly kind: 'tag' }>;

/** Dissects a WBXML document, such as a SyncML message. */
export function dissectWbxml(bytes: Uint8Array): DissectNode[] {
  return dissect(bytes, 'wbxml', dissectWbxmlInto);
}

/** Dissects the rest of a range as a WBXML document, with the names of SyncML where it is one. */
export function dissectWbxmlInto(dissector: Dissector): void {
  const base = dissector.reader.offset;
  const tokenizer = new WbxmlTokenizer(dissector.reader.view(dissector.reader.remaining));
  const { version, publicId, charset, stringTable } = tokenizer;
  const mark = (key: string, value: string, field: { offset: number; length: number }) => {
    dissector.mark(key, value, base + field.offset, field.length);
  };
  mark('wbxml.version', `1.${String(version.value)}`, version);
  mark('wbxml.publicId', showPublicId(publicId.value), publicId);
  mark('wbxml.charset', String(charset.value), charset);
  mark('wbxml.stringTable', readableText(stringTable.value), stringTable);
  const kind = documentTypeOf(publicId.value)?.kind;
  new BodyDissector(tokenizer, base, kind).content(dissector, 0);
}

class BodyDissector {
  readonly #tokenizer: WbxmlTokenizer;
  readonly #base: number;
  readonly #kind: SyncmlKind | undefined;

  constructor(tokenizer: WbxmlTokenizer, base: number, kind: SyncmlKind | undefined) {
    this.#tokenizer = tokenizer;
    this.#base = base;
    this.#kind = kind;
  }

  /** Dissects up to the end of an element, or of the document at depth 0. */
  content(dissector: Dissector, depth: number): void {
    if (depth > wbxmlLimits.depth) throw dissector.reader.error('too-deep');
    while (depth > 0 || this.#tokenizer.remaining > 0) {
      const token = this.#tokenizer.next();
      if (token.kind !== 'tag') {
        this.#mark(dissector, `wbxml.${token.kind}`, valueOf(token), token);
        if (token.kind === 'end' && depth > 0) return;
      } else if (token.hasContent) {
        dissector.group('wbxml.element', (element) => {
          this.#mark(element, 'wbxml.tag', this.#name(token), token);
          this.content(element, depth + 1);
          return this.#name(token);
        });
      } else {
        this.#mark(dissector, 'wbxml.tag', this.#name(token), token);
      }
    }
  }

  #mark(dissector: Dissector, key: string, value: string, token: WbxmlToken): void {
    dissector.mark(key, value, this.#base + token.offset, token.length);
  }

  #name({ page, tag }: TagToken): string {
    const name = this.#kind === undefined ? undefined : syncmlTagName(this.#kind, page, tag);
    return name ?? (typeof tag === 'string' ? tag : `${String(page)}:${toHex(Uint8Array.of(tag))}`);
  }
}

function valueOf(token: Exclude<WbxmlToken, TagToken>): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'opaque':
      return toHex(token.data);
    case 'page':
      return String(token.page);
    case 'end':
      return '';
  }
}

function showPublicId(publicId: number | string): string {
  const type = documentTypeOf(publicId);
  const text = typeof publicId === 'string' ? publicId : `0x${publicId.toString(16)}`;
  const kind = type?.kind === 'devinf' ? 'DevInf' : 'SyncML';
  return type === undefined ? text : `${kind} ${type.version} (${text})`;
}
