import type { LogEntry, LogFilter } from '../../shared/model/log-entry.ts';
import type { Stop } from '../platform/clock.ts';
import type { LogRepository } from '../store/types.ts';
import { createLogMatcher } from './filter.ts';

/** Stored entries that one slow reader may leave lying before it reads them from the store again. */
const BUFFERED_ENTRIES = 2_000;
/** Entries read from the store at once. */
const PAGE_ENTRIES = 500;

/** What a tail needs of the log that it follows. */
export interface TailSource {
  readonly store: Pick<LogRepository, 'list'>;
  /** Number of the newest entry that is stored. */
  storedId(): number;
  /** Calls back with each batch once it is stored, in order. */
  onStored(listener: (batch: readonly LogEntry[]) => void): Stop;
}

/**
 * Gives the entries behind `after` that fit the filter, and then new ones as they are stored, until
 * `signal` or the reader ends it. None is lost and none comes twice, however slowly it is read: a
 * reader that falls behind is served from the store again instead of filling the memory.
 */
export function tailLog(
  source: TailSource,
  filter: LogFilter,
  after: number,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<LogEntry> {
  const matches = createLogMatcher(filter);
  let position = after;
  let isEnded = signal?.aborted ?? false;
  let isBehind = true;
  let buffer: LogEntry[] = [];
  let wake: (() => void) | undefined;

  const unsubscribe = source.onStored((batch) => {
    if (!isBehind) {
      buffer.push(...batch.filter(matches));
      if (buffer.length > BUFFERED_ENTRIES) {
        isBehind = true;
        buffer = [];
      }
    }
    wake?.();
  });
  function end(): void {
    isEnded = true;
    unsubscribe();
    signal?.removeEventListener('abort', end);
    wake?.();
  }
  signal?.addEventListener('abort', end, { once: true });
  if (isEnded) end();

  async function* readStore(): AsyncGenerator<LogEntry> {
    for (;;) {
      const stored = source.storedId();
      if (position >= stored) {
        // Nothing is awaited between this look and the buffer's next batch, so no entry slips by.
        isBehind = false;
        return;
      }
      const page = await source.store.list({ ...filter, after: position, limit: PAGE_ENTRIES });
      for (const entry of page) {
        if (isEnded) return;
        position = entry.id;
        yield entry;
      }
      if (page.length < PAGE_ENTRIES) position = Math.max(position, stored);
    }
  }

  async function* readAll(): AsyncGenerator<LogEntry> {
    try {
      while (!isEnded) {
        if (isBehind) yield* readStore();
        const batch = buffer;
        buffer = [];
        for (const entry of batch) {
          if (isEnded) return;
          position = entry.id;
          yield entry;
        }
        if (isEnded || isBehind || buffer.length > 0) continue;
        await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
      }
    } finally {
      end();
    }
  }

  const entries = readAll();
  return {
    next: () => entries.next(),
    // A generator that waits cannot be returned from: it has to be woken first.
    return() {
      end();
      return entries.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
