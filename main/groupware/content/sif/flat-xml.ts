import { SaxesParser } from 'saxes';
import { ContentError, type ContentFormat } from '../content-error.ts';
import { contentLimits } from '../limits.ts';
import type { ContentProfile } from '../profile.ts';
import { cleanText, decodeCharset, encodeCharset } from '../vobject/charset.ts';

/** One element: its name as written, its attributes, its text and what is inside. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/**
 * Reads a small XML document without namespaces. No DTD and no entities but XML's own five: what a
 * document declares itself is refused.
 */
export function readXml(
  bytes: Uint8Array,
  format: ContentFormat,
  profile: Pick<ContentProfile, 'charsetIn'>,
): Element {
  if (bytes.byteLength > contentLimits.objectBytes) throw new ContentError(format, 'too-long');
  const parser = new SaxesParser({ position: false });
  const stack: Element[] = [];
  let root: Element | undefined;
  let count = 0;
  let fault: ContentError | undefined;
  const fail = (code: ConstructorParameters<typeof ContentError>[1], where = ''): void => {
    fault ??= new ContentError(format, code, where);
  };
  parser.on('doctype', () => fail('unsupported', 'DOCTYPE'));
  parser.on('error', () => fail('malformed', stack.at(-1)?.name));
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > contentLimits.properties) fail('too-many', tag.name);
    if (stack.length >= contentLimits.depth) fail('too-deep', tag.name);
    if (fault !== undefined) return;
    const attributes = Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]);
    const element: Element = {
      name: tag.name.replace(/^.*:/, ''),
      attributes: Object.fromEntries(attributes) as Record<string, string>,
      text: '',
      children: [],
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    root ??= element;
  });
  const append = (text: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => stack.pop());
  const source = decodeCharset(bytes, encodingOf(bytes) ?? profile.charsetIn);
  // In pieces, so that a fault at the start is not paid for with the whole document.
  for (let from = 0; from < source.length && fault === undefined; from += 65_536) {
    parser.write(source.slice(from, from + 65_536));
  }
  if (fault === undefined) closeParser(parser);
  if (fault !== undefined) throw fault;
  if (root === undefined) throw new ContentError(format, 'malformed', 'root');
  return root;
}

/** The text of a child, cleaned; undefined when it is absent or empty. */
export function childText(element: Element, name: string): string | undefined {
  const child = element.children.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const text = child === undefined ? '' : cleanText(child.text).trim();
  return text === '' ? undefined : text;
}

/** A fragment of XML: `<name attributes>text</name>`. */
export function writeElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}>${escapeXml(text)}</${name}>`;
}

/** A whole document of fragments. */
export function writeXml(
  root: string,
  fragments: readonly string[],
  profile: Pick<ContentProfile, 'charsetOut'>,
): Uint8Array {
  const head = `<?xml version="1.0" encoding="${profile.charsetOut.toUpperCase()}"?>\n`;
  const text = `${head}<${root}>${fragments.join('')}</${root}>`;
  return encodeCharset(text, profile.charsetOut);
}

/** Escapes what XML takes for its own, `]]>` included. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
}

/** A document that ends too early is a fault that saxes reports when it is closed. */
function closeParser(parser: SaxesParser): void {
  parser.close();
}
