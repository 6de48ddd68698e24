import { isEmpty } from '../compact.ts';
import type { ContentProfile, PropertyCapability } from '../profile.ts';
import { isBinary, type Component, type Line } from './line.ts';

/** What an object means nothing without, whatever a device's CTCap lists. */
const always = new Set(['VERSION', 'DTSTART', 'DUE', 'RECURRENCE-ID', 'TZ', 'DAYLIGHT']);
/** Half of such a value is worse than none. */
const indivisible =
  /^(PHOTO|LOGO|SOUND|KEY|TEL|EMAIL|URL|BDAY|UID|REV|RRULE|EXDATE|RDATE|[AD]ALARM|DT.*|DUE|COMPLETED|N)$/;

/**
 * Leaves out what the device does not store, cuts what is too long for it and uses its own names,
 * as CTCap and the profile say (OMA DS DevInf 1.2 §5). Alarms and time zones are left whole.
 */
export function limitToDevice(component: Component, profile: ContentProfile): Component {
  if (isUnlimited(profile)) return component;
  const capabilities = indexCapabilities(profile.properties);
  const renames = !isEmpty(profile.rename);
  const counts = new Map<string, number>();
  const lines: Line[] = [];
  // Written as a loop, since this is done for every line of every item.
  for (const line of component.lines) {
    const theirs = renames ? profile.rename[line.name.toUpperCase()] : undefined;
    const renamed = theirs === undefined ? line : { ...line, name: theirs };
    const limited = limitLine(renamed, profile, capabilities, counts);
    if (limited !== undefined) lines.push(limited);
  }
  return { ...component, lines };
}

/** Gives the lines of a device our names for them. */
export function restoreNames(component: Component, profile: ContentProfile): Component {
  if (isEmpty(profile.rename)) return component;
  const names = new Map(Object.entries(profile.rename).map(([ours, theirs]) => [theirs, ours]));
  return {
    ...component,
    lines: component.lines.map((line) => {
      const name = names.get(line.name.toUpperCase());
      return name === undefined ? line : { ...line, name };
    }),
    components: component.components.map((child) => restoreNames(child, profile)),
  };
}

/** True when the device stores components of this name (BEGIN is a property of CTCap). */
export function holdsComponent(name: string, profile: ContentProfile): boolean {
  const begin = profile.properties?.find((property) => property.name.toUpperCase() === 'BEGIN');
  if (begin?.values === undefined || begin.values.length === 0) return true;
  return begin.values.some((value) => value.toUpperCase() === name);
}

function isUnlimited({ properties, rename, maxTextLength }: ContentProfile): boolean {
  return properties === undefined && maxTextLength === 0 && isEmpty(rename);
}

/** A capability with the legal values of its parameters in upper case. */
interface Indexed extends PropertyCapability {
  readonly legal: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

type Capabilities = ReadonlyMap<string, Indexed>;

// The profile of a device serves for all items of a session.
const indexed = new WeakMap<readonly PropertyCapability[], Capabilities>();

function indexCapabilities(
  properties: readonly PropertyCapability[] | undefined,
): Capabilities | undefined {
  if (properties === undefined) return undefined;
  const known = indexed.get(properties);
  if (known !== undefined) return known;
  const capabilities = new Map(
    properties.map((property) => [
      property.name.toUpperCase(),
      { ...property, legal: legalValues(property.params) },
    ]),
  );
  indexed.set(properties, capabilities);
  return capabilities;
}

function legalValues(params: PropertyCapability['params']): Indexed['legal'] {
  if (params === undefined) return undefined;
  return new Map(
    Object.entries(params).map(([name, values]) => [
      name.toUpperCase(),
      new Set(values.map((value) => value.toUpperCase())),
    ]),
  );
}

function limitLine(
  line: Line,
  profile: ContentProfile,
  capabilities: Capabilities | undefined,
  counts: Map<string, number>,
): Line | undefined {
  const name = line.name.toUpperCase();
  const capability = capabilities?.get(name);
  if (capabilities !== undefined && capability === undefined && !always.has(name)) return undefined;
  if (capability?.maxOccurs !== undefined) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > capability.maxOccurs) return undefined;
  }
  const sized = limitSize(line, name, profile, capability);
  const legal = capability?.legal;
  if (sized === undefined || legal === undefined || isLegal(sized.params, legal)) return sized;
  return { ...sized, params: limitParams(sized.params, legal) };
}

/** Whether the device stores all the parameters as they are. */
function isLegal(params: Line['params'], legal: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  for (const { name, values } of params) {
    const known = legal.get(name);
    if (known === undefined || known.size === 0) continue;
    if (values.length === 0) return false;
    for (const value of values) if (!known.has(value.toUpperCase())) return false;
  }
  return true;
}

function limitParams(
  params: Line['params'],
  legal: ReadonlyMap<string, ReadonlySet<string>>,
): Line['params'] {
  return params.flatMap((param) => {
    const values = legal.get(param.name);
    if (values === undefined || values.size === 0) return [param];
    const left = param.values.filter((value) => values.has(value.toUpperCase()));
    return left.length === 0 ? [] : [{ ...param, values: left }];
  });
}

function limitSize(
  line: Line,
  name: string,
  profile: ContentProfile,
  capability: PropertyCapability | undefined,
): Line | undefined {
  const said = capability?.maxSize ?? 0;
  if (said === 0 && profile.maxTextLength === 0) return line;
  const told = profile.ignoreSizes.includes(name) ? 0 : said;
  // The profile's length is meant for texts; only CTCap speaks of pictures.
  const limit = isBinary(line.params) ? told : smallest(told, profile.maxTextLength);
  if (limit === 0 || line.value.length <= limit / 4) return line;
  if (Buffer.byteLength(line.value) <= limit) return line;
  if (capability?.noTruncate === true || indivisible.test(name)) return undefined;
  return { ...line, value: cut(line.value, limit) };
}

/** The smaller of two limits; 0 is none. */
function smallest(one: number, other: number): number {
  return one === 0 || other === 0 ? one + other : Math.min(one, other);
}

/** Cuts at a character, and never between a backslash and what it escapes. */
function cut(value: string, octets: number): string {
  let used = 0;
  let kept = '';
  for (const piece of value.match(/\\[\s\S]|[\s\S]/gu) ?? []) {
    used += Buffer.byteLength(piece);
    if (used > octets) break;
    kept += piece;
  }
  return kept.trimEnd();
}
