import { instantOf } from '../calendar/when.ts';
import { intoZone } from '../calendar/reading.ts';
import { utc } from '../calendar/when.ts';
import { project } from '../codec.ts';
import { compact, isEmpty } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import type { ContentType } from '../content-types.ts';
import type { Item, ItemKind, ItemOf, NoteItem, When } from '../item.ts';
import { contentLimits } from '../limits.ts';
import { defaultProfile, type ContentProfile } from '../profile.ts';
import { canonicalFields } from './canonical.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a merge needs to know about the device. */
export interface MergeContext {
  /** The type that the device sent. */
  readonly type: ContentType;
  /** How the device speaks, with its CTCap in `properties`. */
  readonly profile?: ContentProfile;
}

/**
 * What the server's item becomes when a device has sent its own (OMA DS: Replace).
 *
 * A three-way merge against what the device would have sent had it changed nothing, which is the
 * projection of the item that it last saw (`base`, by default the server's). So everything that the
 * type or the CTCap cannot hold survives, what they can hold and the device left out is deleted, and
 * an unchanged device item changes nothing at all, however badly it was cut or rounded.
 *
 * @throws ContentError `unsupported` when the kinds differ
 */
export function mergeItem<Kind extends ItemKind>(
  server: ItemOf<Kind>,
  device: ItemOf<Kind>,
  context: MergeContext,
  base: ItemOf<Kind> = server,
): ItemOf<Kind> {
  if (server.kind !== device.kind) throw new ContentError('item', 'unsupported', device.kind);
  const { type, profile = defaultProfile } = context;
  const theirs = canonicalFields(device);
  // Most items of a slow sync are what the server has already: nothing to project.
  const same = JSON.stringify(theirs) === JSON.stringify(canonicalFields(server));
  const seen = same ? theirs : canonicalFields(project<Kind>(base, type, profile));
  const result: Record<string, unknown> = { ...flatten(server) };
  const sent = flatten(device);
  const ours = canonicalFields(server);
  for (const field of new Set([...Object.keys(seen), ...Object.keys(theirs)])) {
    if (equal(seen[field], theirs[field])) continue;
    if (Array.isArray(seen[field] ?? theirs[field])) {
      const image = (element: unknown): unknown[] => imageOf(server, field, element, type, profile);
      result[field] = mergeList(
        { ours: listOf(result[field]), oursCanonical: listOf(ours[field]) },
        listOf(seen[field]),
        { sent: listOf(sent[field]), canonical: listOf(theirs[field]) },
        image,
      );
    } else if (field === 'name' || field === 'params') {
      result[field] = mergeRecord(
        recordOf(result[field]),
        recordOf(seen[field]),
        recordOf(theirs[field]),
        recordOf(sent[field]),
      );
    } else {
      result[field] = inZoneOf(sent[field], flatten(server)[field], server);
    }
  }
  settle(result, server, device, seen, theirs);
  return unflatten(result) as unknown as ItemOf<Kind>;
}

/** Two fields that hang together, and what is not content. */
function settle(
  result: Record<string, unknown>,
  server: Item,
  device: Item,
  seen: Fields,
  theirs: Fields,
): void {
  if (server.kind === 'note' && !equal(seen['subject'], theirs['subject'])) {
    const note = device as NoteItem;
    result['subject'] = note.subject;
    result['text'] = note.text;
  }
  if (server.kind === 'contact' && device.kind === 'contact') {
    // A whole name of its own belongs to the old name.
    const renamed = !equal(seen['name'], theirs['name']);
    if (renamed && device.formattedName === undefined) result['formattedName'] = undefined;
  }
  const before: Fields = { ...server };
  const after: Fields = { ...device };
  for (const field of ['uid', 'created', 'envelope']) result[field] = before[field] ?? after[field];
  result['modified'] = after['modified'] ?? before['modified'];
  const sequence = Math.max(Number(before['sequence'] ?? -1), Number(after['sequence'] ?? -1));
  result['sequence'] = sequence < 0 ? undefined : sequence;
}

