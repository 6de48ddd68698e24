import { ByteReader, toHex } from '../bytes.ts';
import { CodecError, type CodecFormat } from '../codec-error.ts';
import { dissectLimits } from '../limits.ts';
import { undecodableKey, type DissectNode } from './node.ts';

/** Progress of one range of octets that is covered to its end, whatever is in it. */
type Range = { covered: number; readonly end: number };

/**
 * Builds the nodes of one level. Codec errors end the range in which they happen: its rest becomes
 * one `undecodable` leaf, and the fields behind the range go on.
 */
export class Dissector {
  readonly reader: ByteReader;
  readonly nodes: DissectNode[] = [];
  readonly #range: Range;
  readonly #budget: { left: number };

  constructor(reader: ByteReader, range: Range, budget: { left: number }) {
    this.reader = reader;
    this.#range = range;
    this.#budget = budget;
  }

  /** Reads a field and shows it under what `read` makes of it. */
  leaf(key: string, read: (reader: ByteReader) => string | number): void {
    this.field(key, read, String);
  }

  /** Reads a field, shows it with `show` and gives its value. */
  field<Value>(
    key: string,
    read: (reader: ByteReader) => Value,
    show: (value: Value) => string,
  ): Value {
    const offset = this.reader.offset;
    const value = read(this.reader);
    this.mark(key, show(value), offset, this.reader.offset - offset);
    return value;
  }

  /** Shows octets that were read already. */
  mark(key: string, value: string, offset: number, length: number): void {
    this.#add({ key, value: shorten(value), offset, length });
    this.#range.covered = Math.max(this.#range.covered, offset + length);
  }

  /** Puts the fields that `fill` reads under a node; `fill` gives the node's value. */
  group(key: string, fill: (group: Dissector) => string): void {
    const group = new Dissector(this.reader, this.#range, this.#budget);
    const offset = this.#range.covered;
    let value = '';
    try {
      value = fill(group);
    } finally {
      this.#addGroup({ key, value, offset, children: group.nodes }, this.#range.covered);
    }
  }

  /** Like {@link group} for a range of known length, in which errors stay. */
  section(
    key: string,
    length: number,
    format: CodecFormat,
    fill: (section: Dissector) => string,
  ): void {
    const reader = this.reader.section(length, format);
    const offset = reader.offset;
    const range: Range = { covered: offset, end: reader.end };
    const section = new Dissector(reader, range, this.#budget);
    const value = section.coverRange(fill);
    this.#addGroup({ key, value, offset, children: section.nodes }, reader.end);
    this.#range.covered = reader.end;
  }

  /** Runs `fill` and covers what it left: nothing at all when octets are missing at the end. */
  coverRange(fill: (section: Dissector) => string): string {
    let value = '';
    let failed = false;
    try {
      value = fill(this);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      failed = true;
    }
    const { covered, end } = this.#range;
    if (failed || covered < end) {
      const rest = toHex(this.reader.bytes.subarray(covered, end));
      this.nodes.push({
        key: undecodableKey,
        value: shorten(rest),
        offset: covered,
        length: end - covered,
      });
    }
    return value;
  }

  #addGroup(node: Omit<DissectNode, 'length'> & { children: DissectNode[] }, end: number): void {
    if (node.children.length === 0) return;
    this.nodes.push({ ...node, value: shorten(node.value), length: end - node.offset });
  }

  #add(node: DissectNode): void {
    if (this.#budget.left <= 0) throw this.reader.error('too-many');
    this.#budget.left -= 1;
    this.nodes.push(node);
  }
}

/** Dissects a whole array. Never throws for what is in it. */
export function dissect(
  bytes: Uint8Array,
  format: CodecFormat,
  fill: (dissector: Dissector) => void,
): DissectNode[] {
  const range: Range = { covered: 0, end: bytes.length };
  const budget = { left: dissectLimits.nodes };
  const root = new Dissector(new ByteReader(bytes, format), range, budget);
  root.coverRange((dissector) => {
    fill(dissector);
    return '';
  });
  return root.nodes;
}

/** A number in decimal and hex, the notations in which specifications have it. */
export function numberText(value: number, octets = 1): string {
  return `${String(value)} (0x${value.toString(16).padStart(octets * 2, '0')})`;
}

function shorten(value: string): string {
  const limit = dissectLimits.valueLength;
  return value.length <= limit ? value : `${value.slice(0, limit)}…`;
}
