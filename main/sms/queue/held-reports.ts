import { idSpellings } from '../../codecs/smpp/index.ts';
import type { Clock, Stop } from '../../platform/clock.ts';
import type { ProviderReport } from '../gateways/gateway.ts';

/** A report whose message is still being handed over: reports overtake answers. */
export interface HeldReport {
  readonly gatewayId: string;
  readonly report: ProviderReport;
  /** Our id of the message, where it is known which one it is. */
  readonly messageId: string | undefined;
  /** The message never came: the far side may forget the report. */
  settle(): void;
}

/** How long a report waits for the answer that it overtook. */
const holdMs = 30_000;
/** Reports that wait at once; beyond that the oldest goes. */
const mostHeld = 10_000;

interface Place {
  readonly keys: readonly string[];
  readonly stopTimer: Stop;
}

/** Reports that wait for the end of a hand-over. */
export class HeldReports {
  readonly #clock: Clock;
  readonly #places = new Map<HeldReport, Place>();
  readonly #byKey = new Map<string, Set<HeldReport>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a report until it is taken back, for 30 s at most. */
  hold(held: HeldReport): void {
    const keys = keysOf(held);
    for (const key of keys) {
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, new Set([held]));
      else known.add(held);
    }
    const stopTimer = this.#clock.after(holdMs, () => this.#drop(held));
    this.#places.set(held, { keys, stopTimer });
    if (this.#places.size <= mostHeld) return;
    const [oldest] = this.#places.keys();
    if (oldest !== undefined) this.#drop(oldest);
  }

  /** Takes back what may be about this message, in the order in which it came. */
  takeBack(gatewayId: string, messageId: string, providerIds: readonly string[]): HeldReport[] {
    if (this.#places.size === 0) return [];
    const keys = [ownKey(messageId), ...providerIds.map((id) => providerKey(gatewayId, id))];
    const found = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    for (const held of found) this.#remove(held);
    return [...found];
  }

  /** Forgets all of them. Nobody is told, so that far sides tell them again. */
  stop(): void {
    for (const { stopTimer } of this.#places.values()) stopTimer();
    this.#places.clear();
    this.#byKey.clear();
  }

  #drop(held: HeldReport): void {
    this.#remove(held);
    held.settle();
  }

  #remove(held: HeldReport): void {
    const place = this.#places.get(held);
    if (place === undefined) return;
    place.stopTimer();
    this.#places.delete(held);
    for (const key of place.keys) {
      const known = this.#byKey.get(key);
      known?.delete(held);
      if (known?.size === 0) this.#byKey.delete(key);
    }
  }
}

function keysOf({ gatewayId, report, messageId }: HeldReport): string[] {
  const own = [messageId, report.messageId].flatMap((id) => (id === undefined ? [] : [ownKey(id)]));
  const theirs = report.providerId === undefined ? [] : idSpellings(report.providerId);
  return [...own, ...theirs.map((id) => providerKey(gatewayId, id))];
}

function ownKey(messageId: string): string {
  return `message ${messageId}`;
}

function providerKey(gatewayId: string, providerId: string): string {
  return `${gatewayId} ${providerId}`;
}
