import type { StopAsync } from '../../platform/clock.ts';
import type { SessionRow, SyncClientRow } from '../../store/sync-types.ts';
import type { DeviceRow, Repositories } from '../../store/types.ts';
import type { SessionBook, SessionStart } from '../ports.ts';
import { clientName, printable } from './client-name.ts';
import { createRefusals } from './refusals.ts';
import type { AfterCommit, AnsweredAlerts, RegistryDeps } from './registry-deps.ts';
import { createSessionLines } from './session-lines.ts';
import { createSessionRecord } from './session-record.ts';
import type { OpenRecord } from './session-record.ts';
import { createSessionWriter } from './session-writer.ts';

/** The book, and what the console and the server's start and end want of it. */
export interface SessionKeeper extends SessionBook {
  /** Resolves when everything is stored that sessions have told. */
  flush(): Promise<void>;
  /** Ends the sessions that a process which died has left running. */
  start(): Promise<StopAsync>;
}

/** What is known when a session has begun. */
interface Begun {
  readonly row: SessionRow;
  readonly device: DeviceRow | undefined;
  readonly client: SyncClientRow;
  readonly answered: AnsweredAlerts | undefined;
  /** Name of the device whose alert was answered by this one. */
  readonly mixedUpWith: string | undefined;
  /** Tells of a configuration that has come to its end with this session. */
  readonly configured: AfterCommit | undefined;
}

/** Makes the book of sessions. */
export function createSessionBook(deps: RegistryDeps): SessionKeeper {
  const { store, clock, ids, events, log, settings, answers, configurations, onFault } = deps;
  const writer = createSessionWriter(deps);
  const lines = createSessionLines(log);
  const refusals = createRefusals(deps);
  const open = new Map<string, OpenRecord>();
  const onEnd = (id: string): void => void open.delete(id);

  async function beginIn(
    tx: Repositories,
    start: SessionStart,
    given: SyncClientRow,
  ): Promise<Begun> {
    const at = clock.now();
    const client = (await tx.sync.getClient(given.id)) ?? given;
    const device = client.deviceId === null ? undefined : await tx.devices.get(client.deviceId);
    const answered = device && (await answer(tx, start, device, at));
    const other = answered?.otherDeviceId;
    const mixedUpWith = other === undefined ? undefined : (await tx.devices.get(other))?.name;
    const mismatch = changedMismatch(client, answered, at);
    if (mismatch) await tx.sync.updateClient(mismatch);
    const row: SessionRow = {
      id: ids.next(),
      traceId: answered?.alert?.traceId ?? ids.next(),
      accountId: client.accountId,
      deviceId: client.deviceId,
      clientId: client.id,
      syncId: printable(start.syncId),
      wireId: printable(start.wireId),
      version: start.version,
      encoding: start.encoding,
      state: 'running',
      reason: null,
      alertId: answered?.alert?.id ?? null,
      startedAt: at,
      endedAt: null,
      requests: 0,
      bytesIn: 0,
      bytesOut: 0,
      serverMs: 0,
      datastores: [],
    };
    await tx.sessions.insert(row);
    const configured =
      device &&
      (await configurations.sessionStarted(tx, { deviceId: device.id, sessionId: row.id, at }));
    return { row, device, client, answered, mixedUpWith, configured };
  }

  async function answer(
    tx: Repositories,
    { wireId }: SessionStart,
    { id: deviceId, accountId }: DeviceRow,
    at: number,
  ): Promise<AnsweredAlerts> {
    const { sessions } = await tx.sessions.list({ deviceId, limit: 1 });
    const [last] = sessions;
    return await answers.answer(tx, {
      accountId,
      deviceId,
      wireId,
      last: last === undefined ? null : { wireId: last.wireId, at: last.startedAt },
      at,
      windowMs: settings().answerWindowMs,
    });
  }

  return {
    async begin(start, client) {
      const begun = await store.transaction((tx) => beginIn(tx, start, client));
      const { row, device, answered, mixedUpWith } = begun;
      answered?.settled();
      const name = device?.name ?? clientName(begun.client);
      lines.started({ row, client: name });
      if (mixedUpWith !== undefined) lines.mismatch({ row, client: name }, mixedUpWith);
      begun.configured?.();
      events.emit({ kind: 'session', id: row.id });
      if (device !== undefined) events.emit({ kind: 'device', id: device.id });
      if (answered?.otherDeviceId !== undefined) {
        events.emit({ kind: 'device', id: answered.otherDeviceId });
      }
      const recordDeps = { clock, events, writer, lines, onFault, onEnd };
      const record = createSessionRecord(recordDeps, row, name, device?.logMessages ?? false);
      open.set(row.id, record);
      return record;
    },

    refuse: (start, who, reason) => refusals.refuse(start, who, reason),
    flush: () => writer.flush(),

    async start() {
      const left = await store.sessions.listRunning();
      const endedAt = clock.now();
      for (const before of left) {
        const row = { ...before, state: 'broken', reason: 'server-stopped', endedAt } as const;
        await store.sessions.update(row);
        const device = row.deviceId === null ? undefined : await store.devices.get(row.deviceId);
        lines.ended({ row, client: device?.name ?? row.syncId });
      }
      if (left.length > 0) events.emit({ kind: 'session', id: null });
      return async () => {
        for (const record of [...open.values()]) await record.end('broken', 'server-stopped');
        refusals.stop();
        await writer.stop();
      };
    },
  };
}

/** The client with what this session says about its pairing; undefined where that is no news. */
function changedMismatch(
  client: SyncClientRow,
  answered: AnsweredAlerts | undefined,
  at: number,
): SyncClientRow | undefined {
  if (answered?.otherDeviceId !== undefined) {
    return { ...client, mismatchDeviceId: answered.otherDeviceId, mismatchAt: at };
  }
  // It has answered an alert that was sent to its own number: the pairing is right (again).
  if (answered?.isExact === true && client.mismatchDeviceId !== null) {
    return { ...client, mismatchDeviceId: null, mismatchAt: null };
  }
  return undefined;
}
