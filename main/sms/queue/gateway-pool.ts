import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { GatewayRow, Store } from '../../store/types.ts';
import type {
  Gateway,
  GatewayEvents,
  HandOver,
  IncomingPart,
  ProviderReport,
  Readiness,
} from '../gateways/gateway.ts';
import { GatewayHealth, startOfDay } from './gateway-health.ts';
import { createThrottle } from './throttle.ts';
import type { Throttle } from './throttle.ts';

/** Counters of a busy gateway are told to readers this often. */
const counterIntervalMs = 1_000;

/** A gateway with all that is known about it while the process runs. */
export interface PooledGateway {
  readonly row: GatewayRow;
  readonly hasPassword: boolean;
  readonly health: GatewayHealth;
  /** Messages under way by it. */
  readonly underWay: number;
  /** Undefined when its settings cannot be used. */
  readonly gateway: Gateway | undefined;
}

/** The right to hand one message to a gateway. */
export interface Lease {
  readonly row: GatewayRow;
  readonly gateway: Gateway;
  /** Takes note of what became of the message. */
  record(result: Exclude<HandOver, { outcome: 'aborted' }>): void;
  release(): void;
}

/** What the pool needs. */
export interface GatewayPoolDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Events;
  readonly log: LogWriter;
  /** Opens the gateway of a row; undefined when its settings are faulty. */
  open(row: GatewayRow, password: string | undefined, events: GatewayEvents): Gateway | undefined;
  /** A gateway has a report about a message that it took. */
  report(gatewayId: string, report: ProviderReport): Promise<void>;
  /** A phone has sent an SMS to a gateway. */
  incoming(gatewayId: string, part: IncomingPart): Promise<void>;
  /** A gateway can take messages again. */
  wake(): void;
}

interface Opened {
  gateway: Gateway | undefined;
  /** Undefined: it has no link to make, and is always ready. */
  readiness: Readiness | undefined;
  leases: number;
  isRetired: boolean;
}

interface Station extends PooledGateway {
  row: GatewayRow;
  hasPassword: boolean;
  underWay: number;
  gateway: Gateway | undefined;
  opened: Opened;
  readonly counters: Throttle;
}

/** The ways out, and which of them the next message takes. */
export class GatewayPool {
  readonly #deps: GatewayPoolDeps;
  readonly #stations = new Map<string, Station>();
  /** By priority, then name. */
  #order: Station[] = [];
  readonly #closing = new AbortController();

  constructor(deps: GatewayPoolDeps) {
    this.#deps = deps;
  }

  /** Opens all stored gateways. */
  async load(): Promise<void> {
    const { store, clock } = this.#deps;
    const rows = await store.gateways.list();
    const activity = await store.gateways.activity(startOfDay(clock.now()));
    for (const row of rows) {
      const password = await store.secrets.get(gatewaySecret(row.id));
      const past = activity.find(({ gatewayId }) => gatewayId === row.id);
      this.#put(row, password, new GatewayHealth(past, clock.now()));
    }
  }

  /** Takes a new gateway, or the new settings of one; messages under way end by the old ones. */
  put(row: GatewayRow, password: string | undefined): void {
    const known = this.#stations.get(row.id);
    known?.health.forget();
    this.#put(row, password, known?.health ?? new GatewayHealth(undefined, this.#deps.clock.now()));
  }

  /** Switches a gateway on or off; messages under way by it end. */
  setActive(id: string, active: boolean): void {
    const station = this.#stations.get(id);
    if (station === undefined) return;
    station.row = { ...station.row, active };
    if (station.health.isFailing) station.health.forget();
  }

  /** Forgets a gateway; messages under way by it end. */
  remove(id: string): void {
    const station = this.#stations.get(id);
    if (station === undefined) return;
    this.#retire(station);
    station.counters.stop();
    this.#stations.delete(id);
    this.#sort();
  }

