import { createMatcher, type MatchKeys } from '../../groupware/content/index.ts';
import type { ItemMapRow, ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { TimeSlice } from '../session/time-slice.ts';
import type { DecodedContent } from './decode-changes.ts';
import type { KnownItem, KnownItems } from './known-items.ts';
import { datastoreLimits } from './limits.ts';
import { planKnown, planMatch } from './plan-known.ts';
import { planNew } from './plan-new.ts';
import type { PlannedChange } from './planned-change.ts';
import { collectionIds, isFull, type DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** An item of the client of which the map says nothing that holds. */
export interface Stranger {
  readonly change: ClientChange;
  readonly content: DecodedContent;
}

/** How one change is planned; failures of one item are its own. */
export type PlanOne = (plan: () => Promise<PlannedChange>) => Promise<PlannedChange>;

/**
 * Pairs items of the client with those of the server that it may be (OMA DS protocol 1.2 §"Slow
 * sync"), and plans what pairs and what is left. Answers in the order of the strangers.
 *
 * Between changes only an equal item is taken for the same one: somebody entered it twice, or the Map
 * of it was lost. When everything is compared, near ones are too.
 */
export async function planStrangers(
  scope: DatastoreScope,
  from: Repositories,
  strangers: readonly Stranger[],
  known: KnownItems,
  { planOne, slice }: { readonly planOne: PlanOne; readonly slice: TimeSlice },
): Promise<PlannedChange[]> {
  const planned = new Map<Stranger, PlannedChange>();
  const claimed = new Set<string>();
  const open: Stranger[] = [];
  for (const stranger of strangers) {
    const hint = hintFor(scope, stranger, known);
    if (hint === undefined) {
      open.push(stranger);
      continue;
    }
    claimed.add(hint.map.itemId);
    const { change, content } = stranger;
    const plan = await planOne(() => planKnown(scope, from, change, content, hint));
    planned.set(stranger, { ...plan, isMatch: true });
    await slice.breathe();
  }

  const pairs = await findPairs(scope, from, open, claimed, slice);
  for (const stranger of open) {
    const { change, content } = stranger;
    const row = pairs.get(stranger);
    planned.set(
      stranger,
      await planOne(() =>
        row === undefined
          ? Promise.resolve(planNew(scope, change, content))
          : planMatch(scope, from, change, content, row),
      ),
    );
    await slice.breathe();
  }
  return strangers.flatMap((stranger) => planned.get(stranger) ?? []);
}

/** What the map said before everything was compared, where the item still looks like it. */
function hintFor(
  scope: DatastoreScope,
  { change, content }: Stranger,
  known: KnownItems,
): KnownItem | undefined {
  if (!scope.usesHints || !isFull(scope.mode)) return undefined;
  const hint = known.get(change.luid);
  if (hint?.row === undefined || hint.row.kind !== content.item.kind) return undefined;
  const { row } = hint;
  const prepared = scope.prepare(content.item);
  if (row.fingerprint === prepared.fingerprint) return hint;
  if (prepared.title !== '' && row.title === prepared.title) return hint;
  const mine = keysOf(row);
  const other = keysOf(prepared);
  const isPlausible =
    mine.exact === other.exact ||
    (mine.uid !== undefined && mine.uid === other.uid) ||
    meet([...mine.weak, ...mine.vague], [...other.weak, ...other.vague]) ||
    meet(mine.points, other.points);
  return isPlausible ? hint : undefined;
}

async function findPairs(
  scope: DatastoreScope,
  from: Repositories,
  strangers: readonly Stranger[],
  claimed: ReadonlySet<string>,
  slice: TimeSlice,
): Promise<ReadonlyMap<Stranger, ItemRow>> {
  const pairs = new Map<Stranger, ItemRow>();
  if (strangers.length === 0) return pairs;
  const keys = new Set<string>();
  for (const { content } of strangers) {
    for (const key of scope.prepare(content.item).lookupKeys) keys.add(key);
    await slice.breathe();
  }
  const found = await from.items.listByLookupKeys(collectionIds(scope), [...keys]);
  if (found.length === 0) return pairs;
  const { client } = scope.party;
  const maps = await from.sync.mapsByItem(
    client.id,
    scope.target.key,
    found.map(({ id }) => id),
  );
  const free = found.filter(({ id }) => !claimed.has(id) && isFree(scope, maps.get(id)));
  const byId = new Map(free.map((row) => [row.id, row]));
  const matcher = createMatcher(free.map((row) => ({ id: row.id, keys: trusted(keysOf(row)) })));

  function pair(stranger: Stranger, keysOfIt: MatchKeys): void {
    const row = byId.get(matcher.match(keysOfIt)?.id ?? '');
    if (row !== undefined) pairs.set(stranger, row);
  }

  // The equal ones first: a near one must not take the place of an equal one behind it.
  for (const stranger of strangers) {
    const own = trusted(keysOf(scope.prepare(stranger.content.item)));
    pair(stranger, { ...own, weak: [], vague: [] });
  }
  if (!isFull(scope.mode)) return pairs;
  for (const stranger of strangers) {
    if (!pairs.has(stranger)) pair(stranger, trusted(keysOf(scope.prepare(stranger.content.item))));
  }
  return pairs;
}

/** Whether no other item of the client is this one. */
function isFree(scope: DatastoreScope, map: ItemMapRow | undefined): boolean {
  if (map === undefined || map.luid === null || map.state === 'held') return true;
  return isFull(scope.mode) && map.round < scope.round;
}

function keysOf({ matchKeys }: { readonly matchKeys: string }): MatchKeys {
  return JSON.parse(matchKeys) as MatchKeys;
}

/** Without a UID that some phone has counted: two of them have the same ones for other items. */
function trusted(keys: MatchKeys): MatchKeys {
  if (keys.uid === undefined || keys.uid.length >= datastoreLimits.shortestTrustedUid) return keys;
  const { uid: _uid, ...rest } = keys;
  return rest;
}

function meet(left: readonly string[], right: readonly string[]): boolean {
  return left.some((key) => right.includes(key));
}
