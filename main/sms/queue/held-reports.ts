import { idSpellings } from '../../codecs/smpp/index.ts';
import type { Clock, Stop } from '../../platform/clock.ts';
import type { ProviderReport } from '../gateways/gateway.ts';

/** How long a report waits for the answer that it overtook. */
const holdMs = 30_000;
/** Reports that wait at once; beyond that the oldest goes. */
const mostHeld = 10_000;

/**
 * Why a report does not wait any longer: a hand-over has ended that it may be about, its time is over,
 * or too many wait.
 */
export type Released = 'news' | 'late' | 'crowded';

/** A report that is not stored yet. */
export interface HeldReport {
  readonly keys: Set<string>;
  /** Whether a hand-over has ended that it may be about, since that was last asked. */
  hasNews: boolean;
}

interface Place {
  readonly until: number;
  resume(why: Released): void;
}

/**
 * Reports that may be about messages which are still being handed over: reports overtake answers.
 * Whoever looks for a report's message enters the report first, so that a hand-over that ends while he
 * looks is not missed.
 */
export class HeldReports {
  readonly #clock: Clock;
  readonly #byKey = new Map<string, HeldReport[]>();
  /** Those that wait; the first has waited longest. */
  readonly #waiting = new Map<HeldReport, Place>();
  #stopTimer: Stop | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Enters a report. Whoever does that lets go of it by {@link release}. */
  enter(gatewayId: string, { messageId, providerId }: ProviderReport): HeldReport {
    const held: HeldReport = { keys: new Set(), hasNews: false };
    if (messageId !== undefined) this.#add(held, ownKey(messageId));
    for (const id of providerId === undefined ? [] : idSpellings(providerId)) {
      this.#add(held, providerKey(gatewayId, id));
    }
    return held;
  }

  /** It turned out that the report is about this message; whether that is news. */
  isAbout(held: HeldReport, messageId: string): boolean {
    const key = ownKey(messageId);
    if (held.keys.has(key)) return false;
    this.#add(held, key);
    return true;
  }

  /** Waits for news, for 30 s at most. */
  wait(held: HeldReport): Promise<Released> {
    if (held.hasNews) return Promise.resolve('news');
    return new Promise((resume) => {
      this.#waiting.set(held, { until: this.#clock.monotonic() + holdMs, resume });
      this.#schedule();
      if (this.#waiting.size <= mostHeld) return;
      for (const [oldest] of this.#waiting) {
        this.#resume(oldest, 'crowded');
        return;
      }
    });
  }

  /** A hand-over of the message has ended, and that is stored: what may be about it goes on. */
  tell(gatewayId: string, messageId: string, providerIds: readonly string[]): void {
    if (this.#byKey.size === 0) return;
    this.#tellKey(ownKey(messageId));
    for (const id of providerIds) this.#tellKey(providerKey(gatewayId, id));
  }

  /** The report is stored, or nobody waits for its message any more. */
  release(held: HeldReport): void {
    this.#waiting.delete(held);
    for (const key of held.keys) {
      const others = this.#byKey.get(key)?.filter((each) => each !== held) ?? [];
      if (others.length === 0) this.#byKey.delete(key);
      else this.#byKey.set(key, others);
    }
  }

  /** Forgets all of them. Nobody is told, so that far sides tell them again. */
  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#waiting.clear();
    this.#byKey.clear();
  }

  #add(held: HeldReport, key: string): void {
    held.keys.add(key);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [held]);
    else known.push(held);
  }

  #tellKey(key: string): void {
    for (const held of this.#byKey.get(key) ?? []) {
      held.hasNews = true;
      this.#resume(held, 'news');
    }
  }

  #resume(held: HeldReport, why: Released): void {
    const place = this.#waiting.get(held);
    this.#waiting.delete(held);
    place?.resume(why);
  }

  /** All wait equally long, so that one timer does for all. */
  #schedule(): void {
    if (this.#stopTimer !== undefined) return;
    for (const [, { until }] of this.#waiting) {
      this.#stopTimer = this.#clock.after(until - this.#clock.monotonic(), () => this.#endLate());
      return;
    }
  }

  #endLate(): void {
    this.#stopTimer = undefined;
    const now = this.#clock.monotonic();
    for (const [held, { until }] of this.#waiting) {
      if (until > now) break;
      this.#resume(held, 'late');
    }
    this.#schedule();
  }
}

function ownKey(messageId: string): string {
  return `message ${messageId}`;
}

function providerKey(gatewayId: string, providerId: string): string {
  return `${gatewayId} ${providerId}`;
}
