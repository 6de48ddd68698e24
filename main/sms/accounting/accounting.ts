import type { Repositories, MessageRow } from '../../store/types.ts';
import type { UsageRow } from '../../store/sms-types.ts';
import { dayOf } from './calendar.ts';
import type { Meters } from './meter.ts';
import type { PriceBook } from './price-book.ts';

/** The cost of an acceptance, to be stored with it. */
export interface Charge {
  /** Price of all parts; null where none is known. */
  readonly cost: number | null;
  readonly usage: UsageRow;
  /** To be called once the transaction is stored: budgets count it from then on. */
  stored(): void;
}

/** Keeps count of what is sent and what it costs, within the transactions of the queue. */
export interface Accounting {
  /** What the acceptance of a message by a gateway costs. Stores nothing: see {@link store}. */
  charge(message: MessageRow, gatewayId: string, now: number): Charge;
  /** Stores charges, many in one statement. */
  store(tx: Repositories, charges: readonly Charge[]): Promise<void>;
  /** {@link charge} and {@link store} of one message. */
  accepted(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    now: number,
  ): Promise<Pick<Charge, 'cost' | 'stored'>>;
  /**
   * Counts what the network reports of a message that was accepted, on the day on which it was sent.
   *
   * @param message as it stood before the report: `endedAt` is when the gateway took it.
   */
  reported(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    outcome: 'delivered' | 'failed',
    now: number,
  ): Promise<void>;
}

/** What the accounting works with. */
export interface AccountingDeps {
  readonly meters: Meters;
  readonly prices: PriceBook;
  /** Parts were used: budgets may be near their end. */
  used(message: MessageRow, gatewayId: string, now: number): void;
}

/** Makes the accounting. */
export function createAccounting({ meters, prices, used }: AccountingDeps): Accounting {
  function charge(message: MessageRow, gatewayId: string, now: number): Charge {
    const { accountId, deviceId, userId, number } = message;
    const parts = message.parts.length;
    const price = prices.priceOf(gatewayId, number);
    const cost = price === null ? null : roundedPrice(price * parts);
    const usage = {
      ...emptyUsage(message, gatewayId, now),
      messages: 1,
      parts,
      cost: cost ?? 0,
      unpriced: cost === null ? parts : 0,
    };
    return {
      cost,
      usage,
      stored() {
        meters.of('gateway', gatewayId, now).add(now, parts);
        if (accountId !== null) meters.of('account', accountId, now).add(now, parts);
        if (deviceId !== null) meters.of('device', deviceId, now).add(now, parts);
        if (userId !== null) meters.of('user', userId, now).add(now, parts);
        used(message, gatewayId, now);
      },
    };
  }

  return {
    charge,
    store: (tx, charges) => tx.usage.add(charges.map(({ usage }) => usage)),
    async accepted(tx, message, gatewayId, now) {
      const made = charge(message, gatewayId, now);
      await tx.usage.add([made.usage]);
      return made;
    },
    async reported(tx, message, gatewayId, outcome, now) {
      const usage = emptyUsage(message, gatewayId, message.endedAt ?? now);
      await tx.usage.add([{ ...usage, [outcome]: 1 }]);
    },
  };
}

/** Prices are told to a millionth; sums of halves and thirds must not show more. */
export function roundedPrice(price: number): number {
  return Math.round(price * 1_000_000) / 1_000_000;
}

function emptyUsage(message: MessageRow, gatewayId: string, at: number): UsageRow {
  return {
    day: dayOf(at),
    gatewayId,
    accountId: message.accountId ?? '',
    deviceId: message.deviceId ?? '',
    userId: message.userId ?? '',
    messages: 0,
    parts: 0,
    delivered: 0,
    failed: 0,
    cost: 0,
    unpriced: 0,
  };
}
