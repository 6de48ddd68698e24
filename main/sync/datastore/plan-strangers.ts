import type { Repositories } from '../../store/types.ts';
import type { TimeSlice } from '../session/time-slice.ts';
import type { DecodedContent } from './decode-changes.ts';
import type { KnownItem, KnownItems } from './known-items.ts';
import { findPairs, keysOf } from './pairing.ts';
import { planKnown, planMatch } from './plan-known.ts';
import { planNew } from './plan-new.ts';
import type { PlannedChange } from './planned-change.ts';
import { isFull, type DatastoreScope } from './scope.ts';
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

  const wanted = open.map((stranger) => ({ stranger, item: scope.prepare(stranger.content.item) }));
  const likeness = isFull(scope.mode) ? 'near' : 'equal';
  const pairs = await findPairs(scope, from, wanted, claimed, likeness);
  for (const one of wanted) {
    const { stranger } = one;
    const { change, content } = stranger;
    const row = pairs.get(one);
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

function meet(left: readonly string[], right: readonly string[]): boolean {
  return left.some((key) => right.includes(key));
}
