import { AppError } from '../../../shared/model/errors.ts';
import type { Budget, BudgetScope } from '../../../shared/model/sms-account.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { BudgetRow } from '../../store/sms-types.ts';
import type { Store } from '../../store/types.ts';
import type { BudgetRules } from '../accounting/budget-rules.ts';
import type { Meters } from '../accounting/meter.ts';

/** What the area works with. */
export interface BudgetsAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  readonly meters: Meters;
  readonly budgets: BudgetRules;
  /** Messages that wait for a budget may go. */
  wake(): void;
}

/** The area `budgets` of the contract. */
export function createBudgetsArea(deps: BudgetsAreaDeps): AreaService<'budgets'> {
  const { store, clock, events, log, meters, budgets, wake } = deps;

  /** Undefined: there is no such account or device. */
  async function nameOf(scope: BudgetScope, id: string): Promise<string | undefined> {
    if (scope === 'account') return (await store.accounts.get(id))?.address;
    return (await store.devices.get(id))?.name;
  }

  /** The rule for all is told what all together use that have no budget of their own. */
  function usedBy({ scope, target }: BudgetRow): { today: number; thisMonth: number } {
    const now = clock.now();
    if (target !== '') return meters.used(scope, target, now);
    const sum = { today: 0, thisMonth: 0 };
    for (const [id, meter] of meters.entries(scope)) {
      if (budgets.has(scope, id)) continue;
      const used = meter.used(now);
      sum.today += used.today;
      sum.thisMonth += used.thisMonth;
    }
    return sum;
  }

  function shown(row: BudgetRow, name: string): Budget {
    const { scope, target, perMinute, perDay, perMonth } = row;
    const used = usedBy(row);
    return {
      scope,
      id: target === '' ? null : target,
      perMinute,
      perDay,
      perMonth,
      name,
      usedToday: used.today,
      usedThisMonth: used.thisMonth,
    };
  }

  async function changed(
    { scope, target }: Pick<BudgetRow, 'scope' | 'target'>,
    name: string,
    what: 'set' | 'removed',
  ): Promise<void> {
    const about = { level: 'info', area: 'sms' } as const;
    if (target === '') log.write({ ...about, key: `budget.${scope}s-${what}` });
    else log.write({ ...about, key: `budget.${what}`, params: { name }, [`${scope}Id`]: target });
    events.emit({ kind: scope, id: target === '' ? null : target });
    await store.budgets.releaseWaiting(clock.now());
    wake();
  }

  return {
    async list() {
      const found: Budget[] = [];
      for (const row of budgets.list()) {
        const name = row.target === '' ? '' : await nameOf(row.scope, row.target);
        // The account or device was removed.
        if (name !== undefined) found.push(shown(row, name));
      }
      return { budgets: found };
    },

    async set({ scope, id, perMinute, perDay, perMonth }) {
      const name = id === null ? '' : await nameOf(scope, id);
      if (name === undefined) throw new AppError('NOT_FOUND', { params: { id: id ?? '' } });
      const row = { scope, target: id ?? '', perMinute, perDay, perMonth };
      await store.budgets.set(row);
      budgets.set(row);
      await changed(row, name, 'set');
      return shown(row, name);
    },

    async remove({ scope, id }) {
      const target = id ?? '';
      if (!budgets.has(scope, target)) throw new AppError('NOT_FOUND', { params: { id: target } });
      await store.budgets.remove(scope, target);
      budgets.remove(scope, target);
      await changed({ scope, target }, (await nameOf(scope, target)) ?? target, 'removed');
      return { done: true };
    },
  };
}
