import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * The tables of the first version.
 *
 * History (changes, alerts, messages) has no foreign keys to accounts and devices: it outlives them
 * until retention takes it, and the removal of a device must not wait for a million rows.
 */
const statements = [
  `create table accounts (
    id text primary key,
    address text not null unique,
    display_name text not null,
    mailbox text,
    created_at integer not null,
    updated_at integer not null
  ) without rowid`,

  `create table devices (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    name text not null,
    client_type text not null,
    number text unique,
    push_enabled integer not null,
    paused_by text,
    quiet_hours text,
    merge_window_ms integer,
    hourly_cap integer,
    created_at integer not null,
    updated_at integer not null,
    unique (account_id, name)
  ) without rowid`,

  `create table folders (
    id text primary key,
    device_id text not null references devices (id) on delete cascade,
    position integer not null,
    data_type text not null,
    name text not null,
    sync_type text not null,
    enabled integer not null
  ) without rowid`,
  `create index folders_by_device on folders (device_id, position)`,

  `create table device_history (
    device_id text primary key,
    ordinals_taken integer not null default 0,
    last_alert_at integer,
    last_delivered_at integer,
    last_answered_at integer,
    last_alert_id text,
    last_alert_state text,
    last_alert_reason text
  ) without rowid`,

  `create table changes (
    id integer primary key,
    trace_id text not null,
    account_id text not null,
    data_type text not null,
    folder text not null,
    origin text,
    source text not null,
    at integer not null
  )`,
  `create index changes_by_trace on changes (trace_id)`,
  `create index changes_by_time on changes (at)`,

  `create table alerts (
    id text primary key,
    trace_id text not null,
    trace_ids text not null,
    account_id text not null,
    device_id text not null,
    state text not null,
    reason text,
    channel text not null,
    folders text not null,
    change_count integer not null,
    session_id integer,
    message_id text,
    created_at integer not null,
    due_at integer not null,
    sent_at integer,
    delivered_at integer,
    answered_at integer,
    ended_at integer
  ) without rowid`,
  `create index alerts_by_trace on alerts (trace_id)`,
  `create index alerts_by_account on alerts (account_id, id)`,
  `create index alerts_by_device on alerts (device_id, id)`,
  `create index alerts_by_state on alerts (state, id)`,
  `create index alerts_by_creation on alerts (state, created_at)`,
  `create index alerts_by_sending on alerts (sent_at, device_id, created_at, delivered_at)
    where sent_at is not null`,

  `create table messages (
    id text primary key,
    trace_id text not null,
    alert_id text,
    account_id text,
    device_id text,
    number text not null,
    state text not null,
    parts text not null,
    dcs integer not null,
    pid integer not null,
    attempts integer not null,
    next_attempt_at integer not null,
    expires_at integer not null,
    created_at integer not null,
    ended_at integer
  ) without rowid`,
  `create index messages_by_trace on messages (trace_id)`,
  `create index messages_by_device on messages (device_id, id) where device_id is not null`,
  `create index messages_by_state on messages (state, id)`,
  `create index messages_by_due on messages (next_attempt_at, id) where state = 'queued'`,

  `create table deliveries (
    id text primary key,
    message_id text not null references messages (id) on delete cascade,
    gateway_id text not null,
    attempt integer not null,
    started_at integer not null,
    ended_at integer,
    outcome text not null,
    reason text,
    detail text not null,
    provider_id text,
    reported_at integer
  ) without rowid`,
  `create index deliveries_by_message on deliveries (message_id, id)`,
  `create index deliveries_by_gateway on deliveries (gateway_id, started_at, outcome)`,

  `create table gateways (
    id text primary key,
    kind text not null,
    name text not null,
    active integer not null,
    priority integer not null,
    url text not null,
    method text not null,
    body text not null,
    content_type text not null,
    headers text not null,
    user text not null,
    sender text not null,
    success_pattern text not null,
    id_pattern text not null,
    concurrency integer not null,
    timeout_ms integer not null,
    created_at integer not null
  ) without rowid`,

  `create table log (
    id integer primary key,
    at integer not null,
    level integer not null,
    area text not null,
    key text not null,
    params text not null,
    text text not null,
    trace_id text,
    account_id text,
    device_id text,
    gateway_id text
  )`,
  // One posting list for each three letters of the text and for each value that can be filtered by,
  // so that any mix of conditions is one intersection. See repositories/log-search.ts.
  `create virtual table log_search using fts5 (
    text, level, area, trace, account, device, gateway,
    tokenize = 'trigram', detail = none, content = '', contentless_delete = 1
  )`,
  // Merging is done in small portions after each insert, never in one long go.
  `insert into log_search (log_search, rank) values ('automerge', 0)`,
  `insert into log_search (log_search, rank) values ('crisismerge', 1000)`,

  `create table phone_messages (
    id text primary key,
    number text not null,
    at integer not null,
    trace_id text,
    parts text not null,
    dcs integer not null
  ) without rowid`,
  `create index phone_messages_by_number on phone_messages (number, id)`,

  `create table named_values (
    name text primary key,
    value text not null
  ) without rowid`,

  `create table secrets (
    name text primary key,
    sealed blob not null
  ) without rowid`,
];

export const initial: Migration = {
  name: '0001-initial',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
