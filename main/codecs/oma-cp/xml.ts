import { readableXml, type XmlNode } from '../readable-xml.ts';
import {
  isCharacteristic,
  type Characteristic,
  type Parm,
  type ProvisioningDocument,
} from './document.ts';

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">',
];

/**
 * The document as people read it: indented XML with its document type. A character that XML has not
 * becomes U+FFFD.
 */
export function provisioningXml({ characteristics }: ProvisioningDocument): string {
  const root: XmlNode = {
    tag: 'wap-provisioningdoc',
    attributes: { version: '1.0' },
    children: characteristics.map(nodeOf),
  };
  return [...head, readableXml(root)].join('\n');
}

function nodeOf(child: Parm | Characteristic): XmlNode {
  if (isCharacteristic(child)) {
    const { type, children } = child;
    return { tag: 'characteristic', attributes: { type }, children: children.map(nodeOf) };
  }
  const { name, value } = child;
  return { tag: 'parm', attributes: value === undefined ? { name } : { name, value } };
}
