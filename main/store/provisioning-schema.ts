/** Configurations that were sent; `message_ids` is JSON. */
export interface ConfigurationsTable {
  id: string;
  device_id: string;
  account_id: string;
  trace_id: string;
  format: string;
  security: string;
  state: string;
  reason: string | null;
  url: string;
  segments: number;
  message_ids: string;
  fingerprint: string;
  pin_delivery: string | null;
  pin_until: number | null;
  created_at: number;
  sent_at: number | null;
  delivered_at: number | null;
  configured_at: number | null;
  session_id: string | null;
}

/** Personal links; tokens only as digests. */
export interface ProvisioningLinksTable {
  id: string;
  device_id: string;
  account_id: string;
  token_hash: string;
  browser_hash: string | null;
  use: string;
  sent_by: string;
  created_at: number;
  expires_at: number;
  opened_at: number | null;
  opened_count: number;
  revoked_at: number | null;
}

/** What is set for one device's configuration. */
export interface DeviceProvisioningTable {
  device_id: string;
  access_point_id: string | null;
  with_mail: number;
}

/** Settings of virtual phones; `databases` is JSON. */
export interface PhoneProfilesTable {
  device_id: string;
  source: string;
  name: string;
  server_id: string;
  url: string;
  user: string;
  databases: string;
}

/** What was done with configuration messages on virtual phones. */
export interface PhoneConfigurationsTable {
  message_id: string;
  state: string;
  wrong_pins: number;
}

/** Tables of migration 0003. */
export interface ProvisioningSchema {
  configurations: ConfigurationsTable;
  provisioning_links: ProvisioningLinksTable;
  device_provisioning: DeviceProvisioningTable;
  phone_profiles: PhoneProfilesTable;
  phone_configurations: PhoneConfigurationsTable;
}
