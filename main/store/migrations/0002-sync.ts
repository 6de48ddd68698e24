import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * What the SyncML server keeps: collections with their items and versions, clients with how far each of
 * them is synchronised, sessions, and the data of virtual phones.
 *
 * Sessions are history like alerts: no foreign keys, retention takes them.
 */
const statements = [
  `alter table accounts add column conflicts text not null default '{}'`,
  `alter table accounts add column time_zone text`,
  `alter table devices add column log_messages integer not null default 0`,
  `alter table folders add column place text not null default ''`,

  `create table collections (
    id text primary key,
    account_id text references accounts (id) on delete cascade,
    data_type text not null,
    name text not null,
    name_key text not null,
    corporate_access text,
    created_at integer not null
  ) without rowid`,
  // Two nulls are never equal in a unique index, but two corporate collections are.
  `create unique index collections_by_name
    on collections (coalesce(account_id, ''), data_type, name_key)`,
  // The index above cannot serve the foreign key.
  `create index collections_by_account on collections (account_id)`,

  `create table collection_shares (
    collection_id text not null references collections (id) on delete cascade,
    account_id text not null references accounts (id) on delete cascade,
    position integer not null,
    access text not null,
    primary key (collection_id, account_id)
  ) without rowid`,
  `create index collection_shares_by_account on collection_shares (account_id, collection_id)`,

  // Counted by triggers as things change: counting 50,000 items whenever a list is shown costs too much.
  `create table collection_usage (
    collection_id text primary key references collections (id) on delete cascade,
    items integer not null default 0,
    octets integer not null default 0,
    changed_at integer
  ) without rowid`,

  `create table item_revisions (
    id integer primary key check (id = 1),
    last integer not null
  )`,
  `insert into item_revisions (id, last) values (1, 0)`,

  // What lists and synchronising go through, in rows that are short.
  `create table items (
    number integer primary key,
    id text not null unique,
    collection_id text not null references collections (id) on delete cascade,
    kind text not null,
    revision integer not null,
    version integer not null,
    deleted_at integer,
    created_at integer not null,
    modified_at integer not null,
    octets integer not null,
    origin text not null,
    fingerprint text not null,
    sort_text text not null,
    title text not null,
    subtitle text not null
  )`,
  `create index items_by_id on items (collection_id, id, revision, deleted_at)`,
  `create index items_by_revision on items (collection_id, revision, id, deleted_at)`,
  // The beginning of the text alone: each entry lies somewhere else, and what is written with an item
  // is as many pages as there are such places.
  `create index items_by_text on items (collection_id, substr(sort_text, 1, 24), deleted_at)`,
  `create index items_deleted on items (deleted_at, id) where deleted_at is not null`,

  // What is long; the content last, so that nobody reads over a photo to get at the keys.
  `create table item_contents (
    number integer primary key references items (number) on delete cascade,
    lookup_keys text not null,
    match_keys text not null,
    content text not null
  )`,

  // Hashes of collection and key, of items that are not deleted. Numbers, as short as can be, for the
  // same reason as above; see repositories/item-lookup.ts.
  `create table item_lookup (
    hash integer not null,
    number integer not null,
    primary key (hash, number)
  ) without rowid`,

  `create table item_versions (
    number integer primary key,
    item_id text not null references items (id) on delete cascade,
    version integer not null,
    revision integer,
    at integer not null,
    reason text not null,
    octets integer not null,
    origin text not null,
    title text not null,
    content text not null
  )`,
  `create unique index item_versions_by_item on item_versions (item_id, version)`,

  `create table sync_clients (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    sync_id text not null,
    device_id text unique references devices (id) on delete set null,
    manufacturer text,
    model text,
    software_version text,
    device_info text,
    nonce text,
    is_blocked integer not null,
    is_dismissed integer not null,
    first_seen_at integer not null,
    last_seen_at integer not null,
    mismatch_device_id text references devices (id) on delete set null,
    mismatch_at integer,
    unique (account_id, sync_id)
  ) without rowid`,
  `create index sync_clients_by_mismatch on sync_clients (mismatch_device_id)
    where mismatch_device_id is not null`,

  // `number` stands for client and datastore in the maps, which repeat it in every row. A row without
  // `device_uri` is one whose state nobody has stored yet.
  `create table sync_states (
    number integer primary key,
    client_id text not null references sync_clients (id) on delete cascade,
    datastore text not null,
    device_uri text,
    client_anchor text,
    server_anchor text,
    revision integer not null default 0,
    round integer not null default 0,
    open_mode text,
    open_anchor text,
    open_since integer,
    is_resync_wanted integer not null default 0,
    completed_at integer,
    unique (client_id, datastore)
  )`,

  `create table item_maps (
    state_number integer not null references sync_states (number) on delete cascade,
    item_id text not null,
    luid text,
    revision integer not null,
    round integer not null,
    state text not null,
    primary key (state_number, item_id)
  ) without rowid`,
  `create unique index item_maps_by_luid on item_maps (state_number, luid) where luid is not null`,
  `create index item_maps_open on item_maps (state_number, item_id) where state <> 'ok'`,

  `create table holds (
    id text primary key,
    client_id text not null references sync_clients (id) on delete cascade,
    account_id text not null,
    session_id text not null,
    datastore text not null,
    collection_id text not null references collections (id) on delete cascade,
    item_ids text not null,
    total integer not null,
    at integer not null
  ) without rowid`,
  `create index holds_by_client on holds (client_id)`,
  `create index holds_by_collection on holds (collection_id)`,

  `create table sessions (
    id text primary key,
    trace_id text not null,
    account_id text,
    device_id text,
    client_id text,
    sync_id text not null,
    wire_id text not null,
    version text not null,
    encoding text not null,
    state text not null,
    reason text,
    alert_id text,
    started_at integer not null,
    ended_at integer,
    requests integer not null,
    bytes_in integer not null,
    bytes_out integer not null,
    server_ms real not null,
    datastores text not null
  ) without rowid`,
  `create index sessions_by_trace on sessions (trace_id)`,
  `create index sessions_by_account on sessions (account_id, id) where account_id is not null`,
  `create index sessions_by_device on sessions (device_id, id) where device_id is not null`,
  `create index sessions_running on sessions (id) where state = 'running'`,

  `create table session_messages (
    id integer primary key,
    session_id text not null,
    number integer not null,
    direction text not null,
    at integer not null,
    bytes blob not null
  )`,
  `create index session_messages_by_session on session_messages (session_id)`,

  `create table session_problems (
    id integer primary key,
    session_id text not null,
    at integer not null,
    by text not null,
    command text not null,
    uri text not null,
    item_ref text not null,
    status integer not null
  )`,
  `create index session_problems_by_session on session_problems (session_id)`,

  `create table phone_items (
    device_id text not null references devices (id) on delete cascade,
    luid text not null,
    data_type text not null,
    content text not null,
    pending text,
    changed_at integer not null,
    primary key (device_id, luid)
  )`,
  `create index phone_items_by_type on phone_items (device_id, data_type)`,

  `create table phone_states (
    device_id text not null references devices (id) on delete cascade,
    datastore text not null,
    own_anchor text,
    server_anchor text,
    nonce text,
    primary key (device_id, datastore)
  ) without rowid`,

  `create trigger collections_counted after insert on collections begin
    insert into collection_usage (collection_id) values (new.id);
  end`,
  // The key of a datastore names its collections, so without one of them it is none any more.
  `create trigger collections_removed before delete on collections begin
    delete from sync_states where instr('+' || datastore || '+', '+' || old.id || '+') > 0;
  end`,

  `create trigger items_added after insert on items begin
    update collection_usage set
      items = items + (new.deleted_at is null),
      octets = octets + new.octets,
      changed_at = max(coalesce(changed_at, 0), new.modified_at)
    where collection_id = new.collection_id;
  end`,
  `create trigger items_changed after update of octets, deleted_at, modified_at on items begin
    update collection_usage set
      items = items + (new.deleted_at is null) - (old.deleted_at is null),
      octets = octets + new.octets - old.octets,
      changed_at = max(coalesce(changed_at, 0), new.modified_at, coalesce(new.deleted_at, 0))
    where collection_id = new.collection_id;
  end`,
  `create trigger items_removed after delete on items begin
    update collection_usage set
      items = items - (old.deleted_at is null),
      octets = octets - old.octets
    where collection_id = old.collection_id;
  end`,
  `create trigger item_versions_added after insert on item_versions begin
    update collection_usage set octets = octets + new.octets
    where collection_id = (select collection_id from items where id = new.item_id);
  end`,
  `create trigger item_versions_removed after delete on item_versions begin
    update collection_usage set octets = octets - old.octets
    where collection_id = (select collection_id from items where id = old.item_id);
  end`,
];

export const sync: Migration = {
  name: '0002-sync',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
