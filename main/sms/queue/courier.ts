import type { Stop } from '../../platform/clock.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';
import type { HandOver } from '../gateways/gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';
import type { GatewayPool, Lease } from './gateway-pool.ts';
import { GroupCommit } from './group-commit.ts';
import type { QueueDeps } from './queue-deps.ts';
import {
  beginAttempt,
  endAttempt,
  isStillWanted,
  markFailed,
  markSent,
  markWaiting,
} from './records.ts';
import type { Attempt } from './records.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Result = Exclude<HandOver, { outcome: 'aborted' }>;

/** How often a result is tried to be stored when the store fails (full disk). */
const storeTries = 8;
/** A message waits at most about so long between attempts; that a gateway is spared longer is its own affair. */
const doublingsOfWait = 7;

/** What the courier tells the queue. */
export interface CourierEvents {
  /** A message waits for this instant. */
  waiting(nextAttemptAt: number): void;
  /** A message was accepted and its report comes after a while. */
  reportDue(messageId: string, afterMs: number): void;
  /** Something about a message has changed. */
  changed(): void;
  /** The store failed. */
  fault(error: unknown): void;
}

/** Takes one claimed message to gateways until one has it or nothing more can be done at once. */
export class Courier {
  readonly #deps: QueueDeps;
  readonly #pool: GatewayPool;
  readonly #signal: AbortSignal;
  readonly #events: CourierEvents;
  readonly #results: GroupCommit;

  constructor(deps: QueueDeps, pool: GatewayPool, signal: AbortSignal, events: CourierEvents) {
    this.#deps = deps;
    this.#pool = pool;
    this.#signal = signal;
    this.#events = events;
    this.#results = new GroupCommit(deps.store);
  }

  /** Never rejects. Cut off by the signal, it leaves the message as it stands: under way. */
  async deliver(first: Attempt, firstLease: Lease, message: OutgoingMessage): Promise<void> {
    const tried = new Set<string>();
    let attempt = first;
    let lease = firstLease;
    for (;;) {
      tried.add(lease.row.id);
      const result = await lease.gateway.handOver(message, this.#signal);
      if (result.outcome === 'aborted') {
        lease.release();
        return;
      }
      lease.record(result);
      const next = this.#settlesIt(result) ? undefined : this.#nextLease(tried, attempt.row);
      const verdict = this.#verdict(result, attempt.row, next);
      if (verdict.kind !== 'fail-over') next?.release();
      const following = await this.#store(attempt, lease, result, verdict, next);
      lease.release();
      if (following === undefined || next === undefined) {
        if (verdict.kind === 'fail-over') next?.release();
        return;
      }
      attempt = following;
      lease = next;
    }
  }

  #settlesIt(result: Result): boolean {
    return (
      result.outcome === 'accepted' || (result.outcome === 'refused' && result.fault === 'message')
    );
  }

  #nextLease(tried: ReadonlySet<string>, row: MessageRow): Lease | undefined {
    const { clock, settings } = this.#deps;
    if (row.attempts >= settings().maxAttempts) return undefined;
    return this.#pool.take(clock.now(), tried);
  }

  #verdict(result: Result, row: MessageRow, next: Lease | undefined): Verdict {
    return verdictOf(result, {
      attempts: row.attempts,
      maxAttempts: this.#deps.settings().maxAttempts,
      hasNext: next !== undefined,
    });
  }

  /** Stores the result and what follows from it; answers with the next attempt, if one follows. */
  async #store(
    attempt: Attempt,
    lease: Lease,
    result: Result,
    verdict: Verdict,
    next: Lease | undefined,
  ): Promise<Attempt | undefined> {
    const { row } = attempt;
    const now = this.#deps.clock.now();
    const reportAfterMs = result.outcome === 'accepted' ? result.reportAfterMs : undefined;
    const nextAttemptAt = this.#nextAttemptAt(row, result, now);
    let following: Attempt | undefined;
    const isStored = await this.#transaction(async (tx) => {
      following = undefined;
      await endAttempt(tx, attempt, result, now);
      switch (verdict.kind) {
        case 'sent':
          return markSent(tx, this.#deps, row, lease.row, reportAfterMs === 0, now);
        case 'failed':
          return markFailed(tx, this.#deps, row, verdict.reason, now);
        case 'retry':
          return markWaiting(tx, row, nextAttemptAt);
        case 'fail-over':
          if (next === undefined || !(await isStillWanted(tx, row))) return undefined;
          following = await beginAttempt(tx, this.#deps, row, next.row);
          return undefined;
      }
    });
    if (!isStored) return undefined;
    this.#tell(row, lease, result, verdict, next, nextAttemptAt);
    if (verdict.kind === 'retry') this.#events.waiting(nextAttemptAt);
    if (verdict.kind === 'sent' && reportAfterMs !== undefined && reportAfterMs > 0) {
      this.#events.reportDue(row.id, reportAfterMs);
    }
    this.#events.changed();
    return following;
  }

  #nextAttemptAt(row: MessageRow, result: Result, now: number): number {
    // Having asked each gateway once is one failure, however many there are.
    const rounds = Math.ceil(row.attempts / Math.max(1, this.#pool.openCount));
    const wait = backOffMs(Math.min(rounds, doublingsOfWait), this.#deps.random);
    const asked = result.outcome === 'accepted' ? 0 : cappedRetryAfterMs(result.retryAfterMs);
    // Due again when it expires, so that it is given up then and not later.
    return Math.min(now + Math.max(wait, asked), Math.max(now, row.expiresAt));
  }

  #tell(
    row: MessageRow,
    lease: Lease,
    result: Result,
    verdict: Verdict,
    next: Lease | undefined,
    nextAttemptAt: number,
  ): void {
    if (verdict.kind === 'sent') return;
    const { log, clock } = this.#deps;
    const { number, traceId, accountId, deviceId, attempts } = row;
    const { detail } = result;
    const about = { area: 'sms', traceId, accountId, deviceId, gatewayId: lease.row.id } as const;
    const gateway = lease.row.name;
    if (verdict.kind === 'failed') {
      const params = { number, attempts, detail };
      log.write({ ...about, level: 'error', key: 'sms.failed', params });
    } else if (verdict.kind === 'fail-over') {
      const params = { gateway, number, detail, next: next?.row.name ?? '' };
      log.write({ ...about, level: 'warn', key: 'sms.failed-over', params });
    } else {
      const seconds = Math.ceil((nextAttemptAt - clock.now()) / 1_000);
      const params = { gateway, number, detail, seconds };
      log.write({ ...about, level: 'warn', key: 'sms.attempt-failed', params });
    }
  }

  /**
   * Stores a result, trying again for a while: what is not stored would be taken for cut off at the
   * next start, and sent once more.
   */
  async #transaction(work: (tx: Repositories) => Promise<void>): Promise<boolean> {
    const { random } = this.#deps;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#results.run(work);
        return true;
      } catch (error) {
        this.#events.fault(error);
        if (tries >= storeTries || this.#signal.aborted) return false;
        await this.#pause(backOffMs(tries, random));
      }
    }
  }

  /** Waits, or less when everything is to end. */
  #pause(delayMs: number): Promise<void> {
    const { clock } = this.#deps;
    const signal = this.#signal;
    return new Promise((resolve) => {
      const stopTimer: Stop = clock.after(delayMs, end);
      function end(): void {
        stopTimer();
        signal.removeEventListener('abort', end);
        resolve();
      }
      signal.addEventListener('abort', end, { once: true });
    });
  }
}
