import type { Clock } from '../../../platform/clock.ts';

/** Messages remembered; the oldest is forgotten. */
const mostMessages = 1_000;
/** Phones wait about so long for the missing parts, and often longer. */
const keptMs = 60 * 60_000;

interface Entry {
  readonly at: number;
  readonly ids: readonly string[];
}

/**
 * Which parts of a message the service centre has already taken, where a later one failed. When the
 * same message comes again, only the rest goes: the parts name one another by the same reference, so
 * that the phone puts them together whenever they came.
 */
export class Progress {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The centre's ids of the parts that it has, in their order. */
  of(messageId: string): string[] {
    const entry = this.#entries.get(messageId);
    if (entry === undefined) return [];
    return this.#clock.monotonic() - entry.at < keptMs ? [...entry.ids] : [];
  }

  keep(messageId: string, ids: readonly string[]): void {
    this.#entries.delete(messageId);
    this.#entries.set(messageId, { at: this.#clock.monotonic(), ids });
    if (this.#entries.size <= mostMessages) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  forget(messageId: string): void {
    if (this.#entries.size > 0) this.#entries.delete(messageId);
  }
}
