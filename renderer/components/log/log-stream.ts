import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import { client } from '../../api/client.ts';
import { untilLive } from '../../api/live.ts';
import { LogBuffer, mostLines } from './log-buffer.ts';
import type { LogSnapshot } from './log-buffer.ts';

/** Lines that are read at once: at the start, and for every look further back. */
const pageLines = 500;
/** Longest wait of new lines while the page is not painted, in milliseconds. */
const hiddenFlushMs = 1_000;
/**
 * Shortest time between two paintings of new lines, in milliseconds, so that the frames between stay free:
 * for lines that can be read as they come, and for a flood that nobody reads.
 */
const breathMs = { calm: 50, flood: 150 } as const;
/** Lines in one painting from which it is a flood. */
const floodLines = 15;

/** How the reading stands. */
export type LogStreamState = 'loading' | 'live' | 'stalled' | 'failed';

/** What a view of the log shows, and how it stands. */
export interface LogView extends LogSnapshot {
  readonly state: LogStreamState;
  readonly error: unknown;
  readonly isLoadingOlder: boolean;
}

/**
 * Reads the log for one view: the newest lines first, then every new one as it comes, and older ones when
 * asked. New lines are gathered and shown with a frame, at most some twenty times a second, so that
 * hundreds of them cost few paintings.
 */
export class LogStream {
  readonly #filter: LogFilter;
  readonly #buffer = new LogBuffer();
  readonly #listeners = new Set<() => void>();
  readonly #ended = new AbortController();
  #incoming: LogEntry[] = [];
  #received = 0;
  #lastFlush = 0;
  #isFlood = false;
  #flush: (() => void) | null = null;
  #state: LogStreamState = 'loading';
  #error: unknown = null;
  #isLoadingOlder = false;
  #view: LogView;

  constructor(filter: LogFilter) {
    this.#filter = filter;
    this.#view = this.#take();
  }

  /** Number of new lines that came since the start. */
  get received(): number {
    return this.#received;
  }

  /** The present state; the same object until something changes. */
  readonly getView = (): LogView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Begins to read; ends when the answer is called. */
  start(): () => void {
    void this.#run();
    return () => {
      this.#ended.abort();
      this.#flush?.();
    };
  }

  /** Holds the view, or follows again. */
  hold(): void {
    this.#drain();
    this.#buffer.hold();
    this.#tell();
  }

  follow(): void {
    this.#drain();
    if (!this.#buffer.mustReload) {
      this.#buffer.follow();
      this.#tell();
      return;
    }
    void this.#reload();
  }

  clear(): void {
    this.#drain();
    this.#buffer.clear();
    this.#tell();
  }

  /** Reads lines ahead of the first one. */
  async loadOlder(): Promise<void> {
    const first = this.#view.lines[0];
    if (this.#isLoadingOlder || this.#view.isBeginning) return;
    this.#isLoadingOlder = true;
    this.#tell();
    try {
      const before = first === undefined ? this.#buffer.newestId + 1 : first.id;
      const page = await client.log.list(
        { ...this.#filter, ...(before > 1 ? { before } : {}), limit: pageLines },
        { signal: this.#ended.signal },
      );
      this.#buffer.prepend(page.entries, page.entries.length < pageLines);
    } catch (error) {
      this.#error = error;
    } finally {
      this.#isLoadingOlder = false;
      this.#tell();
    }
  }

  async #reload(): Promise<void> {
    try {
      const page = await client.log.list(
        { ...this.#filter, limit: pageLines },
        { signal: this.#ended.signal },
      );
      this.#buffer.reset(page.entries, page.entries.length < pageLines);
      this.#buffer.follow();
    } catch (error) {
      this.#error = error;
    }
    this.#tell();
  }

  async #run(): Promise<void> {
    const { signal } = this.#ended;
    let after: number | null = null;
    while (!signal.aborted) {
      try {
        if (after === null) {
          const page = await client.log.list({ ...this.#filter, limit: pageLines }, { signal });
          this.#buffer.reset(page.entries, page.entries.length < pageLines);
          after = page.lastId;
        }
        const entries = await client.log.tail({ ...this.#filter, after }, { signal });
        this.#become('live', null);
        for await (const entry of entries) {
          after = entry.id;
          this.#receive(entry);
        }
      } catch (error) {
        if (signal.aborted) return;
        this.#become(after === null ? 'failed' : 'stalled', error);
      }
      await untilLive(signal);
    }
  }

  #receive(entry: LogEntry): void {
    this.#received += 1;
    this.#incoming.push(entry);
    if (this.#incoming.length > mostLines) {
      this.#incoming.splice(0, this.#incoming.length - mostLines);
    }
    if (this.#flush === null) this.#schedule();
  }

  #schedule(): void {
    const pause = this.#isFlood ? breathMs.flood : breathMs.calm;
    let frame = 0;
    const drain = (): void => {
      this.#flush?.();
      this.#lastFlush = performance.now();
      this.#isFlood = this.#incoming.length >= floodLines;
      this.#drain();
      this.#tell();
    };
    const breath = setTimeout(
      () => {
        frame = requestAnimationFrame(drain);
      },
      Math.max(0, this.#lastFlush + pause - performance.now()),
    );
    // A hidden page gets no frames; a timer keeps its queue short.
    const hidden = setTimeout(drain, hiddenFlushMs);
    this.#flush = () => {
      cancelAnimationFrame(frame);
      clearTimeout(breath);
      clearTimeout(hidden);
      this.#flush = null;
    };
  }

  #drain(): void {
    if (this.#incoming.length === 0) return;
    this.#buffer.append(this.#incoming);
    this.#incoming = [];
  }

  #become(state: LogStreamState, error: unknown): void {
    this.#state = state;
    this.#error = error;
    this.#tell();
  }

  #tell(): void {
    this.#view = this.#take();
    for (const listener of this.#listeners) listener();
  }

  #take(): LogView {
    return {
      ...this.#buffer.snapshot,
      state: this.#state,
      error: this.#error,
      isLoadingOlder: this.#isLoadingOlder,
    };
  }
}
