/** An element with attributes, and a text or children. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly XmlNode[];
}

const indent = '  ';
const specials = /[&<>"]/gu;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A document as people read it: indented XML, one element a line. */
export function xmlText(root: XmlNode): string {
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

function escape(value: string): string {
  return value.replace(specials, (character) => references[character] ?? character);
}
