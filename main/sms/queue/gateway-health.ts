import type { GatewayReason } from '../../../shared/model/gateway.ts';
import type { StateMark } from '../../../shared/model/words.ts';
import type { Random } from '../../platform/random.ts';
import type { GatewayActivity } from '../../store/types.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';

/** What a gateway that did not take a message did instead. */
export interface GatewayFailure {
  readonly reason: GatewayReason;
  readonly detail: string;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Whether a gateway works, by what became of its last messages. After a failure it is left alone
 * for a while that grows; then one message tries it.
 */
export class GatewayHealth {
  reason: GatewayReason;
  detail = '';
  lastUsedAt: number | null;
  sentToday: number;
  failedToday: number;
  /** Not to be used before then. */
  retryAt = 0;
  #failures = 0;
  #epoch = 0;
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

  /** Told to {@link failed} by who started now; sets failures of one moment apart from those after it. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Takes note of an accepted message; tells whether the gateway had been failing. */
  accepted(now: number): boolean {
    this.#startDay(now);
    this.sentToday += 1;
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

  /** Forgets failures: the settings have changed. */
  forget(): void {
    this.#failures = 0;
    this.#epoch += 1;
    this.retryAt = 0;
    this.reason = 'unused';
    this.detail = '';
  }

  /** The mark that the console shows. */
  get mark(): StateMark {
    switch (this.reason) {
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

  #startDay(now: number): void {
    if (now < this.#dayEndsAt) return;
    this.sentToday = 0;
    this.failedToday = 0;
    this.#dayEndsAt = endOfDay(now);
  }
}

/** Midnight before this instant, in the machine's own zone. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

function endOfDay(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}
