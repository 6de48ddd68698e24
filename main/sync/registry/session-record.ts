import { redactCredentials } from '../../codecs/syncml/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { SessionRow } from '../../store/sync-types.ts';
import type { SessionRecord } from '../ports.ts';
import { registryLimits } from './registry-limits.ts';
import type { createSessionLines } from './session-lines.ts';
import type { SessionWriter } from './session-writer.ts';

/** What a record works with. */
export interface SessionRecordDeps {
  readonly clock: Clock;
  readonly events: Events;
  readonly writer: SessionWriter;
  readonly lines: ReturnType<typeof createSessionLines>;
  readonly onFault: (error: unknown) => void;
  /** The session has ended. */
  readonly onEnd: (id: string) => void;
}

/** A record that the book can end by itself, when the server stops. */
export interface OpenRecord extends SessionRecord {
  readonly row: () => SessionRow;
}

/**
 * Makes the record of a session that is stored as `first`.
 *
 * @param client Name of the device, or of a client without one.
 * @param keepsMessages Whether the device's messages are logged.
 */
export function createSessionRecord(
  deps: SessionRecordDeps,
  first: SessionRow,
  client: string,
  keepsMessages: boolean,
): OpenRecord {
  const { clock, events, writer, lines } = deps;
  const { id, traceId } = first;
  let row = first;
  let messages = 0;
  let problems = 0;

  return {
    id,
    traceId,
    clientName: client,
    row: () => row,

    message(direction, bytes) {
      if (!keepsMessages || messages >= registryLimits.messages) return;
      messages += 1;
      try {
        const kept = redactCredentials(bytes, first.encoding);
        writer.message({
          sessionId: id,
          number: messages,
          direction,
          at: clock.now(),
          bytes: kept,
        });
      } catch (error) {
        // Without being sure that nothing secret is in it, it is not kept.
        deps.onFault(error);
      }
    },

    problem(problem) {
      problems += 1;
      if (problems > registryLimits.problems) return;
      writer.problem({ ...problem, sessionId: id, at: clock.now() });
    },

    progress(facts) {
      if (row.state !== 'running') return;
      row = { ...row, ...facts };
      writer.put(row);
    },

    async end(state, reason) {
      if (row.state !== 'running') return;
      row = { ...row, state, reason, endedAt: clock.now() };
      writer.put(row);
      deps.onEnd(id);
      await writer.flush();
      lines.ended({ row, client });
      if (row.deviceId === null) events.emit({ kind: 'pending', id: null });
      else events.emit({ kind: 'device', id: row.deviceId });
    },
  };
}
