import {
  isCharacteristic,
  type Characteristic,
  type Parm,
  type ProvisioningDocument,
} from './document.ts';

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">',
  '<wap-provisioningdoc version="1.0">',
];
const indent = '  ';
const specials = /[&<>"\t\n\r]/g;
/** Control characters and non-characters, which XML 1.0 has not (§2.2), and halves of characters. */
const forbidden = /[^\P{Cc}\t\r\n\x7f-\x9f]|[\ufffe\uffff]|\p{Surrogate}/gu;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Bare ones would be read as spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * The document as people read it: indented XML with its document type. A character that XML has not
 * becomes U+FFFD.
 */
export function provisioningXml(document: ProvisioningDocument): string {
  const body = document.characteristics.flatMap((group) => linesOf(group, indent));
  return [...head, ...body, '</wap-provisioningdoc>', ''].join('\n');
}

function linesOf(child: Parm | Characteristic, before: string): string[] {
  if (!isCharacteristic(child)) {
    const value = child.value === undefined ? '' : ` value="${escape(child.value)}"`;
    return [`${before}<parm name="${escape(child.name)}"${value}/>`];
  }
  const start = `${before}<characteristic type="${escape(child.type)}"`;
  if (child.children.length === 0) return [`${start}/>`];
  const inner = child.children.flatMap((part) => linesOf(part, before + indent));
  return [`${start}>`, ...inner, `${before}</characteristic>`];
}

function escape(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(specials, (character) => references[character] ?? character);
}
