import type { Stop } from '../../platform/clock.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';
import { outgoingMessage } from '../outgoing.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import { noAccounting } from './accounting-port.ts';
import type { MessageAccounting } from './accounting-port.ts';
import { Courier } from './courier.ts';
import { wantedOf } from './gateway-lease.ts';
import type { Lease } from './gateway-lease.ts';
import type { GatewayPool } from './gateway-pool.ts';
import { GroupCommit } from './group-commit.ts';
import type { QueueDeps } from './queue-deps.ts';
import { beginAttempt, markFailed, newAttempt } from './records.ts';
import type { Attempt } from './records.ts';
import { DeliveryReports } from './reports.ts';
import { SureCommit } from './sure-commit.ts';
import { takeUpCutOff } from './take-up.ts';
import { createThrottle } from './throttle.ts';
import type { Throttle } from './throttle.ts';

/** Most messages claimed in one transaction. */
const pageSize = 64;
/** Hand-overs under way get this long to end by themselves when everything stops. */
const graceMs = 3_000;
const faultPauseMs = 1_000;
/** The message list of a busy queue is told to change this often. */
const changeIntervalMs = 250;

interface Claim {
  readonly attempt: Attempt;
  readonly lease: Lease;
  readonly message: OutgoingMessage;
}

/** Messages that were put into the queue by somebody's transaction. */
export interface Enqueued {
  /** To be called once the transaction is stored. */
  begin(): void;
  /** To be called instead when it was not. */
  drop(): void;
}

/** What one look at the queue found. */
interface Round {
  readonly claims: readonly Claim[];
  readonly expired: readonly MessageRow[];
  /** Whether more may be due than this round could take. */
  readonly isFull: boolean;
}

/**
 * The durable queue. Every message is claimed in a transaction before a gateway sees it and its
 * result is stored in another, so that a process that dies in between leaves it marked. It sleeps
 * until it is woken or the next message falls due.
 */
export class SmsQueue {
  readonly #deps: QueueDeps;
  readonly #pool: GatewayPool;
  readonly #abort = new AbortController();
  readonly #courier: Courier;
  readonly #reports: DeliveryReports;
  readonly #changes: Throttle;
  readonly #underWay = new Set<Promise<void>>();
  #isRunning = false;
  #isWanted = false;
  #isBacklogged = false;
  #pumping: Promise<void> | undefined;
  #lookingAhead: Promise<void> | undefined;
  #waking: NodeJS.Immediate | undefined;
  #timer: { readonly at: number; readonly stop: Stop } | undefined;

