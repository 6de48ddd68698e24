import { isUtf8 } from 'node:buffer';
import { ByteReader, decodeLatin1, decodeUtf8, plainBytes } from '../bytes.ts';
import { wbxmlLimits, type WbxmlLimits } from '../limits.ts';
import { globalTokens, tagFlags, utf8Charset } from './model.ts';

/** One token of a document's body; `offset` and `length` are its octets. */
export type WbxmlToken = { readonly offset: number; readonly length: number } & (
  | {
      readonly kind: 'tag';
      readonly page: number;
      readonly tag: number | string;
      readonly hasAttributes: boolean;
      readonly hasContent: boolean;
    }
  | WbxmlCommonToken
);

/**
 * One token of a list of attributes: a start stands for a name and perhaps the beginning of its
 * value, a value for a piece of it. Their code pages are not those of the tags.
 */
export type WbxmlAttributeToken = { readonly offset: number; readonly length: number } & (
  | { readonly kind: 'start'; readonly page: number; readonly start: number | string }
  | { readonly kind: 'value'; readonly page: number; readonly value: number }
  | WbxmlCommonToken
);

/** What tags and attributes have in common. */
type WbxmlCommonToken =
  | { readonly kind: 'end' }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opaque'; readonly data: Uint8Array };

/** One field of a document's header and its octets. */
export type WbxmlHeaderField<Value> = {
  readonly value: Value;
  readonly offset: number;
  readonly length: number;
};

const usAsciiCharset = 3;
const latin1Charset = 4;
const codePoints = 0x11_0000;
/** Attribute tokens below this one start an attribute, the others are parts of values. */
const firstValueToken = 0x80;

/**
 * Cuts a document into tokens, one at a time (WAP-192 §5). Knows code pages and the string table,
 * but not which tags may stand where. Opaque data are views of the bytes, and so is an inline string
 * that is not in the document's charset, as old phones put what they store into it unconverted.
 * Processing instructions, extensions, WBXML 1.0, charsets other than UTF-8, US-ASCII and ISO
 * 8859-1, and attributes unless they are asked for, are a CodecError `unsupported`.
 */
export class WbxmlTokenizer {
  /** Minor version, 1…3. */
  readonly version: WbxmlHeaderField<number>;
  /** Document type; an index into the string table is already resolved. */
  readonly publicId: WbxmlHeaderField<number | string>;
  readonly charset: WbxmlHeaderField<number>;
  readonly stringTable: WbxmlHeaderField<Uint8Array>;
  readonly #reader: ByteReader;
  readonly #tableStrings = new Map<number, string>();
  readonly #limits: WbxmlLimits;
  readonly #takesAttributes: boolean;
  #tableTextLength = 0;
  #page = 0;
  #attributePage = 0;

