import type { Selectable } from 'kysely';
import type { DeliveriesTable } from '../schema.ts';
import type { DeliveryRow } from '../types.ts';

/** A delivery of the store. */
export function toDelivery(row: Selectable<DeliveriesTable>): DeliveryRow {
  return {
    id: row.id,
    messageId: row.message_id,
    gatewayId: row.gateway_id,
    attempt: row.attempt,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome as DeliveryRow['outcome'],
    reason: row.reason as DeliveryRow['reason'],
    detail: row.detail,
    providerId: row.provider_id,
    reportedAt: row.reported_at,
    reportState: row.report_state as DeliveryRow['reportState'],
    reportDetail: row.report_detail,
  };
}

/** A delivery as its columns. */
export function fromDelivery(row: DeliveryRow): DeliveriesTable {
  return {
    id: row.id,
    message_id: row.messageId,
    gateway_id: row.gatewayId,
    attempt: row.attempt,
    started_at: row.startedAt,
    ended_at: row.endedAt,
    outcome: row.outcome,
    reason: row.reason,
    detail: row.detail,
    provider_id: row.providerId,
    reported_at: row.reportedAt,
    report_state: row.reportState,
    report_detail: row.reportDetail,
  };
}
