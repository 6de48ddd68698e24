import { sql } from 'kysely';
import type { Expression, Kysely, SqlBool } from 'kysely';
import type { MessageList, MessageQuery } from '../message-query.ts';
import type { Schema } from '../schema.ts';
import type { MessageRow } from '../types.ts';
import { classRank, fromColumns } from './message-columns.ts';

/** Among so many of the newest are those looked for that no index leads to. */
const lookBack = 50_000;
/** And among so many those of a gateway: their attempts have to be looked at. */
const gatewayLookBack = 10_000;

/** Reads a page of messages, newest first, and counts all that fit; see {@link MessageList}. */
export async function listMessages(db: Kysely<Schema>, query: MessageQuery): Promise<MessageList> {
  const { conditions, among } = await conditionsOf(db, query);
  const states = statesOf(query);
  let total = 0;
  const messages: MessageRow[] = [];
  // State by state: each is a walk along its index, where all at once would be sorted first.
  for (const state of states ?? [undefined]) {
    let matching = db.selectFrom('messages').where((eb) => eb.and(conditions));
    if (state !== undefined) matching = matching.where('state', '=', state);
    const counted = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    total += counted.total;
    let page = matching.selectAll();
    if (query.before !== undefined) page = page.where('id', '<', query.before);
    const rows = await page.orderBy('id', 'desc').limit(query.limit).execute();
    messages.push(...rows.map(fromColumns));
  }
  if ((states?.length ?? 1) > 1) messages.sort((one, other) => (one.id < other.id ? 1 : -1));
  return { messages: messages.slice(0, query.limit), total, among };
}

function statesOf({ state, states }: MessageQuery): readonly MessageRow['state'][] | undefined {
  if (states === undefined) return state === undefined ? undefined : [state];
  const wanted = [...new Set(states)];
  return state === undefined ? wanted : wanted.filter((each) => each === state);
}

async function conditionsOf(
  db: Kysely<Schema>,
  query: MessageQuery,
): Promise<{ readonly conditions: Expression<SqlBool>[]; readonly among: number | null }> {
  const { deviceId, accountId, userId, gatewayId, source, number } = query;
  const conditions: Expression<SqlBool>[] = [];
  if (deviceId !== undefined) conditions.push(sql<SqlBool>`device_id = ${deviceId}`);
  if (accountId !== undefined) conditions.push(sql<SqlBool>`account_id = ${accountId}`);
  const isIndexed = conditions.length > 0;
  if (userId !== undefined) conditions.push(sql<SqlBool>`user_id = ${userId}`);
  if (source !== undefined) conditions.push(sql<SqlBool>`source = ${source}`);
  if (query.class !== undefined) {
    conditions.push(sql<SqlBool>`class = ${classRank(query.class)}`);
  }
  if (number !== undefined && number !== '') {
    conditions.push(sql<SqlBool>`instr(number, ${number}) > 0`);
  }
  if (gatewayId !== undefined) conditions.push(byGateway(gatewayId));
  if (isIndexed || conditions.length === 0) return { conditions, among: null };
  const among = gatewayId === undefined ? lookBack : gatewayLookBack;
  const oldest = await oldestOf(db, among);
  if (oldest === undefined) return { conditions, among: null };
  return { conditions: [...conditions, sql<SqlBool>`id > ${oldest}`], among };
}

/** Bound to the gateway, or handed to it last. */
function byGateway(gatewayId: string): Expression<SqlBool> {
  return sql<SqlBool>`(messages.gateway_id = ${gatewayId} or exists (
    select 1 from deliveries indexed by deliveries_by_message
    where deliveries.message_id = messages.id and deliveries.gateway_id = ${gatewayId}
      and deliveries.attempt = messages.attempts))`;
}

/** The id before the newest `count` messages; undefined when there are no more of them. */
async function oldestOf(db: Kysely<Schema>, count: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .orderBy('id', 'desc')
    .offset(count)
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
