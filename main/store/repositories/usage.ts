import type { CostGroup } from '../../../shared/model/sms-account.ts';
import { bulkStatement } from '../bulk-statement.ts';
import type { UsageLine, UsageRepository, UsageRow, UsageTotals } from '../sms-types.ts';
import type { Session } from '../session.ts';
import { listParameter, select } from '../statements.ts';

const addRows = bulkStatement<UsageRow>(
  (rows) => `insert into usage (day, gateway_id, account_id, device_id, user_id,
      messages, parts, delivered, failed, cost, unpriced)
    values ${rows}
    on conflict (day, gateway_id, account_id, device_id, user_id) do update set
      messages = messages + excluded.messages, parts = parts + excluded.parts,
      delivered = delivered + excluded.delivered, failed = failed + excluded.failed,
      cost = cost + excluded.cost, unpriced = unpriced + excluded.unpriced`,
  (row) => [
    row.day,
    row.gatewayId,
    row.accountId,
    row.deviceId,
    row.userId,
    row.messages,
    row.parts,
    row.delivered,
    row.failed,
    row.cost,
    row.unpriced,
  ],
);

const columns = {
  gateway: 'gateway_id',
  account: 'account_id',
  device: 'device_id',
  user: 'user_id',
} as const;
const scopes = Object.keys(columns) as UsageTotals['scope'][];

/** What lines are told apart by, beside the month. */
const groups: Readonly<Record<CostGroup, string>> = { month: 'substr(day, 1, 7)', ...columns };

/** Counts of what was sent, in SQL. */
export function usageRepository(session: Session): UsageRepository {
  return {
    async add(rows) {
      if (rows.length > 0) await addRows(session.db, rows);
    },
    totals(day) {
      const month = `${day.slice(0, 7)}-01`;
      return session.atomic(async (db) => {
        const totals: UsageTotals[] = [];
        for (const scope of scopes) {
          const column = columns[scope];
          const query = `select '${scope}' as scope, ${column} as id, sum(parts) as thisMonth,
              sum(case when day = ? then parts else 0 end) as today
            from usage where day >= ? and ${column} <> '' group by ${column}`;
          totals.push(...(await select<UsageTotals>(db, query, [day, month])));
        }
        return totals;
      });
    },
    report(from, to, by) {
      const query = `select substr(day, 1, 7) as month, ${groups[by]} as id,
          sum(messages) as messages, sum(parts) as parts, sum(delivered) as delivered,
          sum(failed) as failed, sum(cost) as cost, sum(unpriced) as unpriced
        from usage where day >= ? and day < ? group by 1, 2 order by 1, 2`;
      // Months sort before their own days, and all days of a month before this.
      return select<UsageLine>(session.db, query, [from, `${to}-99`]);
    },
    async removedNames(ids) {
      const query = `select id, name from removed_names
        where id in (select value from json_each(?))`;
      const rows = await select<{ id: string; name: string }>(session.db, query, [
        listParameter(ids),
      ]);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}
