import type { DeliveryRow, MessageRow } from '../../store/types.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';
import type { MessageAccounting } from './accounting-port.ts';
import { wantedOf } from './gateway-lease.ts';
import type { Lease, Taken } from './gateway-lease.ts';
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
import type { Attempt, Result, Sent } from './records.ts';
import type { SureCommit } from './sure-commit.ts';
import { settlesIt, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** A message waits at most about so long between attempts; that a gateway is spared longer is its own affair. */
const doublingsOfWait = 7;

/** What the courier tells the queue. */
export interface CourierEvents {
  /** A gateway has answered: it can take the next message. */
  freed(): void;
  /** A message waits for its next attempt, and that is stored. */
  waiting(row: MessageRow): void;
  /** A gateway has the message, and that is stored. */
  sent(delivery: DeliveryRow, message: MessageRow): void;
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
  /** Which gateways may take a message. */
  laneOf(message: Pick<MessageRow, 'number' | 'accountId' | 'gatewayId'>): string;
}

/** How one attempt has ended, and what follows. */
interface Ending {
  readonly attempt: Attempt;
  readonly lease: Lease;
  readonly result: Result;
  readonly verdict: Verdict;
  readonly next: Lease | undefined;
  /** The next attempt waits for nothing but a free place. */
  readonly isSoon: boolean;
}

/** Takes one claimed message to gateways until one has it or nothing more can be done at once. */
export class Courier {
  readonly #deps: QueueDeps & Pick<CourierTools, 'accounting' | 'laneOf'>;
  readonly #pool: GatewayPool;
  readonly #commit: SureCommit;
  readonly #signal: AbortSignal;
  readonly #events: CourierEvents;

  constructor(
    deps: QueueDeps,
    { pool, commit, accounting, signal, laneOf }: CourierTools,
    events: CourierEvents,
  ) {
    this.#deps = { ...deps, accounting, laneOf };
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
      const taken = isSettled ? undefined : this.#takeNext(tried, attempt.row);
      const next = taken?.kind === 'lease' ? taken.lease : undefined;
      const verdict = this.#verdict(result, attempt.row, next);
      if (verdict.kind !== 'fail-over') next?.release();
      // A gateway that is merely busy is waited for, and not for any time of its own.
      const isSoon = taken?.kind === 'busy' && !isOnlyThis(result);
      const storing = this.#store({ attempt, lease, result, verdict, next, isSoon });
      // The next message is claimed in the transaction that stores what became of this one.
      lease.free();
      this.#events.freed();
      const following = await storing;
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

  #takeNext(tried: ReadonlySet<string>, row: MessageRow): Taken | undefined {
    const { clock, settings } = this.#deps;
    if (row.attempts >= settings().maxAttempts) return undefined;
    return this.#pool.take(clock.now(), wantedOf(row), tried);
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
  async #store(end: Ending): Promise<Attempt | undefined> {
    const { attempt, lease, result, verdict, next } = end;
    const { row } = attempt;
    const now = this.#deps.clock.now();
    const reportAfterMs = result.outcome === 'accepted' ? result.reportAfterMs : undefined;
    const nextAttemptAt = end.isSoon ? now : this.#nextAttemptAt(row, result, now);
    const waiting = waitingRow({ ...row, lane: this.#deps.laneOf(row) }, result, nextAttemptAt);
    let following: Attempt | undefined;
    let delivery = attempt.delivery;
    let sent: Sent | undefined;
    const isStored = await this.#commit.run(async (tx) => {
      following = undefined;
      delivery = await endAttempt(tx, attempt, result, now);
      switch (verdict.kind) {
        case 'sent':
          sent = await markSent(tx, this.#deps, row, lease.row, reportAfterMs === 0, now);
          return;
        case 'failed':
          return markFailed(tx, this.#deps, row, verdict.reason, now, result.detail);
        case 'uncertain':
          return markUncertain(tx, this.#deps, row, result.detail, now);
        case 'retry':
          return markWaiting(tx, waiting);
        case 'fail-over':
          if (next === undefined || !(await isStillWanted(tx, row))) return undefined;
          following = await beginAttempt(tx, this.#deps, row, next.row);
          return undefined;
      }
    });
    if (!isStored) return undefined;
    if (sent !== undefined) {
      sent.stored();
      this.#events.sent(delivery, sent.message);
    }
    this.#events.handedOver(lease.row.id, row.id, providerIdsOf(result));
    this.#tell(end, nextAttemptAt);
    if (verdict.kind === 'retry') this.#events.waiting(waiting);
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

  #tell({ attempt: { row }, lease, result, verdict, next }: Ending, nextAttemptAt: number): void {
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

/** The message as it waits for its next attempt. */
function waitingRow(row: MessageRow, result: Result, nextAttemptAt: number): MessageRow {
  const reason = result.outcome === 'refused' ? 'gateway-refused' : 'gateway-unreachable';
  return { ...row, state: 'queued', nextAttemptAt, reason, detail: result.detail };
}

/** Whether the gateway works and would refuse this message again. */
function isOnlyThis(result: Result): boolean {
  return result.outcome === 'refused' && result.isOnlyThis === true;
}
