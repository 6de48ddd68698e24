import type { Kysely, Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { run, select } from '../statements.ts';
import type { SyncClientsTable } from '../sync-schema.ts';
import type { SyncClientRow, SyncStateRepository } from '../sync-types.ts';
import { refusingDuplicates } from './duplicates.ts';

const uniqueFields = {
  'sync_clients.sync_id': 'syncId',
  'sync_clients.device_id': 'deviceId',
};

function toColumns(row: SyncClientRow): SyncClientsTable {
  return {
    id: row.id,
    account_id: row.accountId,
    sync_id: row.syncId,
    device_id: row.deviceId,
    manufacturer: row.hardware?.manufacturer ?? null,
    model: row.hardware?.model ?? null,
    software_version: row.hardware?.softwareVersion ?? null,
    device_info: row.deviceInfo,
    nonce: row.nonce,
    is_blocked: row.isBlocked ? 1 : 0,
    is_dismissed: row.isDismissed ? 1 : 0,
    first_seen_at: row.firstSeenAt,
    last_seen_at: row.lastSeenAt,
    mismatch_device_id: row.mismatchDeviceId,
    mismatch_at: row.mismatchAt,
  };
}

function fromColumns(row: Selectable<SyncClientsTable>): SyncClientRow {
  return {
    id: row.id,
    accountId: row.account_id,
    syncId: row.sync_id,
    deviceId: row.device_id,
    hardware:
      row.manufacturer === null
        ? null
        : {
            manufacturer: row.manufacturer,
            model: row.model ?? '',
            softwareVersion: row.software_version ?? '',
          },
    deviceInfo: row.device_info,
    nonce: row.nonce,
    isBlocked: row.is_blocked === 1,
    isDismissed: row.is_dismissed === 1,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    mismatchDeviceId: row.mismatch_device_id,
    mismatchAt: row.mismatch_at,
  };
}

const insertClients = bulkInsert('sync_clients', toColumns);

const updateClient = `update sync_clients set device_id = ?, manufacturer = ?, model = ?,
  software_version = ?, device_info = ?, nonce = ?, is_blocked = ?, is_dismissed = ?,
  last_seen_at = ?, mismatch_device_id = ?, mismatch_at = ? where id = ?`;

const forgetClient = `update sync_clients set manufacturer = null, model = null,
  software_version = null, device_info = null, nonce = null where id = ?`;

type ClientMethods = Pick<
  SyncStateRepository,
  | 'insertClient'
  | 'updateClient'
  | 'getClient'
  | 'findClient'
  | 'clientOfDevice'
  | 'listClients'
  | 'resetClient'
>;

/** The clients' part of the state of synchronising. */
export function clientMethods(session: Session): ClientMethods {
  async function find(condition: string, parameters: readonly string[]): Promise<SyncClientRow[]> {
    const text = `select * from sync_clients where ${condition} order by id`;
    const rows = await select<Selectable<SyncClientsTable>>(session.db, text, parameters);
    return rows.map(fromColumns);
  }

  return {
    async insertClient(row) {
      await refusingDuplicates(uniqueFields, () => insertClients(session.db, [row]));
    },
    async updateClient(row) {
      const columns = toColumns(row);
      await refusingDuplicates(uniqueFields, () =>
        run(session.db, updateClient, [
          columns.device_id,
          columns.manufacturer,
          columns.model,
          columns.software_version,
          columns.device_info,
          columns.nonce,
          columns.is_blocked,
          columns.is_dismissed,
          columns.last_seen_at,
          columns.mismatch_device_id,
          columns.mismatch_at,
          columns.id,
        ]),
      );
    },
    getClient: async (id) => (await find('id = ?', [id]))[0],
    findClient: async (accountId, syncId) =>
      (await find('account_id = ? and sync_id = ?', [accountId, syncId]))[0],
    clientOfDevice: async (deviceId) => (await find('device_id = ?', [deviceId]))[0],
    listClients: (accountId) =>
      accountId === undefined ? find('true', []) : find('account_id = ?', [accountId]),
    resetClient: (id) => session.atomic((db) => resetClient(db, id)),
  };
}

async function resetClient(db: Kysely<Schema>, id: string): Promise<void> {
  await run(db, 'delete from holds where client_id = ?', [id]);
  await run(db, 'delete from sync_states where client_id = ?', [id]);
  await run(db, forgetClient, [id]);
}
