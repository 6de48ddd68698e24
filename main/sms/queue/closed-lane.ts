import type { WaitedFor } from '../../../shared/model/message.ts';
import type { GatewayPool } from './gateway-pool.ts';
import type { PooledGateway } from './gateway-station.ts';

/** Why nothing of a lane can go at this moment. */
export interface ClosedLane {
  /** When the next of its gateways is tried again; null when only an event tells. */
  readonly at: number | null;
  /** Its gateways, the best first; those that are switched off only where all are. */
  readonly ways: readonly WaitedFor[];
}

/** What is asked about lanes. */
export type LanePool = Pick<GatewayPool, 'choose' | 'plan' | 'stateOf'>;

/**
 * Why no message of the lane finds a way now; undefined where one could go, or waits for no more than a
 * free place. Told from the gateways as they are, so that nothing has to be stored for each message.
 */
export function closedLane(pool: LanePool, lane: string, now: number): ClosedLane | undefined {
  const anyone = { lane, number: '', accountId: null, deviceId: null, parts: 1 };
  const choice = pool.choose(now, anyone);
  if (choice.kind !== 'later' || !choice.isForAll) return undefined;
  const all = pool.plan(lane).flatMap(({ members }) => members.map(({ station }) => station));
  const active = all.filter(({ row }) => row.active);
  const told = active.length > 0 ? active : all;
  return { at: choice.at, ways: told.map((gateway) => wayOf(pool, gateway)) };
}

function wayOf(pool: LanePool, gateway: PooledGateway): WaitedFor {
  const { reason, detail } = pool.stateOf(gateway);
  return { gatewayId: gateway.row.id, gatewayName: gateway.row.name, reason, detail };
}
