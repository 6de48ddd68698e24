import type { Gateway, GatewayReason } from '../../../shared/model/gateway.ts';
import type { StateMark } from '../../../shared/model/words.ts';
import type { Random } from '../../platform/random.ts';
import type { GatewayActivity } from '../../store/types.ts';
import { endOfDay } from '../accounting/calendar.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';

/** What a gateway that did not take a message did instead. */
export interface GatewayFailure {
  readonly reason: GatewayReason;
  readonly detail: string;
  readonly retryAfterMs?: number | undefined;
}

/** A far side that asks for a slower pace is left alone for so long when it does not say. */
const throttleMs = 1_000;
/** That it asks for a slower pace is told at most so often. */
const tellThrottledMs = 600_000;

/** Whether a failing gateway is tried: `closed` works, `open` is left alone, `half-open` has one try. */
export type Breaker = Gateway['breaker'];

/**
 * Whether a gateway works, by what became of its last messages. After a failure it is left alone
 * for a while that grows; then one message tries it. One that asks for a slower pace is no failing
 * one: it rests for as long as it asks, and then has half as many messages under way at once, which
 * grow again with each one that it takes.
 */
export class GatewayHealth {
  reason: GatewayReason;
  detail = '';
  lastUsedAt: number | null;
  sentToday: number;
  failedToday: number;
  /** Not to be used before then. */
  retryAt = 0;
  /** At rest until then, by its own wish. */
  pausedUntil = 0;
  #failures = 0;
  #epoch = 0;
  /** Messages under way at once that the far side has borne; Infinity: it has not complained. */
  #places = Infinity;
  #toldThrottledAt = -Infinity;
  #dayEndsAt: number;

  constructor(activity: GatewayActivity | undefined, now: number) {
    this.reason = activity?.lastReason ?? 'unused';
    this.lastUsedAt = activity?.lastUsedAt ?? null;
    this.sentToday = activity?.sent ?? 0;
    this.failedToday = activity?.failed ?? 0;
    this.#dayEndsAt = endOfDay(now);
  }

  /** Whether the last message failed, so that only one at a time may try. */
  get isFailing(): boolean {
    return this.#failures > 0;
  }

  /** State of the breaker. */
  breaker(now: number): Breaker {
    if (!this.isFailing) return 'closed';
    return now < this.retryAt ? 'open' : 'half-open';
  }

  /** How many messages may be under way at once. */
  places(concurrency: number): number {
    if (this.isFailing) return 1;
    return Math.max(1, Math.min(concurrency, Math.floor(this.#places)));
  }

  /** Told to {@link failed} by who started now; sets failures of one moment apart from those after it. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Messages accepted and failed today. */
  today(now: number): { sentToday: number; failedToday: number } {
    this.#startDay(now);
    return { sentToday: this.sentToday, failedToday: this.failedToday };
  }

  /** Takes note of an accepted message; tells whether the gateway had been failing. */
  accepted(now: number): boolean {
    this.#startDay(now);
    this.sentToday += 1;
    // One more for each round of as many as there are now.
    if (this.#places !== Infinity) this.#places += 1 / this.#places;
    return this.works(now);
  }

  /** Takes note that the far side answers, whatever it says to the message. */
  works(now: number): boolean {
    const wasFailing = this.isFailing;
    this.lastUsedAt = now;
    this.reason = 'ok';
    this.detail = '';
    this.#failures = 0;
    this.retryAt = 0;
    return wasFailing;
  }

  /** Takes note of a message that was refused for what it is. */
  refusedMessage(now: number): boolean {
    this.#startDay(now);
    this.failedToday += 1;
    return this.works(now);
  }

  /** Takes note of a failure of the gateway's own; tells whether it is news. */
  failed(failure: GatewayFailure, epoch: number, now: number, random: Random): boolean {
    this.#startDay(now);
    const isNews = !this.isFailing || this.reason !== failure.reason;
    this.failedToday += 1;
    this.lastUsedAt = now;
    this.reason = failure.reason;
    this.detail = failure.detail;
    // Messages that were under way together fail together, and that is one failure.
    if (epoch === this.#epoch) {
      this.#epoch += 1;
      this.#failures += 1;
      const wait = backOffMs(this.#failures, random);
      this.retryAt = now + Math.max(wait, cappedRetryAfterMs(failure.retryAfterMs));
    }
    return isNews;
  }

  /**
   * Takes note that the far side asks for a slower pace; tells whether it is news.
   *
   * @param underWay messages under way by it, this one included.
   */
  throttled(failure: GatewayFailure, epoch: number, now: number, underWay: number): boolean {
    this.#startDay(now);
    const isNews = now - this.#toldThrottledAt >= tellThrottledMs;
    if (isNews) this.#toldThrottledAt = now;
    this.failedToday += 1;
    this.lastUsedAt = now;
    this.reason = 'throttled';
    this.detail = failure.detail;
    if (epoch !== this.#epoch) return isNews;
    this.#epoch += 1;
    this.#places = Math.max(1, Math.floor(Math.min(this.#places, underWay) / 2));
    const asked = cappedRetryAfterMs(failure.retryAfterMs);
    this.pausedUntil = now + (asked === 0 ? throttleMs : asked);
    return isNews;
  }

  /** The link is there again: a failing gateway may be tried at once. */
  tryNow(): void {
    this.retryAt = 0;
  }

  /** Forgets failures: the settings have changed. */
  forget(): void {
    this.#failures = 0;
    this.#epoch += 1;
    this.#places = Infinity;
    this.retryAt = 0;
    this.pausedUntil = 0;
    this.reason = 'unused';
    this.detail = '';
  }

  #startDay(now: number): void {
    if (now < this.#dayEndsAt) return;
    this.sentToday = 0;
    this.failedToday = 0;
    this.#dayEndsAt = endOfDay(now);
  }
}

/** The mark that the console shows for a reason. */
export function markOf(reason: GatewayReason): StateMark {
  switch (reason) {
    case 'ok':
      return 'working';
    case 'unused':
    case 'backing-off':
    case 'connecting':
    case 'throttled':
      return 'waiting';
    case 'off':
      return 'off';
    case 'refused':
    case 'budget':
    case 'pin-needed':
    case 'sim-full':
    case 'not-registered':
      return 'attention';
    case 'login-refused':
    case 'no-port':
    case 'port-busy':
    case 'no-answer':
    case 'pin-wrong':
    case 'puk-needed':
    case 'no-sim':
    case 'unreachable':
    case 'bad-template':
      return 'failed';
  }
}