  /**
   * @param attributes Whether tags may have attributes, which {@link nextAttribute} reads; SyncML
   * has none.
   */
  constructor(
    bytes: Uint8Array,
    limits: WbxmlLimits = wbxmlLimits,
    attributes: 'refused' | 'taken' = 'refused',
  ) {
    const reader = new ByteReader(plainBytes(bytes), 'wbxml');
    this.#reader = reader;
    this.#limits = limits;
    this.#takesAttributes = attributes === 'taken';
    if (bytes.length > limits.documentOctets) throw reader.error('too-long');
    this.version = this.#field(() => reader.u8());
    if (this.version.value < 1 || this.version.value > 3) throw reader.error('unsupported', 0);
    const publicId = this.#field(() => this.#publicId());
    this.charset = this.#field(() => this.#charset());
    this.stringTable = this.#field(() => this.#stringTable());
    this.publicId = { ...publicId, value: this.#resolve(publicId.value, publicId.offset) };
  }

  /** The octet behind the last token. */
  get offset(): number {
    return this.#reader.offset;
  }

  /** Octets that were not yet read. */
  get remaining(): number {
    return this.#reader.remaining;
  }

  /** The next token; the end of the bytes is a CodecError `truncated`. */
  next(): WbxmlToken {
    const reader = this.#reader;
    const offset = reader.offset;
    const octet = reader.u8();
    switch (octet) {
      case globalTokens.switchPage: {
        this.#page = reader.u8();
        return { kind: 'page', offset, length: reader.offset - offset, page: this.#page };
      }
      case globalTokens.end:
      case globalTokens.entity:
      case globalTokens.inlineString:
      case globalTokens.tableString:
      case globalTokens.opaque:
        return this.#common(octet, offset);
      default:
        return this.#tag(octet, offset);
    }
  }

  /**
   * The next token of the attributes of a tag that {@link WbxmlToken.hasAttributes}, up to their
   * end. A switch of pages is kept for the attributes of all tags that follow.
   */
  nextAttribute(): WbxmlAttributeToken {
    const reader = this.#reader;
    const offset = reader.offset;
    const octet = reader.u8();
    switch (octet) {
      case globalTokens.switchPage: {
        this.#attributePage = reader.u8();
        return { kind: 'page', offset, length: reader.offset - offset, page: this.#attributePage };
      }
      case globalTokens.end:
      case globalTokens.entity:
      case globalTokens.inlineString:
      case globalTokens.tableString:
      case globalTokens.opaque:
        return this.#common(octet, offset);
      default:
        return this.#attribute(octet, offset);
    }
  }

  #attribute(octet: number, offset: number): WbxmlAttributeToken {
    const page = this.#attributePage;
    if (octet === globalTokens.literal) {
      const start = this.#tableText(this.#reader.uintvar(), offset);
      if (start === '') throw this.#reader.error('invalid-value', offset);
      return { kind: 'start', offset, length: this.#reader.offset - offset, page, start };
    }
    // In every quarter of the octets the first five are global: extensions, instructions, literals.
    if ((octet & tagFlags.token) <= globalTokens.literal) {
      throw this.#reader.error('unsupported', offset);
    }
    return octet < firstValueToken
      ? { kind: 'start', offset, length: 1, page, start: octet }
      : { kind: 'value', offset, length: 1, page, value: octet };
  }

  #common(
    octet: number,
    offset: number,
  ): { readonly offset: number; readonly length: number } & WbxmlCommonToken {
    const reader = this.#reader;
    switch (octet) {
      case globalTokens.end:
        return { kind: 'end', offset, length: 1 };
      case globalTokens.entity: {
        const text = this.#entity();
        return { kind: 'text', offset, length: reader.offset - offset, text };
      }
      case globalTokens.tableString: {
        const text = this.#tableText(reader.uintvar(), offset);
        return { kind: 'text', offset, length: reader.offset - offset, text };
      }
      case globalTokens.opaque: {
        const data = reader.view(reader.uintvar());
        return { kind: 'opaque', offset, length: reader.offset - offset, data };
      }
      default:
        return this.#inlineString(offset);
    }
  }

  #inlineString(
    offset: number,
  ): { readonly offset: number; readonly length: number } & WbxmlCommonToken {
    const bytes = this.#reader.viewToNul();
    const length = this.#reader.offset - offset;
    if (this.charset.value !== latin1Charset && !isUtf8(bytes)) {
      return { kind: 'opaque', offset, length, data: bytes };
    }
    return { kind: 'text', offset, length, text: this.#text(bytes, offset + 1) };
  }

  #tag(octet: number, offset: number): WbxmlToken {
    const token = octet & tagFlags.token;
    const literal = token === globalTokens.literal;
    const hasAttributes = (octet & tagFlags.attributes) !== 0;
    if ((hasAttributes && !this.#takesAttributes) || token < globalTokens.literal) {
      throw this.#reader.error('unsupported', offset);
    }
    const tag = literal ? this.#tableText(this.#reader.uintvar(), offset) : token;
    if (tag === '') throw this.#reader.error('invalid-value', offset);
    const hasContent = (octet & tagFlags.content) !== 0;
    const length = this.#reader.offset - offset;
    return { kind: 'tag', offset, length, page: this.#page, tag, hasAttributes, hasContent };
  }

  #entity(): string {
    const start = this.#reader.offset;
    const codePoint = this.#reader.uintvar();
    // A surrogate is no character; half a pair could not be encoded again.
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (codePoint >= codePoints || isSurrogate) throw this.#reader.error('invalid-value', start);
    return String.fromCodePoint(codePoint);
  }

  #text(bytes: Uint8Array, offset: number): string {
    if (this.charset.value !== latin1Charset) return decodeUtf8(bytes, 'wbxml', offset);
    return decodeLatin1(bytes);
  }

  #tableText(index: number, offset: number): string {
    const text = this.#tableStrings.get(index) ?? this.#tableString(index, offset);
    this.#tableTextLength += text.length;
    if (this.#tableTextLength > this.#limits.tableTextLength) {
      throw this.#reader.error('too-long', offset);
    }
    return text;
  }

  #tableString(index: number, offset: number): string {
    const table = this.stringTable.value;
    if (index >= table.length) throw this.#reader.error('invalid-value', offset);
    // The last string may lack its NUL: libsynthesis leaves it out.
    const nul = table.indexOf(0, index);
    const text = this.#text(table.subarray(index, nul < 0 ? table.length : nul), offset);
    this.#tableStrings.set(index, text);
    return text;
  }

  #publicId(): { readonly number: number } | { readonly index: number } {
    const number = this.#reader.uintvar();
    return number === 0 ? { index: this.#reader.uintvar() } : { number };
  }

  #resolve(
    publicId: { readonly number: number } | { readonly index: number },
    offset: number,
  ): number | string {
    return 'number' in publicId ? publicId.number : this.#tableText(publicId.index, offset);
  }

  #charset(): number {
    const start = this.#reader.offset;
    const charset = this.#reader.uintvar();
    // 0 is "unknown": ASCII and UTF-8 are what such documents hold.
    if (![0, usAsciiCharset, latin1Charset, utf8Charset].includes(charset)) {
      throw this.#reader.error('unsupported', start);
    }
    return charset;
  }

  #stringTable(): Uint8Array {
    const start = this.#reader.offset;
    const length = this.#reader.uintvar();
    if (length > this.#limits.stringTableOctets) throw this.#reader.error('too-long', start);
    return this.#reader.view(length);
  }

  #field<Value>(read: () => Value): WbxmlHeaderField<Value> {
    const offset = this.#reader.offset;
    const value = read();
    return { value, offset, length: this.#reader.offset - offset };
  }
}
