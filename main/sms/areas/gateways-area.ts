import { AppError } from '../../../shared/model/errors.ts';
import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { Gateway as ShownGateway } from '../../../shared/model/gateway.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { RouteRow } from '../../store/sms-types.ts';
import type { GatewayRow, Store } from '../../store/types.ts';
import { triedPinSecret } from '../gateways/modem/pin-memory.ts';
import { listPorts } from '../gateways/modem/ports.ts';
import { parseRequestTemplate, showRequest, shownSecrets } from '../gateways/http-request.ts';
import { presets } from '../presets.ts';
import { gatewaySecret } from '../queue/stations.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';
import type { PooledGateway } from '../queue/gateway-station.ts';
import type { RouteTable } from '../routing/route-table.ts';
import { exampleAlert, testMessage } from './example-message.ts';
import { changedGatewayRow, gatewayDefaults, newGatewayRow, testNumber } from './gateway-input.ts';
import { queuedByGateway, shownGateway } from './shown-gateway.ts';
import { tryConnection, trySending } from './test-gateway.ts';
import type { RequestFault } from '../gateways/http-request.ts';

/** What the area works with. */
export interface GatewaysAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly pool: GatewayPool;
  readonly routes: RouteTable;
  /** The ways out have changed: messages that wait may find one. */
  wake(): void;
}

