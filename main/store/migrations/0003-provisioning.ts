import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Configurations, personal links, and what virtual phones were set up with. */
const statements = [
  `create table configurations (
    id text primary key,
    device_id text not null,
    account_id text not null,
    trace_id text not null,
    format text not null,
    security text not null,
    state text not null,
    reason text,
    url text not null,
    segments integer not null,
    message_ids text not null,
    fingerprint text not null,
    pin_delivery text,
    pin_until integer,
    created_at integer not null,
    sent_at integer,
    delivered_at integer,
    configured_at integer,
    session_id text
  ) without rowid`,
  `create index configurations_by_device on configurations (device_id, id)`,
  `create index configurations_by_trace on configurations (trace_id)`,
  `create index configurations_by_pin on configurations (pin_until) where pin_until is not null`,

  // A link is worth nothing without its device, so it goes with it.
  `create table provisioning_links (
    id text primary key,
    device_id text not null references devices (id) on delete cascade,
    account_id text not null,
    token_hash text not null unique,
    browser_hash text,
    use text not null,
    sent_by text not null,
    created_at integer not null,
    expires_at integer not null,
    opened_at integer,
    opened_count integer not null,
    revoked_at integer
  ) without rowid`,
  `create index provisioning_links_by_device on provisioning_links (device_id, id)`,

  `create table device_provisioning (
    device_id text primary key references devices (id) on delete cascade,
    access_point_id text,
    with_mail integer not null
  ) without rowid`,

  `create table phone_profiles (
    device_id text primary key references devices (id) on delete cascade,
    source text not null,
    name text not null,
    server_id text not null,
    url text not null,
    user text not null,
    databases text not null
  ) without rowid`,

  `create table phone_configurations (
    message_id text primary key,
    state text not null,
    wrong_pins integer not null
  ) without rowid`,
  `alter table phone_messages add column ignored text`,

  // What may be told of an SMS with secrets in it; null where it has none.
  `alter table messages add column shown_parts text`,
];

export const provisioning: Migration = {
  name: '0003-provisioning',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
