import type { DissectNode, DissectedBytes } from '../../../shared/model/dissect.ts';

/** Octets in one row of hex. */
export const rowOctets = 16;

/** Octets of a lower-case hex text. */
export function hexOctets(hex: string): readonly string[] {
  return hex.match(/../gu) ?? [];
}

/** Upper-case hex with a space between octets and a new line after each row, for copying. */
export function hexText(hex: string): string {
  const octets = hexOctets(hex.toUpperCase());
  const rows: string[] = [];
  for (let at = 0; at < octets.length; at += rowOctets) {
    rows.push(octets.slice(at, at + rowOctets).join(' '));
  }
  return rows.join('\n');
}

/** The bytes themselves, for saving. */
export function hexBytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hexOctets(hex), (octet) => Number.parseInt(octet, 16));
}

/** A field of the tree with its place in it. */
export interface TreeField {
  /** Indexes from the root, joined with dots: `2.0.1`. */
  readonly path: string;
  readonly depth: number;
  readonly node: DissectNode;
  readonly hasChildren: boolean;
}

/** The fields of a tree as lines, from top to bottom; what is below a folded field is left out. */
export function treeFields(
  tree: DissectedBytes['tree'],
  isFolded: (path: string) => boolean = () => false,
): TreeField[] {
  const fields: TreeField[] = [];
  const visit = (nodes: readonly DissectNode[], prefix: string, depth: number): void => {
    for (const [index, node] of nodes.entries()) {
      const path = prefix === '' ? String(index) : `${prefix}.${String(index)}`;
      const children = node.children ?? [];
      fields.push({ path, depth, node, hasChildren: children.length > 0 });
      if (children.length > 0 && !isFolded(path)) visit(children, path, depth + 1);
    }
  };
  visit(tree, '', 0);
  return fields;
}

/** The deepest field that covers an octet, or null. */
export function fieldAt(fields: readonly TreeField[], octet: number): TreeField | null {
  let found: TreeField | null = null;
  for (const field of fields) {
    const { offset, length } = field.node;
    const covers = octet >= offset && octet < offset + length;
    if (covers && (found === null || field.depth >= found.depth)) found = field;
  }
  return found;
}
