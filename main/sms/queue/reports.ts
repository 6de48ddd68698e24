import type { Stop } from '../../platform/clock.ts';
import type { DeliveryRow, MessageRow } from '../../store/types.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import type { MessageAccounting } from './accounting-port.ts';
import { applyReport, deliverRecent } from './apply-report.ts';
import { findReported } from './find-reported.ts';
import type { GatewayPool } from './gateway-pool.ts';
import { HeldReports } from './held-reports.ts';
import type { Released } from './held-reports.ts';
import type { QueueDeps } from './queue-deps.ts';
import { RecentMessages } from './recent-messages.ts';
import type { SureCommit } from './sure-commit.ts';

/** Reports stored in one go. */
const pageSize = 200;
/** Newest messages among which reports that a restart cut off are looked for. */
const lookBack = 1_000;

/** What {@link DeliveryReports} works with. */
export interface ReportsDeps extends Pick<QueueDeps, 'store' | 'clock' | 'outcomes' | 'log'> {
  readonly commit: Pick<SureCommit, 'run'>;
  readonly accounting: MessageAccounting;
  readonly pool: Pick<GatewayPool, 'get' | 'list'>;
  /** Messages have changed. */
  onChange(): void;
}

/** What became of one look at a report. */
type Looked = 'stored' | 'unknown' | { readonly isSending: string };

/** What networks report of messages that gateways have accepted. */
export class DeliveryReports {
  readonly #deps: ReportsDeps;
  readonly #held: HeldReports;
  readonly #recent = new RecentMessages();
  /** Gateways that spell ids in reports as in answers. */
  readonly #exact = new Set<string>();
  readonly #due: { readonly at: number; readonly gatewayId: string; readonly messageId: string }[] =
    [];
  readonly #storing = new Set<Promise<unknown>>();
  #stopTimer: Stop | undefined;
  #isStopped = false;

  constructor(deps: ReportsDeps) {
    this.#deps = deps;
    this.#held = new HeldReports(deps.clock);
  }

  /**
   * Takes what a network reports. Resolves when it is stored, or when it is about a message that
   * nobody knows. One that overtakes the answer to its message waits for it; one that cannot be
   * stored, or is cut off by the end of the process, never resolves, so that it is told again.
   */
  async take(gatewayId: string, report: ProviderReport): Promise<void> {
    // Before it looks, or else an answer that is stored while it looks would be missed.
    const held = this.#held.enter(gatewayId, report);
    for (let released: Released = 'news'; ;) {
      held.hasNews = false;
      const looked = await this.#look(gatewayId, report);
      if (looked === undefined || this.#isStopped) {
        this.#held.release(held);
        return await new Promise(() => undefined);
      }
      if (looked === 'stored' || released === 'crowded') break;
      if (looked === 'unknown') {
        if (!held.hasNews && (released === 'late' || !this.#isAwaited(gatewayId))) break;
      } else if (this.#held.isAbout(held, looked.isSending)) continue;
      released = await this.#held.wait(held);
    }
    this.#held.release(held);
  }

  /** A gateway has the message, and that is stored: reports on it are to be expected. */
  sent(delivery: DeliveryRow, message: MessageRow): void {
    this.#recent.add({ delivery, message });
  }

  /** A hand-over has ended, and that is stored; `providerIds` are those that the answer told. */
  handedOver(gatewayId: string, messageId: string, providerIds: readonly string[]): void {
    this.#held.tell(gatewayId, messageId, providerIds);
  }

  /** A report on this message comes after so many milliseconds, from a gateway of our own. */
  expect(gatewayId: string, messageId: string, afterMs: number): void {
    this.#due.push({ at: this.#deps.clock.now() + afterMs, gatewayId, messageId });
    this.#schedule();
  }

  /** Takes up the reports that were still to come when the process ended. */
  async takeUp(): Promise<void> {
    const { store, pool } = this.#deps;
    if (!pool.list().some(({ row }) => row.kind === 'simulator')) return;
    const { messages: sent } = await store.messages.list({ state: 'sent', limit: lookBack });
    const deliveries = await store.messages.listDeliveries(sent.map(({ id }) => id));
    for (const { messageId, gatewayId, outcome, reportedAt } of deliveries) {
      const isMissing = outcome === 'accepted' && reportedAt === null;
      if (isMissing && pool.get(gatewayId)?.row.kind === 'simulator') {
        this.expect(gatewayId, messageId, 0);
      }
    }
  }

  /** Ends waiting; resolves when nothing is being stored any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopTimer?.();
    this.#held.stop();
    await Promise.all(this.#storing);
  }

  /** Whether the gateway has messages of which it has not told the ids yet. */
  #isAwaited(gatewayId: string): boolean {
    return (this.#deps.pool.get(gatewayId)?.underWay ?? 0) > 0;
  }

  #look(gatewayId: string, report: ProviderReport): Promise<Looked | undefined> {
    const storing = this.#tryToStore(gatewayId, report).finally(() => {
      this.#storing.delete(storing);
    });
    this.#storing.add(storing);
    return storing;
  }

  /** Undefined when the store fails for good. */
  async #tryToStore(gatewayId: string, report: ProviderReport): Promise<Looked | undefined> {
    const { commit, clock } = this.#deps;
    let looked = 'unknown' as Looked;
    let stored = (): void => undefined;
    const isStored = await commit.run(async (tx) => {
      const now = clock.now();
      const recent = this.#recent.find(gatewayId, report);
      if (recent !== undefined && (await deliverRecent(tx, this.#deps, recent, report, now))) {
        this.#exact.add(gatewayId);
        stored = () => this.#recent.remove(recent.delivery);
        looked = 'stored';
        return;
      }
      const isExact = this.#exact.has(gatewayId);
      const reported = await findReported(tx, gatewayId, report, isExact);
      if (reported === undefined) {
        looked = 'unknown';
        return;
      }
      if (reported.message.state === 'sending') {
        looked = { isSending: reported.message.id };
        return;
      }
      if (report.providerId === reported.delivery.providerId) this.#exact.add(gatewayId);
      stored = await applyReport(tx, this.#deps, reported, report, now);
      looked = 'stored';
    });
    if (!isStored) return undefined;
    stored();
    if (looked === 'stored') this.#deps.onChange();
    return looked;
  }

  #schedule(): void {
    const next = this.#due[0];
    if (next === undefined || this.#stopTimer !== undefined || this.#isStopped) return;
    this.#stopTimer = this.#deps.clock.after(next.at - this.#deps.clock.now(), () => {
      this.#stopTimer = undefined;
      this.#takeDue();
      this.#schedule();
    });
  }

  #takeDue(): void {
    const now = this.#deps.clock.now();
    const later = this.#due.findIndex(({ at }) => at > now);
    const count = Math.min(later === -1 ? this.#due.length : later, pageSize);
    for (const { gatewayId, messageId } of this.#due.splice(0, count)) {
      void this.take(gatewayId, { messageId, state: 'delivered', detail: '' });
    }
  }
}
