import { project } from '../codec.ts';
import { compact, isEmpty } from '../compact.ts';
import type { Item, ItemKind, ItemOf } from '../item.ts';
import { canonicalFields } from './canonical.ts';
import { mergeItem, type MergeContext } from './merge.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whose value stays where both sides have changed the same thing. */
export type Winner = 'server' | 'device';

/** What two versions of one item became. */
export interface Reconciled<Kind extends ItemKind> {
  readonly item: ItemOf<Kind>;
  /** Fields that both sides have and that cannot both stay; empty where nothing was lost. */
  readonly clashes: readonly string[];
}

/** Lists whose elements stand for themselves: those of both sides can stay. */
const unions: ReadonlySet<string> = new Set([
  'phones',
  'emails',
  'urls',
  'addresses',
  'nicknames',
  'categories',
  'attendees',
  'extra',
  'components',
]);

/**
 * Brings an item that was changed on both sides together. What one side alone has changed is taken
 * from it; where both have changed the same field, `winner` decides.
 *
 * Without a `base` (nobody knows what the device has seen: a slow sync) nothing counts as deleted:
 * what either side has stays.
 *
 * @throws ContentError `unsupported` when the kinds differ
 */
export function reconcile<Kind extends ItemKind>(
  server: ItemOf<Kind>,
  device: ItemOf<Kind>,
  context: MergeContext,
  winner: Winner,
  base?: ItemOf<Kind>,
): Reconciled<Kind> {
  const { type, profile } = context;
  const ours = project<Kind>(server, type, profile);
  const before = base === undefined ? undefined : project<Kind>(base, type, profile);
  const clashes = findClashes(ours, device, before);
  const seen =
    before === undefined
      ? commonPart(ours, device, winner)
      : winner === 'device' || clashes.length === 0
        ? base
        : withDevices(before, device, clashes);
  return { item: mergeItem<Kind>(server, device, context, seen), clashes };
}

/** Names of fields (of a name or of parameters: `name.family`) that both have changed, differently. */
function findClashes(server: Item, device: Item, base: Item | undefined): string[] {
  const ours = flat(canonicalFields(server));
  const theirs = flat(canonicalFields(device));
  const seen = base === undefined ? undefined : flat(canonicalFields(base));
  const clashes: string[] = [];
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (unions.has(field)) continue;
    const mine = text(ours[field]);
    const other = text(theirs[field]);
    if (mine === other) continue;
    const both =
      seen === undefined
        ? !isEmpty(ours[field]) && !isEmpty(theirs[field])
        : mine !== text(seen[field]) && other !== text(seen[field]);
    if (both) clashes.push(field);
  }
  return clashes;
}

/**
 * The version that device and server have in common, as a base: against it either side has only
 * added, and the winner has changed.
 */
function commonPart<Kind extends ItemKind>(
  server: ItemOf<Kind>,
  device: ItemOf<Kind>,
  winner: Winner,
): ItemOf<Kind> {
  const ours = canonicalFields(server);
  const theirs = canonicalFields(device);
  const mine = rawFields(server);
  const sent = rawFields(device);
  const winning = winner === 'server' ? sent : mine;
  const result: Record<string, unknown> = { kind: server.kind };
  for (const [field, value] of Object.entries(sent)) {
    if (isEmpty(value) || isEmpty(mine[field])) continue;
    if (unions.has(field)) {
      result[field] = sharedElements(value, theirs[field], ours[field]);
    } else if (field === 'name' || field === 'params') {
      result[field] = sharedKeys(winning[field], mine[field], value);
    } else {
      result[field] = winning[field];
    }
  }
  // Both are one text to a person, cut into two.
  if (server.kind === 'note') Object.assign(result, noteTexts(winning));
  return unflatten(result) as unknown as ItemOf<Kind>;
}

/** Elements of the device's list that the server's has too. */
function sharedElements(sent: unknown, theirs: unknown, ours: unknown): unknown[] {
  const known = new Set(listOf(ours).map(text));
  const canonical = listOf(theirs);
  return listOf(sent).filter((_element, index) => known.has(text(canonical[index])));
}

function sharedKeys(winning: unknown, mine: unknown, sent: unknown): Fields {
  const ours = recordOf(mine);
  const theirs = recordOf(sent);
  const shared = Object.entries(recordOf(winning)).filter(([key]) => key in ours && key in theirs);
  return Object.fromEntries(shared);
}

/** A base in which the clashing fields are as the device has them: it seems to have left them alone. */
function withDevices<Kind extends ItemKind>(
  base: ItemOf<Kind>,
  device: ItemOf<Kind>,
  clashes: readonly string[],
): ItemOf<Kind> {
  const result: Record<string, unknown> = { ...rawFields(base) };
  const sent = rawFields(device);
  for (const clash of clashes) {
    const [field = '', key] = clash.split('.', 2);
    if (key === undefined) result[field] = sent[field];
    else result[field] = { ...recordOf(result[field]), [key]: recordOf(sent[field])[key] };
  }
  if (base.kind === 'note' && clashes.includes('subject')) Object.assign(result, noteTexts(sent));
  return unflatten(result) as unknown as ItemOf<Kind>;
}

function noteTexts(fields: Fields): Fields {
  return { subject: fields['subject'], text: fields['text'] };
}

/** Fields with the parts of records as fields of their own. */
function flat(fields: Fields): Fields {
  const result: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field !== 'name' && field !== 'params') result[field] = value;
    else if (typeof value === 'string') result[field] = value;
    else
      for (const [key, part] of Object.entries(recordOf(value))) result[`${field}.${key}`] = part;
  }
  return result;
}

/** The parts of a recurrence as fields of their own, as the canonical form has them. */
function rawFields(item: Item): Fields {
  if (!('recurrence' in item)) return { ...item };
  const { recurrence, ...rest } = item;
  return { ...rest, ...recurrence };
}

function unflatten(fields: Fields): Item {
  const { rules, dates, exceptions, ...rest } = fields;
  const recurrence = compact<Record<string, unknown>>({ rules, dates, exceptions });
  const nested = Object.entries(rest).map(([field, value]) => [
    field,
    field === 'name' && typeof value === 'object' && value !== null
      ? compact<Record<string, unknown>>(value)
      : value,
  ]);
  return compact<Record<string, unknown>>({
    ...(Object.fromEntries(nested) as Fields),
    recurrence,
  }) as unknown as Item;
}

function text(value: unknown): string {
  if (isEmpty(value)) return '';
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map((element) => JSON.stringify(element)).sort());
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function recordOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
