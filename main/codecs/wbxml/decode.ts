import { CodecError } from '../codec-error.ts';
import { wbxmlLimits, type WbxmlLimits } from '../limits.ts';
import type { WbxmlDocument, WbxmlElement } from './model.ts';
import { WbxmlTokenizer, type WbxmlToken } from './tokenizer.ts';

type OpenElement = Omit<WbxmlElement, 'children'> & {
  readonly children: (string | Uint8Array | OpenElement)[];
};

/** An element whose children are being read. */
export interface GrowingTree<Element> {
  readonly children: (string | Uint8Array | Element)[];
}

/**
 * Decodes a whole document into a tree (WAP-192 §5). Opaque data are views of the bytes. Besides the
 * errors of {@link WbxmlTokenizer}: `too-deep`, `too-many` and `trailing-data`.
 */
export function decodeWbxml(bytes: Uint8Array, limits: WbxmlLimits = wbxmlLimits): WbxmlDocument {
  const tokenizer = new WbxmlTokenizer(bytes, limits);
  const make = (page: number, tag: number | string): OpenElement => ({ page, tag, children: [] });
  const root = readWbxmlTree(tokenizer, make, limits);
  return { version: tokenizer.version.value, publicId: tokenizer.publicId.value, root };
}

/** Reads the body of a document into a tree of any elements, which `make` makes of tags. */
export function readWbxmlTree<Element extends GrowingTree<Element>>(
  tokenizer: WbxmlTokenizer,
  make: (page: number, tag: number | string) => Element,
  limits: WbxmlLimits = wbxmlLimits,
): Element {
  const root = readRoot(tokenizer, make, limits);
  if (tokenizer.remaining > 0) throw new CodecError('wbxml', 'trailing-data', tokenizer.offset);
  return root;
}

function readRoot<Element extends GrowingTree<Element>>(
  tokenizer: WbxmlTokenizer,
  make: (page: number, tag: number | string) => Element,
  limits: WbxmlLimits,
): Element {
  const open: Element[] = [];
  let parent: Element | undefined;
  for (let nodes = 1; ; nodes += 1) {
    const token = tokenizer.next();
    if (nodes > limits.nodes) throw failure('too-many', token);
    if (token.kind === 'tag') {
      const element = make(token.page, token.tag);
      parent?.children.push(element);
      if (token.hasContent) {
        open.push(element);
        parent = element;
      } else if (parent === undefined) return element;
      if (open.length > limits.depth) throw failure('too-deep', token);
    } else if (token.kind !== 'page') {
      if (parent === undefined) throw failure('invalid-value', token);
      if (token.kind === 'end') {
        open.pop();
        if (open.length === 0) return parent;
        parent = open.at(-1);
      } else if (token.kind === 'text') {
        appendText(parent.children, token.text);
      } else {
        parent.children.push(token.data);
      }
    }
  }
}

function appendText<Element>(children: (string | Uint8Array | Element)[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function failure(code: 'too-many' | 'too-deep' | 'invalid-value', token: WbxmlToken): CodecError {
  return new CodecError('wbxml', code, token.offset);
}
