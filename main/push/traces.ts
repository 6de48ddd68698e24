import type { Change } from '../../shared/model/change.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import type { Delivery } from '../../shared/model/message.ts';
import type { Session } from '../../shared/model/session.ts';
import type { TraceBranch, TraceConfiguration } from '../../shared/model/trace.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock } from '../platform/clock.ts';
import { shownMessage } from '../store/message-parts.ts';
import type { AlertRow, ChangeRow, MessageRow, Store } from '../store/types.ts';
import { shownAlert } from './alerts.ts';
import type { DeviceIndex } from './device-index.ts';
import { pushLimits } from './limits.ts';
import { namedDeliveries } from './named-deliveries.ts';
import type { ShowSessions } from './show-sessions.ts';
import { configurationOf } from './trace-configurations.ts';
import { traceSteps } from './trace-steps.ts';

/** What {@link createTracesArea} needs. */
export interface TracesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly devices: DeviceIndex;
  readonly showSessions: ShowSessions;
}

/** The ways of changes to the phones, put together whenever one is asked for. */
export function createTracesArea(deps: TracesDeps): AreaService<'traces'> {
  const { store, devices, showSessions } = deps;

  async function shownChanges(rows: readonly ChangeRow[]): Promise<Change[]> {
    const addresses = new Map<string, string>();
    for (const { accountId } of rows) {
      if (addresses.has(accountId)) continue;
      addresses.set(accountId, (await store.accounts.get(accountId))?.address ?? '');
    }
    return rows.map((row) => ({ ...row, accountAddress: addresses.get(row.accountId) ?? '' }));
  }

  async function deliveriesOf(
    message: MessageRow | null,
    gateways: ReadonlyMap<string, string>,
  ): Promise<Delivery[]> {
    if (!message) return [];
    const rows = await store.messages.listDeliveries([message.id]);
    return await namedDeliveries(store, rows, gateways);
  }

  /** The session that answered an alert; older alerts were answered along with the newest. */
  async function sessionOf({ deviceId, answeredAt }: AlertRow): Promise<Session | null> {
    if (answeredAt === null) return null;
    const limit = pushLimits.sessionsPerTrace;
    const { sessions } = await store.sessions.list({ deviceId, limit });
    const row = sessions.find(({ startedAt }) => startedAt === answeredAt);
    return row === undefined ? null : ((await showSessions([row]))[0] ?? null);
  }

  async function branchOf(
    alert: AlertRow,
    changes: readonly ChangeRow[],
    gateways: ReadonlyMap<string, string>,
  ): Promise<TraceBranch> {
    const stored = alert.messageId === null ? undefined : await store.messages.get(alert.messageId);
    const message = stored ?? null;
    const deliveries = await deliveriesOf(message, gateways);
    const accepted = deliveries.findLast(({ outcome }) => outcome === 'accepted');
    const shown = shownAlert(alert, devices);
    const session = await sessionOf(alert);
    const change = changes.find(({ traceId }) => traceId === alert.traceId) ?? null;
    const steps = traceSteps({
      alert,
      deviceName: shown.deviceName,
      message,
      change,
      gateway: accepted?.gatewayName ?? '',
      originName: originName(change),
      session,
    });
    return { alert: shown, steps, message: message && shownMessage(message), deliveries, session };
  }

  function originName(change: ChangeRow | null): string | null {
    const id = change?.origin?.replace(/^device:/u, '') ?? '';
    return devices.get(id)?.name ?? null;
  }

  /**
   * Lines of the trace itself, those of the alerts that another change has started, and those of the
   * sessions that configurations have led to.
   */
  async function logOf(
    id: string,
    others: readonly { readonly traceId: string; readonly deviceId: string | null }[],
  ): Promise<LogEntry[]> {
    const limit = pushLimits.logLinesPerTrace;
    const entries = new Map<number, LogEntry>();
    for (const entry of await store.log.list({ traceId: id, limit })) entries.set(entry.id, entry);
    for (const { traceId, deviceId } of others) {
      if (traceId === id || deviceId === null) continue;
      const lines = await store.log.list({ traceId, deviceId, limit });
      for (const entry of lines) entries.set(entry.id, entry);
    }
    return [...entries.values()].sort((one, other) => one.id - other.id).slice(0, limit);
  }

  return {
    async get({ id }) {
      await devices.refresh();
      const { alerts } = await store.alerts.list({
        traceId: id,
        limit: pushLimits.branchesPerTrace,
      });
      alerts.reverse();
      const traceIds = new Set([id, ...alerts.flatMap((alert) => alert.traceIds)]);
      const changes = await store.changes.listByTraces([...traceIds]);
      const rows = await store.sessions.listByTraces([id]);
      const sent = await store.provisioning.listByTraces([id]);
      const startedAt =
        changes[0]?.at ?? alerts[0]?.createdAt ?? sent[0]?.createdAt ?? rows[0]?.startedAt;
      if (startedAt === undefined) {
        throw new AppError('NOT_FOUND', { params: { what: 'trace', id } });
      }
      const gateways = new Map((await store.gateways.list()).map(({ id, name }) => [id, name]));
      const branches: TraceBranch[] = [];
      for (const alert of alerts) branches.push(await branchOf(alert, changes, gateways));
      const configurations: TraceConfiguration[] = [];
      for (const row of sent) configurations.push(await configurationOf(deps, row, gateways));
      const led = configurations.flatMap(({ session }) => (session === null ? [] : [session]));
      const log = await logOf(id, [...alerts, ...led]);
      const sessions = await showSessions(rows);
      const shown = await shownChanges(changes);
      return { id, startedAt, changes: shown, branches, configurations, sessions, log };
    },
  };
}
