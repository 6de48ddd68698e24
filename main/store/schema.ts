import type { Generated } from 'kysely';
import type { ProvisioningSchema } from './provisioning-schema.ts';
import type { SmsSchema } from './sms-schema.ts';
import type { SyncSchema } from './sync-schema.ts';

/** Accounts; `mailbox` and `conflicts` are JSON. */
export interface AccountsTable {
  id: string;
  address: string;
  display_name: string;
  mailbox: string | null;
  conflicts: string;
  time_zone: string | null;
  created_at: number;
  updated_at: number;
}

/** Devices; `quiet_hours` is JSON. */
export interface DevicesTable {
  id: string;
  account_id: string;
  name: string;
  client_type: string;
  number: string | null;
  push_enabled: number;
  paused_by: string | null;
  quiet_hours: string | null;
  merge_window_ms: number | null;
  hourly_cap: number | null;
  log_messages: number;
  created_at: number;
  updated_at: number;
}

/** Folders of the devices, in the order of `position`. */
export interface FoldersTable {
  id: string;
  device_id: string;
  position: number;
  data_type: string;
  name: string;
  sync_type: string;
  enabled: number;
  place: string;
}

/** What is remembered of a device's alerts, whatever retention removes. */
export interface DeviceHistoryTable {
  device_id: string;
  ordinals_taken: number;
  last_alert_at: number | null;
  last_delivered_at: number | null;
  last_answered_at: number | null;
  last_alert_id: string | null;
  last_alert_state: string | null;
  last_alert_reason: string | null;
  /** Alerts that failed one after another, and the last of them. */
  failures: Generated<number>;
  last_failed_id: string | null;
}

/** The journal of changes. */
export interface ChangesTable {
  id: Generated<number>;
  trace_id: string;
  account_id: string;
  data_type: string;
  folder: string;
  origin: string | null;
  source: string;
  at: number;
}

/** Alerts; `folders` and `trace_ids` are JSON. */
export interface AlertsTable {
  id: string;
  trace_id: string;
  trace_ids: string;
  account_id: string;
  device_id: string;
  state: string;
  reason: string | null;
  channel: string;
  folders: string;
  change_count: number;
  session_id: number | null;
  message_id: string | null;
  created_at: number;
  due_at: number;
  sent_at: number | null;
  delivered_at: number | null;
  answered_at: number | null;
  ended_at: number | null;
}

/** The SMS queue and its history; `parts` and `shown_parts` are JSON. */
export interface MessagesTable {
  id: string;
  trace_id: string;
  alert_id: string | null;
  account_id: string | null;
  device_id: string | null;
  number: string;
  state: string;
  parts: string;
  shown_parts: string | null;
  dcs: number;
  pid: number;
  attempts: number;
  next_attempt_at: number;
  expires_at: number;
  created_at: number;
  ended_at: number | null;
  source: string;
  class: number;
  owner: string;
  lane: string;
  user_id: string | null;
  sender: string;
  gateway_id: string | null;
  reason: string | null;
  detail: string;
  cost: number | null;
  hops: number;
}

/** Attempts to hand over messages. */
export interface DeliveriesTable {
  id: string;
  message_id: string;
  gateway_id: string;
  attempt: number;
  started_at: number;
  ended_at: number | null;
  outcome: string;
  reason: string | null;
  detail: string;
  provider_id: string | null;
  reported_at: number | null;
  report_state: string | null;
  report_detail: string;
}

/** Gateways; `headers` and `options` are JSON. */
export interface GatewaysTable {
  id: string;
  kind: string;
  name: string;
  active: number;
  priority: number;
  url: string;
  method: string;
  body: string;
  content_type: string;
  headers: string;
  user: string;
  sender: string;
  success_pattern: string;
  id_pattern: string;
  concurrency: number;
  timeout_ms: number;
  created_at: number;
  options: string;
}

/** The log; `level` counts from debug (0) to error (3), `params` is JSON. */
export interface LogTable {
  id: number;
  at: number;
  level: number;
  area: string;
  key: string;
  params: string;
  text: string;
  trace_id: string | null;
  account_id: string | null;
  device_id: string | null;
  gateway_id: string | null;
}

/** Posting lists over the log; `rowid` is the entry's id. Nothing but `rowid` can be read back. */
export interface LogSearchTable {
  rowid: number;
  text: string;
  level: string;
  area: string;
  trace: string | null;
  account: string | null;
  device: string | null;
  gateway: string | null;
}

/** What virtual phones received; `parts` is JSON. */
export interface PhoneMessagesTable {
  id: string;
  number: string;
  at: number;
  trace_id: string | null;
  parts: string;
  dcs: number;
  ignored: string | null;
}

/** Small named values; `value` is JSON. */
export interface ValuesTable {
  name: string;
  value: string;
}

/** Secrets, sealed. */
export interface SecretsTable {
  name: string;
  sealed: Uint8Array;
}

/** Which migrations this database has been through. */
export interface MigrationsTable {
  name: string;
  applied_at: number;
}

/** All tables. */
export interface Schema extends SyncSchema, ProvisioningSchema, SmsSchema {
  accounts: AccountsTable;
  devices: DevicesTable;
  folders: FoldersTable;
  device_history: DeviceHistoryTable;
  changes: ChangesTable;
  alerts: AlertsTable;
  messages: MessagesTable;
  deliveries: DeliveriesTable;
  gateways: GatewaysTable;
  log: LogTable;
  log_search: LogSearchTable;
  phone_messages: PhoneMessagesTable;
  named_values: ValuesTable;
  secrets: SecretsTable;
  migrations: MigrationsTable;
}