/** Removes what the device removed, adds what it added, and leaves alone what it never saw. */
function mergeList(
  mine: { readonly ours: readonly unknown[]; readonly oursCanonical: readonly unknown[] },
  seen: readonly unknown[],
  their: { readonly sent: readonly unknown[]; readonly canonical: readonly unknown[] },
  imageOf: (element: unknown) => unknown[],
): unknown[] {
  const sentKeys = their.canonical.map(jsonOf);
  const removed = difference(seen.map(jsonOf), sentKeys);
  const added = difference(sentKeys, seen.map(jsonOf));
  const kept: unknown[] = [];
  let place = -1;
  // Projecting each element of a very long list would cost more than it can save.
  const long = mine.ours.length > 100;
  for (const [index, element] of mine.ours.entries()) {
    const images = (long ? [mine.oursCanonical[index]] : imageOf(element)).map(jsonOf);
    const gone = images.length > 0 && images.every((image) => (removed.get(image) ?? 0) > 0);
    if (!gone) {
      kept.push(element);
      continue;
    }
    for (const image of images) removed.set(image, (removed.get(image) ?? 0) - 1);
    if (place < 0) place = kept.length;
  }
  const news: unknown[] = [];
  for (const [index, key] of sentKeys.entries()) {
    const left = added.get(key) ?? 0;
    if (left === 0) continue;
    added.set(key, left - 1);
    news.push(their.sent[index]);
  }
  kept.splice(place < 0 ? kept.length : place, 0, ...news);
  if (kept.length > contentLimits.recurrenceDates * 2) throw new ContentError('item', 'too-many');
  return kept;
}

/** What of one list element reaches the device. */
function imageOf(
  server: Item,
  field: string,
  element: unknown,
  type: ContentType,
  profile: ContentProfile,
): unknown[] {
  const fields = flatten(server);
  const around = ['kind', 'name', 'start', 'end', 'due', 'subject', 'body'];
  const skeleton: Record<string, unknown> = { [field]: [element] };
  for (const name of around) skeleton[name] = fields[name];
  if (['dates', 'exceptions', 'overrides'].includes(field)) skeleton['rules'] = fields['rules'];
  const alone = project(unflatten(skeleton) as ItemOf<ItemKind>, type, profile);
  return listOf(canonicalFields(alone)[field]);
}

function mergeRecord(ours: Fields, seen: Fields, theirs: Fields, sent: Fields): Fields {
  const result: Record<string, unknown> = { ...ours };
  for (const key of new Set([...Object.keys(seen), ...Object.keys(theirs)])) {
    if (!equal(seen[key], theirs[key])) result[key] = sent[key];
  }
  return compact<Record<string, unknown>>(result);
}

/** A moved event stays in its zone, though the device speaks UTC. */
function inZoneOf(moved: unknown, before: unknown, server: Item): unknown {
  if (!isWhen(moved) || !isWhen(before) || before.kind !== 'zoned') return moved;
  const single = !('recurrence' in server) || server.recurrence === undefined;
  if (moved.kind === 'utc') return intoZone(moved, before.zone);
  if (moved.kind !== 'zoned' || !single) return moved;
  return intoZone(utc(instantOf(moved, moved.zone)), before.zone);
}

function isWhen(value: unknown): value is When {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value;
}

/** Equal for equal canonical values, see `canonicalFields`. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value);
}

function difference(left: readonly string[], right: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of left) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const key of right) {
    const count = counts.get(key) ?? 0;
    if (count > 0) counts.set(key, count - 1);
  }
  return counts;
}

function equal(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    const sorted = (values: readonly unknown[]): string => values.map(jsonOf).sort().join('\n');
    return left.length === right.length && sorted(left) === sorted(right);
  }
  if (isEmpty(left) && isEmpty(right)) return true;
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The parts of a recurrence as fields of their own, as the canonical form has them. */
function flatten(item: Item): Fields {
  if (!('recurrence' in item)) return { ...item };
  const { recurrence, ...rest } = item;
  return { ...rest, ...recurrence };
}

function unflatten(fields: Fields): Item {
  const { rules, dates, exceptions, ...rest } = fields;
  const recurrence = compact<Record<string, unknown>>({ rules, dates, exceptions });
  return compact<Record<string, unknown>>({ ...rest, recurrence }) as unknown as Item;
}

function listOf(value: unknown): readonly unknown[] & unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
