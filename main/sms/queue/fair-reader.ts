import type { LaneClass, WaitingOwner } from '../../store/queue-types.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';

/** Owners looked at in one query, at least. */
const fewestOwners = 32;
const mostOwners = 512;

/** Messages that are due. */
export interface FairPage {
  readonly rows: readonly MessageRow[];
  /** Whether no other message of the lane and class is due. */
  readonly isDrained: boolean;
}

interface Ring {
  readonly due: readonly WaitingOwner[];
  /** Whether everybody was looked at. */
  readonly isWhole: boolean;
}

/**
 * Reads what is due of a lane and class so that its owners take turns, whatever each of them has
 * waiting. What it takes grows with what is asked for, not with the length of the queue.
 */
export class FairReader {
  /** Whose message went last, by lane and class. */
  readonly #last = new Map<string, string>();
  /** The only owner of whom anything waits, where that is known. */
  readonly #sole = new Map<string, string>();

  /** The next messages; whoever hands one over says so by {@link served}. */
  async read(tx: Repositories, of: LaneClass, now: number, limit: number): Promise<FairPage> {
    const sole = this.#sole.get(keyOf(of));
    if (sole !== undefined) {
      const rows = await tx.queue.due({ ...of, owner: sole, now, limit });
      return { rows, isDrained: rows.length < limit };
    }
    const { due, isWhole } = await this.#dueOwners(tx, of, now, limit);
    const owners = due.slice(0, limit);
    if (owners.length === 0) return { rows: [], isDrained: isWhole };
    const share = Math.ceil(limit / owners.length);
    const piles: MessageRow[][] = [];
    for (const { owner } of owners) {
      piles.push(await tx.queue.due({ ...of, owner, now, limit: share }));
    }
    const rows = inTurns(piles, share);
    const isDrained =
      isWhole &&
      due.length <= limit &&
      rows.length <= limit &&
      piles.every((pile) => pile.length < share);
    return { rows: rows.slice(0, limit), isDrained };
  }

  /** A message waits that was not there when owners were last looked for. */
  arrived(row: LaneClass & { readonly owner: string }): void {
    const key = keyOf(row);
    if (this.#sole.get(key) !== row.owner) this.#sole.delete(key);
  }

  /** Messages wait of whose owners nothing is known. */
  forget(): void {
    this.#sole.clear();
  }

  /** A message of this owner goes: the next turn is another's. */
  served(of: LaneClass, owner: string): void {
    this.#last.set(keyOf(of), owner);
  }

  /** Owners with due messages, from the one whose turn it is; enough of them, or all there are. */
  async #dueOwners(tx: Repositories, of: LaneClass, now: number, wanted: number): Promise<Ring> {
    const start = this.#last.get(keyOf(of)) ?? null;
    const due: WaitingOwner[] = [];
    let limit = Math.max(wanted, fewestOwners);
    let after = start;
    let hasTurned = start === null;
    for (;;) {
      const found = await tx.queue.owners({ ...of, after, limit });
      // From the first to the last it is one: whoever comes in between is told of.
      if (after === null && found.length === 1) this.#sole.set(keyOf(of), found[0]?.owner ?? '');
      for (const each of found) {
        if (hasTurned && start !== null && each.owner > start) return { due, isWhole: true };
        if (each.nextAttemptAt <= now) due.push(each);
        if (due.length > wanted) return { due, isWhole: false };
      }
      if (found.length === limit) {
        after = found.at(-1)?.owner ?? null;
        limit = Math.min(limit * 2, mostOwners);
      } else if (hasTurned) return { due, isWhole: true };
      else {
        hasTurned = true;
        after = null;
      }
    }
  }
}

/** The first of each pile, then the second of each. */
function inTurns(piles: readonly (readonly MessageRow[])[], share: number): MessageRow[] {
  const rows: MessageRow[] = [];
  for (let turn = 0; turn < share; turn += 1) {
    for (const pile of piles) {
      const row = pile[turn];
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

function keyOf({ lane, class: name }: LaneClass): string {
  return `${name} ${lane}`;
}
