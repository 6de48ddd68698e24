import type { Selectable } from 'kysely';
import type { ConfigurationsTable, DeviceProvisioningTable } from '../provisioning-schema.ts';
import type {
  ConfigurationRow,
  DeviceProvisioningRow,
  ProvisioningRepository,
} from '../provisioning-types.ts';
import type { Session } from '../session.ts';
import { fromJson } from './json-column.ts';
import { linkMethods } from './provisioning-links.ts';

function fromColumns(row: Selectable<ConfigurationsTable>): ConfigurationRow {
  return {
    id: row.id,
    deviceId: row.device_id,
    accountId: row.account_id,
    traceId: row.trace_id,
    format: row.format as ConfigurationRow['format'],
    security: row.security as ConfigurationRow['security'],
    state: row.state as ConfigurationRow['state'],
    reason: row.reason as ConfigurationRow['reason'],
    url: row.url,
    segments: row.segments,
    messageIds: fromJson(row.message_ids),
    fingerprint: row.fingerprint,
    pinDelivery: row.pin_delivery as ConfigurationRow['pinDelivery'],
    pinUntil: row.pin_until,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    configuredAt: row.configured_at,
    sessionId: row.session_id,
  };
}

function toColumns(row: ConfigurationRow): ConfigurationsTable {
  return {
    id: row.id,
    device_id: row.deviceId,
    account_id: row.accountId,
    trace_id: row.traceId,
    format: row.format,
    security: row.security,
    state: row.state,
    reason: row.reason,
    url: row.url,
    segments: row.segments,
    message_ids: JSON.stringify(row.messageIds),
    fingerprint: row.fingerprint,
    pin_delivery: row.pinDelivery,
    pin_until: row.pinUntil,
    created_at: row.createdAt,
    sent_at: row.sentAt,
    delivered_at: row.deliveredAt,
    configured_at: row.configuredAt,
    session_id: row.sessionId,
  };
}

function optionsFromColumns(row: Selectable<DeviceProvisioningTable>): DeviceProvisioningRow {
  return {
    deviceId: row.device_id,
    accessPointId: row.access_point_id,
    withMail: row.with_mail !== 0,
  };
}

/** Configurations, links and what is set for them, in SQL. */
export function provisioningRepository(session: Session): ProvisioningRepository {
  const all = () => session.db.selectFrom('configurations').selectAll();
  return {
    ...linkMethods(session),
    async insert(row) {
      await session.db.insertInto('configurations').values(toColumns(row)).execute();
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await session.db.updateTable('configurations').set(columns).where('id', '=', id).execute();
    },
    async get(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && fromColumns(row);
    },
    async list(deviceId) {
      const rows = await all().where('device_id', '=', deviceId).orderBy('id', 'desc').execute();
      return rows.map(fromColumns);
    },
    async listByTraces(traceIds) {
      if (traceIds.length === 0) return [];
      const rows = await all().where('trace_id', 'in', traceIds).orderBy('id').execute();
      return rows.map(fromColumns);
    },
    async openOf(deviceId) {
      const row = await all()
        .where('device_id', '=', deviceId)
        .where('state', 'not in', ['configured', 'failed'])
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    async listPinsUntil(now) {
      const rows = await all().where('pin_until', '<=', now).execute();
      return rows.map(fromColumns);
    },
    async options(deviceId) {
      const row = await session.db
        .selectFrom('device_provisioning')
        .selectAll()
        .where('device_id', '=', deviceId)
        .executeTakeFirst();
      return row && optionsFromColumns(row);
    },
    async putOptions({ deviceId, accessPointId, withMail }) {
      const columns = { access_point_id: accessPointId, with_mail: withMail ? 1 : 0 };
      await session.db
        .insertInto('device_provisioning')
        .values({ device_id: deviceId, ...columns })
        .onConflict((conflict) => conflict.column('device_id').doUpdateSet(columns))
        .execute();
    },
  };
}
