import type { Generated } from 'kysely';

/** Ids of the parts of messages that went out in several. */
export interface DeliveryPartsTable {
  delivery_id: string;
  part: number;
  gateway_id: string;
  provider_id: string;
  report_state: string | null;
}

/** Routes; `prefixes`, `account_ids` and `gateways` are JSON. */
export interface RoutesTable {
  id: string;
  name: string;
  active: number;
  prefixes: string;
  account_ids: string;
  gateways: string;
  ordering: string;
  fallback: number;
  created_at: number;
}

/** Prices of parts by gateway and prefix. */
export interface PricesTable {
  gateway_id: string;
  prefix: string;
  price: number;
}

/** Who may hand in SMS. */
export interface SmsUsersTable {
  id: string;
  name: string;
  active: number;
  monthly_limit: number | null;
  expires_at: number | null;
  gateway_id: string | null;
  wants_reports: number;
  last_used_at: number | null;
  created_at: number;
}

/** What users of the API call their messages; an empty user is nobody. */
export interface SmsReferencesTable {
  user_id: string;
  reference: string;
  number: string;
  message_id: string;
  created_at: number;
}

/** What users of the API are told of their messages. */
export interface SmsReportsTable {
  id: Generated<number>;
  user_id: string;
  message_id: string;
  state: string;
  detail: string;
  at: number;
}

/** Limits of accounts and devices; an empty target is the rule for all. */
export interface BudgetsTable {
  scope: string;
  target: string;
  per_minute: number | null;
  per_day: number | null;
  per_month: number | null;
}

/** What gateways accepted, by day (`2026-11-22`); an empty id is nobody. */
export interface UsageTable {
  day: string;
  gateway_id: string;
  account_id: string;
  device_id: string;
  user_id: string;
  messages: number;
  parts: number;
  delivered: number;
  failed: number;
  cost: number;
  unpriced: number;
}

/** Names of gateways, accounts, devices and SMS users that are gone. */
export interface RemovedNamesTable {
  id: string;
  name: string;
}

/** SMS that phones sent. */
export interface IncomingMessagesTable {
  id: string;
  gateway_id: string;
  number: string;
  text: string;
  data: string;
  sent_at: number | null;
  received_at: number;
  read: number;
  matched: string;
  account_id: string | null;
  mail_to: string | null;
  mail: string;
  detail: string;
}

/** Parts of long incoming messages until all are there. */
export interface IncomingPartsTable {
  gateway_id: string;
  number: string;
  reference: number;
  total: number;
  part: number;
  dcs: number;
  udh: string;
  data: string;
  sent_at: number | null;
  received_at: number;
}

/** What is done with incoming SMS by their first word. */
export interface KeywordRulesTable {
  id: string;
  keyword: string;
  action: string;
  account_id: string | null;
  mail_to: string;
  active: number;
  position: number;
}

/** Tables of migration 0004. */
export interface SmsSchema {
  delivery_parts: DeliveryPartsTable;
  routes: RoutesTable;
  prices: PricesTable;
  sms_users: SmsUsersTable;
  sms_references: SmsReferencesTable;
  sms_reports: SmsReportsTable;
  budgets: BudgetsTable;
  usage: UsageTable;
  removed_names: RemovedNamesTable;
  incoming_messages: IncomingMessagesTable;
  incoming_parts: IncomingPartsTable;
  keyword_rules: KeywordRulesTable;
}
