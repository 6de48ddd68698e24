import type { Clock } from '../../../platform/clock.ts';
import type { GatewayEvents, Readiness } from '../gateway.ts';
import type { HttpAnswer } from '../http-call.ts';
import { detailOf, isPushdesk, refusalReason, reportsOf, reportStateOf } from './peer-answer.ts';
import type { PeerReports } from './peer-answer.ts';
import { pause } from '../../../platform/pause.ts';
import type { PeerCalls } from './peer-calls.ts';
import { peerLimits } from './peer-limits.ts';
import type { ReportCursor } from './report-cursor.ts';

/** What is at the far side: another Pushdesk, or a server that knows the old format alone. */
export type PeerKind = 'pushdesk' | 'plain';

/** What a look at the far side found. */
export type PeerLook =
  | { readonly kind: PeerKind; readonly detail: string }
  | { readonly kind: 'unready'; readonly why: Extract<Readiness, { ready: false }> };

/** What the link works with. */
export interface PeerLinkDeps {
  readonly clock: Clock;
  readonly calls: PeerCalls;
  readonly events: GatewayEvents;
  readonly cursor: ReportCursor;
  /** Whether reports of delivery are wanted. */
  readonly wantsReports: boolean;
  readonly mask: (text: string) => string;
}

/** Looks whether the far side is there, and gets its reports. */
export class PeerLink {
  readonly #deps: PeerLinkDeps;
  readonly #abort = new AbortController();
  readonly #ended: Promise<void>;
  /** Answers whose reports are being stored, the oldest first; each advances the stored cursor. */
  #storing: Promise<void>[] = [];
  #kind: PeerKind | undefined;
  #isReady: boolean | undefined;

  constructor(deps: PeerLinkDeps) {
    this.#deps = deps;
    const { signal } = this.#abort;
    this.#ended = new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** What the far side was when it answered last. */
  get kind(): PeerKind | undefined {
    return this.#kind;
  }

  /** Begins; until {@link stop} it goes on by itself. */
  start(): void {
    this.#deps.events.readiness({ ready: false, reason: 'connecting', detail: '' });
    void this.#run();
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Looks at the far side now. */
  async look(signal: AbortSignal): Promise<PeerLook> {
    const answer = await this.#deps.calls.ping(signal);
    const look = judgePing(answer, this.#deps.mask);
    if (look.kind !== 'unready') this.#kind = look.kind;
    return look;
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    let pauseMs: number = peerLimits.firstPauseMs;
    while (!signal.aborted) {
      const look = await this.look(signal);
      if (signal.aborted) return;
      if (look.kind === 'unready') {
        this.#unready(look.why);
        const isLost = look.why.reason === 'unreachable';
        await this.#pause(isLost ? pauseMs : peerLimits.refusedPauseMs);
        pauseMs = Math.min(pauseMs * 2, peerLimits.longestPauseMs);
        continue;
      }
      pauseMs = peerLimits.firstPauseMs;
      if (this.#isReady !== true) this.#deps.events.readiness({ ready: true });
      this.#isReady = true;
      if (look.kind === 'plain') await this.#pause(peerLimits.plainPauseMs);
      else if (!this.#deps.wantsReports) await this.#pause(peerLimits.idlePauseMs);
      else await this.#follow();
    }
  }

  #unready(why: Extract<Readiness, { ready: false }>): void {
    this.#isReady = false;
    this.#deps.events.readiness(why);
  }

  /** Gets one answer with reports after another, until one fails. */
  async #follow(): Promise<void> {
    const { calls, clock, cursor } = this.#deps;
    const { signal } = this.#abort;
    // What was read and not stored before is read once more.
    await Promise.all(this.#storing);
    let at: string;
    try {
      at = await cursor.read();
    } catch {
      return await this.#pause(peerLimits.firstPauseMs);
    }
    for (;;) {
      const askedAt = clock.monotonic();
      const answer = await calls.reports(at, signal);
      const page = answer.kind === 'answered' ? reportsOf(answer) : undefined;
      if (signal.aborted) return;
      if (page === undefined) return await this.#pause(peerLimits.firstPauseMs);
      const isNew = page.cursor !== at;
      if (isNew) this.#store(page);
      at = page.cursor;
      // It was to wait for news. Where others take our place in its waiting room, or it waits for
      // nothing, asking on and on would keep both sides busy.
      const isHasty = clock.monotonic() - askedAt < peerLimits.emptyPauseMs;
      if (isHasty && (!isNew || page.reports.length === 0))
        await this.#pause(peerLimits.emptyPauseMs);
      // Some reports wait for the answer to their message; others must not wait for them.
      if (this.#storing.length >= peerLimits.pages)
        await Promise.race([this.#storing[0], this.#ended]);
    }
  }

  /** Hands reports on; the cursor follows when they and all before them are stored. */
  #store({ reports, cursor }: PeerReports): void {
    const before = this.#storing.at(-1) ?? Promise.resolve();
    const stored = Promise.all(lastOfEach(reports).map((report) => this.#tell(report)));
    const written = Promise.all([before, stored]).then(() => this.#deps.cursor.write(cursor));
    // A cursor that could not be written is written with the next one, or reports come twice.
    const settled = written
      .catch(() => undefined)
      .then(() => {
        this.#storing = this.#storing.filter((each) => each !== settled);
      });
    this.#storing.push(settled);
  }

  async #tell({ id, ref, state, detail, at }: PeerReports['reports'][number]): Promise<void> {
    const known = reportStateOf(state);
    if (known === undefined) return;
    const named = ref === null ? {} : { messageId: ref };
    await this.#deps.events.report({
      providerId: id,
      ...named,
      state: known,
      detail: this.#deps.mask(detail),
      at,
    });
  }

  async #pause(delayMs: number): Promise<void> {
    await pause(this.#deps.clock, delayMs, this.#abort.signal);
  }
}

/** The last of the reports on each message says all that those before it do. */
function lastOfEach(reports: PeerReports['reports']): PeerReports['reports'] {
  return [...new Map(reports.map((report) => [report.id, report])).values()];
}

function judgePing(answer: HttpAnswer, mask: (text: string) => string): PeerLook {
  const unready = (reason: 'unreachable' | ReturnType<typeof refusalReason>, detail: string) =>
    ({ kind: 'unready', why: { ready: false, reason, detail: mask(detail) } }) as const;
  if (answer.kind === 'aborted') return unready('unreachable', 'stopped');
  if (answer.kind === 'failed') return unready('unreachable', answer.detail);
  const { status } = answer;
  if (isPushdesk(answer)) return { kind: 'pushdesk', detail: 'Pushdesk' };
  if (status >= 500) return unready('unreachable', detailOf(answer));
  if (status === 401 || status === 403 || status === 407 || status === 429) {
    return unready(refusalReason(answer), detailOf(answer));
  }
  // Another Pushdesk whose API is off says so by a code.
  if (/"code":"off"/u.test(answer.text)) return unready('refused', detailOf(answer));
  return { kind: 'plain', detail: mask(detailOf(answer)) };
}
