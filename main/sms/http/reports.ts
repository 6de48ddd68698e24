import type { Clock, Stop } from '../../platform/clock.ts';
import type { ApiReportRow, ApiReportState, SmsUserRow } from '../../store/sms-api-types.ts';
import type { MessageOutcomes, MessageRow, Repositories, Store } from '../../store/types.ts';
import type { SmsUsers } from '../users/sms-users.ts';
import { smsHttpLimits } from './limits.ts';

/** Reports for one user, and where the next ones begin. */
export interface ReportPage {
  readonly reports: readonly ApiReportRow[];
  readonly cursor: string;
}

/** What became of messages, for the users who handed them in. */
export interface Reports {
  /** Writes down what becomes of messages, in the transaction that stores it, and tells the next. */
  readonly outcomes: MessageOutcomes;
  /**
   * Reports behind a cursor; an empty one begins with the first that is kept. When there are none it
   * waits so long for some.
   */
  read(user: SmsUserRow, cursor: string, waitMs: number): Promise<ReportPage>;
  /** Whoever waits is answered now. */
  stop(): void;
}

/** What they need. */
export interface ReportsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly users: SmsUsers;
  /** Who else follows what becomes of messages. */
  readonly outcomes: MessageOutcomes;
}

interface Waiter {
  readonly userId: string;
  wake(): void;
}

/** Makes them. */
export function createReports({ store, clock, users, outcomes }: ReportsDeps): Reports {
  const waiting = new Set<Waiter>();
  const gathering = new Map<string, Stop>();
  let isStopped = false;

  function wakeUser(userId: string): void {
    gathering.delete(userId);
    for (const waiter of waiting) if (waiter.userId === userId) waiter.wake();
  }

  /** Within a transaction: whoever is woken has to ask the store, which answers when it is over. */
  async function note(
    tx: Repositories,
    { id, userId, detail }: MessageRow,
    state: ApiReportState,
    words: string,
  ): Promise<void> {
    if (userId === null || users.get(userId)?.wantsReports !== true) return;
    const report = { messageId: id, state, detail: detail === '' ? words : detail };
    await tx.smsApi.insertReport(userId, { ...report, at: clock.now() });
    if (gathering.has(userId) || isStopped) return;
    gathering.set(
      userId,
      clock.after(smsHttpLimits.gatherMs, () => wakeUser(userId)),
    );
  }

  function waitFor(userId: string, waitMs: number): Waiter & { readonly woken: Promise<void> } {
    const own = [...waiting].filter((waiter) => waiter.userId === userId);
    // The one that has waited longest may have been given up by its program.
    if (own.length >= smsHttpLimits.waitingOfUser) own[0]?.wake();
    else if (waiting.size >= smsHttpLimits.waiting) [...waiting][0]?.wake();
    let resolve: () => void = () => undefined;
    const woken = new Promise<void>((done) => {
      resolve = done;
    });
    const waiter = { userId, woken, wake };
    const stopTimer = clock.after(waitMs, wake);
    function wake(): void {
      stopTimer();
      waiting.delete(waiter);
      resolve();
    }
    waiting.add(waiter);
    return waiter;
  }

  async function begin(cursor: string): Promise<number> {
    const after = /^\d{1,15}$/u.test(cursor) ? Number(cursor) : 0;
    // A cursor of a later time than ours: the database was put back from a backup.
    return after > 0 && after > (await store.smsApi.lastReportId()) ? 0 : after;
  }

  return {
    outcomes: {
      async sent(tx, message, gateway) {
        await outcomes.sent(tx, message, gateway);
        await note(tx, message, 'sent', '');
      },
      async delivered(tx, message) {
        await outcomes.delivered(tx, message);
        await note(tx, message, 'delivered', '');
      },
      async failed(tx, message, reason) {
        await outcomes.failed(tx, message, reason);
        await note(tx, message, reason === 'too-old' ? 'expired' : 'failed', reason);
      },
      uncertain: (tx, message) => outcomes.uncertain(tx, message),
    },
    async read(user, cursor, waitMs) {
      await users.wantReports(user);
      const after = await begin(cursor);
      const until = clock.monotonic() + waitMs;
      for (;;) {
        // Entered before it looks, so that nothing slips in between.
        const left = until - clock.monotonic();
        const waiter = left > 0 && !isStopped ? waitFor(user.id, left) : undefined;
        const reports = await store.smsApi.listReports(user.id, after, smsHttpLimits.reports);
        if (reports.length > 0 || waiter === undefined) {
          waiter?.wake();
          return { reports, cursor: String(reports.at(-1)?.id ?? after) };
        }
        await waiter.woken;
      }
    },
    stop() {
      isStopped = true;
      for (const stopTimer of gathering.values()) stopTimer();
      gathering.clear();
      for (const waiter of [...waiting]) waiter.wake();
    },
  };
}
