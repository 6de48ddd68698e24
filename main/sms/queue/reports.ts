import type { Stop } from '../../platform/clock.ts';
import type { DeliveryRow } from '../../store/types.ts';
import type { GatewayPool } from './gateway-pool.ts';
import type { QueueDeps } from './queue-deps.ts';

/** Reports stored in one transaction. */
const pageSize = 200;
/** Newest messages among which reports that a restart cut off are looked for. */
const lookBack = 1_000;

/** Reports of delivery that come a while after a gateway has accepted a message. */
export class DeliveryReports {
  readonly #deps: QueueDeps;
  readonly #onFault: (error: unknown) => void;
  readonly #onChange: () => void;
  readonly #due: { readonly at: number; readonly messageId: string }[] = [];
  #stopTimer: Stop | undefined;
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(deps: QueueDeps, onChange: () => void, onFault: (error: unknown) => void) {
    this.#deps = deps;
    this.#onChange = onChange;
    this.#onFault = onFault;
  }

  /** A report on this message comes after so many milliseconds. */
  expect(messageId: string, afterMs: number): void {
    this.#due.push({ at: this.#deps.clock.now() + afterMs, messageId });
    this.#schedule();
  }

  /** Takes up the reports that were still to come when the process ended. */
  async takeUp(pool: GatewayPool): Promise<void> {
    const { messages } = this.#deps.store;
    if (!pool.list().some(({ row }) => row.kind === 'simulator')) return;
    const { messages: sent } = await messages.list({ state: 'sent', limit: lookBack });
    const deliveries = await messages.listDeliveries(sent.map(({ id }) => id));
    for (const { messageId, gatewayId, outcome, reportedAt } of deliveries) {
      const isMissing = outcome === 'accepted' && reportedAt === null;
      if (isMissing && pool.get(gatewayId)?.row.kind === 'simulator') this.expect(messageId, 0);
    }
  }

  /** Ends waiting; resolves when nothing is being stored any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopTimer?.();
    await this.#work;
  }

  #schedule(): void {
    const next = this.#due[0];
    if (next === undefined || this.#stopTimer !== undefined || this.#isStopped) return;
    this.#stopTimer = this.#deps.clock.after(next.at - this.#deps.clock.now(), () => {
      this.#work = this.#storeDue();
    });
  }

  async #storeDue(): Promise<void> {
    const now = this.#deps.clock.now();
    const later = this.#due.findIndex(({ at }) => at > now);
    const count = Math.min(later === -1 ? this.#due.length : later, pageSize);
    const ids = this.#due.splice(0, count).map(({ messageId }) => messageId);
    try {
      if (ids.length > 0) await this.#store(ids, now);
    } catch (error) {
      this.#onFault(error);
    }
    this.#stopTimer = undefined;
    this.#schedule();
  }

  async #store(ids: readonly string[], now: number): Promise<void> {
    const { store, outcomes } = this.#deps;
    await store.transaction(async (tx) => {
      const deliveries = await tx.messages.listDeliveries(ids);
      for (const id of ids) {
        const message = await tx.messages.get(id);
        if (message?.state !== 'sent') continue;
        const delivered = { ...message, state: 'delivered', endedAt: now } as const;
        await tx.messages.update(delivered);
        const accepted = lastAccepted(deliveries, id);
        if (accepted !== undefined) {
          await tx.messages.updateDelivery({ ...accepted, reportedAt: now });
        }
        await outcomes.delivered(tx, delivered);
      }
    });
    this.#onChange();
  }
}

function lastAccepted(
  deliveries: readonly DeliveryRow[],
  messageId: string,
): DeliveryRow | undefined {
  return deliveries.findLast(
    (delivery) => delivery.messageId === messageId && delivery.outcome === 'accepted',
  );
}
