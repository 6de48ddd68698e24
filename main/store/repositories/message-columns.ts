import type { Selectable } from 'kysely';
import type { MessagesTable } from '../schema.ts';
import type { MessageRow } from '../types.ts';
import { fromJson, fromJsonOrNull, toJsonOrNull } from './json-column.ts';

/** In the order in which they go. */
const classes: readonly MessageRow['class'][] = ['alert', 'normal', 'bulk'];

/** The class as it is stored: the order in which they go. */
export function classRank(name: MessageRow['class']): number {
  return classes.indexOf(name);
}

/** A message as its columns. */
export function toColumns(row: MessageRow): MessagesTable {
  return {
    id: row.id,
    trace_id: row.traceId,
    alert_id: row.alertId,
    account_id: row.accountId,
    device_id: row.deviceId,
    number: row.number,
    state: row.state,
    parts: JSON.stringify(row.parts),
    shown_parts: toJsonOrNull(row.shownParts),
    dcs: row.dcs,
    pid: row.pid,
    attempts: row.attempts,
    next_attempt_at: row.nextAttemptAt,
    expires_at: row.expiresAt,
    created_at: row.createdAt,
    ended_at: row.endedAt,
    source: row.source,
    class: classRank(row.class),
    owner: row.owner,
    lane: row.lane,
    user_id: row.userId,
    sender: row.sender,
    gateway_id: row.gatewayId,
    reason: row.reason,
    detail: row.detail,
    cost: row.cost,
    hops: row.hops,
  };
}

/** A message of the store. */
export function fromColumns(row: Selectable<MessagesTable>): MessageRow {
  return {
    id: row.id,
    traceId: row.trace_id,
    alertId: row.alert_id,
    accountId: row.account_id,
    deviceId: row.device_id,
    number: row.number,
    state: row.state as MessageRow['state'],
    parts: fromJson(row.parts),
    shownParts: fromJsonOrNull(row.shown_parts),
    dcs: row.dcs,
    pid: row.pid,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    source: row.source as MessageRow['source'],
    class: classes[row.class] ?? 'normal',
    owner: row.owner,
    lane: row.lane,
    userId: row.user_id,
    sender: row.sender,
    gatewayId: row.gateway_id,
    reason: row.reason as MessageRow['reason'],
    detail: row.detail,
    cost: row.cost,
    hops: row.hops,
  };
}
