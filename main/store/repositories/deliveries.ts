import type { Selectable } from 'kysely';
import type { ReportState } from '../../../shared/model/message.ts';
import { bulkInsert } from '../bulk-writes.ts';
import { bulkStatement } from '../bulk-statement.ts';
import type { DeliveriesRepository, ReportedDelivery } from '../delivery-types.ts';
import type { DeliveriesTable } from '../schema.ts';
import type { Session } from '../session.ts';
import { run, select } from '../statements.ts';
import { fromDelivery, toDelivery } from './delivery-columns.ts';

/** Ids that come round again, as modems count them, are told apart among so many. */
const mostCandidates = 16;

const byProvider = `select * from deliveries indexed by deliveries_by_provider
  where gateway_id = ? and provider_id = ? order by id desc limit ${String(mostCandidates)}`;
const byPart = `select deliveries.*, delivery_parts.part as part
  from delivery_parts indexed by delivery_parts_by_provider
  join deliveries on deliveries.id = delivery_parts.delivery_id
  where delivery_parts.gateway_id = ? and delivery_parts.provider_id = ?
  order by deliveries.id desc, part limit ${String(mostCandidates)}`;
const byMessage = `select * from deliveries indexed by deliveries_by_message
  where message_id = ? and gateway_id = ? order by id desc`;
const statesOfParts = `select report_state from delivery_parts where delivery_id = ? order by part`;
const setState = `update delivery_parts set report_state = ? where delivery_id = ? and part = ?`;

const insertDeliveries = bulkInsert('deliveries', fromDelivery);
const insertParts = bulkStatement<readonly [string, number, string, string]>(
  (rows) =>
    `insert into delivery_parts (delivery_id, part, gateway_id, provider_id) values ${rows}`,
  (row) => row,
);

/** Deliveries and their reports in SQL. */
export function deliveriesRepository(session: Session): DeliveriesRepository {
  return {
    async insert(rows) {
      if (rows.length > 0) await session.atomic((db) => insertDeliveries(db, rows));
    },
    async insertParts({ id, gatewayId }, providerIds) {
      const rows = providerIds.map(
        (providerId, part) => [id, part, gatewayId, providerId] as const,
      );
      await session.atomic((db) => insertParts(db, rows));
    },
    async findByProvider(gatewayId, providerId) {
      const key = [gatewayId, providerId];
      const parts = await select<Selectable<DeliveriesTable> & { part: number }>(
        session.db,
        byPart,
        key,
      );
      const wholes = await select<Selectable<DeliveriesTable>>(session.db, byProvider, key);
      // The id of the first part stands for the whole as well; it is the part that is meant.
      const inParts = new Set(parts.map(({ id }) => id));
      const found: ReportedDelivery[] = [
        ...parts.map((row) => ({ delivery: toDelivery(row), part: row.part })),
        ...wholes
          .filter(({ id }) => !inParts.has(id))
          .map((row) => ({ delivery: toDelivery(row), part: null })),
      ];
      if (parts.length === 0 || wholes.length === 0) return found;
      return found.sort((one, other) => (one.delivery.id < other.delivery.id ? 1 : -1));
    },
    async findByMessage(gatewayId, messageId) {
      const key = [messageId, gatewayId];
      const rows = await select<Selectable<DeliveriesTable>>(session.db, byMessage, key);
      return rows.map(toDelivery);
    },
    async partStates(deliveryId) {
      const rows = await select<{ report_state: string | null }>(session.db, statesOfParts, [
        deliveryId,
      ]);
      return rows.map(({ report_state }) => report_state as ReportState | null);
    },
    async setPartState(deliveryId, part, state) {
      await run(session.db, setState, [state, deliveryId, part]);
    },
  };
}
