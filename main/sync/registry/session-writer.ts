import type { Clock, Stop, StopAsync } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { SessionMessageRow, SessionProblemRow, SessionRow } from '../../store/sync-types.ts';
import type { Repositories, Store } from '../../store/types.ts';
import { registryLimits } from './registry-limits.ts';

/** Stores what becomes of running sessions, many in one transaction. */
export interface SessionWriter {
  /** The session as it is now; an earlier state that was not stored yet is left out. */
  put(row: SessionRow): void;
  message(row: SessionMessageRow): void;
  problem(row: SessionProblemRow): void;
  /** Resolves when all that was given before is stored, or the store has refused it. */
  flush(): Promise<void>;
  readonly stop: StopAsync;
}

/** What {@link createSessionWriter} needs. */
export interface SessionWriterDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly onFault: (error: unknown) => void;
}

/** Makes the writer. */
export function createSessionWriter(deps: SessionWriterDeps): SessionWriter {
  const { store, clock, events, onFault } = deps;
  let rows = new Map<string, SessionRow>();
  let messages: SessionMessageRow[] = [];
  let problems: SessionProblemRow[] = [];
  let octets = 0;
  let stopTimer: Stop | null = null;
  let writing: Promise<void> = Promise.resolve();

  function plan(delayMs: number): void {
    stopTimer ??= clock.after(delayMs, () => {
      stopTimer = null;
      void flush();
    });
  }

  /** A client may have been paired since its session began. */
  async function withDevice(tx: Repositories, row: SessionRow): Promise<SessionRow> {
    if (row.deviceId !== null || row.clientId === null) return row;
    const client = await tx.sync.getClient(row.clientId);
    return { ...row, deviceId: client?.deviceId ?? null };
  }

  async function write(): Promise<void> {
    if (rows.size === 0 && messages.length === 0 && problems.length === 0) return;
    const taken = { rows, messages, problems };
    rows = new Map();
    messages = [];
    problems = [];
    octets = 0;
    try {
      await store.transaction(async (tx) => {
        for (const row of taken.rows.values()) await tx.sessions.update(await withDevice(tx, row));
        if (taken.messages.length > 0) await tx.sessions.insertMessages(taken.messages);
        if (taken.problems.length > 0) await tx.sessions.insertProblems(taken.problems);
      });
    } catch (error) {
      onFault(error);
      for (const [id, row] of taken.rows) if (!rows.has(id)) rows.set(id, row);
      // What explains a session is given up before the memory is.
      const { problems: mostProblems, waitingMessages } = registryLimits;
      messages = [...taken.messages, ...messages].slice(-waitingMessages);
      problems = [...taken.problems, ...problems].slice(-mostProblems);
      plan(registryLimits.retryMs);
      return;
    }
    for (const id of taken.rows.keys()) events.emit({ kind: 'session', id });
  }

  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  return {
    put(row) {
      rows.set(row.id, row);
      plan(registryLimits.flushMs);
    },
    message(row) {
      messages.push(row);
      octets += row.bytes.length;
      if (octets > registryLimits.flushOctets) void flush();
      else plan(registryLimits.flushMs);
    },
    problem(row) {
      problems.push(row);
      plan(registryLimits.flushMs);
    },
    flush,
    async stop() {
      await flush();
      stopTimer?.();
      stopTimer = null;
    },
  };
}
