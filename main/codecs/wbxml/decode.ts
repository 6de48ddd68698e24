import { CodecError } from '../codec-error.ts';
import { wbxmlLimits, type WbxmlLimits } from '../limits.ts';
import type { WbxmlDocument, WbxmlElement, WbxmlNode } from './model.ts';
import { WbxmlTokenizer, type WbxmlToken } from './tokenizer.ts';

type OpenElement = WbxmlElement & { readonly children: WbxmlNode[] };

/**
 * Decodes a whole document into a tree (WAP-192 §5). Besides the errors of {@link WbxmlTokenizer}:
 * `too-deep`, `too-many` and `trailing-data`.
 */
export function decodeWbxml(bytes: Uint8Array, limits: WbxmlLimits = wbxmlLimits): WbxmlDocument {
  const tokenizer = new WbxmlTokenizer(bytes, limits);
  const root = readRoot(tokenizer, limits);
  if (tokenizer.remaining > 0) throw new CodecError('wbxml', 'trailing-data', tokenizer.offset);
  return { version: tokenizer.version.value, publicId: tokenizer.publicId.value, root };
}

function readRoot(tokenizer: WbxmlTokenizer, limits: WbxmlLimits): WbxmlElement {
  const open: OpenElement[] = [];
  let nodes = 0;
  for (;;) {
    const token = tokenizer.next();
    const parent = open.at(-1);
    nodes += 1;
    if (nodes > limits.nodes) throw failure('too-many', token);
    if (token.kind === 'tag') {
      const element: OpenElement = { page: token.page, tag: token.tag, children: [] };
      parent?.children.push(element);
      if (token.hasContent) open.push(element);
      else if (parent === undefined) return element;
      if (open.length > limits.depth) throw failure('too-deep', token);
    } else if (token.kind !== 'page') {
      if (parent === undefined) throw failure('invalid-value', token);
      if (token.kind === 'end') {
        open.pop();
        if (open.length === 0) return parent;
      } else if (token.kind === 'text') {
        appendText(parent.children, token.text);
      } else {
        parent.children.push(token.data);
      }
    }
  }
}

function appendText(children: WbxmlNode[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function failure(code: 'too-many' | 'too-deep' | 'invalid-value', token: WbxmlToken): CodecError {
  return new CodecError('wbxml', code, token.offset);
}
