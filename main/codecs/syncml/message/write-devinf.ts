import type { SyncmlElement } from '../elements.ts';
import type { DevinfTag } from '../tags.ts';

/** An element of a device's description with the children that are there. */
export function devinfElement(
  name: DevinfTag,
  children: readonly (SyncmlElement | undefined)[],
): SyncmlElement {
  return { space: 'devinf', name, children: children.filter((child) => child !== undefined) };
}

/** An element with a text or a number. "Size" is the name of MaxSize in 1.0 and 1.1. */
export function devinfLeaf(
  name: DevinfTag | 'Size',
  value: string | number | undefined,
): SyncmlElement | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  return { space: 'devinf', name, children: text === '' ? [] : [text] };
}

/** An element that is there or not. */
export function devinfFlag(name: DevinfTag, isSet: boolean | undefined): SyncmlElement | undefined {
  return isSet === true ? { space: 'devinf', name, children: [] } : undefined;
}
