/** An element with attributes, and a text or children. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly XmlNode[];
}

const indent = '  ';
const specials = /[&<>"\t\n\r]/g;
/** Control characters and non-characters, which XML 1.0 has not (§2.2), and halves of characters. */
const forbidden = /[^\P{Cc}\t\r\n\x7f-\x9f]|[\ufffe\uffff]|\p{Surrogate}/gu;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Bare ones in an attribute would be read as spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A document as people read it: indented XML, one element a line. A character that XML has not becomes
 * U+FFFD.
 */
export function readableXml(root: XmlNode): string {
  return `${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ tag, attributes = {}, text, children = [] }: XmlNode, before: string): string[] {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const start = `${before}<${tag}${said.join('')}`;
  if (text !== undefined) return [`${start}>${escape(text)}</${tag}>`];
  if (children.length === 0) return [`${start}/>`];
  const inner = children.flatMap((child) => linesOf(child, before + indent));
  return [`${start}>`, ...inner, `${before}</${tag}>`];
}

function escape(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(specials, (character) => references[character] ?? character);
}
