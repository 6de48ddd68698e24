import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GatewayEvents } from '../gateway.ts';
import { modemStatusLine } from './modem-log.ts';
import { ModemSession } from './modem-session.ts';
import type { SessionDeps } from './modem-session.ts';
import type { ModemFacts, ModemStatus } from './modem-state.ts';
import { noModemFacts } from './modem-state.ts';
import { pause } from '../../../platform/pause.ts';
import type { Sent } from './send-parts.ts';
import { judgeModemError } from './error-verdict.ts';
import { SerialError } from './serial-link.ts';

/** How long a port rests before it is opened again, at least, and then while nobody asks. */
const restMs = 1_000;
const reopenMs = 1_000;
const idlePollMs = 30_000;
const searchingPollMs = 5_000;
const silentPollMs = 1_000;
/** A SIM that is locked or missing is looked at again. */
const lockedPollMs = 30_000;
/** While messages wait, the modem is asked about its network no more often than this. */
const busyPollMs = 300_000;
const sweepMs = 300_000;
const mostFailedChecks = 2;
const mostSilentSends = 3;

const lockReasons: ReadonlySet<GatewayReason> = new Set(['no-sim', 'pin-needed', 'puk-needed']);

/** What a keeper works with. */
export interface KeeperDeps extends SessionDeps {
  readonly clock: Clock;
  readonly events: GatewayEvents;
}

/**
 * Keeps a modem in use: opens its port, sets it up, looks after it while it is idle, and begins anew
 * when it was unplugged, has restarted or fallen silent.
 */
