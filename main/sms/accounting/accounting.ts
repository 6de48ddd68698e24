import type { Repositories, MessageRow } from '../../store/types.ts';
import type { MessageAccounting } from '../queue/accounting-port.ts';
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
export interface Accounting extends MessageAccounting {
  /** What the acceptance of a message by a gateway costs. Stores nothing: see {@link store}. */
  charge(message: MessageRow, gatewayId: string, now: number): Charge;
  /** Stores charges, many in one statement. */
  store(tx: Repositories, charges: readonly Charge[]): Promise<void>;
}

/** What the accounting works with. */
export interface AccountingDeps {
  readonly meters: Meters;
  readonly prices: PriceBook;
  /** Parts were used: budgets may be near their end. */
  used(message: MessageRow, gatewayId: string, now: number): void;
}

/** Usage by what its rows are told apart by. */
type Gathered = Map<string, UsageRow>;

/** Makes the accounting. */
export function createAccounting({ meters, prices, used }: AccountingDeps): Accounting {
  const gathering = new WeakMap<Repositories, Gathered>();

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

  async function add(tx: Repositories, usage: UsageRow): Promise<void> {
    const gathered = gathering.get(tx);
    if (gathered === undefined) await tx.usage.add([usage]);
    else gather(gathered, usage);
  }

  return {
    charge,
    store: (tx, charges) => tx.usage.add(charges.map(({ usage }) => usage)),
    gather(tx) {
      const gathered: Gathered = new Map();
      gathering.set(tx, gathered);
      return async () => {
        gathering.delete(tx);
        await tx.usage.add([...gathered.values()]);
      };
    },
    async accepted(tx, message, gatewayId, now) {
      const made = charge(message, gatewayId, now);
      await add(tx, made.usage);
      return made;
    },
    async reported(tx, message, gatewayId, outcome, now) {
      const usage = emptyUsage(message, gatewayId, message.endedAt ?? now);
      await add(tx, { ...usage, [outcome]: 1 });
    },
  };
}

function gather(gathered: Gathered, row: UsageRow): void {
  const { day, gatewayId, accountId, deviceId, userId } = row;
  const key = [day, gatewayId, accountId, deviceId, userId].join(' ');
  const known = gathered.get(key);
  if (known === undefined) {
    gathered.set(key, row);
    return;
  }
  gathered.set(key, {
    ...known,
    messages: known.messages + row.messages,
    parts: known.parts + row.parts,
    delivered: known.delivered + row.delivered,
    failed: known.failed + row.failed,
    cost: known.cost + row.cost,
    unpriced: known.unpriced + row.unpriced,
  });
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
