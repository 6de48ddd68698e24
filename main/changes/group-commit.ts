/** Writes items in groups: see {@link createGroupCommit}. */
export interface GroupCommit<Item, Result> {
  /** Resolves with the results of the items, in order, once the group they went with is written. */
  add(items: readonly Item[]): Promise<readonly Result[]>;
  /** Resolves when nothing is being written and nothing waits. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly items: readonly Item[];
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/** After a group of this size sockets and timers have their turn: the store answers without a pause. */
const MANY = 100;

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets concurrent writers share transactions: the first is written at once, alone; those that
 * arrive while it is being written go together, about `largest` items of them. So one writer does
 * not wait, and a thousand share a few transactions.
 *
 * `write` answers with one result an item, in order. When a group fails, its writers are tried one
 * by one, so that a bad one does not take the others with it.
 */
export function createGroupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  largest: number,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;

  /** Takes the writers that go next; one with many items goes whole. */
  function takeGroup(): Waiting<Item, Result>[] {
    let size = 0;
    const end = waiting.findIndex(({ items }) => (size += items.length) >= largest);
    const group = end < 0 ? waiting : waiting.slice(0, end + 1);
    waiting = end < 0 ? [] : waiting.slice(end + 1);
    return group;
  }

  async function writeGroup(group: readonly Waiting<Item, Result>[]): Promise<number> {
    const [only] = group;
    const items = group.length === 1 && only ? only.items : group.flatMap((one) => one.items);
    try {
      const results = await write(items);
      let from = 0;
      for (const one of group) {
        one.resolve(results.slice(from, from + one.items.length));
        from += one.items.length;
      }
    } catch (error) {
      if (group.length === 1 && only) only.reject(error);
      else for (const one of group) await writeGroup([one]);
    }
    return items.length;
  }

  async function run(): Promise<void> {
    // Whoever writes in the same breath goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      if ((await writeGroup(takeGroup())) >= MANY) await breathe();
    }
    running = null;
  }

  return {
    add(items) {
      return new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        running ??= run();
      });
    },
    async idle() {
      await running;
    },
  };
}
