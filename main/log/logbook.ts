import type { LogEntry } from '../../shared/model/log-entry.ts';
import type { LogService } from '../api/services.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { LogRepository } from '../store/types.ts';
import { sayInEnglish } from './sentences.ts';
import { tailLog } from './tail.ts';

/** An entry is on disk and on screen at most so much later than it was written, unless told. */
const FLUSH_AFTER_MS = 50;
/** Entries stored by one statement of the store. */
const BATCH_ENTRIES = 500;
/** Pause before a store that refused a batch is asked again. */
const RETRY_AFTER_MS = 1_000;
/** Batches that wait for a store that refuses them; beyond that the oldest are given up. */
const WAITING_BATCHES = 100;
/** Entries of an answer when the caller names no limit. */
const DEFAULT_LIMIT = 500;

/** What the log needs. */
export interface LogbookDeps {
  readonly store: Pick<LogRepository, 'insert' | 'list' | 'lastId'>;
  readonly clock: Clock;
  /** Milliseconds that an entry may wait for others to be stored with it. */
  readonly flushAfterMs?: number;
  /** Hears each entry as it is written, before it is stored; for the process's own output. */
  readonly onEntry?: (entry: LogEntry) => void;
  /** Hears that the store does not take entries. */
  readonly onError: (error: unknown) => void;
}

/** The log: where services write and readers read. */
export interface Logbook {
  readonly writer: LogWriter;
  readonly service: LogService;
  /** Resolves when everything written so far is stored, or the store refused it. */
  flush(): Promise<void>;
  /** Stores what is left and ends all readers. */
  readonly stop: StopAsync;
}

/**
 * Opens the log. Writing never waits: entries are numbered at once and stored in batches, in order.
 * Readers see stored entries only, so that the number of an entry that somebody has seen is never
 * given to another one after a crash.
 */
export async function createLogbook(deps: LogbookDeps): Promise<Logbook> {
  const { store, clock, onError, flushAfterMs = FLUSH_AFTER_MS } = deps;
  const listeners = new Set<(batch: readonly LogEntry[]) => void>();
  const stopping = new AbortController();
  let lastId = await store.lastId();
  let storedId = lastId;
  /** Batches that are full, oldest first, and the one that is being filled. */
  const full: LogEntry[][] = [];
  let filling: LogEntry[] = [];
  let storing: Promise<void> = Promise.resolve();
  let isStoringFull = false;
  let stopTimer: Stop | undefined;

  function closeBatch(): void {
    if (filling.length === 0) return;
    full.push(filling);
    filling = [];
  }

  async function storeWaiting(): Promise<void> {
    const target = lastId;
    while (storedId < target) {
      if (full.length === 0) closeBatch();
      const batch = full[0];
      const newest = batch?.at(-1);
      if (batch === undefined || newest === undefined) return;
      try {
        await store.insert(batch);
      } catch (error) {
        onError(error);
        if (full.length > WAITING_BATCHES) full.splice(0, full.length - WAITING_BATCHES);
        storeAfter(RETRY_AFTER_MS);
        return;
      }
      full.shift();
      storedId = newest.id;
      for (const listener of listeners) listener(batch);
    }
  }

  function flush(): Promise<void> {
    stopTimer?.();
    stopTimer = undefined;
    storing = storing.then(storeWaiting);
    return storing;
  }

  function storeAfter(delayMs: number): void {
    stopTimer ??= clock.after(delayMs, () => {
      stopTimer = undefined;
      void flush();
    });
  }

  const writer: LogWriter = {
    write(line) {
      const params = line.params ?? {};
      const entry: LogEntry = {
        id: (lastId += 1),
        at: clock.now(),
        level: line.level,
        area: line.area,
        key: line.key,
        params,
        text: sayInEnglish(line.key, params),
        traceId: line.traceId ?? null,
        accountId: line.accountId ?? null,
        deviceId: line.deviceId ?? null,
        gatewayId: line.gatewayId ?? null,
      };
      filling.push(entry);
      if (filling.length < BATCH_ENTRIES) {
        storeAfter(flushAfterMs);
      } else {
        closeBatch();
        if (!isStoringFull) {
          isStoringFull = true;
          void flush().then(() => {
            isStoringFull = false;
            if (storedId < lastId) storeAfter(flushAfterMs);
          });
        }
      }
      deps.onEntry?.(entry);
      return entry;
    },
  };

  const source = {
    store,
    storedId: () => storedId,
    onStored(listener: (batch: readonly LogEntry[]) => void): Stop {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  const service: LogService = {
    async list(input) {
      await flush();
      // Taken before reading, so that a tail that starts behind it neither skips nor repeats.
      const upTo = storedId;
      const { limit = DEFAULT_LIMIT, ...filter } = input ?? {};
      const entries = await store.list({ ...filter, limit });
      return { entries: entries.filter((entry) => entry.id <= upTo), lastId: upTo };
    },
    tail(input, { after, signal }) {
      const { after: from, ...filter } = input ?? {};
      const ends = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
      // A number from the future comes from another database: nothing of this one was seen yet.
      const start = Math.min(after ?? from ?? storedId, storedId);
      return tailLog(source, filter, start, ends);
    },
  };

  return {
    writer,
    service,
    flush,
    async stop() {
      await flush();
      stopTimer?.();
      stopTimer = undefined;
      stopping.abort();
      await storing;
    },
  };
}
