import { toHex } from '../bytes.ts';
import { wbxmlLimits } from '../limits.ts';
import { syncTagName } from '../ota-settings/sync-tags.ts';
import { documentTypeOf, syncmlTagName } from '../syncml/index.ts';
import { WbxmlTokenizer, type WbxmlToken } from '../wbxml/index.ts';
import { dissect, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { readableText } from './readable-text.ts';

type TagToken = Extract<WbxmlToken, { readonly kind: 'tag' }>;

/** Dissects a WBXML document, such as a SyncML message. */
export function dissectWbxml(bytes: Uint8Array): DissectNode[] {
  return dissect(bytes, 'wbxml', dissectWbxmlInto);
}

/** How the tokens of a document are called. */
export type WbxmlNaming = {
  /** Name of a tag; undefined for one that means nothing. */
  tagName(page: number, tag: number | string): string | undefined;
  publicId(publicId: number | string): string;
};

/** Dissects the rest of a range as a WBXML document, with the names of SyncML where it is one. */
export function dissectWbxmlInto(dissector: Dissector): void {
  const tokenizer = tokenizerOf(dissector);
  const kind = documentTypeOf(tokenizer.publicId.value)?.kind;
  dissectDocument(dissector, tokenizer, {
    tagName: (page, tag) => (kind === undefined ? undefined : syncmlTagName(kind, page, tag)),
    publicId: showPublicId,
  });
}

/** Dissects the rest of a range as a SyncML profile for older phones. */
export function dissectSyncSettingsInto(dissector: Dissector): void {
  dissectDocument(dissector, tokenizerOf(dissector), {
    tagName: syncTagName,
    publicId: hexPublicId,
  });
}

/** Shows what stands in front of a document's tags; `base` is where its octets begin. */
export function markWbxmlHeader(
  dissector: Dissector,
  { version, publicId, charset, stringTable }: WbxmlTokenizer,
  base: number,
  publicIdText: string,
): void {
  const mark = (key: string, value: string, field: { offset: number; length: number }) => {
    dissector.mark(key, value, base + field.offset, field.length);
  };
  mark('wbxml.version', `1.${String(version.value)}`, version);
  mark('wbxml.publicId', publicIdText, publicId);
  mark('wbxml.charset', String(charset.value), charset);
  mark('wbxml.stringTable', readableText(stringTable.value), stringTable);
}

/** What to show for a number or name of a document type that has no better name. */
export function hexPublicId(publicId: number | string): string {
  return typeof publicId === 'string' ? publicId : `0x${publicId.toString(16)}`;
}

/** What to show for a token that is no tag. */
export function tokenText(token: Exclude<WbxmlToken, TagToken>): string {
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

function tokenizerOf(dissector: Dissector): WbxmlTokenizer {
  return new WbxmlTokenizer(dissector.reader.view(dissector.reader.remaining));
}

function dissectDocument(
  dissector: Dissector,
  tokenizer: WbxmlTokenizer,
  naming: WbxmlNaming,
): void {
  // The tokenizer has a view of all that was left.
  const base = dissector.reader.end - tokenizer.remaining - tokenizer.offset;
  markWbxmlHeader(dissector, tokenizer, base, naming.publicId(tokenizer.publicId.value));
  new BodyDissector(tokenizer, base, naming).content(dissector, 0);
}

class BodyDissector {
  readonly #tokenizer: WbxmlTokenizer;
  readonly #base: number;
  readonly #naming: WbxmlNaming;

  constructor(tokenizer: WbxmlTokenizer, base: number, naming: WbxmlNaming) {
    this.#tokenizer = tokenizer;
    this.#base = base;
    this.#naming = naming;
  }

  /** Dissects up to the end of an element, or of the document at depth 0. */
  content(dissector: Dissector, depth: number): void {
    if (depth > wbxmlLimits.depth) throw dissector.reader.error('too-deep');
    while (depth > 0 || this.#tokenizer.remaining > 0) {
      const token = this.#tokenizer.next();
      if (token.kind !== 'tag') {
        this.#mark(dissector, `wbxml.${token.kind}`, tokenText(token), token);
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
    const name = this.#naming.tagName(page, tag);
    return name ?? (typeof tag === 'string' ? tag : `${String(page)}:${toHex(Uint8Array.of(tag))}`);
  }
}

function showPublicId(publicId: number | string): string {
  const type = documentTypeOf(publicId);
  const text = hexPublicId(publicId);
  const kind = type?.kind === 'devinf' ? 'DevInf' : 'SyncML';
  return type === undefined ? text : `${kind} ${type.version} (${text})`;
}
