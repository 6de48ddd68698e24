import type { Selectable } from 'kysely';
import type { MessageState } from '../../../shared/model/message.ts';
import { bulkStatement } from '../bulk-statement.ts';
import type { LanedMessage, QueueRepository, WaitingOwner } from '../queue-types.ts';
import type { MessagesTable } from '../schema.ts';
import type { Session } from '../session.ts';
import { select } from '../statements.ts';
import { classRank, fromColumns } from './message-columns.ts';

// The indexes are named because on a database without statistics SQLite takes the one by state, and
// then reads and sorts all that is queued for each message that is sent. 'queued' is spelled out, as
// only then do the partial indexes apply.
const byLane = `messages indexed by messages_by_lane where state = 'queued'`;

// From one value to the next through the index, however many messages lie between.
const lanes = `with recursive lanes(lane) as (
    select (select min(lane) from ${byLane})
    union all
    select (select min(lane) from ${byLane} and lane > lanes.lane) from lanes where lane is not null
  ) select lane from lanes where lane is not null`;

/** Parameters: lane, class, owner; then thrice lane and class, and the limit. */
function ownersFrom(comparison: '>' | '>='): string {
  return `with recursive owners(owner) as (
    select (select min(owner) from ${byLane} and lane = ? and class = ? and owner ${comparison} ?)
    union all
    select (select min(owner) from ${byLane} and lane = ? and class = ? and owner > owners.owner)
      from owners where owner is not null
  ) select owner, (
    select min(next_attempt_at) from ${byLane} and lane = ? and class = ? and owner = owners.owner
  ) as next from owners where owner is not null limit ?`;
}
const ownersFromFirst = ownersFrom('>=');
const ownersBehind = ownersFrom('>');

const due = `select * from ${byLane}
  and lane = ? and class = ? and owner = ? and next_attempt_at <= ?
  order by next_attempt_at, id limit ?`;
const nextDue = `select min(next_attempt_at) as at from messages indexed by messages_by_due
  where state = 'queued' and next_attempt_at > ?`;
const expired = `select * from messages indexed by messages_by_expiry
  where state in ('queued', 'paused') and expires_at <= ? order by expires_at, id limit ?`;
const nextExpiry = `select min(expires_at) as at from messages indexed by messages_by_expiry
  where state in ('queued', 'paused')`;
const lanesAfter = `select id, lane, number, account_id, gateway_id
  from messages indexed by messages_by_state
  where state = 'queued' and id > ? order by id limit ?`;
const counts = `select state, count(*) as count from messages group by state`;

const setLanes = bulkStatement<Pick<LanedMessage, 'id' | 'lane'>>(
  (rows) => `with moved(id, lane) as (values ${rows})
    update messages set lane = moved.lane from moved where messages.id = moved.id`,
  ({ id, lane }) => [id, lane],
);

/** The queue in SQL. */
export function queueRepository(session: Session): QueueRepository {
  async function instant(text: string, parameters: readonly number[]): Promise<number | null> {
    const rows = await select<{ at: number | null }>(session.db, text, parameters);
    return rows[0]?.at ?? null;
  }

  return {
    async lanes() {
      const rows = await select<{ lane: string }>(session.db, lanes, []);
      return rows.map(({ lane }) => lane);
    },
    async owners({ lane, class: name, after, limit }) {
      const key = [lane, classRank(name)];
      const rows = await select<{ owner: string; next: number }>(
        session.db,
        after === null ? ownersFromFirst : ownersBehind,
        [...key, after ?? '', ...key, ...key, limit],
      );
      return rows.map(({ owner, next }): WaitingOwner => ({ owner, nextAttemptAt: next }));
    },
    async due({ lane, class: name, owner, now, limit }) {
      const rows = await select<Selectable<MessagesTable>>(session.db, due, [
        ...[lane, classRank(name), owner, now, limit],
      ]);
      return rows.map(fromColumns);
    },
    nextDueAfter: (now) => instant(nextDue, [now]),
    async expired(now, limit) {
      const rows = await select<Selectable<MessagesTable>>(session.db, expired, [now, limit]);
      return rows.map(fromColumns);
    },
    nextExpiryAt: () => instant(nextExpiry, []),
    async lanesAfter(id, limit) {
      const rows = await select<Selectable<MessagesTable>>(session.db, lanesAfter, [id, limit]);
      return rows.map((row): LanedMessage => {
        const { lane, number, account_id, gateway_id } = row;
        return { id: row.id, lane, number, accountId: account_id, gatewayId: gateway_id };
      });
    },
    async setLanes(moved) {
      if (moved.length > 0) await session.atomic((db) => setLanes(db, moved));
    },
    async counts() {
      const rows = await select<{ state: MessageState; count: number }>(session.db, counts, []);
      return new Map(rows.map(({ state, count }) => [state, count]));
    },
  };
}
