import { isUtf8 } from 'node:buffer';
import { decodeUtf8, toHex } from '../../bytes.ts';
import { CodecError } from '../../codec-error.ts';
import { readableLimits } from '../../limits.ts';
import { decodeSyncml } from '../document.ts';
import { isElement, type SyncmlElement, type SyncmlNode } from '../elements.ts';
import type { SyncmlEncoding } from '../message/message-codec.ts';
import { decodeSyncmlXml } from '../xml/read-xml.ts';

/** How much is shown. */
export interface ReadableOptions {
  /** Characters of one item; the rest becomes an ellipsis with its length. */
  readonly maxItemLength: number;
}

const special = /[<&\r\n]/;
/** Control characters but for those that break or indent lines. */
const unreadable = /[^\P{Cc}\t\r\n]/u;
const wbxmlHeads = new Set([1, 2, 3]);

/**
 * A message or a device's description as indented XML for people: without namespaces, with embedded
 * documents opened, octets in hex, long items cut. Bytes that cannot be read are a CodecError.
 */
export function readableSyncml(
  bytes: Uint8Array,
  encoding: SyncmlEncoding,
  options: ReadableOptions,
): string {
  const { root } = encoding === 'xml' ? decodeSyncmlXml(bytes) : decodeSyncml(bytes);
  const printer = new Printer(options.maxItemLength);
  printer.element(root, '');
  return printer.finish();
}

class Printer {
  readonly #maxItemLength: number;
  readonly #lines: string[] = [];
  #length = 0;

  constructor(maxItemLength: number) {
    this.#maxItemLength = maxItemLength;
  }

  element(element: SyncmlElement, indent: string): void {
    if (this.#isFull()) return;
    const { name } = element;
    const children = element.children.map(opened);
    const limit = name === 'Data' ? this.#maxItemLength : readableLimits.valueLength;
    if (children.length === 0) this.#line(`${indent}<${name}/>`);
    else if (children.some(isElement)) {
      this.#line(`${indent}<${name}>`);
      for (const child of children) {
        if (isElement(child)) this.element(child, `${indent}  `);
        else this.#line(`${indent}  ${valueOf(child, limit)}`);
      }
      this.#line(`${indent}</${name}>`);
    } else {
      const text = children
        .map((child) => (isElement(child) ? '' : valueOf(child, limit)))
        .join('');
      this.#line(`${indent}<${name}>${text}</${name}>`);
    }
  }

  finish(): string {
    if (this.#isFull()) this.#lines.push('…');
    return `${this.#lines.join('\n')}\n`;
  }

  #isFull(): boolean {
    return this.#length > readableLimits.length;
  }

  #line(line: string): void {
    if (this.#isFull()) return;
    this.#lines.push(line);
    this.#length += line.length + 1;
  }
}

function valueOf(value: string | Uint8Array, limit: number): string {
  if (typeof value === 'string') return cut(value, limit, `${String(value.length)} characters`);
  const size = `${String(value.length)} octets`;
  const text = isUtf8(value) ? decodeUtf8(value, 'syncml') : undefined;
  if (text !== undefined && !unreadable.test(text)) return cut(text, limit, size);
  // One octet more than fits is enough to be cut.
  return cut(toHex(value.subarray(0, Math.floor(limit / 2) + 1)), limit, size);
}

function cut(text: string, limit: number, size: string): string {
  const isLong = text.length > limit;
  // Half a surrogate pair is no character.
  const shown = isLong ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
  const quoted = special.test(shown)
    ? `<![CDATA[${shown.replaceAll('\r\n', '\n').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    : shown;
  return isLong ? `${quoted}<!-- ${size} -->` : quoted;
}

/** A description of a device inside a message is a document of its own. */
function opened(node: SyncmlNode): SyncmlNode {
  if (!(node instanceof Uint8Array) || !wbxmlHeads.has(node[0] ?? 0)) return node;
  try {
    return decodeSyncml(node).root;
  } catch (error) {
    if (error instanceof CodecError) return node;
    throw error;
  }
}
