import type { MessageRow, Repositories } from '../../store/types.ts';
import { outgoingMessage } from '../outgoing.ts';
import type { Claim, ClaimTools } from './claims.ts';
import { wantedOf } from './gateway-lease.ts';
import type { Lease } from './gateway-lease.ts';
import { newAttempt } from './records.ts';

/** Messages that were put into the queue by somebody's transaction. */
export interface Enqueued {
  /** To be called once the transaction is stored. */
  begin(): void;
  /** To be called instead when it was not. */
  drop(): void;
}

/** What is to be put into the queue, and which of it goes at once. */
export interface Intake {
  readonly claims: readonly Claim[];
  readonly waiting: readonly MessageRow[];
}

/**
 * Stores new messages within a transaction. Those that can go at once are claimed in it already, which
 * saves them a transaction of their own on the way to the socket; nobody goes before those that wait.
 *
 * @param mayClaim Whether anything may go at this moment.
 */
export async function takeIn(
  tx: Repositories,
  tools: ClaimTools,
  rows: readonly MessageRow[],
  mayClaim: boolean,
): Promise<Intake> {
  const { deps, book, reader } = tools;
  const now = deps.clock.now();
  const leased: { readonly row: MessageRow; readonly lease: Lease }[] = [];
  const waiting: MessageRow[] = [];
  try {
    for (const row of rows) {
      const isDue = row.nextAttemptAt <= now && row.expiresAt > now;
      const lease = isDue && mayClaim ? leaseFor(tools, row, now) : undefined;
      if (lease !== undefined) leased.push({ row, lease });
      else {
        waiting.push(row);
        reader.arrived(row);
        if (isDue) book.mark(row);
      }
    }
    const claims = leased.map(({ row, lease }) => ({
      attempt: newAttempt(deps, row, lease.row),
      lease,
      message: outgoingMessage(row),
    }));
    await tx.messages.insert([...claims.map(({ attempt }) => attempt.row), ...waiting]);
    await tx.deliveries.insert(claims.map(({ attempt }) => attempt.delivery));
    return { claims, waiting };
  } catch (error) {
    for (const { lease } of leased) lease.release();
    throw error;
  }
}

/** Gateways are shared by lanes: those that wait elsewhere for a place go first as well. */
function leaseFor({ pool, book }: ClaimTools, row: MessageRow, now: number): Lease | undefined {
  const before = book.lanesBefore(row.class);
  if (before.includes(row.lane)) return undefined;
  if (before.some((lane) => isBusy(pool, lane, now))) return undefined;
  const taken = pool.take(now, wantedOf(row));
  return taken.kind === 'lease' ? taken.lease : undefined;
}

/** A lane that is down or over its budget waits for nothing that a new message could take from it. */
function isBusy(pool: ClaimTools['pool'], lane: string, now: number): boolean {
  const wanted = { lane, number: '', accountId: null, deviceId: null, parts: 1 };
  return pool.choose(now, wanted).kind !== 'later';
}
