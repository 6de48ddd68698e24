import { AppError } from '../../../shared/model/errors.ts';
import type { Clock, Stop, StopAsync } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { IncomingRow } from '../../store/incoming-types.ts';
import type { Store } from '../../store/types.ts';
import { incomingLimits } from './limits.ts';

/** Mails handed over one after another before the queue is looked at again. */
const atOnce = 20;

/** Mail as incoming SMS need it. */
export interface MailPort {
  isReady(): boolean;
  /** Throws AppError with the server's words as `detail`. */
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

/** What the post works with. */
export interface PostDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly mail: MailPort;
  readonly onFault: (error: unknown) => void;
}

/** Hands incoming SMS on by mail: at least once each, until the server takes them or a day is over. */
export interface Post {
  /** A message waits for its mail. */
  wake(): void;
  stop: StopAsync;
}

/** Makes the post; it looks at once for what the last process left behind. */
export function createPost({ store, clock, events, mail, onFault }: PostDeps): Post {
  let stopTimer: Stop | undefined;
  let work: Promise<void> | undefined;
  let isStopped = false;
  let isWanted = false;
  let pauseMs: number = incomingLimits.mailPauseMs;

  async function deliver(row: IncomingRow): Promise<boolean> {
    try {
      await mail.send(mailOf(row));
      await store.incoming.setMail(row.id, 'sent', '');
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isOver = clock.now() - row.receivedAt > incomingLimits.mailMs;
      const detail = String(error.params['detail'] ?? error.code);
      await store.incoming.setMail(row.id, isOver ? 'failed' : 'waiting', detail);
      return isOver;
    } finally {
      events.emit({ kind: 'incoming', id: row.id });
    }
  }

  async function round(): Promise<void> {
    do {
      isWanted = false;
      const rows = await store.incoming.listToMail(atOnce);
      for (const row of rows) {
        if (isStopped) return;
        if (!(await deliver(row))) {
          // One that the server does not take says something about the server: all wait a while.
          later();
          return;
        }
        pauseMs = incomingLimits.mailPauseMs;
      }
      isWanted ||= rows.length === atOnce;
    } while (isWanted);
  }

  function later(): void {
    if (isStopped) return;
    stopTimer ??= clock.after(pauseMs, () => {
      stopTimer = undefined;
      wake();
    });
    pauseMs = Math.min(pauseMs * 2, incomingLimits.mailPauseMostMs);
  }

  function wake(): void {
    if (isStopped || stopTimer !== undefined) return;
    isWanted = true;
    work ??= round()
      .catch((error: unknown) => {
        onFault(error);
        later();
      })
      .finally(() => {
        work = undefined;
      });
  }

  wake();
  return {
    wake,
    async stop() {
      isStopped = true;
      stopTimer?.();
      await work;
    },
  };
}

/** Without words of any language but the sender's. */
function mailOf(row: IncomingRow): { to: string; subject: string; text: string } {
  const at = new Date(row.sentAt ?? row.receivedAt).toISOString();
  const content = row.text === '' ? row.data : row.text;
  return {
    to: row.mailTo ?? '',
    subject: `SMS ${row.number}`,
    text: `${content}\n\n-- \n${row.number}, ${at}\n`,
  };
}
