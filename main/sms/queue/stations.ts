import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { GatewayRow, Store } from '../../store/types.ts';
import { startOfDay } from '../../platform/start-of-day.ts';
import type { Meters } from '../accounting/meter.ts';
import { MinuteWindow, Pace } from '../accounting/pace.ts';
import type { Gateway, GatewayEvents, IncomingPart, ProviderReport } from '../gateways/gateway.ts';
import { GatewayHealth } from './gateway-health.ts';
import type { Opened, Station } from './gateway-station.ts';
import { createThrottle } from './throttle.ts';

/** Counters of a busy gateway are told to readers this often. */
const counterIntervalMs = 1_000;
const minuteMs = 60_000;

/** Settings that the pool alone looks at: they change while links stay as they are. */
const poolSettings = ['name', 'priority', 'active', 'options'] as const;
const poolOptions = ['weight', 'perMinute', 'perDay', 'perMonth'] as const;

/** What gateways are opened with, and what they tell. */
export interface StationsDeps {
  readonly store: Pick<Store, 'gateways' | 'secrets'>;
  readonly clock: Clock;
  readonly events: Events;
  readonly meters: Meters;
  /** Opens the gateway of a row; undefined when its settings are faulty. */
  open(row: GatewayRow, password: string | undefined, events: GatewayEvents): Gateway | undefined;
  /** A gateway has a report about a message that it took. */
  report(gatewayId: string, report: ProviderReport): Promise<void>;
  /** A phone has sent an SMS to a gateway. */
  incoming(gatewayId: string, part: IncomingPart): Promise<void>;
  /** A gateway can take messages again. */
  wake(): void;
}

/** All gateways, opened, in the order in which they are tried. */
export class Stations {
  readonly #deps: StationsDeps;
  /** The order, or who can be used at all, has changed. */
  readonly #onChange: () => void;
  readonly #stations = new Map<string, Station>();
  /** By priority, then name. */
  #order: Station[] = [];

  constructor(deps: StationsDeps, onChange: () => void) {
    this.#deps = deps;
    this.#onChange = onChange;
  }

  /** Opens all stored gateways. */
  async load(): Promise<void> {
    const { store, clock } = this.#deps;
    const rows = await store.gateways.list();
    const activity = await store.gateways.activity(startOfDay(clock.now()));
    for (const row of rows) {
      const password = await store.secrets.get(gatewaySecret(row.id));
      const past = activity.find(({ gatewayId }) => gatewayId === row.id);
      const station = this.#add(row, password, new GatewayHealth(past, clock.now()));
      // A restart must not let a whole minute's worth go once more.
      const lastMinute = await store.gateways.handedOver(row.id, clock.now() - minuteMs);
      for (const { at, parts, accepted } of lastMinute) {
        station.pace?.take(at, parts);
        station.accepted.add(at, accepted);
      }
    }
    this.#sort();
  }

  /**
   * Takes a new gateway, or the new settings of one. Messages under way end by the old ones; what has
   * nothing to do with how it works leaves its link and its health as they are.
   */
  put(row: GatewayRow, password: string | undefined, isPasswordNew: boolean): void {
    const station = this.#stations.get(row.id);
    if (station === undefined) {
      this.#add(row, password, new GatewayHealth(undefined, this.#deps.clock.now()));
    } else {
      const isSame = !isPasswordNew && isSameForGateway(station.row, row);
      const isSwitched = station.row.active !== row.active;
      station.row = row;
      station.pace = paceOf(row, station.pace);
      if (!isSame || (isSwitched && hasLink(row))) this.#reopen(station, password);
      // Switched on again, or with other settings: it gets its chance at once.
      if (!isSame || (isSwitched && station.health.isFailing)) station.health.forget();
      if (station.gateway === undefined && !isAsleep(row)) station.health.reason = 'bad-template';
    }
    this.#sort();
  }

  /** See {@link GatewayPool.openForTest}. */
  async openForTest(id: string): Promise<{ gateway: Gateway; close(): void } | undefined> {
    const station = this.#stations.get(id);
    if (station === undefined) return undefined;
    if (station.gateway !== undefined) return { gateway: station.gateway, close: () => undefined };
    if (!isAsleep(station.row)) return undefined;
    const password = await this.#deps.store.secrets.get(gatewaySecret(id));
    const { report, incoming } = this.#eventsOf(id, station.opened);
    const events = { report, incoming, readiness: () => undefined, factsChanged: () => undefined };
    const gateway = this.#deps.open(station.row, password, events);
    return gateway && { gateway, close: () => gateway.close() };
  }