  constructor(deps: QueueDeps, pool: GatewayPool, accounting: MessageAccounting = noAccounting) {
    this.#deps = deps;
    this.#pool = pool;
    const { clock, events } = deps;
    const onFault = (error: unknown): void => this.#fault(error);
    this.#changes = createThrottle(clock, changeIntervalMs, () =>
      events.emit({ kind: 'message', id: null }),
    );
    const changed = (): void => this.#changes.request();
    const { signal } = this.#abort;
    const group = new GroupCommit(deps.store);
    const commit = new SureCommit({ ...deps, commit: group, signal, onFault });
    this.#reports = new DeliveryReports({ ...deps, commit, accounting, pool, onChange: changed });
    const tools = { pool, commit, accounting, signal };
    this.#courier = new Courier(deps, tools, {
      waiting: (at) => this.#sleepUntil(at),
      handedOver: (...told) => this.#reports.handedOver(...told),
      reportDue: (...told) => this.#reports.expect(...told),
      changed,
    });
  }

  /** Takes what a network reports of a message; see {@link DeliveryReports.take}. */
  report(gatewayId: string, report: ProviderReport): Promise<void> {
    return this.#reports.take(gatewayId, report);
  }

  /** Takes up what the last process left behind, and begins. The pool has to be loaded. */
  async start(): Promise<void> {
    await takeUpCutOff(this.#deps);
    await this.#reports.takeUp();
    this.#isRunning = true;
    this.wake();
  }

  /** Looks for due messages now. Cheap; may be called at any time. */
  wake(): void {
    if (!this.#isRunning) return;
    this.#isWanted = true;
    this.#pumping ??= this.#pump();
  }

  /**
   * Puts new messages into the queue within the caller's transaction. Those that can go at once are
   * claimed in it already, which saves them a transaction of their own on the way to the socket.
   */
  async enqueue(tx: Repositories, rows: readonly MessageRow[]): Promise<Enqueued> {
    const now = this.#deps.clock.now();
    const leased: { row: MessageRow; lease: Lease }[] = [];
    const claims: Claim[] = [];
    const drop = (): void => {
      for (const { lease } of leased) lease.release();
    };
    try {
      for (const row of rows) {
        const isDue = row.nextAttemptAt <= now && row.expiresAt > now;
        // Nobody goes before those that wait.
        if (!isDue || !this.#isRunning || this.#isBacklogged) continue;
        const taken = this.#pool.take(now, wantedOf(row));
        if (taken.kind === 'lease') leased.push({ row, lease: taken.lease });
      }
      const isLeased = new Set(leased.map(({ row }) => row.id));
      const ready = leased.map(({ row, lease }) => ({
        attempt: newAttempt(this.#deps, row, lease.row),
        lease,
        message: outgoingMessage(row),
      }));
      await tx.messages.insert([
        ...ready.map(({ attempt }) => attempt.row),
        ...rows.filter(({ id }) => !isLeased.has(id)),
      ]);
      for (const { attempt } of ready) await tx.messages.insertDelivery(attempt.delivery);
      claims.push(...ready);
    } catch (error) {
      drop();
      throw error;
    }
    return {
      begin: () => {
        // Stopped meanwhile: they are marked as under way, and the next start takes them up.
        if (!this.#isRunning) drop();
        else for (const { attempt, lease, message } of claims) this.#begin(attempt, lease, message);
        if (claims.length < rows.length) this.wake();
        this.#changes.request();
      },
      drop,
    };
  }

  /** Ends; hand-overs under way are cut off after 3 s and stay marked as under way. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#sleep(undefined);
    this.#changes.stop();
    await this.#pumping;
    await this.#lookingAhead;
    const stopGrace = this.#deps.clock.after(graceMs, () => this.#abort.abort());
    await Promise.all(this.#underWay);
    stopGrace();
    this.#abort.abort();
    await this.#reports.stop();
    this.#changes.stop();
  }

  async #pump(): Promise<void> {
    try {
      while (this.#isWanted && this.#isRunning) {
        this.#isWanted = false;
        await this.#round();
      }
    } catch (error) {
      this.#fault(error);
      this.#sleepUntil(this.#deps.clock.now() + faultPauseMs);
    } finally {
      this.#pumping = undefined;
    }
  }

  async #round(): Promise<void> {
    const now = this.#deps.clock.now();
    const room = Math.min(this.#pool.room(now, ''), pageSize);
    if (room === 0) {
      this.#isBacklogged = true;
      // A hand-over that ends makes room and wakes the queue.
      if (this.#underWay.size > 0) this.#sleepUntil(this.#pool.nextRetryAt(now));
      else await this.#waitForRoom(now);
      return;
    }
    const { claims, expired, isFull } = await this.#claim(now, room);
    for (const { attempt, lease, message } of claims) this.#begin(attempt, lease, message);
    this.#tellExpired(expired);
    this.#changes.request();
    this.#isBacklogged = isFull;
    if (isFull) this.#isWanted = true;
    else this.#lookAhead();
  }

  /**
   * Finds out when the next message falls due: after what is going out now is on its way, since a
   * query in between would hold up the socket.
   */
  #lookAhead(): void {
    this.#lookingAhead ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => (this.#isRunning ? this.#deps.store.messages.nextDueAt() : null))
      .then((at) => this.#sleepUntil(at))
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#lookingAhead = undefined;
      });
  }

  /** Claims due messages for as many places as there are; all of it or, when the store fails, nothing. */
  async #claim(now: number, room: number): Promise<Round> {
    const leases: Lease[] = [];
    try {
      return await this.#deps.store.transaction(async (tx) => {
        const claims: Claim[] = [];
        const expired: MessageRow[] = [];
        const due = await tx.messages.listDue(now, room);
        for (const row of due) {
          if (row.expiresAt <= now) {
            await markFailed(tx, this.#deps, row, 'too-old', now);
            expired.push(row);
            continue;
          }
          const message = await this.#readable(tx, row, now);
          if (message === undefined) continue;
          const taken = this.#pool.take(now, wantedOf(row));
          if (taken.kind !== 'lease') break;
          const { lease } = taken;
          leases.push(lease);
          const attempt = await beginAttempt(tx, this.#deps, row, lease.row);
          claims.push({ attempt, lease, message });
        }
        return { claims, expired, isFull: due.length === room };
      });
    } catch (error) {
      for (const lease of leases) lease.release();
      throw error;
    }
  }

  /** The message in bytes; one whose stored bytes make no sense is given up. */
  async #readable(
    tx: Repositories,
    row: MessageRow,
    now: number,
  ): Promise<OutgoingMessage | undefined> {
    try {
      return outgoingMessage(row);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      await markFailed(tx, this.#deps, row, 'gateway-refused', now);
      return undefined;
    }
  }

  #begin(attempt: Attempt, lease: Lease, message: OutgoingMessage): void {
    const delivery = this.#courier
      .deliver(attempt, lease, message)
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#underWay.delete(delivery);
        if (this.#isBacklogged) this.#wakeSoon();
      });
    this.#underWay.add(delivery);
  }

  /** Wakes once for all places that are free by then. */
  #wakeSoon(): void {
    if (this.#waking !== undefined) return;
    this.#waking = setImmediate(() => {
      this.#waking = undefined;
      this.wake();
    });
  }

  /** Nothing can be handed over now: gives up what is too old and sleeps until something changes. */
  async #waitForRoom(now: number): Promise<void> {
    const { store } = this.#deps;
    const due = await store.messages.listDue(now, pageSize);
    const expired = due.filter(({ expiresAt }) => expiresAt <= now);
    if (expired.length > 0) {
      await store.transaction(async (tx) => {
        for (const row of expired) await markFailed(tx, this.#deps, row, 'too-old', now);
      });
      this.#tellExpired(expired);
      this.#isWanted = true;
      return;
    }
    if (due.length > 0) this.#changes.request();
    const times = [this.#pool.nextRetryAt(now), ...due.map(({ expiresAt }) => expiresAt)];
    if (due.length < pageSize) times.push(await this.#nextAfter(now));
    const next = Math.min(...times.map((at) => at ?? Infinity));
    this.#sleepUntil(next === Infinity ? null : next);
  }

  /** When the next message falls due that is not due yet. */
  async #nextAfter(now: number): Promise<number | null> {
    const next = await this.#deps.store.messages.nextDueAt();
    return next !== null && next > now ? next : null;
  }

  #tellExpired(expired: readonly MessageRow[]): void {
    for (const { number, traceId, accountId, deviceId } of expired) {
      const about = { area: 'sms', traceId, accountId, deviceId } as const;
      this.#deps.log.write({ ...about, level: 'warn', key: 'sms.expired', params: { number } });
    }
    if (expired.length > 0) this.#changes.request();
  }

  /** Wakes at that instant, or earlier if it was to wake earlier anyway. */
  #sleepUntil(at: number | null): void {
    if (at === null || !this.#isRunning) return;
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    this.#sleep(at);
  }

  #sleep(at: number | undefined): void {
    this.#timer?.stop();
    this.#timer = undefined;
    if (at === undefined) return;
    const { clock } = this.#deps;
    const stop = clock.after(at - clock.now(), () => {
      this.#timer = undefined;
      this.wake();
    });
    this.#timer = { at, stop };
  }

  #fault(error: unknown): void {
    const { log, ids } = this.#deps;
    const detail = error instanceof Error ? error.message : String(error);
    log.write({
      level: 'error',
      area: 'sms',
      key: 'system.fault',
      params: { id: ids.next(), detail },
    });
  }
}
