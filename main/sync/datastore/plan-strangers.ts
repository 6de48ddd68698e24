import type { PreparedItem } from '../../groupware/types.ts';
import type { ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { TimeSlice } from '../session/time-slice.ts';
import type { DecodedContent } from './decode-changes.ts';
import type { KnownItem, KnownItems } from './known-items.ts';
import { findPairs, findSame, keysOf } from './pairing.ts';
import { planKnown, planMatch, planSame } from './plan-known.ts';
import { planNew } from './plan-new.ts';
import { onlyStatus, type PlannedChange } from './planned-change.ts';
import { isFull, type DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** An item of the client of which the map says nothing that holds. */
export interface Stranger {
  readonly change: ClientChange;
  readonly content: DecodedContent;
}

/** A stranger that has to be paired. */
interface Wanted {
  readonly stranger: Stranger;
  readonly item: PreparedItem;
}

type Remembered = KnownItem & { readonly row: ItemRow };

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
  all: KnownItems,
  { planOne, slice }: { readonly planOne: PlanOne; readonly slice: TimeSlice },
): Promise<PlannedChange[]> {
  const planned = new Map<Stranger, PlannedChange>();
  const claimed = new Set<string>();
  const open: Wanted[] = [];

  /** Computing something of an item may fail, and then it is this item's failure alone. */
  async function isComputed(stranger: Stranger, compute: () => unknown): Promise<boolean> {
    const outcome = await planOne(() => {
      compute();
      return Promise.resolve(onlyStatus(200));
    });
    if (outcome.status !== 200) planned.set(stranger, outcome);
    await slice.breathe();
    return outcome.status === 200;
  }

  for (const stranger of strangers) {
    const { change, content } = stranger;
    const item = scope.prepare(content.item);
    const known = rememberedBy(scope, stranger, all);
    const isSound = await isComputed(
      stranger,
      () => item.fingerprint === known?.row.fingerprint || known === undefined || item.lookupKeys,
    );
    if (!isSound) continue;
    if (known === undefined || !isPlausible(known.row, item)) {
      open.push({ stranger, item });
      continue;
    }
    claimed.add(known.map.itemId);
    const plan = await planOne(() => planKnown(scope, from, change, content, known));
    planned.set(stranger, { ...plan, isMatch: true });
  }

  // In a slow sync nearly all are there to the letter, which takes no keys to see.
  const same = await findSame(scope, from, open, claimed);
  const wanted: Wanted[] = [];
  for (const one of open) {
    const row = same.get(one);
    if (row !== undefined) {
      claimed.add(row.id);
      planned.set(one.stranger, planSame(one.stranger.change, row));
    } else if (await isComputed(one.stranger, () => one.item.lookupKeys)) {
      wanted.push(one);
    }
  }
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

/** What the map said before everything was compared, where it is still of use. */
function rememberedBy(
  scope: DatastoreScope,
  { change, content }: Stranger,
  known: KnownItems,
): Remembered | undefined {
  if (!scope.usesHints || !isFull(scope.mode)) return undefined;
  const hint = known.get(change.luid);
  const row = hint?.row;
  if (hint === undefined || row === undefined || row.kind !== content.item.kind) return undefined;
  return { ...hint, row };
}

/** Whether an item still looks like what the map said that it is. */
function isPlausible(row: ItemRow, item: PreparedItem): boolean {
  if (row.fingerprint === item.fingerprint) return true;
  if (item.title !== '' && row.title === item.title) return true;
  const mine = keysOf(row);
  const other = keysOf(item);
  return (
    mine.exact === other.exact ||
    (mine.uid !== undefined && mine.uid === other.uid) ||
    meet([...mine.weak, ...mine.vague], [...other.weak, ...other.vague]) ||
    meet(mine.points, other.points)
  );
}

function meet(left: readonly string[], right: readonly string[]): boolean {
  return left.some((key) => right.includes(key));
}