/** The area `gateways` of the contract. */
export function createGatewaysArea(deps: GatewaysAreaDeps): AreaService<'gateways'> {
  const { store, clock, ids, events, log, pool, routes, wake } = deps;

  function found(id: string): PooledGateway {
    const gateway = pool.get(id);
    if (gateway === undefined) throw new AppError('NOT_FOUND', { params: { id } });
    return gateway;
  }

  function rows(): GatewayRow[] {
    return pool.list().map(({ row }) => row);
  }

  /** How many messages wait for each gateway now. */
  async function queued(): Promise<ReadonlyMap<string, number>> {
    return queuedByGateway(pool, await store.gateways.queuedByLane(), clock.now());
  }

  async function show(id: string): Promise<ShownGateway> {
    const waiting = await queued();
    return shownGateway(pool, found(id), waiting.get(id) ?? 0, clock.now());
  }

  async function changed(id: string): Promise<void> {
    await store.budgets.releaseWaiting(clock.now());
    events.emit({ kind: 'gateway', id });
    wake();
  }

  function write(row: GatewayRow, line: Omit<Parameters<LogWriter['write']>[0], 'area'>): void {
    const params = { gateway: row.name, ...line.params };
    log.write({ ...line, area: 'sms', params, gatewayId: row.id });
  }

  /** Routes that have lost a gateway, and perhaps their last. */
  function tellTouched(touched: readonly RouteRow[]): void {
    for (const { id, name, gateways } of touched) {
      events.emit({ kind: 'route', id });
      if (gateways.length > 0) continue;
      log.write({ level: 'warn', area: 'sms', key: 'route.emptied', params: { route: name } });
    }
  }

  return {
    async create(input) {
      const made = { id: ids.next(), createdAt: clock.now() };
      const row = { ...newGatewayRow(input, rows(), made), active: input.active ?? true };
      const told = input.kind === 'modem' ? input.pin : input.password;
      const password = told === '' ? undefined : told;
      await store.transaction(async (tx) => {
        await tx.gateways.insert(row);
        if (password !== undefined) await tx.secrets.set(gatewaySecret(row.id), password);
      });
      pool.put(row, password, password !== undefined);
      write(row, { level: 'info', key: 'gateway.created' });
      await changed(row.id);
      return show(row.id);
    },

    async list() {
      const waiting = await queued();
      const now = clock.now();
      const gateways = pool
        .list()
        .map((each) => shownGateway(pool, each, waiting.get(each.row.id) ?? 0, now));
      return { gateways };
    },

    get: ({ id }) => show(id),

    async update({ id, ...input }) {
      const { row: before, hasPassword } = found(id);
      const { row, names } = changedGatewayRow(before, input, rows(), hasPassword);
      const password = before.kind === 'modem' ? input.pin : input.password;
      await store.transaction(async (tx) => {
        await tx.gateways.update(row);
        if (password === '') await tx.secrets.remove(gatewaySecret(id));
        else if (password !== undefined) await tx.secrets.set(gatewaySecret(id), password);
        // Somebody entered the PIN anew: that is a try which a person wants.
        if (input.pin !== undefined) await tx.secrets.remove(triedPinSecret(id));
      });
      pool.put(row, await store.secrets.get(gatewaySecret(id)), password !== undefined);
      if (names.length > 0) {
        write(row, { level: 'info', key: 'gateway.updated', params: { names } });
      }
      await changed(id);
      return show(id);
    },

    async remove({ id }) {
      const { row } = found(id);
      const touched = routes.without(id);
      const unbound = await store.transaction(async (tx) => {
        for (const route of touched) await tx.routes.update(route);
        const count = await tx.gateways.unbind(id);
        await tx.gateways.remove(id);
        await tx.secrets.remove(gatewaySecret(id));
        await tx.secrets.remove(triedPinSecret(id));
        return count;
      });
      pool.remove(id);
      write(row, { level: 'info', key: 'gateway.removed' });
      if (unbound > 0) {
        write(row, { level: 'info', key: 'gateway.unbound', params: { count: unbound } });
      }
      tellTouched(touched);
      routes.put(...touched);
      await changed(id);
      return { done: true };
    },

    async setActive({ id, active }) {
      const before = found(id).row;
      if (before.active !== active) {
        const row = { ...before, active };
        await store.gateways.update(row);
        pool.put(row, await store.secrets.get(gatewaySecret(id)), false);
        write(before, { level: 'info', key: active ? 'gateway.on' : 'gateway.off' });
        await changed(id);
      }
      return show(id);
    },

    async test({ id, number }) {
      const { row } = found(id);
      const to = number === undefined || number === '' ? undefined : testNumber(number);
      const opened = await pool.openForTest(id);
      if (opened === undefined) {
        return { ok: false, reason: 'bad-template', detail: '', request: row.url, durationMs: 0 };
      }
      const { gateway, close } = opened;
      const startedAt = clock.monotonic();
      const trying =
        to === undefined
          ? tryConnection(gateway, pool.signal)
          : trySending(gateway, testMessage(ids.next(), to), pool.signal);
      const { isGatewayFault, ...result } = await trying.finally(close);
      const durationMs = Math.round((clock.monotonic() - startedAt) * 1_000) / 1_000;
      if (result.ok || isGatewayFault) pool.recordTest(id, result);
      const { ok, detail } = result;
      if (ok) write(row, { level: 'info', key: 'gateway.test-ok' });
      else write(row, { level: 'warn', key: 'gateway.test-failed', params: { detail } });
      wake();
      return { ...result, durationMs };
    },

    async ports() {
      const modems = rows().filter(({ kind }) => kind === 'modem');
      const ports = await listPorts();
      return {
        ports: ports.map((port) => ({
          ...port,
          usedBy: modems.find(({ options }) => options.path === port.path)?.name ?? null,
        })),
      };
    },

    presets: () => Promise.resolve({ presets: [...presets] }),

    preview(input) {
      const { url = '', method = 'GET', body = '', user = '', sender = '' } = input;
      const contentType = body.trimStart().startsWith('{') ? 'application/json' : '';
      const settings = {
        ...gatewayDefaults,
        options: defaultGatewayOptions,
        url,
        method,
        body,
        contentType,
        user,
        sender,
      };
      const parsed = parseRequestTemplate(settings);
      if (!parsed.ok) {
        return Promise.resolve({ ok: false, request: '', error: faultSentence(parsed.error) });
      }
      const requests = parsed.request.requests(exampleAlert(), shownSecrets);
      const request = requests.map((each) => showRequest(parsed.request.url, each)).join('\n');
      return Promise.resolve({ ok: true, request, error: null });
    },
  };
}

const faultWords: Readonly<Record<RequestFault['fault']['code'], string>> = {
  unclosed: 'a percent sign that no variable follows, or one that does not end',
  'unknown-variable': 'there is no such variable',
  'unknown-modifier': 'there is no such modifier',
  'bad-argument': 'the modifier lacks its value, or cannot have this one',
  'too-many': 'too much in one template',
  'variable-in-host': 'a variable may stand behind the host only',
  'not-a-url': 'the URL has to begin with http:// or https:// and a host',
};

/** For an admin who writes a template: technical, therefore in one language. */
function faultSentence({ field, fault }: RequestFault): string {
  const place = `${field}, character ${String(fault.position + 1)}`;
  return `${place}: ${faultWords[fault.code]}: ${fault.token}`;
}
