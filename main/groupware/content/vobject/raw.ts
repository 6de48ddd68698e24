import type { RawComponent, RawParam, RawProperty } from '../item.ts';
import type { Escaping } from './escaping.ts';
import { isBinary, type Component, type Line } from './line.ts';

/** Keeps a line that no typed field holds. */
export function toRaw(line: Line, escaping: Escaping): RawProperty {
  const value = isBinary(line.params) ? line.value : escaping.readRaw(line.value);
  return { name: line.name, params: line.params, value };
}

/** The line of a kept property. */
export function fromRaw(property: RawProperty, escaping: Escaping): Line {
  const value = isBinary(property.params) ? property.value : escaping.writeRaw(property.value);
  return { name: property.name, params: property.params, value };
}

/** Keeps a component that no typed field holds. */
export function toRawComponent(component: Component, escaping: Escaping): RawComponent {
  return {
    name: component.name,
    properties: component.lines.map((line) => toRaw(line, escaping)),
    components: component.components.map((child) => toRawComponent(child, escaping)),
  };
}

/** The component of a kept one. */
export function fromRawComponent(component: RawComponent, escaping: Escaping): Component {
  return {
    name: component.name,
    lines: component.properties.map((property) => fromRaw(property, escaping)),
    components: component.components.map((child) => fromRawComponent(child, escaping)),
  };
}

/** The text of a value that may be Base64: Funambol clients encode notes so. */
export function textOf(line: Line, escaping: Escaping): string {
  if (!isBinary(line.params)) return escaping.readText(line.value);
  return Buffer.from(line.value, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
}

/** Words of TYPE in lower case and order, with PREF (RFC 6350 §5.3) as one of them. */
export function typesOf(params: readonly RawParam[]): readonly string[] {
  if (params.length === 0) return [];
  // The parameters of a head that was met before are the same list again.
  const known = typesByParams.get(params);
  if (known !== undefined) return known;
  const types = readTypes(params);
  typesByParams.set(params, types);
  return types;
}

const typesByParams = new WeakMap<readonly RawParam[], readonly string[]>();

function readTypes(params: readonly RawParam[]): readonly string[] {
  const types = new Set<string>();
  for (const param of params) {
    if (param.name === 'PREF') types.add('pref');
    if (param.name !== 'TYPE') continue;
    for (const value of param.values) {
      for (const word of value.split(',')) {
        if (word.trim() !== '') types.add(word.trim().toLowerCase());
      }
    }
  }
  return [...types].sort();
}

/** A TYPE parameter, upper case; none for no types. */
export function typeParams(types: readonly string[] | undefined): RawParam[] {
  if (types === undefined || types.length === 0) return [];
  return [{ name: 'TYPE', values: types.map((type) => type.toUpperCase()) }];
}
