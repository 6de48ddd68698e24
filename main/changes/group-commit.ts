/** Writes items in groups: see {@link createGroupCommit}. */
export interface GroupCommit<Item, Result> {
  /** Resolves with the item's result once the group it went with is written. */
  add(item: Item): Promise<Result>;
  /** Resolves when nothing is being written and nothing waits. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets concurrent writers share transactions: the first is written at once, alone; those that
 * arrive while it is being written go together, at most `largest` of them. So one writer does not
 * wait, and a thousand share a few transactions.
 *
 * `write` answers with one result an item, in order. When a group fails, its items are written one
 * by one, so that a bad one does not take the others with it.
 */
export function createGroupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  largest: number,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;

  async function writeGroup(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await write(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new RangeError('a result is missing'));
        else resolve(result);
      });
    } catch (error) {
      const [only] = group;
      if (group.length === 1 && only) only.reject(error);
      else for (const one of group) await writeGroup([one]);
    }
  }

  async function run(): Promise<void> {
    // Whoever writes in the same breath goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await writeGroup(group);
    }
    running = null;
  }

  return {
    add(item) {
      return new Promise<Result>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= run();
      });
    },
    async idle() {
      await running;
    },
  };
}
