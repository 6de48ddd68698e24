import { AppError } from '../../../shared/model/errors.ts';
import { defaultGatewayOptions, noGatewayFacts } from '../../../shared/model/gateway.ts';
import type { Gateway as ShownGateway, GatewayTest } from '../../../shared/model/gateway.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { GatewayRow, Store } from '../../store/types.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { parseRequestTemplate, showRequest, shownSecrets } from '../gateways/http-request.ts';
import { presets } from '../presets.ts';
import { gatewaySecret } from '../queue/stations.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';
import type { PooledGateway, ShownState } from '../queue/gateway-station.ts';
import { exampleAlert, testMessage } from './example-message.ts';
import { changedGatewayRow, gatewayDefaults, newGatewayRow, testNumber } from './gateway-input.ts';
import type { RequestFault } from '../gateways/http-request.ts';

/** What the area works with. */
export interface GatewaysAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly pool: GatewayPool;
  /** The ways out have changed: messages that wait may find one. */
  wake(): void;
}

/** The area `gateways` of the contract. */
export function createGatewaysArea(deps: GatewaysAreaDeps): AreaService<'gateways'> {
  const { store, clock, ids, events, log, pool, wake } = deps;

  function found(id: string): PooledGateway {
    const gateway = pool.get(id);
    if (gateway === undefined) throw new AppError('NOT_FOUND', { params: { id } });
    return gateway;
  }

  function rows(): GatewayRow[] {
    return pool.list().map(({ row }) => row);
  }

  async function show(id: string): Promise<ShownGateway> {
    const gateway = found(id);
    return shownNow(gateway, queuedAt(gateway, await store.messages.countInState('queued')));
  }

  function shownNow(gateway: PooledGateway, queued: number): ShownGateway {
    return shown(gateway, pool.stateOf(gateway), queued, clock.now());
  }

  /** What waits is shown at the gateway that takes the next message. */
  function queuedAt(gateway: PooledGateway, waiting: number): number {
    const first = pool
      .list()
      .find(({ row, gateway: opened }) => row.active && opened !== undefined);
    return gateway.underWay + (first === gateway ? waiting : 0);
  }

  function changed(id: string): void {
    events.emit({ kind: 'gateway', id });
    wake();
  }

  function write(row: GatewayRow, line: Omit<Parameters<LogWriter['write']>[0], 'area'>): void {
    const params = { gateway: row.name, ...line.params };
    log.write({ ...line, area: 'sms', params, gatewayId: row.id });
  }

  return {
    async create(input) {
      const made = { id: ids.next(), createdAt: clock.now() };
      const row = newGatewayRow(input, rows(), made);
      const told = input.kind === 'modem' ? input.pin : input.password;
      const password = told === '' ? undefined : told;
      await store.transaction(async (tx) => {
        await tx.gateways.insert(row);
        if (password !== undefined) await tx.secrets.set(gatewaySecret(row.id), password);
      });
      pool.put(row, password, password !== undefined);
      write(row, { level: 'info', key: 'gateway.created' });
      changed(row.id);
      return show(row.id);
    },

    async list() {
      const waiting = await store.messages.countInState('queued');
      return { gateways: pool.list().map((each) => shownNow(each, queuedAt(each, waiting))) };
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
      });
      pool.put(row, await store.secrets.get(gatewaySecret(id)), password !== undefined);
      if (names.length > 0) {
        write(row, { level: 'info', key: 'gateway.updated', params: { names } });
      }
      changed(id);
      return show(id);
    },

    async remove({ id }) {
      const { row } = found(id);
      await store.transaction(async (tx) => {
        await tx.gateways.remove(id);
        await tx.secrets.remove(gatewaySecret(id));
      });
      pool.remove(id);
      write(row, { level: 'info', key: 'gateway.removed' });
      changed(id);
      return { done: true };
    },

    async setActive({ id, active }) {
      const before = found(id).row;
      if (before.active !== active) {
        const row = { ...before, active };
        await store.gateways.update(row);
        pool.put(row, await store.secrets.get(gatewaySecret(id)), false);
        write(before, { level: 'info', key: active ? 'gateway.on' : 'gateway.off' });
        changed(id);
      }
      return show(id);
    },

    async test({ id, number }) {
      const { row, gateway } = found(id);
      const to = number === undefined || number === '' ? undefined : testNumber(number);
      if (gateway === undefined) {
        return { ok: false, reason: 'bad-template', detail: '', request: row.url, durationMs: 0 };
      }
      const startedAt = clock.monotonic();
      const { isGatewayFault, ...result } =
        to === undefined
          ? await tryConnection(gateway, pool.signal)
          : await trySending(gateway, testMessage(ids.next(), to), pool.signal);
      const durationMs = Math.round((clock.monotonic() - startedAt) * 1_000) / 1_000;
      if (result.ok || isGatewayFault) pool.recordTest(id, result);
      const { ok, detail } = result;
      if (ok) write(row, { level: 'info', key: 'gateway.test-ok' });
      else write(row, { level: 'warn', key: 'gateway.test-failed', params: { detail } });
      wake();
      return { ...result, durationMs };
    },

    ports: () => Promise.resolve({ ports: [] }),

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

function shown(
  { row, hasPassword, health, underWay, gateway, meter, accepted }: PooledGateway,
  state: ShownState,
  queued: number,
  now: number,
): ShownGateway {
  const { options, ...own } = row;
  const used = meter.used(now);
  return {
    ...own,
    ...options,
    hasPin: row.kind === 'modem' && hasPassword,
    facts: gateway?.facts?.() ?? noGatewayFacts,
    breaker: health.breaker(now),
    retryAt: health.retryAt === 0 ? null : health.retryAt,
    underWay,
    perMinuteNow: accepted.total(now),
    partsToday: used.today,
    partsThisMonth: used.thisMonth,
    headers: { ...row.headers },
    hasPassword: row.kind !== 'modem' && hasPassword,
    ...state,
    queued,
    sentToday: health.sentToday,
    failedToday: health.failedToday,
    lastUsedAt: health.lastUsedAt,
  };
}

type Tried = Omit<GatewayTest, 'durationMs'> & { readonly isGatewayFault: boolean };

async function tryConnection(gateway: Gateway, signal: AbortSignal): Promise<Tried> {
  const check = await gateway.check(signal);
  return { ...check, request: '', isGatewayFault: !check.ok };
}

async function trySending(
  gateway: Gateway,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Tried> {
  const answer = await gateway.handOver(message, signal);
  const request = gateway.describe(message);
  switch (answer.outcome) {
    case 'accepted':
      return { ok: true, reason: 'ok', detail: answer.detail, request, isGatewayFault: false };
    case 'refused': {
      const { reason, detail, fault } = answer;
      return { ok: false, reason, detail, request, isGatewayFault: fault === 'gateway' };
    }
    case 'unreachable':
      return {
        ok: false,
        reason: 'unreachable',
        detail: answer.detail,
        request,
        isGatewayFault: true,
      };
    case 'uncertain':
      return {
        ok: false,
        reason: 'unreachable',
        detail: answer.detail,
        request,
        isGatewayFault: true,
      };
    case 'aborted':
      return { ok: false, reason: 'unreachable', detail: '', request, isGatewayFault: false };
  }
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
