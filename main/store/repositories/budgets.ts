import type { BudgetRow, BudgetsRepository } from '../sms-types.ts';
import type { Session } from '../session.ts';

/** Budgets of accounts and devices in SQL. */
export function budgetsRepository(session: Session): BudgetsRepository {
  return {
    async set({ scope, target, perMinute, perDay, perMonth }) {
      const limits = { per_minute: perMinute, per_day: perDay, per_month: perMonth };
      await session.db
        .insertInto('budgets')
        .values({ scope, target, ...limits })
        .onConflict((conflict) => conflict.columns(['scope', 'target']).doUpdateSet(limits))
        .execute();
    },
    async remove(scope, target) {
      await session.db
        .deleteFrom('budgets')
        .where('scope', '=', scope)
        .where('target', '=', target)
        .execute();
    },
    async releaseWaiting(now) {
      await session.db
        .updateTable('messages')
        .set({ next_attempt_at: now })
        .where('state', '=', 'queued')
        .where('reason', '=', 'budget')
        .where('next_attempt_at', '>', now)
        .execute();
    },
    async list() {
      const rows = await session.db
        .selectFrom('budgets')
        .selectAll()
        .orderBy('scope')
        .orderBy('target')
        .execute();
      return rows.map((row) => ({
        scope: row.scope as BudgetRow['scope'],
        target: row.target,
        perMinute: row.per_minute,
        perDay: row.per_day,
        perMonth: row.per_month,
      }));
    },
  };
}
