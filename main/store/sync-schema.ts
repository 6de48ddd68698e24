import type { Generated } from 'kysely';

/** Collections; `name_key` is the name as it is compared. */
export interface CollectionsTable {
  id: string;
  account_id: string | null;
  data_type: string;
  name: string;
  name_key: string;
  corporate_access: string | null;
  created_at: number;
}

/** Who else sees a collection, in the order of `position`. */
export interface CollectionSharesTable {
  collection_id: string;
  account_id: string;
  position: number;
  access: string;
}

/** What collections hold; kept by triggers. `octets` are those of items and versions. */
export interface CollectionUsageTable {
  collection_id: string;
  items: number;
  octets: number;
  changed_at: number | null;
}

/** The sequence of revisions: one row. */
export interface ItemRevisionsTable {
  id: number;
  last: number;
}

/** Items; `sort_text` is title and subtitle as they are sorted and searched. */
export interface ItemsTable {
  number: Generated<number>;
  id: string;
  collection_id: string;
  kind: string;
  revision: number;
  version: number;
  deleted_at: number | null;
  created_at: number;
  modified_at: number;
  octets: number;
  origin: string;
  fingerprint: string;
  sort_text: string;
  title: string;
  subtitle: string;
}

/** What is long in an item; all of it is JSON. */
export interface ItemContentsTable {
  number: number;
  lookup_keys: string;
  match_keys: string;
  content: string;
}

/** Hashes of the keys of items that are not deleted. */
export interface ItemLookupTable {
  hash: number;
  number: number;
}

/** Versions of items, in the order in which they were stored. */
export interface ItemVersionsTable {
  number: Generated<number>;
  item_id: string;
  version: number;
  revision: number | null;
  at: number;
  reason: string;
  octets: number;
  origin: string;
  title: string;
  content: string;
}

/** Programs that sign in; `device_info` is JSON. */
export interface SyncClientsTable {
  id: string;
  account_id: string;
  sync_id: string;
  device_id: string | null;
  manufacturer: string | null;
  model: string | null;
  software_version: string | null;
  device_info: string | null;
  nonce: string | null;
  is_blocked: number;
  is_dismissed: number;
  first_seen_at: number;
  last_seen_at: number;
  mismatch_device_id: string | null;
  mismatch_at: number | null;
}

/** Datastores of clients; `device_uri` is null until a state is stored. */
export interface SyncStatesTable {
  number: Generated<number>;
  client_id: string;
  datastore: string;
  device_uri: string | null;
  client_anchor: string | null;
  server_anchor: string | null;
  revision: Generated<number>;
  round: Generated<number>;
  open_mode: string | null;
  open_anchor: string | null;
  open_since: number | null;
  is_resync_wanted: Generated<number>;
  completed_at: number | null;
}

/** Which item of a datastore is which of the client's. */
export interface ItemMapsTable {
  state_number: number;
  item_id: string;
  luid: string | null;
  revision: number;
  round: number;
  state: string;
}

/** Mass deletions that wait; `item_ids` is JSON. */
export interface HoldsTable {
  id: string;
  client_id: string;
  account_id: string;
  session_id: string;
  datastore: string;
  collection_id: string;
  item_ids: string;
  total: number;
  at: number;
}

/** Sync conversations; `datastores` is JSON. */
export interface SessionsTable {
  id: string;
  trace_id: string;
  account_id: string | null;
  device_id: string | null;
  client_id: string | null;
  sync_id: string;
  wire_id: string;
  version: string;
  encoding: string;
  state: string;
  reason: string | null;
  alert_id: string | null;
  started_at: number;
  ended_at: number | null;
  requests: number;
  bytes_in: number;
  bytes_out: number;
  server_ms: number;
  datastores: string;
}

/** Messages of logged sessions. */
export interface SessionMessagesTable {
  id: Generated<number>;
  session_id: string;
  number: number;
  direction: string;
  at: number;
  bytes: Uint8Array;
}

/** Statuses that were no success. */
export interface SessionProblemsTable {
  id: Generated<number>;
  session_id: string;
  at: number;
  by: string;
  command: string;
  uri: string;
  item_ref: string;
  status: number;
}

/** Data of virtual phones; `content` is JSON. */
export interface PhoneItemsTable {
  device_id: string;
  luid: string;
  data_type: string;
  content: string;
  pending: string | null;
  changed_at: number;
}

/** What virtual phones remember of a datastore. */
export interface PhoneStatesTable {
  device_id: string;
  datastore: string;
  own_anchor: string | null;
  server_anchor: string | null;
  nonce: string | null;
}

/** Tables of the SyncML server. */
export interface SyncSchema {
  collections: CollectionsTable;
  collection_shares: CollectionSharesTable;
  collection_usage: CollectionUsageTable;
  item_revisions: ItemRevisionsTable;
  items: ItemsTable;
  item_contents: ItemContentsTable;
  item_lookup: ItemLookupTable;
  item_versions: ItemVersionsTable;
  sync_clients: SyncClientsTable;
  sync_states: SyncStatesTable;
  item_maps: ItemMapsTable;
  holds: HoldsTable;
  sessions: SessionsTable;
  session_messages: SessionMessagesTable;
  session_problems: SessionProblemsTable;
  phone_items: PhoneItemsTable;
  phone_states: PhoneStatesTable;
}
