import type { Stop } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { GatewayRow } from '../../store/types.ts';
import type { BudgetRules } from '../accounting/budget-rules.ts';
import type { PriceBook } from '../accounting/price-book.ts';
import type { Gateway, HandOver } from '../gateways/gateway.ts';
import type { RouteTable } from '../routing/route-table.ts';
import { chooseGateway, nextStations, roomOf } from './choose-gateway.ts';
import type { Choice } from './choose-gateway.ts';
import type { GatewayHealth } from './gateway-health.ts';
import type { Lease, Taken, Wanted } from './gateway-lease.ts';
import { blockOf, isOpen, stateOf, unanswered } from './gateway-station.ts';
import type { PooledGateway, ShownState, Station } from './gateway-station.ts';
import { LanePlans } from './lane-plans.ts';
import type { Plan } from './lane-plans.ts';
import { Stations } from './stations.ts';
import type { StationsDeps } from './stations.ts';

type Result = Exclude<HandOver, { outcome: 'aborted' }>;

/** What the pool needs. */
export interface GatewayPoolDeps extends StationsDeps {
  readonly random: Random;
  readonly log: LogWriter;
  readonly budgets: BudgetRules;
  readonly prices: PriceBook;
  readonly routes: Pick<RouteTable, 'get' | 'list'>;
}

/** The ways out, and which of them the next message takes. */
export class GatewayPool {
  readonly #deps: GatewayPoolDeps;
  readonly #stations: Stations;
  readonly #plans: LanePlans;
  readonly #closing = new AbortController();
  #timer: { readonly at: number; readonly stop: Stop } | undefined;

