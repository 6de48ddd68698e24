/** Lets one at a time work on a collection, so that two devices cannot both add what each has. */
export interface Locks {
  /** Does `work` when everybody who came before for one of these keys has ended. */
  hold<Result>(keys: readonly string[], work: () => Promise<Result>): Promise<Result>;
}

/** Makes the locks of one process. A key that nobody wants takes no memory. */
export function createLocks(): Locks {
  const last = new Map<string, Promise<void>>();
  return {
    async hold(keys, work) {
      const before = keys.flatMap((key) => last.get(key) ?? []);
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // All places are taken at once, so that no two can wait for each other.
      for (const key of keys) last.set(key, held);
      await Promise.all(before);
      try {
        return await work();
      } finally {
        for (const key of keys) if (last.get(key) === held) last.delete(key);
        release();
      }
    },
  };
}
