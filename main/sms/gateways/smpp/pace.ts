import type { Clock } from '../../../platform/clock.ts';

/** A pace that was never complained about for so long is no limit any more. */
const freeAfterMs = 120_000;
/** Faster again by so much a second. */
const growth = 1.02;
/** What is left of the pace that was too fast. */
const cut = 0.8;
const slowest = 1;

/**
 * How fast messages go to a service centre that has asked for a slower pace: as fast as it took them
 * before, and a little less; from there on slowly faster again. Before that there is no limit.
 */
export class Pace {
  readonly #clock: Clock;
  /** Messages a second; undefined is no limit. */
  #rate: number | undefined;
  #cutAt = 0;
  #nextAt = 0;
  #secondAt = 0;
  #inSecond = 0;
  #inLastSecond = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds that the next message has to wait; its place is taken with that. */
  takeTurn(): number {
    const now = this.#clock.monotonic();
    const rate = this.#rateAt(now);
    if (rate === undefined) return 0;
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1_000 / rate;
    return at - now;
  }

  /** Milliseconds until a message could go. */
  get waitMs(): number {
    return Math.max(0, this.#nextAt - this.#clock.monotonic());
  }

  /** A message was taken. */
  accepted(): void {
    const now = this.#clock.monotonic();
    this.#turnSecond(now);
    this.#inSecond += 1;
  }

  /**
   * The centre asks for a slower pace. One that was sent before the last complaint tells nothing new.
   * Answers with the new pace in messages a second, or undefined where it stays.
   *
   * @param sentAt When the refused message was sent, by the clock's monotonic time.
   */
  complained(sentAt: number): number | undefined {
    const now = this.#clock.monotonic();
    if (this.#rate !== undefined && sentAt < this.#cutAt) return undefined;
    this.#turnSecond(now);
    const measured = Math.max(this.#inSecond, this.#inLastSecond);
    const before = this.#rateAt(now);
    const rate = Math.max(slowest, Math.min(measured, before ?? measured) * cut);
    this.#rate = rate;
    this.#cutAt = now;
    // Centres count by the second: the next one begins with a full purse.
    this.#nextAt = now + 1_000;
    return rate;
  }

  #rateAt(now: number): number | undefined {
    if (this.#rate === undefined) return undefined;
    const sinceMs = now - this.#cutAt;
    if (sinceMs < freeAfterMs) return this.#rate * growth ** (sinceMs / 1_000);
    this.#rate = undefined;
    return undefined;
  }

  #turnSecond(now: number): void {
    if (now - this.#secondAt < 1_000) return;
    this.#inLastSecond = now - this.#secondAt < 2_000 ? this.#inSecond : 0;
    this.#inSecond = 0;
    this.#secondAt = now;
  }
}
