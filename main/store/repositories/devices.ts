import type { Kysely, Selectable } from 'kysely';
import type { Folder } from '../../../shared/model/device.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { DevicesTable, FoldersTable, Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { DeviceActivity, DeviceRow, DevicesRepository } from '../types.ts';
import { refusingDuplicates } from './duplicates.ts';
import { fromJsonOrNull, toJsonOrNull } from './json-column.ts';
import { inSlices } from './slices.ts';

const uniqueFields = { 'devices.number': 'number', 'devices.name': 'name' };

function toColumns(row: DeviceRow): DevicesTable {
  return {
    id: row.id,
    account_id: row.accountId,
    name: row.name,
    client_type: row.clientType,
    number: row.number,
    push_enabled: row.pushEnabled ? 1 : 0,
    paused_by: row.pausedBy,
    quiet_hours: toJsonOrNull(row.quietHours),
    merge_window_ms: row.mergeWindowMs,
    hourly_cap: row.hourlyCap,
    log_messages: row.logMessages ? 1 : 0,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

function fromColumns(row: Selectable<DevicesTable>, folders: readonly Folder[]): DeviceRow {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    clientType: row.client_type as DeviceRow['clientType'],
    number: row.number,
    pushEnabled: row.push_enabled === 1,
    pausedBy: row.paused_by as DeviceRow['pausedBy'],
    quietHours: fromJsonOrNull(row.quiet_hours),
    mergeWindowMs: row.merge_window_ms,
    hourlyCap: row.hourly_cap,
    logMessages: row.log_messages === 1,
    folders,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toFolder(row: Selectable<FoldersTable>): Folder {
  return {
    id: row.id,
    dataType: row.data_type as Folder['dataType'],
    name: row.name,
    syncType: row.sync_type as Folder['syncType'],
    enabled: row.enabled === 1,
    place: row.place,
  };
}

/** So many devices are looked up one by one. */
const FEW_DEVICES = 400;

const insertDevices = bulkInsert('devices', toColumns);
const insertFolders = bulkInsert('folders', (row: FoldersTable) => row);

function folderColumns(device: DeviceRow): FoldersTable[] {
  return device.folders.map((folder, position) => ({
    id: folder.id,
    device_id: device.id,
    position,
    data_type: folder.dataType,
    name: folder.name,
    sync_type: folder.syncType,
    enabled: folder.enabled ? 1 : 0,
    place: folder.place,
  }));
}

/** Devices and their folders in SQL. */
export function devicesRepository(session: Session): DevicesRepository {
  async function withFolders(rows: readonly Selectable<DevicesTable>[]): Promise<DeviceRow[]> {
    const stored = new Map<string, Selectable<FoldersTable>[]>(rows.map((row) => [row.id, []]));
    for (const folder of await readFolders(session.db, [...stored.keys()])) {
      stored.get(folder.device_id)?.push(folder);
    }
    return rows.map((row) => {
      const folders = stored.get(row.id) ?? [];
      folders.sort((one, other) => one.position - other.position);
      return fromColumns(row, folders.map(toFolder));
    });
  }

  async function one(row: Selectable<DevicesTable> | undefined): Promise<DeviceRow | undefined> {
    return row && (await withFolders([row]))[0];
  }

  return {
    async insert(row) {
      await refusingDuplicates(uniqueFields, () =>
        session.atomic(async (db) => {
          await insertDevices(db, [row]);
          await insertFolders(db, folderColumns(row));
        }),
      );
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await refusingDuplicates(uniqueFields, () =>
        session.atomic(async (db) => {
          await db.updateTable('devices').set(columns).where('id', '=', id).execute();
          await replaceFolders(db, row);
        }),
      );
    },
    async remove(id) {
      await session.atomic(async (db) => {
        await db.deleteFrom('devices').where('id', '=', id).execute();
        await db.deleteFrom('device_history').where('device_id', '=', id).execute();
      });
    },
    async get(id) {
      return one(
        await session.db.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst(),
      );
    },
    async getByNumber(number) {
      return one(
        await session.db
          .selectFrom('devices')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst(),
      );
    },
    async list(accountId) {
      let query = session.db.selectFrom('devices').selectAll().orderBy('id');
      if (accountId !== undefined) query = query.where('account_id', '=', accountId);
      return withFolders(await query.execute());
    },
    async activity(deviceIds) {
      return session.atomic((db) => readActivity(db, deviceIds));
    },
    async count() {
      const row = await session.db
        .selectFrom('devices')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

async function readFolders(
  db: Kysely<Schema>,
  deviceIds: readonly string[],
): Promise<Selectable<FoldersTable>[]> {
  const all = db.selectFrom('folders').selectAll();
  // For more than a few, reading the table through is faster than looking up each.
  if (deviceIds.length > FEW_DEVICES) return all.execute();
  return deviceIds.length === 0 ? [] : all.where('device_id', 'in', deviceIds).execute();
}

/** Folders keep their ids, and most updates leave them alone: only what differs is written. */
async function replaceFolders(db: Kysely<Schema>, device: DeviceRow): Promise<void> {
  const stored = await db
    .selectFrom('folders')
    .selectAll()
    .where('device_id', '=', device.id)
    .execute();
  const before = new Map(stored.map((row) => [row.id, row]));
  const wanted = new Map(folderColumns(device).map((row) => [row.id, row]));
  for (const id of before.keys()) {
    if (!wanted.has(id)) await db.deleteFrom('folders').where('id', '=', id).execute();
  }
  const added: FoldersTable[] = [];
  for (const [id, row] of wanted) {
    const old = before.get(id);
    if (old === undefined) added.push(row);
    else if (!isSameFolder(old, row)) {
      await db.updateTable('folders').set(row).where('id', '=', id).execute();
    }
  }
  await insertFolders(db, added);
}

function isSameFolder(one: FoldersTable, other: FoldersTable): boolean {
  return (
    one.position === other.position &&
    one.data_type === other.data_type &&
    one.name === other.name &&
    one.sync_type === other.sync_type &&
    one.enabled === other.enabled &&
    one.place === other.place
  );
}

async function readActivity(
  db: Kysely<Schema>,
  deviceIds: readonly string[] | undefined,
): Promise<DeviceActivity[]> {
  const open = db
    .selectFrom('alerts')
    .select(['device_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('state', 'in', ['planned', 'queued'])
    .groupBy('device_id');
  const past = db
    .selectFrom('devices')
    .leftJoin('device_history', 'device_history.device_id', 'devices.id')
    .select([
      'devices.id as id',
      'last_alert_at',
      'last_delivered_at',
      'last_answered_at',
      'last_alert_state',
      'last_alert_reason',
      'failures',
    ]);
  const queued = new Map<string, number>();
  const rows: Awaited<ReturnType<typeof past.execute>> = [];
  if (deviceIds === undefined) {
    for (const row of await open.execute()) queued.set(row.device_id, row.count);
    rows.push(...(await past.execute()));
  } else {
    for (const slice of inSlices(deviceIds)) {
      for (const row of await open.where('device_id', 'in', slice).execute()) {
        queued.set(row.device_id, row.count);
      }
      rows.push(...(await past.where('devices.id', 'in', slice).execute()));
    }
  }
  return rows.map((row) => ({
    deviceId: row.id,
    queued: queued.get(row.id) ?? 0,
    lastAlertAt: row.last_alert_at,
    lastDeliveredAt: row.last_delivered_at,
    lastAnsweredAt: row.last_answered_at,
    lastAlertState: row.last_alert_state as DeviceActivity['lastAlertState'],
    lastAlertReason: row.last_alert_reason as DeviceActivity['lastAlertReason'],
    failures: row.failures ?? 0,
  }));
}
