import { decodeUtf8 } from '../bytes.ts';
import type { DevinfTag, MetinfTag, SyncmlTag } from './tags.ts';

/** The vocabulary that an element's name belongs to; in XML its namespace, in WBXML its page. */
export type SyncmlSpace = 'syncml' | 'metinf' | 'devinf';

/** A child: character data, opaque octets (such as an embedded document) or an element. */
export type SyncmlNode = string | Uint8Array | SyncmlElement;

/** An element of a SyncML or device information document. */
export type SyncmlElement = {
  readonly space: SyncmlSpace;
  readonly name: string;
  readonly children: readonly SyncmlNode[];
};

/** Makes an element of the SyncML vocabulary. */
export function syncml(name: SyncmlTag, ...children: readonly SyncmlNode[]): SyncmlElement {
  return { space: 'syncml', name, children };
}

/** Makes an element of the meta-information vocabulary. */
export function metinf(name: MetinfTag, ...children: readonly SyncmlNode[]): SyncmlElement {
  return { space: 'metinf', name, children };
}

/** Makes an element of the device information vocabulary. */
export function devinf(name: DevinfTag, ...children: readonly SyncmlNode[]): SyncmlElement {
  return { space: 'devinf', name, children };
}

/** All child elements of a name, in document order. */
export function childrenOf(element: SyncmlElement, name: string): SyncmlElement[] {
  return element.children.filter(
    (child): child is SyncmlElement => isElement(child) && child.name === name,
  );
}

/** The element at the end of a path of names, taking the first of each; undefined if there is none. */
export function descend(
  element: SyncmlElement,
  ...path: readonly string[]
): SyncmlElement | undefined {
  let current: SyncmlElement | undefined = element;
  for (const name of path) current = current === undefined ? undefined : childOf(current, name);
  return current;
}

/**
 * Character data of an element; opaque octets count as UTF-8, since some clients send texts that
 * way, and are a CodecError `invalid-value` when they are none.
 */
export function textOf(element: SyncmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (child instanceof Uint8Array) text += decodeUtf8(child, 'syncml');
  }
  return text;
}

/** Text of the element at the end of a path of names; undefined if there is no such element. */
export function textAt(element: SyncmlElement, ...path: readonly string[]): string | undefined {
  const found = descend(element, ...path);
  return found === undefined ? undefined : textOf(found);
}

/** The first child element of a name, or undefined. */
export function childOf(element: SyncmlElement, name: string): SyncmlElement | undefined {
  for (const child of element.children) {
    if (isElement(child) && child.name === name) return child;
  }
  return undefined;
}

/** Tells an element from character data and octets. */
export function isElement(node: SyncmlNode): node is SyncmlElement {
  return typeof node === 'object' && !(node instanceof Uint8Array);
}
