import { nextTurn } from '../../platform/turns.ts';
import type { Repositories, Store } from '../../store/types.ts';

type Work = (tx: Repositories) => Promise<void>;
type Around = (tx: Repositories) => () => Promise<void>;

interface Pending {
  readonly work: Work;
  resolve(): void;
  reject(error: unknown): void;
}

/** Pieces of work in one transaction at most: more would keep others from the store for too long. */
const mostPieces = 256;

/**
 * Stores what comes in at about the same moment in one transaction: most of the cost of a small
 * transaction is its end. Nothing waits for more than the sockets that are readable now and the
 * transaction before.
 */
export class GroupCommit {
  readonly #store: Store;
  readonly #around: Around;
  #pending: Pending[] = [];
  #isBusy = false;

  /** @param around called at the begin of each transaction, and what it answers with at its end. */
  constructor(store: Store, around: Around = () => () => Promise.resolve()) {
    this.#store = store;
    this.#around = around;
  }

  /** Resolves when the work is stored. Work may run again, when other work of its group failed. */
  run(work: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ work, resolve, reject });
      if (this.#isBusy) return;
      this.#isBusy = true;
      setImmediate(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending.slice(0, mostPieces);
      this.#pending = this.#pending.slice(mostPieces);
      await this.#commit(group);
      // A database on this thread lets nobody else in by itself: of a flood, others get their turn.
      if (group.length === mostPieces) await nextTurn();
    }
    this.#isBusy = false;
  }

  async #commit(group: readonly Pending[]): Promise<void> {
    try {
      await this.#store.transaction((tx) => this.#workOff(tx, group));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await this.#runEach(group);
      return;
    }
    for (const { resolve } of group) resolve();
  }

  /** One faulty piece of work must not keep the others from being stored. */
  async #runEach(group: readonly Pending[]): Promise<void> {
    for (const piece of group) {
      await this.#store
        .transaction((tx) => this.#workOff(tx, [piece]))
        .then(piece.resolve, piece.reject);
    }
  }

  async #workOff(tx: Repositories, group: readonly Pending[]): Promise<void> {
    const end = this.#around(tx);
    for (const { work } of group) await work(tx);
    await end();
  }
}