  /** Forgets a gateway; messages under way by it end. */
  remove(id: string): void {
    const station = this.#stations.get(id);
    if (station === undefined) return;
    retire(station.opened);
    station.counters.stop();
    this.#stations.delete(id);
    this.#sort();
  }

  /** By priority, then name. */
  list(): readonly Station[] {
    return this.#order;
  }

  get(id: string): Station | undefined {
    return this.#stations.get(id);
  }

  /** Readers look at the gateway again. */
  changed(station: Station): void {
    this.#deps.events.emit({ kind: 'gateway', id: station.row.id });
  }

  /** Closes all of them, whatever is under way. */
  close(): void {
    for (const station of this.#order) {
      station.counters.stop();
      station.gateway?.close();
    }
    this.#stations.clear();
    this.#order = [];
  }

  #add(row: GatewayRow, password: string | undefined, health: GatewayHealth): Station {
    const { clock, events, meters } = this.#deps;
    const { id } = row;
    const station: Station = {
      row,
      hasPassword: false,
      health,
      underWay: 0,
      answered: 0,
      gateway: undefined,
      opened: { gateway: undefined, readiness: undefined, leases: 0, isRetired: false },
      meter: meters.of('gateway', id, clock.now()),
      accepted: new MinuteWindow(),
      pace: paceOf(row, undefined),
      counters: createThrottle(clock, counterIntervalMs, () =>
        events.emit({ kind: 'gateway', id }),
      ),
    };
    this.#stations.set(id, station);
    this.#reopen(station, password);
    if (station.gateway === undefined && !isAsleep(row)) health.reason = 'bad-template';
    return station;
  }

  #reopen(station: Station, password: string | undefined): void {
    const { row } = station;
    retire(station.opened);
    const opened: Opened = {
      gateway: undefined,
      readiness: undefined,
      leases: 0,
      isRetired: false,
    };
    station.opened = opened;
    if (!isAsleep(row)) {
      opened.gateway = this.#deps.open(row, password, this.#eventsOf(row.id, opened));
    }
    station.gateway = opened.gateway;
    station.hasPassword = password !== undefined && password !== '';
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
        if (readiness.ready) station.health.tryNow();
        this.changed(station);
        if (readiness.ready) this.#deps.wake();
      },
      factsChanged: () => {
        const station = current();
        if (station !== undefined) this.changed(station);
      },
    };
  }

  #sort(): void {
    this.#order = [...this.#stations.values()].sort(
      (left, right) =>
        left.row.priority - right.row.priority ||
        (left.row.name < right.row.name ? -1 : left.row.name > right.row.name ? 1 : 0),
    );
    this.#onChange();
  }
}

/** Name of the secret that holds a gateway's password. */
export function gatewaySecret(id: string): string {
  return `gateway:${id}`;
}

/** Whether a gateway of this kind holds a link, and with it a port or a seat at the far side. */
function hasLink({ kind }: GatewayRow): boolean {
  return kind === 'modem' || kind === 'smpp' || kind === 'peer';
}

/** Whether a gateway is off and therefore lets go of its link. */
function isAsleep(row: GatewayRow): boolean {
  return !row.active && hasLink(row);
}

function paceOf({ options }: GatewayRow, known: Pace | undefined): Pace | undefined {
  if (options.perMinute === null) return undefined;
  return known?.perMinute === options.perMinute ? known : new Pace(options.perMinute);
}

function isSameForGateway(before: GatewayRow, after: GatewayRow): boolean {
  return settingsOf(before) === settingsOf(after);
}

function settingsOf(row: GatewayRow): string {
  const settings = Object.entries(row).filter(([name]) => !isOneOf(poolSettings, name));
  const options = Object.entries(row.options).filter(([name]) => !isOneOf(poolOptions, name));
  return JSON.stringify([settings, options]);
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function retire(opened: Opened): void {
  opened.isRetired = true;
  if (opened.leases === 0) opened.gateway?.close();
}
