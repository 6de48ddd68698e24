import { noGatewayFacts } from '../../../shared/model/gateway.ts';
import type { Gateway as ShownGateway } from '../../../shared/model/gateway.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';
import type { PooledGateway } from '../queue/gateway-station.ts';

/** A gateway as readers are told of it. */
export function shownGateway(
  pool: Pick<GatewayPool, 'stateOf'>,
  gateway: PooledGateway,
  queued: number,
  now: number,
): ShownGateway {
  const { row, hasPassword, health, underWay, meter, accepted } = gateway;
  const { options, ...own } = row;
  const used = meter.used(now);
  return {
    ...own,
    ...options,
    headers: { ...row.headers },
    hasPassword: row.kind !== 'modem' && hasPassword,
    hasPin: row.kind === 'modem' && hasPassword,
    ...pool.stateOf(gateway),
    facts: gateway.gateway?.facts?.() ?? noGatewayFacts,
    breaker: health.breaker(now),
    retryAt: health.retryAt > now ? health.retryAt : null,
    underWay,
    perMinuteNow: accepted.total(now),
    partsToday: used.today,
    partsThisMonth: used.thisMonth,
    queued,
    ...health.today(now),
    lastUsedAt: health.lastUsedAt,
  };
}

/**
 * How many messages wait for each gateway: for all those that would take them next.
 *
 * @param waiting how many messages of each lane wait.
 */
export function queuedByGateway(
  pool: Pick<GatewayPool, 'nextWays'>,
  waiting: ReadonlyMap<string, number>,
  now: number,
): ReadonlyMap<string, number> {
  const queued = new Map<string, number>();
  for (const [lane, count] of waiting) {
    for (const id of pool.nextWays(now, lane)) queued.set(id, (queued.get(id) ?? 0) + count);
  }
  return queued;
}
