import { ByteWriter } from '../byte-writer.ts';
import { encodeUtf8 } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { wbxmlLimits } from '../limits.ts';
import { OctetCounter } from '../octet-counter.ts';
import { WbxmlBodyWriter, type WbxmlTags, type WbxmlTree } from './body.ts';
import { utf8Charset, type WbxmlDocument, type WbxmlElement } from './model.ts';

/** What is written in front of a body. */
export type WbxmlHeader = Pick<WbxmlDocument, 'version' | 'publicId'>;

const plainTags: WbxmlTags<WbxmlElement> = {
  page: ({ page }) => page,
  tag: ({ tag }) => tag,
  embedded: () => undefined,
};

/**
 * Encodes a document in UTF-8 (WAP-192 §5). Texts are inline, names of literal tags and a textual
 * public identifier go to the string table. A token out of range or a NUL in a text is a CodecError
 * `invalid-value`.
 */
export function encodeWbxml(document: WbxmlDocument): Uint8Array {
  return encodeWbxmlTree(document, document.root, plainTags);
}

/** The same for a tree of other elements. */
export function encodeWbxmlTree<Element extends WbxmlTree<Element>>(
  { version, publicId }: WbxmlHeader,
  root: Element,
  tags: WbxmlTags<Element>,
): Uint8Array {
  if (![1, 2, 3].includes(version)) throw new CodecError('wbxml', 'unsupported');
  const table = new StringTable();
  const publicIdIndex = typeof publicId === 'string' ? table.indexOf(publicId) : undefined;
  const body = new ByteWriter(4096);
  new WbxmlBodyWriter(body, tags, (literal) => table.indexOf(literal)).element(root, 1);

  const strings = table.finish();
  const writer = new ByteWriter(body.length + strings.length + 32);
  writer.u8(version);
  if (typeof publicId === 'number') writer.uintvar(checkPublicId(publicId));
  else {
    writer.u8(0);
    writer.uintvar(publicIdIndex ?? 0);
  }
  writer.uintvar(utf8Charset);
  writer.uintvar(strings.length);
  writer.bytes(strings);
  writer.bytes(body.view(0));
  return writer.finish();
}

/**
 * Octets that an element adds to a document in code page 0, without the header: exact, or two more
 * than needed when it leaves another page behind and nothing follows. Literal tags have no size
 * before the string table is known and are a CodecError `unsupported`.
 */
export function measureWbxmlTree<Element extends WbxmlTree<Element>>(
  element: Element,
  tags: WbxmlTags<Element>,
): number {
  const counter = new OctetCounter();
  const writer = new WbxmlBodyWriter(counter, tags, () => {
    throw new CodecError('wbxml', 'unsupported');
  });
  writer.element(element, 1);
  return counter.count + (writer.page === 0 ? 0 : switchOctets);
}

/** SWITCH_PAGE and the number of the page. */
const switchOctets = 2;

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
