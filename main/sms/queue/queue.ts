import { writeFault } from '../fault.ts';
import type { Stop } from '../../platform/clock.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import type { MessageAccounting } from './accounting-port.ts';
import { claimRound, emptyRound } from './claims.ts';
import type { Claim, ClaimTools, Round } from './claims.ts';
import { Courier } from './courier.ts';
import { takeIn } from './enqueue.ts';
import type { Enqueued } from './enqueue.ts';
import { Expiry } from './expiry.ts';
import { FairReader } from './fair-reader.ts';
import type { GatewayPool } from './gateway-pool.ts';
import { GroupCommit } from './group-commit.ts';
import { LaneBook } from './lane-book.ts';
import { LaneKeeper } from './lane-keeper.ts';
import type { QueueDeps } from './queue-deps.ts';
import { DeliveryReports } from './reports.ts';
import { SureCommit } from './sure-commit.ts';
import { takeUpCutOff } from './take-up.ts';
import { createThrottle } from './throttle.ts';
import type { Throttle } from './throttle.ts';

/** Hand-overs under way get this long to end by themselves when everything stops. */
const graceMs = 3_000;
const faultPauseMs = 1_000;
/** The message list of a busy queue is told to change this often. */
const changeIntervalMs = 250;

/** What the queue works with besides its own. */
export interface QueueTools {
  readonly pool: GatewayPool;
  readonly accounting: MessageAccounting;
  /** Which gateways may take a message. */
  laneOf(message: Pick<MessageRow, 'number' | 'accountId' | 'gatewayId'>): string;
}

/**
 * The durable queue. Every message is claimed in a transaction before a gateway sees it and its
 * result is stored in another, so that a process that dies in between leaves it marked. It sleeps
 * until it is woken or the next message falls due.
 */
export class SmsQueue {
  readonly #deps: QueueDeps;
  readonly #laneOf: QueueTools['laneOf'];
  readonly #tools: ClaimTools;
  readonly #book = new LaneBook();
  readonly #abort = new AbortController();
  readonly #group: GroupCommit;
  readonly #courier: Courier;
  readonly #reports: DeliveryReports;
  readonly #expiry: Expiry;
  readonly #lanes: LaneKeeper;
  readonly #changes: Throttle;
  readonly #underWay = new Set<Promise<void>>();
  #isRunning = false;
  #isWanted = false;
  /** Messages came in of which the book knows nothing. */
  #isUnread = true;
  /** It is not known when the next message falls due. */
  #isBlind = true;
  #pumping: Promise<void> | undefined;
  #lookingAhead: Promise<void> | undefined;
  #waking: NodeJS.Immediate | undefined;
  #timer: { readonly at: number; readonly stop: Stop } | undefined;

