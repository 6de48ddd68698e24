import { CodecError } from '../../codecs/codec-error.ts';
import type { LaneClass } from '../../store/queue-types.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';
import { outgoingMessage } from '../outgoing.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { FairReader } from './fair-reader.ts';
import { wantedOf } from './gateway-lease.ts';
import type { Lease } from './gateway-lease.ts';
import type { GatewayPool } from './gateway-pool.ts';
import type { LaneBook } from './lane-book.ts';
import type { QueueDeps } from './queue-deps.ts';
import { markFailed, newAttempt } from './records.ts';
import type { Attempt } from './records.ts';

/** Most messages claimed in one transaction. */
const pageSize = 64;
/** A message over a budget that tells no time is looked at again after so long. */
const budgetPauseMs = 60_000;
/** And never earlier than so. */
const leastPauseMs = 250;

/** A message that a gateway may be handed. */
export interface Claim {
  readonly attempt: Attempt;
  readonly lease: Lease;
  readonly message: OutgoingMessage;
}

/** What one look at the queue found. */
export interface Round {
  readonly claims: Claim[];
  readonly expired: MessageRow[];
  /** When the next of those is due that had to be put off. */
  nextAt: number | null;
  /** Whether more may be due for which there is room. */
  isMore: boolean;
}

/** What {@link claimRound} works with. */
export interface ClaimTools {
  readonly deps: QueueDeps;
  readonly pool: GatewayPool;
  readonly book: LaneBook;
  readonly reader: FairReader;
}

/** An empty look. */
export function emptyRound(): Round {
  return { claims: [], expired: [], nextAt: null, isMore: false };
}

/**
 * Claims due messages within a transaction, for as many places as gateways have: the most urgent class
 * first, and within it lane by lane. A lane without room keeps no other waiting. Claims are put into
 * `round` at once, so that their places can be given back whatever happens.
 */
export async function claimRound(
  tx: Repositories,
  tools: ClaimTools,
  round: Round,
  now: number,
): Promise<void> {
  for (const of of tools.book.inOrder()) {
    const left = pageSize - round.claims.length;
    if (left <= 0) {
      round.isMore = true;
      return;
    }
    const room = Math.min(tools.pool.room(now, of.lane), left);
    if (room > 0) await claimLane(tx, tools, round, of, { now, room });
  }
}

async function claimLane(
  tx: Repositories,
  tools: ClaimTools,
  round: Round,
  of: LaneClass,
  { now, room }: { readonly now: number; readonly room: number },
): Promise<void> {
  const { deps, book, reader } = tools;
  const { rows, isDrained } = await reader.read(tx, of, now, room);
  const claimed: Claim[] = [];
  let isBlocked = false;
  for (const row of rows) {
    if (row.expiresAt <= now) {
      await markFailed(tx, deps, row, 'too-old', now);
      round.expired.push(row);
      continue;
    }
    const claim = await claimOne(tx, tools, round, row, now);
    if (claim === 'blocked') {
      isBlocked = true;
      break;
    }
    if (claim === undefined) continue;
    claimed.push(claim);
    reader.served(of, row.owner);
  }
  await tx.messages.begin(claimed.map(({ attempt }) => attempt.row));
  await tx.deliveries.insert(claimed.map(({ attempt }) => attempt.delivery));
  if (isBlocked) return;
  if (isDrained) book.drained(of);
  else round.isMore = true;
}

/** `blocked`: nothing else of the lane can go now. Undefined: this one cannot. */
async function claimOne(
  tx: Repositories,
  { deps, pool }: ClaimTools,
  round: Round,
  row: MessageRow,
  now: number,
): Promise<Claim | 'blocked' | undefined> {
  const message = await readable(tx, deps, row, now);
  if (message === undefined) return undefined;
  const taken = pool.take(now, wantedOf(row));
  if (taken.kind === 'lease') {
    const { lease } = taken;
    const claim = { attempt: newAttempt(deps, row, lease.row), lease, message };
    round.claims.push(claim);
    return claim;
  }
  if (taken.kind === 'busy' || taken.reason === 'no-way') return 'blocked';
  const wish = Math.max(taken.at ?? now + budgetPauseMs, now + leastPauseMs);
  const nextAttemptAt = Math.min(wish, row.expiresAt);
  await tx.messages.update({ ...row, nextAttemptAt, reason: 'budget' });
  round.nextAt = Math.min(round.nextAt ?? Infinity, nextAttemptAt);
  return undefined;
}

/** The message in bytes; one whose stored bytes make no sense is given up. */
async function readable(
  tx: Repositories,
  deps: QueueDeps,
  row: MessageRow,
  now: number,
): Promise<OutgoingMessage | undefined> {
  try {
    return outgoingMessage(row);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    await markFailed(tx, deps, row, 'gateway-refused', now);
    return undefined;
  }
}
