import type { RawProperty } from '../item.ts';
import { modernEscaping } from '../vobject/escaping.ts';
import { childText, writeElement, type Element } from './flat-xml.ts';

const prefix = 'X-SIF-';

/** Elements that no typed field holds, as properties that other types carry word for word. */
export function readSifExtra(root: Element, known: ReadonlySet<string>): RawProperty[] {
  return root.children.flatMap((child) => {
    const value = childText(root, child.name);
    if (known.has(child.name.toLowerCase()) || value === undefined) return [];
    if (!/^[A-Za-z][A-Za-z0-9]{0,60}$/.test(child.name)) return [];
    const property = { name: `${prefix}${child.name}`, params: [] };
    return [{ ...property, value: modernEscaping.writeText(value) }];
  });
}

/** The elements of such properties. */
export function writeSifExtra(extra: readonly RawProperty[] | undefined): string[] {
  return (extra ?? []).flatMap(({ name, value }) => {
    const element = name.toUpperCase().startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^[A-Za-z][A-Za-z0-9]{0,60}$/.test(element)) return [];
    return [writeElement(element, modernEscaping.readText(value))];
  });
}
