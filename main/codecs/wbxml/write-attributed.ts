import { ByteWriter } from '../byte-writer.ts';
import { CodecError } from '../codec-error.ts';
import type { WbxmlLimits } from '../limits.ts';
import type { AttributeTokens, PagedToken } from './attribute-tokens.ts';
import { globalTokens, tagFlags, utf8Charset } from './model.ts';
import type { AttributedDocument, AttributedElement, WbxmlAttribute } from './read-attributed.ts';

/**
 * Encodes a document of a type whose content stands in attributes, in UTF-8 and without a string
 * table (WAP-192 §5.8.3). Attribute pages are switched only where the next token needs it, and stay
 * so for the tags behind. What {@link readAttributedWbxml} would refuse is refused here, too.
 */
export function writeAttributedWbxml(
  { version, publicId, root }: AttributedDocument & { readonly publicId: number },
  tokens: AttributeTokens,
  limits: WbxmlLimits,
): Uint8Array {
  const writer = new ByteWriter(1024);
  writer.u8(version);
  writer.uintvar(publicId);
  writer.uintvar(utf8Charset);
  writer.uintvar(0);
  new AttributedWriter(writer, tokens, limits).element(root, 1);
  return writer.finish();
}

class AttributedWriter {
  readonly #writer: ByteWriter;
  readonly #tokens: AttributeTokens;
  readonly #limits: WbxmlLimits;
  #page = 0;
  #nodes = 0;

  constructor(writer: ByteWriter, tokens: AttributeTokens, limits: WbxmlLimits) {
    this.#writer = writer;
    this.#tokens = tokens;
    this.#limits = limits;
  }

  element({ tag, attributes, children }: AttributedElement, depth: number): void {
    const token = this.#tokens.tagToken(tag);
    if (token === undefined) throw new CodecError('wbxml', 'unsupported');
    // An element without content opens nothing.
    if (depth > this.#limits.depth + (children.length > 0 ? 0 : 1)) {
      throw new CodecError('wbxml', 'too-deep');
    }
    const hasAttributes = attributes.length > 0 ? tagFlags.attributes : 0;
    const hasContent = children.length > 0 ? tagFlags.content : 0;
    this.#token(token | hasAttributes | hasContent);
    if (hasAttributes !== 0) {
      for (const attribute of attributes) this.#attribute(attribute);
      this.#token(globalTokens.end);
    }
    if (hasContent === 0) return;
    for (const child of children) this.element(child, depth + 1);
    this.#token(globalTokens.end);
  }

  #attribute({ name, value }: WbxmlAttribute): void {
    const whole = this.#tokens.startToken(`${name}=${value}`, this.#page);
    if (whole !== undefined) {
      this.#start(whole);
      return;
    }
    const start = this.#tokens.startToken(name, this.#page);
    if (start === undefined) throw new CodecError('wbxml', 'unsupported');
    this.#start(start);
    const token = this.#tokens.valueToken(value, this.#page);
    if (token === undefined) this.#text(value);
    else this.#token(token);
  }

  #start({ page, token }: PagedToken): void {
    if (page !== this.#page) {
      this.#writer.u8(globalTokens.switchPage);
      this.#writer.u8(page);
      this.#nodes += 1;
      this.#page = page;
    }
    this.#token(token);
  }

  #text(text: string): void {
    if (text.includes('\0')) throw new CodecError('wbxml', 'invalid-value');
    this.#token(globalTokens.inlineString);
    this.#writer.utf8(text, 'wbxml');
    this.#writer.u8(0);
    if (this.#writer.length > this.#limits.documentOctets) {
      throw new CodecError('wbxml', 'too-long');
    }
  }

  #token(token: number): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.nodes) throw new CodecError('wbxml', 'too-many');
    this.#writer.u8(token);
  }
}