  constructor(deps: QueueDeps, { pool, accounting, laneOf }: QueueTools) {
    this.#deps = deps;
    this.#laneOf = laneOf;
    this.#tools = { deps, pool, book: this.#book, reader: new FairReader() };
    const { clock, events, store } = deps;
    const onFault = (error: unknown): void => this.#fault(error);
    this.#changes = createThrottle(clock, changeIntervalMs, () =>
      events.emit({ kind: 'message', id: null }),
    );
    const onChange = (): void => this.#changes.request();
    const { signal } = this.#abort;
    this.#group = new GroupCommit(store, (tx) => accounting.gather(tx));
    const commit = new SureCommit({ ...deps, commit: this.#group, signal, onFault });
    this.#reports = new DeliveryReports({ ...deps, commit, accounting, pool, onChange });
    this.#expiry = new Expiry({ ...deps, onExpired: (rows) => this.#tellExpired(rows), onFault });
    this.#lanes = new LaneKeeper({ store, laneOf, onMoved: () => this.wake(), onFault });
    const tools = { pool, commit, accounting, signal, laneOf };
    this.#courier = new Courier(deps, tools, {
      freed: () => {
        if (this.#book.hasPending) this.roomChanged();
      },
      waiting: (row) => this.#waits(row),
      sent: (...told) => this.#reports.sent(...told),
      handedOver: (...told) => this.#reports.handedOver(...told),
      reportDue: (...told) => this.#reports.expect(...told),
      changed: onChange,
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
    this.#expiry.start();
    this.#lanes.request();
    this.wake();
  }

  /** Looks for messages that somebody has stored by himself. Cheap; may be called at any time. */
  wake(): void {
    if (!this.#isRunning) return;
    this.#isUnread = true;
    this.#isBlind = true;
    this.#expiry.look();
    this.#goOn();
  }

  /** Gateways may have places again. Cheaper: the queue knows what waits for one. */
  roomChanged(): void {
    if (this.#isRunning) this.#goOn();
  }

  /** Routes or gateways have changed: messages that wait may have other ways now. */
  lanesChanged(): void {
    if (this.#isRunning) this.#lanes.request();
  }

  /**
   * Puts new messages into the queue within the caller's transaction. Those that can go at once are
   * claimed in it already, which saves them a transaction of their own on the way to the socket.
   */
  async enqueue(tx: Repositories, rows: readonly MessageRow[]): Promise<Enqueued> {
    const laned = rows.map((row) => ({ ...row, lane: this.#laneOf(row) }));
    const mayClaim = this.#isRunning && !this.#deps.settings().queuePaused;
    const { claims, waiting } = await takeIn(tx, this.#tools, laned, mayClaim);
    const drop = (): void => {
      for (const { lease } of claims) lease.release();
    };
    return {
      begin: () => {
        // Stopped meanwhile: they are marked as under way, and the next start takes them up.
        if (!this.#isRunning) drop();
        else {
          for (const claim of claims) this.#begin(claim);
          for (const row of waiting) this.#waits(row);
        }
        this.#changes.request();
      },
      drop,
    };
  }

  /**
   * Puts new messages into the queue, in one transaction with whatever else is stored just now.
   *
   * @param rows where it is a function, that is called when the transaction has begun, and again when it
   *   has to be repeated: what gathers until then goes with it.
   */
  async put(
    rows: readonly MessageRow[] | (() => readonly MessageRow[]),
    alongside?: (tx: Repositories) => Promise<void>,
  ): Promise<void> {
    let enqueued: Enqueued | undefined;
    try {
      await this.#group.run(async (tx) => {
        enqueued?.drop();
        enqueued = undefined;
        enqueued = await this.enqueue(tx, typeof rows === 'function' ? rows() : rows);
        await alongside?.(tx);
      });
    } catch (error) {
      enqueued?.drop();
      throw error;
    }
    enqueued?.begin();
  }

  /** Ends; hand-overs under way are cut off after 3 s and stay marked as under way. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#sleep(undefined);
    this.#changes.stop();
    await Promise.all([this.#expiry.stop(), this.#lanes.stop()]);
    await this.#pumping;
    await this.#lookingAhead;
    const stopGrace = this.#deps.clock.after(graceMs, () => this.#abort.abort());
    await Promise.all(this.#underWay);
    stopGrace();
    this.#abort.abort();
    await this.#reports.stop();
    this.#changes.stop();
  }

  #goOn(): void {
    this.#isWanted = true;
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = undefined;
      // Asked for while it was ending.
      if (this.#isWanted && this.#isRunning) this.#goOn();
    });
  }

  async #pump(): Promise<void> {
    try {
      while (this.#isWanted && this.#isRunning) {
        this.#isWanted = false;
        if (!this.#deps.settings().queuePaused) await this.#round();
      }
    } catch (error) {
      this.#fault(error);
      this.#isWanted = false;
      this.#isUnread = true;
      this.#sleepUntil(this.#deps.clock.now() + faultPauseMs);
    }
  }

  async #round(): Promise<void> {
    if (this.#isUnread) {
      this.#isUnread = false;
      this.#tools.reader.forget();
      this.#book.markAll(await this.#deps.store.queue.lanes());
    }
    const { pool } = this.#tools;
    const now = this.#deps.clock.now();
    const hasRoom = this.#book.inOrder().some(({ lane }) => pool.room(now, lane) > 0);
    if (hasRoom) {
      const { claims, expired, nextAt, isMore } = await this.#claim();
      for (const claim of claims) this.#begin(claim);
      this.#tellExpired(expired);
      this.#sleepUntil(nextAt);
      if (claims.length > 0) this.#changes.request();
      if (isMore) this.#isWanted = true;
    }
    if (!this.#isWanted && this.#isBlind) this.#lookAhead();
  }

  /** Claims due messages for as many places as there are; all of it or, when the store fails, nothing. */
  async #claim(): Promise<Round> {
    let round = emptyRound();
    const giveBack = (): void => {
      for (const { lease } of round.claims) lease.release();
    };
    try {
      await this.#group.run(async (tx) => {
        giveBack();
        round = emptyRound();
        await claimRound(tx, this.#tools, round, this.#deps.clock.now());
      });
      return round;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  #begin({ attempt, lease, message }: Claim): void {
    const delivery = this.#courier
      .deliver(attempt, lease, message)
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#underWay.delete(delivery);
        if (this.#book.hasPending) this.#goOnSoon();
      });
    this.#underWay.add(delivery);
  }

  /** Goes on once for all places that are free by then. */
  #goOnSoon(): void {
    if (this.#waking !== undefined) return;
    this.#waking = setImmediate(() => {
      this.#waking = undefined;
      this.roomChanged();
    });
  }

  /** A message waits, and that is stored. */
  #waits(row: MessageRow): void {
    this.#tools.reader.arrived(row);
    this.#expiry.note(row.expiresAt);
    if (row.nextAttemptAt > this.#deps.clock.now()) this.#sleepUntil(row.nextAttemptAt);
    else {
      this.#book.mark(row);
      this.roomChanged();
    }
  }

  /**
   * Finds out when the next message falls due: after what is going out now is on its way, since a
   * query in between would hold up the socket.
   */
  #lookAhead(): void {
    this.#isBlind = false;
    const { store, clock } = this.#deps;
    this.#lookingAhead ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => (this.#isRunning ? store.queue.nextDueAfter(clock.now()) : null))
      .then((at) => this.#sleepUntil(at))
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#lookingAhead = undefined;
      });
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
    writeFault(this.#deps, error);
  }
}
