import { liveEventSchema } from '../../shared/model/system.ts';
import type { LiveEvent } from '../../shared/model/system.ts';
import type { StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { NumberedLiveEvent, Services } from './services.ts';

/** Events that a reader which was away for a moment can still have one by one. */
const KEPT_EVENTS = 1_000;

/** Live events for readers, and their end. */
export interface Live {
  readonly service: Services['live'];
  /** Ends all readers. */
  readonly stop: StopAsync;
}

/** Says that everything may have changed: for a reader that missed too much to be told singly. */
function everything(id: string): NumberedLiveEvent[] {
  return liveEventSchema.shape.kind.options.map((kind) => ({ id, event: { kind, id: null } }));
}

/** Of events that say the same, the last: what was fetched after it is as new as can be. */
function withoutRepetition(events: readonly NumberedLiveEvent[]): NumberedLiveEvent[] {
  const last = new Map<string, NumberedLiveEvent>();
  for (const numbered of events) {
    const { kind, id, woke } = numbered.event;
    const key = JSON.stringify([kind, id, woke]);
    last.delete(key);
    last.set(key, numbered);
  }
  return [...last.values()];
}

/**
 * Numbers the events of the process, so that a stream that broke goes on where it stopped. The
 * numbers hold as long as the process does; a reader from an earlier one is told to fetch everything
 * again, and so is one that was away for too long.
 */
export function createLive(deps: { events: Events; ids: Ids }): Live {
  const epoch = deps.ids.next();
  const stopping = new AbortController();
  const wakes = new Set<() => void>();
  let kept: LiveEvent[] = [];
  let count = 0;

  const unsubscribe = deps.events.subscribe((event) => {
    count += 1;
    kept.push(event);
    // Cut now and then rather than each time.
    if (kept.length > 2 * KEPT_EVENTS) kept = kept.slice(-KEPT_EVENTS);
    for (const wake of wakes) wake();
  });

  const numbered = (number: number) => `${epoch}.${number}`;
  /** Number of the last event that the reader has seen; undefined when that is not known here. */
  function place(after: string): number | undefined {
    const [of, number] = after.split('.');
    const seen = Number(number);
    return of === epoch && Number.isInteger(seen) && seen <= count ? seen : undefined;
  }
  function behind(seen: number): NumberedLiveEvent[] {
    const missed = count - seen;
    if (missed > kept.length) return everything(numbered(count));
    const events = missed === 0 ? [] : kept.slice(-missed);
    return withoutRepetition(
      events.map((event, index) => ({ id: numbered(seen + 1 + index), event })),
    );
  }

  function events(
    signal: AbortSignal | undefined,
    after: string | undefined,
  ): AsyncIterableIterator<NumberedLiveEvent> {
    const known = after === undefined ? count : place(after);
    let queue = known === undefined ? everything(numbered(count)) : [];
    let seen = known ?? count;
    let isEnded = false;
    let wake = () => {};
    const ends = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
    function end(): void {
      isEnded = true;
      wakes.delete(onWake);
      ends.removeEventListener('abort', end);
      wake();
    }
    const onWake = () => wake();
    wakes.add(onWake);
    ends.addEventListener('abort', end, { once: true });
    if (ends.aborted) end();

    return {
      async next(): Promise<IteratorResult<NumberedLiveEvent>> {
        for (;;) {
          if (isEnded) return { done: true, value: undefined };
          const next = queue.shift();
          if (next !== undefined) return { done: false, value: next };
          queue = behind(seen);
          seen = count;
          if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        }
      },
      return() {
        end();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  return {
    service: { events },
    stop() {
      unsubscribe();
      stopping.abort();
      return Promise.resolve();
    },
  };
}
