import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { AreaService } from '../../api/services.ts';
import type { LogKey } from '../../../shared/i18n/en/log.ts';
import { nextTurn } from '../../platform/turns.ts';
import type { MessageRow, Repositories } from '../../store/types.ts';
import type { QueueDeps } from '../queue/queue-deps.ts';
import { markFailed } from '../queue/records.ts';

/** Messages touched in one transaction; the queue goes on in between. */
const sliceSize = 100;
const hourMs = 3_600_000;

/** What {@link createMessageActions} works with. */
export interface MessageActionsDeps extends Pick<
  QueueDeps,
  'store' | 'clock' | 'log' | 'events' | 'outcomes' | 'settings'
> {
  laneOf(message: Pick<MessageRow, 'number' | 'accountId' | 'gatewayId'>): string;
  /** Name of a gateway; undefined where there is none of that id. */
  gatewayName(id: string): string | undefined;
  /** Messages that wait have changed. */
  wake(): void;
}

interface Some {
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** What is done to one message; false where its state does not allow it. */
type Action = (tx: Repositories, row: MessageRow, now: number) => Promise<boolean>;

type Actions = Pick<AreaService<'messages'>, 'retry' | 'drop' | 'reroute' | 'pause' | 'resume'>;

const ended: ReadonlySet<MessageRow['state']> = new Set([
  'failed',
  'expired',
  'uncertain',
  'dropped',
]);
const waits: ReadonlySet<MessageRow['state']> = new Set(['queued', 'paused']);

/** What an admin does with messages of the queue, one or many. */
export function createMessageActions(deps: MessageActionsDeps): Actions {
  const { store, clock, log, events, settings, laneOf, gatewayName, wake } = deps;

  async function toSome(some: Some, action: Action): Promise<{ done: number; skipped: number }> {
    const ids = idsOf(some);
    if (some.id !== undefined && (await store.messages.get(some.id)) === undefined) {
      throw new AppError('NOT_FOUND', { params: { id: some.id } });
    }
    let done = 0;
    for (let start = 0; start < ids.length; start += sliceSize) {
      if (start > 0) await nextTurn();
      done += await touch(ids.slice(start, start + sliceSize), action);
      wake();
    }
    if (done > 0) events.emit({ kind: 'message', id: null });
    return { done, skipped: ids.length - done };
  }

  async function touch(ids: readonly string[], action: Action): Promise<number> {
    return await store.transaction(async (tx) => {
      let done = 0;
      const now = clock.now();
      for (const id of ids) {
        const row = await tx.messages.get(id);
        if (row !== undefined && (await action(tx, row, now))) done += 1;
      }
      return done;
    });
  }

  function tell(key: LogKey, count: number, gateway?: string): void {
    if (count === 0) return;
    const params = { count, ...(gateway === undefined ? {} : { gateway }) };
    log.write({ level: 'info', area: 'sms', key, params });
  }

  /** The message as it waits to go at once. */
  function queued(row: MessageRow, now: number): MessageRow {
    return { ...row, state: 'queued', nextAttemptAt: now, lane: laneOf(row) };
  }

  const retry: Action = async (tx, row, now) => {
    if (row.state === 'queued') {
      await tx.messages.update(queued(row, now));
      return true;
    }
    // What is secret in it was forgotten when it ended: there is nothing left that could be sent.
    if (!ended.has(row.state) || row.shownParts !== null) return false;
    const expiresAt = Math.max(row.expiresAt, now + settings().messageHours * hourMs);
    const fresh = { ...queued(row, now), endedAt: null, expiresAt, reason: null, detail: '' };
    await tx.messages.update(fresh);
    return true;
  };

  const drop: Action = async (tx, row, now) => {
    if (!waits.has(row.state) && row.state !== 'uncertain') return false;
    await markFailed(tx, deps, row, 'dropped', now);
    return true;
  };

  const pause: Action = async (tx, row) => {
    if (row.state !== 'queued') return false;
    await tx.messages.update({ ...row, state: 'paused' });
    return true;
  };

  const resume: Action = async (tx, row, now) => {
    if (row.state !== 'paused') return false;
    await tx.messages.update(queued(row, now));
    return true;
  };

  return {
    async retry(some) {
      const counts = await toSome(some, retry);
      tell('sms.retried', counts.done);
      return counts;
    },
    async drop(some) {
      const counts = await toSome(some, drop);
      tell('sms.dropped', counts.done);
      return counts;
    },
    async reroute({ gatewayId, ...some }) {
      const name = gatewayId === null ? undefined : gatewayName(gatewayId);
      if (gatewayId !== null && name === undefined) throw invalidField('gatewayId', 'unknown');
      const counts = await toSome(some, async (tx, row, now) => {
        if (!waits.has(row.state)) return false;
        await tx.messages.update({ ...queued({ ...row, gatewayId }, now), state: row.state });
        return true;
      });
      tell(name === undefined ? 'sms.unbound' : 'sms.rerouted', counts.done, name);
      return counts;
    },
    async pause(some) {
      const counts = await toSome(some, pause);
      tell('sms.paused', counts.done);
      return counts;
    },
    async resume(some) {
      const counts = await toSome(some, resume);
      tell('sms.resumed', counts.done);
      return counts;
    },
  };
}

function idsOf({ id, ids }: Some): readonly string[] {
  if (id === undefined && ids === undefined) throw invalidField('ids', 'required');
  return [...new Set([...(id === undefined ? [] : [id]), ...(ids ?? [])])];
}
