import type { Clock, Stop } from '../../platform/clock.ts';
import { nextTurn } from '../../platform/turns.ts';
import type { MessageRow } from '../../store/types.ts';
import type { QueueDeps } from './queue-deps.ts';
import { markFailed } from './records.ts';

/** Messages given up in one transaction. */
const pageSize = 100;
const faultPauseMs = 1_000;

/** What {@link Expiry} works with. */
export interface ExpiryDeps extends Pick<QueueDeps, 'store' | 'clock' | 'outcomes'> {
  /** These were given up, and that is stored. */
  onExpired(rows: readonly MessageRow[]): void;
  onFault(error: unknown): void;
}

/** Gives up what is too old when its time has come, whatever else the queue does or waits for. */
export class Expiry {
  readonly #deps: ExpiryDeps;
  #timer: { readonly at: number; readonly stop: Stop } | undefined;
  #work: Promise<void> | undefined;
  #isRunning = false;
  #isWanted = false;

  constructor(deps: ExpiryDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#isRunning = true;
    this.look();
  }

  /** Messages came in that nobody told of. */
  look(): void {
    if (!this.#isRunning) return;
    this.#isWanted = true;
    this.#work ??= this.#run().finally(() => {
      this.#work = undefined;
      if (this.#isWanted) this.look();
    });
  }

  /** A message expires at that instant. */
  note(at: number): void {
    if (!this.#isRunning || (this.#timer !== undefined && this.#timer.at <= at)) return;
    this.#timer?.stop();
    const { clock } = this.#deps;
    this.#timer = { at, stop: this.#wakeAt(clock, at) };
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#timer?.stop();
    this.#timer = undefined;
    await this.#work;
  }

  #wakeAt(clock: Clock, at: number): Stop {
    return clock.after(at - clock.now(), () => {
      this.#timer = undefined;
      this.look();
    });
  }

  async #run(): Promise<void> {
    const { store, clock, onFault } = this.#deps;
    try {
      while (this.#isRunning) {
        this.#isWanted = false;
        const rows = await this.#expireSome(clock.now());
        if (rows.length > 0) this.#deps.onExpired(rows);
        if (rows.length < pageSize) break;
        await nextTurn();
      }
      const next = await store.queue.nextExpiryAt();
      if (next !== null) this.note(next);
    } catch (error) {
      onFault(error);
      this.note(clock.now() + faultPauseMs);
    }
  }

  async #expireSome(now: number): Promise<readonly MessageRow[]> {
    const { store } = this.#deps;
    const next = await store.queue.nextExpiryAt();
    if (next === null || next > now) return [];
    return await store.transaction(async (tx) => {
      const rows = await tx.queue.expired(now, pageSize);
      for (const row of rows) await markFailed(tx, this.#deps, row, 'too-old', now);
      return rows;
    });
  }
}
