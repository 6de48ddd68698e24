import { isUtf8 } from 'node:buffer';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { decodeLatin1, decodeUtf8, encodeUtf8, plainBytes } from '../../bytes.ts';
import { CodecError, type CodecErrorCode } from '../../codec-error.ts';
import { syncmlLimits } from '../../limits.ts';
import { isElement, type SyncmlElement, type SyncmlSpace } from '../elements.ts';
import { emptyScope, resolveName, type NamespaceScope } from './namespaces.ts';

type OpenElement = {
  readonly space: SyncmlSpace;
  readonly name: string;
  readonly children: (string | Uint8Array | OpenElement)[];
};

const options = { xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const;

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';
/** Stands in the parser's input for the content of a section, which it need not read. */
const cdataProbe = `${cdataStart}#${cdataEnd}`;

const blank = /^[ \t\r\n]*$/;
const notAscii = /[\x80-\xff]/;
/** What XML 1.0 forbids even as a reference. DEL to U+009F are octets of UTF-8 here. */
const forbidden = /[^\P{Cc}\t\r\n\x7f-\x9f]/gu;
const characterReference = /&#(?:x([0-9a-f]+)|(\d+));/gi;
const highestCodePoint = 0x10_ffff;

/**
 * Parses one document in UTF-8. The markup goes through saxes as octets, one character each, so
 * that what it calls a position is an octet; the content of a CDATA section never goes through it
 * and stays what the sender wrote: its line ends count in the Size of a large object.
 */
export class SyncmlXmlParser {
  readonly #bytes: Uint8Array;
  readonly #parser = new SaxesParser(options);
  readonly #open: OpenElement[] = [];
  readonly #scopes: NamespaceScope[] = [];
  #root: OpenElement | undefined;
  #namespace = '';
  #nodes = 0;
  #offset = 0;
  #sawSection = false;
  #isAtEnd = false;

  constructor(bytes: Uint8Array) {
    if (bytes.length > syncmlLimits.documentOctets) throw new CodecError('syncml', 'too-long');
    this.#bytes = bytes;
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => this.#closeTag());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', () => {
      this.#sawSection = true;
    });
    this.#parser.on('doctype', (doctype) => {
      // A bare document type is harmless; one with declarations is where entities come from.
      if (doctype.includes('[')) throw this.#error('invalid-value');
    });
    this.#parser.on('error', () => {
      throw this.#error(this.#isAtEnd ? 'truncated' : 'invalid-value');
    });
  }

  /** The root and the namespace that it declares for itself. */
  parse(): { readonly root: SyncmlElement; readonly namespace: string } {
    const text = decodeLatin1(this.#bytes);
    let position = text.length - text.trimStart().length;
    for (;;) {
      const start = text.indexOf(cdataStart, position);
      this.#offset = position;
      this.#write(text.slice(position, start < 0 ? endOf(text) : start));
      if (start < 0) break;
      position = this.#section(text, start);
    }
    this.#isAtEnd = true;
    this.#parser.close();
    if (this.#root === undefined) throw this.#error('truncated');
    return { root: this.#root, namespace: this.#namespace };
  }

  /** Reads a CDATA section; the same characters in a comment are none, which saxes knows. */
  #section(text: string, start: number): number {
    const content = start + cdataStart.length;
    this.#sawSection = false;
    this.#parser.write(cdataProbe);
    if (!this.#sawSection) return content;
    const end = text.indexOf(cdataEnd, content);
    if (end < 0) throw new CodecError('syncml', 'truncated', text.length);
    this.#countNode();
    this.#open.at(-1)?.children.push(this.#bytes.subarray(content, end));
    return end + cdataEnd.length;
  }

  #write(markup: string): void {
    // A control character that slipped into a text is no reason never to sync again.
    let text = markup.replace(forbidden, ' ');
    if (text.includes('&#')) text = text.replace(characterReference, utf8Reference);
    this.#parser.write(text);
  }

  #openTag(tag: SaxesTagPlain): void {
    this.#countNode();
    if (this.#open.length >= syncmlLimits.depth) throw this.#error('too-deep');
    const parent = this.#open.at(-1);
    const scope = this.#scopes.at(-1) ?? emptyScope;
    const resolved = resolveName(tag.name, tag.attributes, scope, parent?.space);
    const element: OpenElement = { space: resolved.space, name: resolved.name, children: [] };
    if (parent === undefined) {
      this.#root = element;
      this.#namespace = rootNamespace(tag);
    } else {
      const last = parent.children.at(-1);
      if (typeof last === 'string' && blank.test(last)) parent.children.pop();
      parent.children.push(element);
    }
    this.#open.push(element);
    this.#scopes.push(resolved.scope);
  }

  #closeTag(): void {
    this.#open.pop();
    this.#scopes.pop();
  }

  #text(text: string): void {
    const children = this.#open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (last !== undefined && blank.test(text) && typeof last !== 'string' && isElement(last)) {
      return;
    }
    this.#countNode();
    const content = notAscii.test(text) ? charactersOf(text) : text;
    if (typeof last === 'string' && typeof content === 'string') {
      children[children.length - 1] = last + content;
    } else children.push(content);
  }

  #countNode(): void {
    this.#nodes += 1;
    if (this.#nodes > syncmlLimits.nodes) throw this.#error('too-many');
  }

  /** At the start of the piece that the parser has: an exact place would be of its rewritten text. */
  #error(code: CodecErrorCode): CodecError {
    return new CodecError('syncml', code, this.#isAtEnd ? this.#bytes.length : this.#offset);
  }
}

/** Some senders close the document with a NUL as they do their strings. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return end;
}

function rootNamespace(tag: SaxesTagPlain): string {
  const colon = tag.name.indexOf(':');
  const attribute = colon < 0 ? 'xmlns' : `xmlns:${tag.name.slice(0, colon)}`;
  return tag.attributes[attribute] ?? '';
}

/** Characters of a text that came as octets; in another charset than the document's it stays so. */
function charactersOf(octets: string): string | Uint8Array {
  const bytes = plainBytes(Buffer.from(octets, 'latin1'));
  return isUtf8(bytes) ? decodeUtf8(bytes, 'syncml') : bytes;
}

/** A reference as the octets of its character; what is in ASCII or no character is for saxes. */
function utf8Reference(reference: string, hex: string | undefined, decimal: string): string {
  const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint < 0x80 || codePoint > highestCodePoint || isSurrogate) return reference;
  return decodeLatin1(encodeUtf8(String.fromCodePoint(codePoint), 'syncml'));
}
