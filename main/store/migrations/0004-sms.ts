import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The whole SMS service: kinds of gateways, routes, prices, users, budgets, usage, incoming SMS. */
const statements = [
  // Alerts that failed one after another, and the last of them, which is counted once.
  `alter table device_history add column failures integer not null default 0`,
  `alter table device_history add column last_failed_id text`,

  // JSON of what only some kinds have; missing names are those of a new gateway.
  `alter table gateways add column options text not null default '{}'`,

  `alter table messages add column source text not null default 'alert'`,
  // 0 alerts, 1 single messages, 2 bulk: the order in which they go.
  `alter table messages add column class integer not null default 0`,
  // Whom the queue is fair between: an account or an SMS user; empty is nobody in particular.
  `alter table messages add column owner text not null default ''`,
  // Which gateways may take it: a gateway, a route, or empty for all.
  `alter table messages add column lane text not null default ''`,
  `alter table messages add column user_id text`,
  `alter table messages add column sender text not null default ''`,
  `alter table messages add column gateway_id text`,
  `alter table messages add column reason text`,
  `alter table messages add column detail text not null default ''`,
  `alter table messages add column cost real`,
  // How many Pushdesks have passed it on before this one.
  `alter table messages add column hops integer not null default 0`,
  `update messages set owner = coalesce(account_id, ''), class = case when alert_id is null then 1 else 0 end`,
  `create index messages_by_lane on messages (lane, class, owner, next_attempt_at, id)
    where state = 'queued'`,
  // Who has written to a number: an answer from it goes to them.
  `create index messages_by_number on messages (number, created_at)
    where source in ('console', 'api') and account_id is not null`,
  `create index messages_by_expiry on messages (expires_at, id)
    where state in ('queued', 'paused')`,
  `create index messages_by_account on messages (account_id, id) where account_id is not null`,

  `alter table deliveries add column report_state text`,
  `alter table deliveries add column report_detail text not null default ''`,
  `create index deliveries_by_provider on deliveries (gateway_id, provider_id)
    where provider_id is not null`,

  // Ids of the parts of messages that went out in several; a part's report ends the part.
  `create table delivery_parts (
    delivery_id text not null references deliveries (id) on delete cascade,
    part integer not null,
    gateway_id text not null,
    provider_id text not null,
    report_state text,
    primary key (delivery_id, part)
  ) without rowid`,
  `create index delivery_parts_by_provider on delivery_parts (gateway_id, provider_id)`,

  // JSON: prefixes, account_ids, gateways.
  `create table routes (
    id text primary key,
    name text not null,
    active integer not null,
    prefixes text not null,
    account_ids text not null,
    gateways text not null,
    ordering text not null,
    fallback integer not null,
    created_at integer not null
  ) without rowid`,

  `create table prices (
    gateway_id text not null references gateways (id) on delete cascade,
    prefix text not null,
    price real not null,
    primary key (gateway_id, prefix)
  ) without rowid`,

  // The digest of the password is a secret and lies elsewhere.
  `create table sms_users (
    id text primary key,
    name text not null unique collate nocase,
    active integer not null,
    monthly_limit integer,
    expires_at integer,
    gateway_id text,
    wants_reports integer not null,
    last_used_at integer,
    created_at integer not null
  ) without rowid`,
  // What a program calls its message: handing it in again gives the first one's id.
  `create table sms_references (
    user_id text not null,
    reference text not null,
    number text not null,
    message_id text not null,
    created_at integer not null,
    primary key (user_id, reference, number)
  ) without rowid`,
  `create index sms_references_by_age on sms_references (created_at)`,
  `create index sms_references_by_message on sms_references (message_id)`,
  // What users of the API are told of their messages, in the order in which it became known. Numbers
  // are never given twice: readers ask for what came after the last one they have seen.
  `create table sms_reports (
    id integer primary key autoincrement,
    user_id text not null,
    message_id text not null,
    state text not null,
    detail text not null,
    at integer not null
  )`,
  `create index sms_reports_by_user on sms_reports (user_id, id)`,

  // An empty target is the rule for all that have none of their own.
  `create table budgets (
    scope text not null,
    target text not null,
    per_minute integer,
    per_day integer,
    per_month integer,
    primary key (scope, target)
  ) without rowid`,

  // What was accepted by gateways, by the machine's own days; it outlives the messages.
  `create table usage (
    day text not null,
    gateway_id text not null,
    account_id text not null,
    device_id text not null,
    user_id text not null,
    messages integer not null,
    parts integer not null,
    delivered integer not null,
    failed integer not null,
    cost real not null,
    unpriced integer not null,
    primary key (day, gateway_id, account_id, device_id, user_id)
  ) without rowid`,

  // What the cost report calls those that are gone.
  `create table removed_names (
    id text primary key,
    name text not null
  ) without rowid`,
  `create trigger gateways_removed after delete on gateways begin
    insert or replace into removed_names values (old.id, old.name); end`,
  `create trigger accounts_removed after delete on accounts begin
    insert or replace into removed_names values (old.id, old.address); end`,
  `create trigger devices_removed after delete on devices begin
    insert or replace into removed_names values (old.id, old.name); end`,
  `create trigger sms_users_removed after delete on sms_users begin
    insert or replace into removed_names values (old.id, old.name); end`,

  `create table incoming_messages (
    id text primary key,
    gateway_id text not null,
    number text not null,
    text text not null,
    data text not null,
    sent_at integer,
    received_at integer not null,
    read integer not null,
    matched text not null,
    account_id text,
    mail_to text,
    mail text not null,
    detail text not null
  ) without rowid`,
  `create index incoming_messages_unread on incoming_messages (id) where read = 0`,
  `create index incoming_messages_by_mail on incoming_messages (id) where mail = 'waiting'`,

  // Parts of long incoming messages until all are there; hex.
  `create table incoming_parts (
    gateway_id text not null,
    number text not null,
    reference integer not null,
    total integer not null,
    part integer not null,
    dcs integer not null,
    udh text not null,
    data text not null,
    sent_at integer,
    received_at integer not null,
    primary key (gateway_id, number, reference, total, part)
  ) without rowid`,

  `create table keyword_rules (
    id text primary key,
    keyword text not null,
    action text not null,
    account_id text,
    mail_to text not null,
    active integer not null,
    position integer not null
  ) without rowid`,
];

export const sms: Migration = {
  name: '0004-sms',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
