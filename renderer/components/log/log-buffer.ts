import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { LogLevel } from '../../../shared/model/words.ts';

/** Most lines that are kept in the page: enough to read, little enough to stay quick. */
export const mostLines = 20_000;

/** What the log view shows at one moment. */
export interface LogSnapshot {
  /** Oldest first; a new array for every change. */
  readonly lines: readonly LogEntry[];
  /** Lines that came since the view is held and are not shown yet. */
  readonly waiting: number;
  /** Whether older lines were dropped to stay below {@link mostLines}. */
  readonly isTrimmed: boolean;
  /** Whether the first line shown is the first one there is. */
  readonly isBeginning: boolean;
  /** Counts of the shown lines by level. */
  readonly counts: Readonly<Record<LogLevel, number>>;
}

const noCounts: Readonly<Record<LogLevel, number>> = { debug: 0, info: 0, warn: 0, error: 0 };

function countLevels(lines: readonly LogEntry[]): Record<LogLevel, number> {
  const counts = { ...noCounts };
  for (const line of lines) counts[line.level] += 1;
  return counts;
}

/**
 * The lines of one log view. New ones come at the end, older ones at the front; while the view is held,
 * new ones wait. It never keeps more than its limit: while it follows, the oldest go; while it is held
 * and older ones are read, the newest go, and following again reads them anew.
 */
export class LogBuffer {
  readonly #most: number;
  #lines: readonly LogEntry[] = [];
  #waiting: LogEntry[] = [];
  /** Lines that came while held and had to be let go again. */
  #missed = 0;
  #isHeld = false;
  #isTrimmed = false;
  #isBeginning = false;
  #counts: Record<LogLevel, number> = { ...noCounts };
  #snapshot: LogSnapshot;

  constructor(most: number = mostLines) {
    this.#most = most;
    this.#snapshot = this.#take();
  }

  /** The present state; the same object until something changes. */
  get snapshot(): LogSnapshot {
    return this.#snapshot;
  }

  /** Id of the newest line that came, shown or waiting; 0 before the first. */
  get newestId(): number {
    return this.#waiting.at(-1)?.id ?? this.#lines.at(-1)?.id ?? 0;
  }

  /** Whether following has to read the newest lines anew, because some were let go. */
  get mustReload(): boolean {
    return this.#missed > 0;
  }

  /** Starts over with the newest lines. */
  reset(lines: readonly LogEntry[], isBeginning: boolean): void {
    this.#lines = lines.slice(-this.#most);
    this.#waiting = [];
    this.#missed = 0;
    this.#isTrimmed = lines.length > this.#most;
    this.#isBeginning = isBeginning && !this.#isTrimmed;
    this.#counts = countLevels(this.#lines);
    this.#snapshot = this.#take();
  }

  /** Adds new lines. A line that came before (a stream that resumed) is dropped. */
  append(lines: readonly LogEntry[]): void {
    const newest = this.newestId;
    const fresh = lines.filter((line) => line.id > newest);
    if (fresh.length === 0) return;
    if (this.#isHeld) {
      this.#waiting.push(...fresh);
      const surplus = this.#waiting.length - this.#most;
      if (surplus > 0) {
        this.#missed += surplus;
        this.#waiting = this.#waiting.slice(surplus);
      }
    } else this.#extend(fresh);
    this.#snapshot = this.#take();
  }

  /** Adds older lines at the front; none means that the log begins here. Returns how many were added. */
  prepend(lines: readonly LogEntry[], isBeginning: boolean): number {
    const first = this.#lines[0]?.id ?? Number.POSITIVE_INFINITY;
    const older = lines.filter((line) => line.id < first);
    this.#isBeginning = isBeginning;
    this.#isTrimmed = false;
    const all = [...older, ...this.#lines];
    const surplus = all.length - this.#most;
    if (surplus > 0) {
      // The newest of the shown lines go, and with them the connection to what waits.
      this.#missed += surplus + this.#waiting.length;
      this.#waiting = [];
      this.#lines = all.slice(0, this.#most);
    } else this.#lines = all;
    this.#counts = countLevels(this.#lines);
    this.#snapshot = this.#take();
    return older.length;
  }

  /** Holds the view: new lines wait. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Shows what waited and follows again. When {@link mustReload} says so, `reset` has to come first. */
  follow(): void {
    this.#isHeld = false;
    const waited = this.#waiting;
    this.#waiting = [];
    if (waited.length > 0) this.#extend(waited);
    this.#snapshot = this.#take();
  }

  /** Empties the view; the log keeps everything. */
  clear(): void {
    this.#lines = [];
    this.#waiting = [];
    this.#missed = 0;
    this.#isTrimmed = false;
    this.#isBeginning = false;
    this.#counts = { ...noCounts };
    this.#snapshot = this.#take();
  }

  #extend(fresh: readonly LogEntry[]): void {
    const surplus = this.#lines.length + fresh.length - this.#most;
    if (surplus <= 0) this.#lines = [...this.#lines, ...fresh];
    else {
      // A tenth goes at once, so that a full buffer is not copied twice for every few lines.
      const kept = Math.max(0, Math.floor(this.#most * 0.9) - fresh.length);
      this.#lines = [...(kept === 0 ? [] : this.#lines.slice(-kept)), ...fresh.slice(-this.#most)];
      this.#isTrimmed = true;
      this.#isBeginning = false;
    }
    for (const line of fresh) this.#counts[line.level] += 1;
    if (surplus > 0) this.#counts = countLevels(this.#lines);
  }

  #take(): LogSnapshot {
    return {
      lines: this.#lines,
      waiting: this.#waiting.length + this.#missed,
      isTrimmed: this.#isTrimmed,
      isBeginning: this.#isBeginning,
      counts: { ...this.#counts },
    };
  }
}
