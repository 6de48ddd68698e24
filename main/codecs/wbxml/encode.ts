import { ByteWriter, encodeUtf8 } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { wbxmlLimits } from '../limits.ts';
import {
  globalTokens,
  tagFlags,
  utf8Charset,
  type WbxmlDocument,
  type WbxmlElement,
} from './model.ts';

/**
 * Encodes a document in UTF-8 (WAP-192 §5). Code pages are switched only where the next tag needs
 * it, texts are inline, names of literal tags and a textual public identifier go to the string
 * table. A token out of range or a NUL in a text is a CodecError `invalid-value`.
 */
export function encodeWbxml(document: WbxmlDocument): Uint8Array {
  if (![1, 2, 3].includes(document.version)) throw new CodecError('wbxml', 'unsupported');
  const table = new StringTable();
  const publicId = document.publicId;
  const publicIdIndex = typeof publicId === 'string' ? table.indexOf(publicId) : undefined;
  const body = new BodyWriter(table);
  body.element(document.root, 1);

  const writer = new ByteWriter(body.writer.length + 64);
  writer.u8(document.version);
  if (typeof publicId === 'number') writer.uintvar(checkPublicId(publicId));
  else {
    writer.u8(0);
    writer.uintvar(publicIdIndex ?? 0);
  }
  writer.uintvar(utf8Charset);
  const strings = table.finish();
  writer.uintvar(strings.length);
  writer.bytes(strings);
  writer.bytes(body.writer.view(0));
  return writer.finish();
}

function checkPublicId(publicId: number): number {
  if (!Number.isInteger(publicId) || publicId < 1 || publicId > 0xffff_ffff) {
    throw new CodecError('wbxml', 'invalid-value');
  }
  return publicId;
}

/**
 * The strings that the document refers to by index, with a NUL between them. The last one has none:
 * that is how libsynthesis writes a public identifier, and the devices in the field have read it.
 */
class StringTable {
  readonly #writer = new ByteWriter(64);
  readonly #indices = new Map<string, number>();

  indexOf(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const bytes = encodeUtf8(text, 'wbxml');
    if (bytes.length === 0 || bytes.includes(0)) throw new CodecError('wbxml', 'invalid-value');
    if (this.#indices.size > 0) this.#writer.u8(0);
    const index = this.#writer.length;
    this.#writer.bytes(bytes);
    this.#indices.set(text, index);
    if (this.#writer.length > wbxmlLimits.stringTableOctets) {
      throw new CodecError('wbxml', 'too-long');
    }
    return index;
  }

  finish(): Uint8Array {
    return this.#writer.finish();
  }
}

class BodyWriter {
  readonly writer = new ByteWriter(512);
  readonly #table: StringTable;
  #page = 0;

  constructor(table: StringTable) {
    this.#table = table;
  }

  element(element: WbxmlElement, depth: number): void {
    if (depth > wbxmlLimits.depth) throw new CodecError('wbxml', 'too-deep');
    this.#tag(element);
    if (element.children.length === 0) return;
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child);
      else if (child instanceof Uint8Array) this.#opaque(child);
      else this.element(child, depth + 1);
    }
    this.writer.u8(globalTokens.end);
  }

  #tag(element: WbxmlElement): void {
    if (element.page !== this.#page) {
      if (!isOctet(element.page)) throw new CodecError('wbxml', 'invalid-value');
      this.writer.u8(globalTokens.switchPage);
      this.writer.u8(element.page);
      this.#page = element.page;
    }
    const content = element.children.length > 0 ? tagFlags.content : 0;
    if (typeof element.tag === 'string') {
      this.writer.u8(globalTokens.literal | content);
      this.writer.uintvar(this.#table.indexOf(element.tag));
      return;
    }
    const isToken = Number.isInteger(element.tag) && element.tag > globalTokens.literal;
    if (!isToken || element.tag > tagFlags.token) throw new CodecError('wbxml', 'invalid-value');
    this.writer.u8(element.tag | content);
  }

  #text(text: string): void {
    const bytes = encodeUtf8(text, 'wbxml');
    if (bytes.includes(0)) throw new CodecError('wbxml', 'invalid-value');
    this.writer.u8(globalTokens.inlineString);
    this.writer.bytes(bytes);
    this.writer.u8(0);
  }

  #opaque(data: Uint8Array): void {
    this.writer.u8(globalTokens.opaque);
    this.writer.uintvar(data.length);
    this.writer.bytes(data);
  }
}

function isOctet(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xff;
}
