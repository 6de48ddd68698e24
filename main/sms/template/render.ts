import { toHex } from '../../codecs/bytes.ts';
import type { Template } from './model.ts';
import { modify, secretMask, valueOf } from './values.ts';
import type { TemplateValues, Value } from './values.ts';

/** Where the text goes, and therefore how values are written. */
export type RenderContext =
  /** A URL or a form: octets become `%XX`, of texts all that is not unreserved (RFC 3986 §2.3). */
  | 'url'
  /** Within the quotes of a JSON text; octets are hex. */
  | 'json'
  /** Text or attribute of XML; octets are hex. */
  | 'xml'
  /** Value of an HTTP header: printable ASCII only; octets are hex. */
  | 'header'
  /** Any other text; octets are hex. */
  | 'plain';

const percentOctets = Array.from(
  { length: 256 },
  (_, octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
);
const unreserved = /^[A-Za-z0-9\-._~]*$/u;
const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // In an attribute they would become spaces (XML 1.0 §3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
/** What XML cannot hold at all (XML 1.0 §2.2), and controls that nobody sends in a text. */
const notXml = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** Fills a template. It cannot fail, whatever the values hold. */
export function renderTemplate(
  template: Template,
  values: TemplateValues,
  context: RenderContext,
): string {
  let result = '';
  for (const node of template) {
    if (node.kind === 'literal') result += writeLiteral(node.text, context);
    else if (node.kind === 'percent') result += context === 'url' ? '%25' : '%';
    else {
      const value = modify(valueOf(node.name, values), node.modifiers, values.alphabet);
      result += writeValue(value, context);
    }
  }
  return result;
}

/** Each octet as `%XX`. */
export function percentEncode(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += percentOctets[octet] ?? '';
  return text;
}

/** A text for a URL or a form: in UTF-8, only unreserved characters left as they are. */
export function percentEncodeText(text: string): string {
  if (unreserved.test(text)) return text;
  let result = '';
  for (const octet of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(octet);
    result += unreserved.test(character) ? character : (percentOctets[octet] ?? '');
  }
  return result;
}

function writeValue(value: Value, context: RenderContext): string {
  switch (value.kind) {
    case 'mask':
      return secretMask;
    case 'literal':
      return writeLiteral(value.text, context);
    case 'number':
      return String(value.number);
    case 'octets':
    case 'header':
      return context === 'url' ? percentEncode(value.octets) : toHex(value.octets);
    case 'text':
      return writeText(value.text, context);
  }
}

function writeText(text: string, context: RenderContext): string {
  switch (context) {
    case 'url':
      return percentEncodeText(text);
    case 'json':
      return JSON.stringify(text).slice(1, -1);
    case 'xml':
      return escapeXml(text).replace(notXml, ' ');
    case 'header':
      return headerText(text);
    case 'plain':
      return text;
  }
}

/** A text with its characters that mean something in XML, or get lost there, as entities. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/gu, (character) => xmlEntities[character] ?? '');
}

/** What the admin wrote stays, except for what would break the request itself. */
function writeLiteral(text: string, context: RenderContext): string {
  if (context === 'header') return headerText(text);
  if (context !== 'url') return text;
  return text.replace(/[^!-~]+|#/gu, (piece) => percentEncode(Buffer.from(piece, 'utf8')));
}

/** A text as the value of a header: a line break in it must not become a header of its own. */
export function headerText(text: string): string {
  return text.replace(/[^ -~]/gu, '?');
}