  constructor(deps: GatewayPoolDeps) {
    this.#deps = deps;
    this.#stations = new Stations(deps, () => this.#plans.forget());
    this.#plans = new LanePlans({
      stations: () => this.#stations.list(),
      station: (id) => this.#stations.get(id),
      route: (id) => deps.routes.get(id),
      prices: deps.prices,
    });
  }

  /** Opens all stored gateways. */
  load(): Promise<void> {
    return this.#stations.load();
  }

  /**
   * Takes a new gateway, or the new settings of one; messages under way end by the old ones.
   *
   * @param isPasswordNew whether the password is another one than before.
   */
  put(row: GatewayRow, password: string | undefined, isPasswordNew: boolean): void {
    this.#stations.put(row, password, isPasswordNew);
  }

  /** Forgets a gateway; messages under way by it end. */
  remove(id: string): void {
    this.#stations.remove(id);
  }

  /** By priority, then name. */
  list(): readonly PooledGateway[] {
    return this.#stations.list();
  }

  get(id: string): PooledGateway | undefined {
    return this.#stations.get(id);
  }

  /** What is shown of a gateway's state. */
  stateOf(gateway: PooledGateway): ShownState {
    return stateOf(gateway, this.#deps.clock.now());
  }

  /** Whether any gateway of the kind is switched on, and its settings make sense. */
  hasOpen(kind?: GatewayRow['kind']): boolean {
    return this.#stations.list().some(({ row, gateway }) => {
      // One whose link is down is a way out all the same: messages wait for it.
      return row.active && gateway !== undefined && (kind === undefined || row.kind === kind);
    });
  }

  /** How many gateways are switched on and can be used. */
  get openCount(): number {
    return this.#stations.list().filter(isOpen).length;
  }

  /** Lanes that messages may have: for all, of each gateway, of each route. */
  lanes(): string[] {
    const ofGateways = this.#stations.list().map(({ row }) => `gateway:${row.id}`);
    const ofRoutes = this.#deps.routes.list().map(({ id }) => `route:${id}`);
    return ['', ...ofGateways, ...ofRoutes];
  }

  /** Routes or prices have changed. */
  forgetPlans(): void {
    this.#plans.forget();
    this.#deps.wake();
  }

  /** The ways that a message may take, the best first. */
  plan(lane: string, number?: string): Plan {
    return this.#plans.of(lane, number);
  }

  /** Ids of the gateways that messages of a lane wait for. */
  nextWays(now: number, lane: string): string[] {
    return nextStations(this.#plans.of(lane), now).map(({ row }) => row.id);
  }

  /** How many messages of a lane could be handed over at this moment. */
  room(now: number, lane: string): number {
    const room = roomOf(this.#plans.of(lane), now);
    if (room === 0) this.#wakeAt(this.nextRetryAt(now));
    return room;
  }

  /**
   * Reserves a place at the best gateway for a message: see {@link chooseGateway}.
   *
   * @param tried ids of gateways that are not to be asked again.
   */
  take(now: number, wanted: Wanted, tried?: ReadonlySet<string>): Taken {
    const freeAt = this.#deps.budgets.freeAt(now, wanted);
    if (freeAt > now) return { kind: 'later', at: freeAt, reason: 'budget' };
    const choice = this.choose(now, wanted, tried);
    if (choice.kind === 'station') {
      choice.book();
      return { kind: 'lease', lease: this.#lease(choice.station, now, wanted) };
    }
    this.#wakeAt(choice.at);
    if (choice.kind === 'busy') return { kind: 'busy' };
    return { kind: 'later', at: choice.at, reason: choice.isForAll ? 'no-way' : 'budget' };
  }

  /** Which gateway {@link take} would choose, as far as gateways go. Changes nothing. */
  choose(now: number, wanted: Wanted, tried?: ReadonlySet<string>): Choice {
    return chooseGateway(this.#plans.of(wanted.lane, wanted.number), now, wanted.parts, tried);
  }

  /** When the next gateway that takes nothing now is free by itself; null when none is. */
  nextRetryAt(now: number): number | null {
    let next: number | null = null;
    for (const station of this.#stations.list()) {
      const at = blockOf(station, now, 1)?.at ?? null;
      if (at !== null) next = next === null ? at : Math.min(next, at);
    }
    return next;
  }

  /**
   * A gateway to try out; one that is off and holds no link is opened for as long as that takes.
   * Undefined when its settings cannot be used.
   */
  openForTest(id: string): Promise<{ gateway: Gateway; close(): void } | undefined> {
    return this.#stations.openForTest(id);
  }

  /** Takes note of what a test found; tells readers. */
  recordTest(id: string, result: { ok: boolean } & Parameters<GatewayHealth['failed']>[0]): void {
    const station = this.#stations.get(id);
    if (station === undefined) return;
    const { clock, random } = this.#deps;
    const { health } = station;
    if (result.ok) health.works(clock.now());
    else if (result.reason === 'throttled') {
      health.throttled(result, health.epoch, clock.now(), unanswered(station));
    } else health.failed(result, health.epoch, clock.now(), random);
    this.#stations.changed(station);
  }

  /** Aborts when the pool is closed: for what is tried outside of the queue. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort();
    this.#timer?.stop();
    this.#timer = undefined;
    this.#stations.close();
  }

  /** Wakes the queue when a gateway is free by itself. */
  #wakeAt(at: number | null): void {
    if (at === null || this.#closing.signal.aborted) return;
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    this.#timer?.stop();
    const { clock } = this.#deps;
    const stop = clock.after(at - clock.now(), () => {
      this.#timer = undefined;
      this.#deps.wake();
    });
    this.#timer = { at, stop };
  }

  #lease(station: Station, now: number, wanted: Wanted): Lease {
    const { opened, row, meter } = station;
    const { gateway } = opened;
    if (gateway === undefined) throw new Error('a gateway that is not open was chosen');
    const { epoch } = station.health;
    const { parts } = wanted;
    const reservation = this.#deps.budgets.reserve(now, wanted);
    let [isFreed, isReleased, isAccepted] = [false, false, false];
    station.underWay += 1;
    opened.leases += 1;
    meter.underWay += parts;
    station.pace?.take(now, parts);
    return {
      row,
      gateway,
      record: (result) => {
        isAccepted = result.outcome === 'accepted';
        this.#record(station, epoch, result);
      },
      free() {
        if (isFreed || isReleased) return;
        isFreed = true;
        station.answered += 1;
      },
      release() {
        if (isReleased) return;
        isReleased = true;
        station.underWay -= 1;
        if (isFreed) station.answered -= 1;
        opened.leases -= 1;
        meter.underWay -= parts;
        reservation.end(isAccepted);
        if (opened.isRetired && opened.leases === 0) gateway.close();
      },
    };
  }

  #record(station: Station, epoch: number, result: Result): void {
    const { clock, random } = this.#deps;
    const { health, row } = station;
    const now = clock.now();
    const before = health.breaker(now);
    if (result.outcome === 'accepted') {
      station.accepted.add(now, 1);
      if (health.accepted(now)) this.#say(row, 'info', 'gateway.recovered');
    } else if (result.outcome === 'refused' && saysNothingOfGateway(result)) {
      if (health.refusedMessage(now)) this.#say(row, 'info', 'gateway.recovered');
    } else {
      const reason = result.outcome === 'refused' ? result.reason : 'unreachable';
      const { detail, retryAfterMs } = result;
      const failure = { reason, detail, retryAfterMs };
      const level = reason === 'backing-off' || reason === 'throttled' ? 'warn' : 'error';
      const isNews =
        reason === 'throttled'
          ? health.throttled(failure, epoch, now, unanswered(station))
          : health.failed(failure, epoch, now, random);
      if (isNews && reason === 'throttled') this.#say(row, level, 'gateway.throttled', detail);
      else if (isNews) this.#say(row, level, 'gateway.failing', detail);
    }
    // A gateway that is slowed down changes its state many times a second.
    if (health.breaker(now) === before) station.counters.request();
    else this.#stations.changed(station);
  }

  #say(
    row: GatewayRow,
    level: 'info' | 'warn' | 'error',
    key: 'gateway.recovered' | 'gateway.failing' | 'gateway.throttled',
    detail?: string,
  ): void {
    const params = { gateway: row.name, ...(detail === undefined ? {} : { detail }) };
    this.#deps.log.write({ level, area: 'sms', key, params, gatewayId: row.id });
  }
}

/** A message's own fault, or a kind of message that this gateway does not carry: it works. */
function saysNothingOfGateway({
  fault,
  isOnlyThis,
}: Extract<Result, { outcome: 'refused' }>): boolean {
  return fault === 'message' || isOnlyThis === true;
}