export class ModemKeeper {
  readonly #deps: KeeperDeps;
  readonly #closing = new AbortController();
  #status: ModemStatus = { reason: 'connecting', detail: '' };
  #session: ModemSession | undefined;
  #facts: ModemFacts = noModemFacts;
  #connectedAt: number | null = null;
  #wasLost = false;
  #isLost = false;
  #wantsSetUp = false;
  #wantsLook = false;
  #silentSends = 0;
  #busy = 0;
  #nudge = new AbortController();
  /** Who waits for the next attempt to reach the modem, and for the one under way. */
  #wanting: (() => void)[] = [];
  #waiting: (() => void)[] = [];
  #ended: Promise<void>;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
    deps.events.readiness({ ready: false, ...this.#status });
    this.#ended = this.#run();
  }

  get status(): ModemStatus {
    return this.#status;
  }

  get facts(): ModemFacts {
    return this.#facts;
  }

  /** Milliseconds since 1970 at which it became ready; null while it is not. */
  get connectedAt(): number | null {
    return this.#connectedAt;
  }

  /** The modem, when it can take messages. */
  get ready(): ModemSession | undefined {
    return this.#status.reason === 'ok' && !this.#isLost ? this.#session : undefined;
  }

  /** The modem, when it can be talked to at all. */
  get reachable(): ModemSession | undefined {
    const { reason } = this.#status;
    return (reason === 'ok' || reason === 'not-registered') && !this.#isLost
      ? this.#session
      : undefined;
  }

  /** A message is under way or waits: polls have to wait. The answer ends it. */
  begin(): () => void {
    this.#busy += 1;
    return () => {
      this.#busy -= 1;
    };
  }

  /** Takes note of what sending a message said about the modem. */
  note({ result, isSilent, error }: Sent): void {
    this.#silentSends = isSilent ? this.#silentSends + 1 : 0;
    if (isSilent) this.#wantsLook = true;
    if (this.#silentSends >= mostSilentSends) {
      this.#silentSends = 0;
      this.#wantsSetUp = true;
    }
    if (result.outcome === 'refused' && error !== undefined) {
      const verdict = judgeModemError(error);
      if (verdict.kind === 'modem' && lockReasons.has(verdict.reason)) this.#wantsSetUp = true;
      if (verdict.kind !== 'message') this.#wantsLook = true;
    }
    if (this.#wantsLook || this.#wantsSetUp) this.#wake();
  }

  /** Tries to reach the modem at once; resolves when that was tried, or the signal ends it. */
  async retry(signal: AbortSignal): Promise<void> {
    const tried = new Promise<void>((resolve) => {
      this.#wanting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    this.#wantsSetUp = true;
    this.#wake();
    await tried;
  }

  /** Lets go of the port. Resolves when it is free. */
  close(): Promise<void> {
    this.#closing.abort();
    this.#wake();
    void this.#session?.close();
    this.#beginAttempt();
    this.#endAttempt();
    return this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#live();
      this.#endAttempt();
      await pause(this.#deps.clock, restMs, signal);
      if (this.#wanting.length === 0) await this.#sleep(reopenMs);
    }
  }

  /** From opening the port to losing it, or giving it up. */
  async #live(): Promise<void> {
    this.#isLost = false;
    this.#beginAttempt();
    const session = new ModemSession(this.#deps, {
      lost: (detail) => {
        this.#isLost = true;
        this.#wasLost = true;
        this.#tell({ reason: 'no-port', detail });
        this.#wake();
      },
      restarted: () => {
        this.#wantsSetUp = true;
        this.#wake();
      },
      networkChanged: () => {
        this.#wantsLook = true;
        this.#wake();
      },
    });
    try {
      await session.open();
    } catch (error) {
      if (!(error instanceof SerialError)) throw error;
      this.#tell({ reason: error.reason, detail: `${this.#deps.settings.path}: ${error.message}` });
      return;
    }
    this.#session = session;
    try {
      while (!this.#isOver() && (await this.#setUp(session)));
    } finally {
      this.#session = undefined;
      this.#setFacts(noModemFacts);
      await session.close();
    }
  }

  /** Sets up and watches; whether to do so again on the same port. */
  async #setUp(session: ModemSession): Promise<boolean> {
    this.#wantsSetUp = false;
    this.#beginAttempt();
    const status = await session.setUp();
    if (this.#isOver()) return false;
    this.#setFacts(session.facts);
    this.#tell(status);
    this.#endAttempt();
    if (status.reason === 'no-answer') return false;
    if (status.reason === 'ok' || status.reason === 'not-registered') return this.#watch(session);
    await this.#sleep(lockedPollMs);
    return !this.#isOver();
  }

  /** Looks after a modem that works; whether it is to be set up again. */
  async #watch(session: ModemSession): Promise<boolean> {
    const { clock } = this.#deps;
    let failedChecks = 0;
    let lookedAt = clock.monotonic();
    let sweptAt = lookedAt;
    for (;;) {
      await this.#sleep(this.#pollMs(failedChecks));
      if (this.#isOver()) return false;
      if (this.#wantsSetUp) return true;
      const now = clock.monotonic();
      if (this.#busy > 0 && !this.#wantsLook && now - lookedAt < busyPollMs) continue;
      this.#wantsLook = false;
      lookedAt = now;
      const look = await session.look();
      if (this.#isOver()) return false;
      if (look === 'strange') return true;
      if (look === 'silent') {
        failedChecks += 1;
        this.#tell({ reason: 'no-answer', detail: 'no answer to AT' });
        if (failedChecks > mostFailedChecks) return false;
        continue;
      }
      failedChecks = 0;
      const status = await session.readNetwork();
      if (this.#isOver()) return false;
      this.#setFacts(session.facts);
      this.#tell(status);
      if (this.#busy > 0 || clock.monotonic() - sweptAt < sweepMs) continue;
      sweptAt = clock.monotonic();
      await session.sweep();
    }
  }

  #pollMs(failedChecks: number): number {
    if (failedChecks > 0) return silentPollMs;
    return this.#status.reason === 'ok' ? idlePollMs : searchingPollMs;
  }

  #isOver(): boolean {
    return this.#isLost || this.#closing.signal.aborted;
  }

  #setFacts(facts: ModemFacts): void {
    const isNew = JSON.stringify(facts) !== JSON.stringify(this.#facts);
    this.#facts = facts;
    if (isNew) this.#deps.events.factsChanged();
  }

  #tell(status: ModemStatus): void {
    const { events, log, settings, clock } = this.#deps;
    const before = this.#status;
    if (this.#closing.signal.aborted) return;
    if (before.reason === status.reason && before.detail === status.detail) return;
    this.#status = status;
    const isReady = status.reason === 'ok';
    this.#connectedAt = isReady ? (this.#connectedAt ?? clock.now()) : null;
    events.readiness(isReady ? { ready: true } : { ready: false, ...status });
    if (before.reason === status.reason) return;
    log.write(modemStatusLine(settings, status, this.#facts, this.#wasLost));
    if (isReady) this.#wasLost = false;
  }

  #beginAttempt(): void {
    this.#waiting.push(...this.#wanting.splice(0));
  }

  #endAttempt(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #wake(): void {
    this.#nudge.abort();
  }

  async #sleep(ms: number): Promise<void> {
    if (!this.#closing.signal.aborted) await pause(this.#deps.clock, ms, this.#nudge.signal);
    this.#nudge = new AbortController();
  }
}
