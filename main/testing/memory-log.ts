import type { LogEntry } from '../../shared/model/log-entry.ts';
import { createLogMatcher } from '../log/filter.ts';
import type { LogRepository } from '../store/types.ts';

/** A log that lies in memory and takes its time. */
export function createMemoryLog(): Pick<LogRepository, 'insert' | 'list' | 'lastId'> & {
  readonly entries: LogEntry[];
  refuse: boolean;
} {
  const entries: LogEntry[] = [];
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    entries,
    refuse: false,
    async insert(batch) {
      await pause();
      if (this.refuse) throw new Error('disk full');
      entries.push(...batch);
    },
    async list({ after, before, limit, ...filter }) {
      const matches = createLogMatcher(filter);
      const fitting = entries.filter((entry) => matches(entry) && entry.id < (before ?? Infinity));
      await pause();
      return after === undefined
        ? fitting.slice(-limit)
        : fitting.filter((entry) => entry.id > after).slice(0, limit);
    },
    lastId: () => Promise.resolve(entries.at(-1)?.id ?? 0),
  };
}
