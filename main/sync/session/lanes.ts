/** Work that is done one piece after another, for each key apart. */
export interface Lanes {
  /**
   * Does a task when everything that was given for the key before it has ended. Undefined when more
   * than `limit` tasks wait already.
   */
  run<Result>(key: string, limit: number, task: () => Promise<Result>): Promise<Result> | undefined;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Lane {
  waiting: number;
  last: Promise<unknown>;
}

/** Makes lanes; one that is empty takes no memory. */
export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  return {
    run(key, limit, task) {
      const lane = lanes.get(key) ?? { waiting: 0, last: Promise.resolve() };
      if (lane.waiting >= limit) return undefined;
      lane.waiting += 1;
      lanes.set(key, lane);
      const result = lane.last.then(task);
      const ended = (): void => {
        lane.waiting -= 1;
        if (lane.waiting === 0) lanes.delete(key);
      };
      lane.last = result.then(ended, ended);
      return result;
    },
    async idle() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map((lane) => lane.last));
    },
  };
}
