import type { GatewayReason } from '../../../shared/model/gateway.ts';
import type { StateMark } from '../../../shared/model/words.ts';
import type { GatewayRow } from '../../store/types.ts';
import type { Meter } from '../accounting/meter.ts';
import type { MinuteWindow, Pace } from '../accounting/pace.ts';
import type { Gateway, Readiness } from '../gateways/gateway.ts';
import { markOf } from './gateway-health.ts';
import type { GatewayHealth } from './gateway-health.ts';
import type { Throttle } from './throttle.ts';

/** A gateway with all that is known about it while the process runs. */
export interface PooledGateway {
  readonly row: GatewayRow;
  readonly hasPassword: boolean;
  readonly health: GatewayHealth;
  /** Messages under way by it, until what became of them is stored. */
  readonly underWay: number;
  /** Those of them that it has answered, so that it has their places free. */
  readonly answered: number;
  readonly opened: Readonly<Opened>;
  /** Undefined when its settings cannot be used, or when it is off and would hold a link. */
  readonly gateway: Gateway | undefined;
  /** SMS parts that it has accepted. */
  readonly meter: Meter;
  /** Messages that it has accepted within the last minute. */
  readonly accepted: MinuteWindow;
}

/** What is open of a gateway; another one takes its place when its settings change. */
export interface Opened {
  gateway: Gateway | undefined;
  /** Undefined: it has no link to make, and is always ready. */
  readiness: Readiness | undefined;
  leases: number;
  isRetired: boolean;
}

/** A gateway as the pool works with it. */
export interface Station extends PooledGateway {
  row: GatewayRow;
  hasPassword: boolean;
  underWay: number;
  answered: number;
  gateway: Gateway | undefined;
  opened: Opened;
  /** Undefined: it may be used as fast as it can. */
  pace: Pace | undefined;
  readonly counters: Throttle;
}

/** Why a gateway takes no message at this moment. */
export interface Block {
  readonly why: 'off' | 'not-open' | 'failing' | 'budget' | 'busy';
  /** When it may be different; null when only an event tells. */
  readonly at: number | null;
  /** Whether to wait for it, instead of going by the next one. */
  readonly isWaitedFor: boolean;
  /** Whether a message of one part would not be taken either. */
  readonly isForAll: boolean;
}

/** While what is under way uses up a budget, it is looked at again after so long. */
const recheckMs = 1_000;

const off: Block = { why: 'off', at: null, isWaitedFor: false, isForAll: true };
const notOpen: Block = { why: 'not-open', at: null, isWaitedFor: false, isForAll: true };
const full: Block = { why: 'busy', at: null, isWaitedFor: true, isForAll: true };
/** A failing gateway with its one try out: nobody waits for what becomes of that. */
const tried: Block = { why: 'failing', at: null, isWaitedFor: false, isForAll: true };

/** Whether a gateway is switched on and can be used. */
export function isOpen({ row, gateway, opened }: Station): boolean {
  return row.active && gateway !== undefined && opened.readiness?.ready !== false;
}

/** Why a gateway does not take a message of so many parts now; undefined: it does. */
export function blockOf(station: Station, now: number, parts: number): Block | undefined {
  const { row, health, meter, pace } = station;
  if (!row.active) return off;
  if (!isOpen(station)) return notOpen;
  if (health.retryAt > now) {
    return { why: 'failing', at: health.retryAt, isWaitedFor: false, isForAll: true };
  }
  const budget = meter.ask(now, parts, row.options);
  if (!budget.fits) {
    const isForAll = parts === 1 || meter.room(now, row.options) === 0;
    // What is under way may fail, which leaves room: that is worth waiting for.
    if (budget.isUnderWay)
      return { why: 'budget', at: now + recheckMs, isWaitedFor: true, isForAll };
    return { why: 'budget', at: budget.freeAt, isWaitedFor: false, isForAll };
  }
  if (unanswered(station) >= health.places(row.concurrency)) {
    return health.isFailing ? tried : full;
  }
  const freeAt = Math.max(health.pausedUntil, pace?.freeAt(now, parts) ?? now);
  if (freeAt > now) return { why: 'busy', at: freeAt, isWaitedFor: true, isForAll: true };
  return undefined;
}

/** Messages that a gateway has not answered yet. */
export function unanswered({ underWay, answered }: PooledGateway): number {
  return underWay - answered;
}

/** How many messages of one part a gateway that is not blocked could take now. */
export function freePlaces(station: Station, now: number): number {
  const { row, health, meter, pace } = station;
  const places = health.places(row.concurrency) - unanswered(station);
  const allowed = Math.min(places, meter.room(now, row.options), pace?.room(now) ?? Infinity);
  return Math.max(0, allowed);
}

/** What the console shows of a gateway's state. */
export interface ShownState {
  readonly state: StateMark;
  readonly reason: GatewayReason;
  readonly detail: string;
}

/** State, reason and detail as they are shown: what keeps a gateway from being used comes first. */
export function stateOf({ row, health, opened, meter }: PooledGateway, now: number): ShownState {
  if (!row.active) return { state: 'off', reason: 'off', detail: '' };
  const { readiness } = opened;
  if (readiness?.ready === false) {
    const { reason, detail } = readiness;
    return { state: markOf(reason), reason, detail };
  }
  const { reason, detail } = health;
  if (!health.isFailing && reason !== 'bad-template' && meter.room(now, row.options) === 0) {
    return { state: markOf('budget'), reason: 'budget', detail: '' };
  }
  return { state: markOf(reason), reason, detail };
}
