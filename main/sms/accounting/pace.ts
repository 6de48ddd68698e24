/** Length of one step in milliseconds, and the steps that a minute touches. */
const stepMs = 250;
const steps = 60_000 / stepMs + 1;
const stepsOfSecond = 1_000 / stepMs;
/** So many parts may always go within a second, where the minute allows them. */
const burst = 10;

/** Counts what happened within the last minute. */
export class MinuteWindow {
  readonly #counts = new Array<number>(steps).fill(0);
  #total = 0;
  /** Number of the newest step since 1970. */
  #newest = 0;

  add(now: number, count: number): void {
    this.#move(now);
    this.#change(this.#newest, count);
  }

  /** Takes back what was added at `at`; what has left the window is gone already. */
  giveBack(at: number, count: number): void {
    const step = Math.floor(at / stepMs);
    if (step > this.#newest - steps && step <= this.#newest) this.#change(step, -count);
  }

  total(now: number): number {
    this.#move(now);
    return this.#total;
  }

  /** What happened within the last second, in whole steps. */
  lastSecond(now: number): number {
    this.#move(now);
    let sum = 0;
    for (let age = 0; age < stepsOfSecond; age += 1) sum += this.#at(this.#newest - age);
    return sum;
  }

  /** The instant at which so much of the minute's total will have left it. */
  hasLeftAt(count: number): number {
    let left = 0;
    for (let step = this.#newest - steps + 1; step < this.#newest; step += 1) {
      left += this.#at(step);
      if (left >= count) return (step + steps) * stepMs;
    }
    return (this.#newest + steps) * stepMs;
  }

  /** The instant at which so much of the last second's total will have left it. */
  hasLeftSecondAt(count: number): number {
    let left = 0;
    for (let step = this.#newest - stepsOfSecond + 1; step < this.#newest; step += 1) {
      left += this.#at(step);
      if (left >= count) return (step + stepsOfSecond) * stepMs;
    }
    return (this.#newest + stepsOfSecond) * stepMs;
  }

  #move(now: number): void {
    const step = Math.floor(now / stepMs);
    // A clock that is set back adds to the newest step.
    if (step <= this.#newest) return;
    if (step - this.#newest >= steps) {
      this.#counts.fill(0);
      this.#total = 0;
    } else {
      for (let each = this.#newest + 1; each <= step; each += 1) {
        this.#total -= this.#at(each);
        this.#counts[each % steps] = 0;
      }
    }
    this.#newest = step;
  }

  #at(step: number): number {
    return this.#counts[step % steps] ?? 0;
  }

  #change(step: number, count: number): void {
    this.#counts[step % steps] = this.#at(step) + count;
    this.#total += count;
  }
}

/**
 * Keeps SMS parts to so many a minute: never more in any minute, and within a second not more than
 * its share, so that a far side that counts seconds is not run over. Small limits may go in a burst.
 */
export class Pace {
  readonly perMinute: number;
  readonly #perSecond: number;
  readonly #window = new MinuteWindow();
  #blockedUntil = 0;

  /** @param perMinute parts, at least 1. */
  constructor(perMinute: number) {
    this.perMinute = perMinute;
    this.#perSecond = Math.max(burst, Math.ceil(perMinute / 60));
  }

  /** How many more parts may go now. */
  room(now: number): number {
    if (now < this.#blockedUntil) return 0;
    const ofMinute = this.perMinute - this.#window.total(now);
    return Math.max(0, Math.min(ofMinute, this.#perSecond - this.#window.lastSecond(now)));
  }

  /**
   * When so many parts may go; `now` if at once. A message of more parts than a whole minute or second
   * has goes when nothing else went within it.
   */
  freeAt(now: number, parts: number): number {
    if (now < this.#blockedUntil) return this.#blockedUntil;
    const window = this.#window;
    const ofMinute = window.total(now) + Math.min(parts, this.perMinute) - this.perMinute;
    const ofSecond = window.lastSecond(now) + Math.min(parts, this.#perSecond) - this.#perSecond;
    if (ofMinute <= 0 && ofSecond <= 0) return now;
    const at = Math.max(
      ofMinute > 0 ? window.hasLeftAt(ofMinute) : now,
      ofSecond > 0 ? window.hasLeftSecondAt(ofSecond) : now,
    );
    // Looking is the dearer the fuller the window is; one part is what the shortest wait is for.
    if (parts === 1) this.#blockedUntil = at;
    return at;
  }

  take(now: number, parts: number): void {
    this.#window.add(now, parts);
  }

  /** Takes back what was taken at `at`. */
  giveBack(at: number, parts: number): void {
    this.#window.giveBack(at, parts);
    this.#blockedUntil = 0;
  }
}
