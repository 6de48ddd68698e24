import type { MessageRow } from '../../store/types.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';
import type { MessageAccounting } from './accounting-port.ts';
import { wantedOf } from './gateway-lease.ts';
import type { Lease } from './gateway-lease.ts';
import type { GatewayPool } from './gateway-pool.ts';
import type { QueueDeps } from './queue-deps.ts';
import {
  beginAttempt,
  endAttempt,
  isStillWanted,
  markFailed,
  markSent,
  markUncertain,
  markWaiting,
  providerIdsOf,
} from './records.ts';
import type { Attempt, Result } from './records.ts';
import type { SureCommit } from './sure-commit.ts';
import { settlesIt, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** A message waits at most about so long between attempts; that a gateway is spared longer is its own affair. */
const doublingsOfWait = 7;

/** What the courier tells the queue. */
export interface CourierEvents {
  /** A message waits for this instant. */
  waiting(nextAttemptAt: number): void;
  /** What became of a hand-over is stored; `providerIds` are those that the answer told. */
  handedOver(gatewayId: string, messageId: string, providerIds: readonly string[]): void;
  /** A message was accepted and its report comes after a while. */
  reportDue(gatewayId: string, messageId: string, afterMs: number): void;
  /** Something about a message has changed. */
  changed(): void;
}

/** What the courier works with besides the queue's own. */
export interface CourierTools {
  readonly pool: GatewayPool;
  readonly commit: SureCommit;
  readonly accounting: MessageAccounting;
  readonly signal: AbortSignal;
}

/** Takes one claimed message to gateways until one has it or nothing more can be done at once. */
export class Courier {
  readonly #deps: QueueDeps & Pick<CourierTools, 'accounting'>;
  readonly #pool: GatewayPool;
  readonly #commit: SureCommit;
  readonly #signal: AbortSignal;
  readonly #events: CourierEvents;

  constructor(
    deps: QueueDeps,
    { pool, commit, accounting, signal }: CourierTools,
    events: CourierEvents,
  ) {
    this.#deps = { ...deps, accounting };
    this.#pool = pool;
    this.#commit = commit;
    this.#signal = signal;
    this.#events = events;
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
      const isSettled = settlesIt(result, this.#whenUncertain(attempt.row));
      const next = isSettled ? undefined : this.#nextLease(tried, attempt.row);
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

  /** A phone drops an alert that it has; a person would read a text twice. */
  #whenUncertain({ alertId }: MessageRow): 'repeat' | 'hold' {
    const { uncertainAlerts, uncertainMessages } = this.#deps.settings();
    return alertId === null ? uncertainMessages : uncertainAlerts;
  }

  #nextLease(tried: ReadonlySet<string>, row: MessageRow): Lease | undefined {
    const { clock, settings } = this.#deps;
    if (row.attempts >= settings().maxAttempts) return undefined;
    const taken = this.#pool.take(clock.now(), wantedOf(row), tried);
    return taken.kind === 'lease' ? taken.lease : undefined;
  }

  #verdict(result: Result, row: MessageRow, next: Lease | undefined): Verdict {
    return verdictOf(result, {
      attempts: row.attempts,
      maxAttempts: this.#deps.settings().maxAttempts,
      hasNext: next !== undefined,
      whenUncertain: this.#whenUncertain(row),
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
    let accounted = (): void => undefined;
    const isStored = await this.#commit.run(async (tx) => {
      following = undefined;
      await endAttempt(tx, attempt, result, now);
      switch (verdict.kind) {
        case 'sent':
          accounted = await markSent(tx, this.#deps, row, lease.row, reportAfterMs === 0, now);
          return;
        case 'failed':
          return markFailed(tx, this.#deps, row, verdict.reason, now, result.detail);
        case 'uncertain':
          return markUncertain(tx, this.#deps, row, result.detail, now);
        case 'retry':
          return markWaiting(tx, row, nextAttemptAt, whyItWaits(result));
        case 'fail-over':
          if (next === undefined || !(await isStillWanted(tx, row))) return undefined;
          following = await beginAttempt(tx, this.#deps, row, next.row);
          return undefined;
      }
    });
    if (!isStored) return undefined;
    accounted();
    this.#events.handedOver(lease.row.id, row.id, providerIdsOf(result));
    this.#tell(row, lease, result, verdict, next, nextAttemptAt);
    if (verdict.kind === 'retry') this.#events.waiting(nextAttemptAt);
    if (verdict.kind === 'sent' && reportAfterMs !== undefined && reportAfterMs > 0) {
      this.#events.reportDue(lease.row.id, row.id, reportAfterMs);
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
    } else if (verdict.kind === 'uncertain') {
      const params = { gateway, number, detail };
      log.write({ ...about, level: 'warn', key: 'sms.uncertain', params });
    } else if (verdict.kind === 'fail-over') {
      const params = { gateway, number, detail, next: next?.row.name ?? '' };
      log.write({ ...about, level: 'warn', key: 'sms.failed-over', params });
    } else {
      const seconds = Math.ceil((nextAttemptAt - clock.now()) / 1_000);
      const params = { gateway, number, detail, seconds };
      log.write({ ...about, level: 'warn', key: 'sms.attempt-failed', params });
    }
  }
}

function whyItWaits(result: Result): Pick<MessageRow, 'reason' | 'detail'> {
  const reason = result.outcome === 'refused' ? 'gateway-refused' : 'gateway-unreachable';
  return { reason, detail: result.detail };
}