  /** By priority, then name. */
  list(): readonly PooledGateway[] {
    return this.#order;
  }

  get(id: string): PooledGateway | undefined {
    return this.#stations.get(id);
  }

  /** Whether any gateway of the kind is switched on and can be used. */
  hasOpen(kind?: GatewayRow['kind']): boolean {
    return this.#order.some(
      (station) => isOpen(station) && (kind === undefined || station.row.kind === kind),
    );
  }

  /** How many gateways are switched on and can be used. */
  get openCount(): number {
    return this.#order.filter(isOpen).length;
  }

  /** How many messages could be handed over at this moment. */
  room(now: number): number {
    let room = 0;
    for (const tier of this.#tiers(now)) {
      for (const station of tier) room += freeSlots(station);
    }
    return room;
  }

  /**
   * Reserves a place at the best gateway: the first priority at which one works, of several the one
   * with the least to do. A gateway that is merely busy is waited for; one that fails is passed over
   * until its time has come, when one message tries it.
   */
  take(now: number, tried?: ReadonlySet<string>): Lease | undefined {
    for (const tier of this.#tiers(now, tried)) {
      let best: Station | undefined;
      for (const station of tier) {
        if (freeSlots(station) === 0) continue;
        if (best === undefined || station.underWay < best.underWay) best = station;
      }
      if (best !== undefined) return this.#lease(best);
    }
    return undefined;
  }

  /** When the next gateway that is left alone may be tried; null when none is. */
  nextRetryAt(now: number): number | null {
    let next: number | null = null;
    for (const station of this.#order) {
      const { retryAt } = station.health;
      if (!isOpen(station) || retryAt <= now) continue;
      next = next === null ? retryAt : Math.min(next, retryAt);
    }
    return next;
  }

  /** Takes note that a test found the gateway working; tells readers. */
  recordTest(id: string, result: { ok: boolean } & Parameters<GatewayHealth['failed']>[0]): void {
    const station = this.#stations.get(id);
    if (station === undefined) return;
    const { clock, random } = this.#deps;
    const { health } = station;
    if (result.ok) health.works(clock.now());
    else health.failed(result, health.epoch, clock.now(), random);
    this.#changed(station);
  }

  /** Aborts when the pool is closed: for what is tried outside of the queue. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort();
    for (const station of this.#order) {
      station.counters.stop();
      station.gateway?.close();
    }
    this.#stations.clear();
    this.#order = [];
  }

  #put(row: GatewayRow, password: string | undefined, health: GatewayHealth): void {
    const old = this.#stations.get(row.id);
    if (old !== undefined) this.#retire(old);
    const opened: Opened = {
      gateway: undefined,
      readiness: undefined,
      leases: 0,
      isRetired: false,
    };
    const gateway = this.#deps.open(row, password, this.#eventsOf(row.id, opened));
    opened.gateway = gateway;
    if (gateway === undefined) health.reason = 'bad-template';
    const hasPassword = password !== undefined && password !== '';
    if (old !== undefined) Object.assign(old, { row, hasPassword, gateway, opened });
    else {
      const { clock, events } = this.#deps;
      const counters = createThrottle(clock, counterIntervalMs, () =>
        events.emit({ kind: 'gateway', id: row.id }),
      );
      const fresh = { row, hasPassword, health, underWay: 0, gateway, opened, counters };
      this.#stations.set(row.id, fresh);
    }
    this.#sort();
  }

  /** What a gateway tells goes on to where it belongs; one that was replaced is heard no more. */
  #eventsOf(id: string, opened: Opened): GatewayEvents {
    const current = (): Station | undefined => {
      const station = this.#stations.get(id);
      return station?.opened === opened ? station : undefined;
    };
    return {
      report: (report) => this.#deps.report(id, report),
      incoming: (part) => this.#deps.incoming(id, part),
      readiness: (readiness) => {
        opened.readiness = readiness;
        const station = current();
        if (station === undefined) return;
        this.#changed(station);
        if (readiness.ready) this.#deps.wake();
      },
      factsChanged: () => {
        const station = current();
        if (station !== undefined) this.#changed(station);
      },
    };
  }

  #sort(): void {
    this.#order = [...this.#stations.values()].sort(
      (left, right) =>
        left.row.priority - right.row.priority ||
        (left.row.name < right.row.name ? -1 : left.row.name > right.row.name ? 1 : 0),
    );
  }

  /** The gateways that may be used now, by priority, down to the first that works. */
  *#tiers(now: number, tried?: ReadonlySet<string>): Generator<Station[]> {
    let tier: Station[] = [];
    for (const station of this.#order) {
      const first = tier[0];
      if (first !== undefined && first.row.priority !== station.row.priority) {
        yield tier;
        if (tier.some(({ health }) => !health.isFailing)) return;
        tier = [];
      }
      const { health, row } = station;
      if (isOpen(station) && health.retryAt <= now && tried?.has(row.id) !== true) {
        tier.push(station);
      }
    }
    if (tier.length > 0) yield tier;
  }

  #lease(station: Station): Lease {
    const { opened, row } = station;
    const { gateway } = opened;
    if (gateway === undefined) throw new Error('a gateway that is not open was chosen');
    const { epoch } = station.health;
    let isReleased = false;
    station.underWay += 1;
    opened.leases += 1;
    return {
      row,
      gateway,
      record: (result) => this.#record(station, epoch, result),
      release() {
        if (isReleased) return;
        isReleased = true;
        station.underWay -= 1;
        opened.leases -= 1;
        if (opened.isRetired && opened.leases === 0) gateway.close();
      },
    };
  }

  #record(
    station: Station,
    epoch: number,
    result: Exclude<HandOver, { outcome: 'aborted' }>,
  ): void {
    const { clock, random } = this.#deps;
    const { health, row } = station;
    const now = clock.now();
    const before = health.reason;
    if (result.outcome === 'accepted' || (result.outcome === 'refused' && isMessageFault(result))) {
      const isAccepted = result.outcome === 'accepted';
      const hasRecovered = isAccepted ? health.accepted(now) : health.refusedMessage(now);
      if (hasRecovered) this.#say(row, 'info', 'gateway.recovered');
    } else {
      const reason = result.outcome === 'refused' ? result.reason : 'unreachable';
      const { detail, retryAfterMs } = result;
      if (health.failed({ reason, detail, retryAfterMs }, epoch, now, random)) {
        this.#say(row, reason === 'backing-off' ? 'warn' : 'error', 'gateway.failing', detail);
      }
    }
    if (health.reason === before) station.counters.request();
    else this.#changed(station);
  }

  #say(
    row: GatewayRow,
    level: 'info' | 'warn' | 'error',
    key: 'gateway.recovered' | 'gateway.failing',
    detail?: string,
  ): void {
    const params = { gateway: row.name, ...(detail === undefined ? {} : { detail }) };
    this.#deps.log.write({ level, area: 'sms', key, params, gatewayId: row.id });
  }

  #changed(station: Station): void {
    this.#deps.events.emit({ kind: 'gateway', id: station.row.id });
  }

  #retire({ opened }: Station): void {
    opened.isRetired = true;
    if (opened.leases === 0) opened.gateway?.close();
  }
}

/** Name of the secret that holds a gateway's password. */
export function gatewaySecret(id: string): string {
  return `gateway:${id}`;
}

function isOpen({ row, gateway, opened }: Station): boolean {
  return row.active && gateway !== undefined && opened.readiness?.ready !== false;
}

/** While a gateway fails, one message at a time tries it. */
function freeSlots({ health, row, underWay }: Station): number {
  return Math.max(0, (health.isFailing ? 1 : row.concurrency) - underWay);
}

function isMessageFault(result: { fault: 'message' | 'gateway' }): boolean {
  return result.fault === 'message';
}
