import { nextTurn } from '../../platform/turns.ts';
import type { LanedMessage } from '../../store/queue-types.ts';
import type { Store } from '../../store/types.ts';

/** Messages looked at in one transaction. */
const pageSize = 500;

/** What {@link LaneKeeper} works with. */
export interface LaneKeeperDeps {
  readonly store: Store;
  laneOf(message: LanedMessage): string;
  /** Messages are in other lanes now. */
  onMoved(): void;
  onFault(error: unknown): void;
}

/** Puts messages that wait into their lanes again when routes or gateways have changed. */
export class LaneKeeper {
  readonly #deps: LaneKeeperDeps;
  #work: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  constructor(deps: LaneKeeperDeps) {
    this.#deps = deps;
  }

  /** Looks at all messages that wait, a slice at a time, so that nothing else has to wait for it. */
  request(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#work ??= this.#run().finally(() => {
      this.#work = undefined;
      if (this.#isWanted) this.request();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#work;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false;
        await this.#pass();
      }
    } catch (error) {
      this.#isWanted = false;
      this.#deps.onFault(error);
    }
  }

  async #pass(): Promise<void> {
    let after: string | undefined = '';
    // What changes meanwhile begins the next pass.
    while (after !== undefined && !this.#isWanted && !this.#isStopped) {
      after = await this.#slice(after);
      await nextTurn();
    }
  }

  async #slice(after: string): Promise<string | undefined> {
    const { store, laneOf, onMoved } = this.#deps;
    let hasMoved = false;
    const last = await store.transaction(async (tx) => {
      const rows = await tx.queue.lanesAfter(after, pageSize);
      const moved = rows.flatMap((row) => {
        const lane = laneOf(row);
        return lane === row.lane ? [] : [{ id: row.id, lane }];
      });
      await tx.queue.setLanes(moved);
      hasMoved = moved.length > 0;
      return rows.length < pageSize ? undefined : rows.at(-1)?.id;
    });
    if (hasMoved) onMoved();
    return last;
  }
}
