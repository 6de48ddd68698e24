import { AppError } from '../../../shared/model/errors.ts';
import type { FieldError } from '../../../shared/model/errors.ts';
import type { CostLine, Price } from '../../../shared/model/sms-account.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { UsageLine } from '../../store/sms-types.ts';
import type { Store } from '../../store/types.ts';
import { roundedPrice } from '../accounting/accounting.ts';
import { monthOf } from '../accounting/calendar.ts';
import { namesOf } from '../accounting/names.ts';
import type { PriceBook } from '../accounting/price-book.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';

/** What the area works with. */
export interface CostsAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly prices: PriceBook;
  readonly pool: Pick<GatewayPool, 'get' | 'forgetPlans'>;
  currency(): string;
}

type Sums = Omit<UsageLine, 'month' | 'id'>;

/** The area `costs` of the contract. */
export function createCostsArea(deps: CostsAreaDeps): AreaService<'costs'> {
  const { store, clock, log, prices, pool, currency } = deps;

  function gatewayName(id: string): string {
    const gateway = pool.get(id);
    if (gateway === undefined) throw new AppError('NOT_FOUND', { params: { id } });
    return gateway.row.name;
  }

  return {
    async report({ from, to, by = 'month' } = {}) {
      const thisMonth = monthOf(clock.now());
      const last = to ?? thisMonth;
      const first = from ?? `${last.slice(0, 4)}-01`;
      const found = await store.usage.report(first, last, by);
      const ids = [...new Set(found.map(({ id }) => id))];
      const names = by === 'month' ? new Map<string, string>() : await namesOf(store, by, ids);
      const lines = found.map(({ month, id, ...sums }): CostLine => {
        const name = by === 'month' ? month : (names.get(id) ?? id);
        return { month, id: id === '' ? null : id, name, ...rounded(sums) };
      });
      return { currency: currency(), lines, total: rounded(total(found)) };
    },

    async prices({ gatewayId }) {
      gatewayName(gatewayId);
      const rows = await store.prices.list();
      const own = rows.filter((row) => row.gatewayId === gatewayId);
      return {
        currency: currency(),
        prices: own.map(({ prefix, price }) => ({ prefix, price })),
      };
    },

    async setPrices({ gatewayId, prices: given }) {
      const gateway = gatewayName(gatewayId);
      checkDuplicates(given);
      const sorted = given.toSorted((one, other) => (one.prefix < other.prefix ? -1 : 1));
      await store.prices.replace(gatewayId, sorted);
      prices.set(gatewayId, sorted);
      pool.forgetPlans();
      const params = { gateway, count: sorted.length };
      log.write({ level: 'info', area: 'sms', key: 'prices.updated', params, gatewayId });
      return { currency: currency(), prices: sorted };
    },
  };
}

function checkDuplicates(prices: readonly Price[]): void {
  const seen = new Set<string>();
  const fields: FieldError[] = [];
  for (const [index, { prefix }] of prices.entries()) {
    if (seen.has(prefix)) {
      fields.push({ path: `prices.${String(index)}.prefix`, code: 'duplicate' });
    }
    seen.add(prefix);
  }
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
}

function total(lines: readonly UsageLine[]): Sums {
  const sum = (count: (line: UsageLine) => number): number =>
    lines.reduce((so, line) => so + count(line), 0);
  return {
    messages: sum(({ messages }) => messages),
    parts: sum(({ parts }) => parts),
    delivered: sum(({ delivered }) => delivered),
    failed: sum(({ failed }) => failed),
    cost: sum(({ cost }) => cost),
    unpriced: sum(({ unpriced }) => unpriced),
  };
}

function rounded(sums: Sums): Sums {
  return { ...sums, cost: roundedPrice(sums.cost) };
}
