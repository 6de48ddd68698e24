import { z } from 'zod';
import type { mailboxStateSchema } from '../../shared/model/account.ts';
import type { MailboxSettings } from '../../shared/model/account.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { Store } from '../store/types.ts';
import { imapErrorText, isSignInRefused } from './imap-client.ts';
import { openImapSession } from './imap-session.ts';
import type { MailboxMark } from './imap-session.ts';
import type { Journal } from './journal.ts';
import { mailboxLimits } from './limits.ts';

/** Where the watch of a mailbox stands. */
export type MailboxState = z.infer<typeof mailboxStateSchema>;

/** What {@link watchMailbox} needs. */
export interface MailboxWatchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Events;
  readonly log: LogWriter;
  readonly journal: Pick<Journal, 'accept'>;
}

/** Whose mailbox is watched, and how it is reached. */
export interface MailboxToWatch {
  readonly accountId: string;
  readonly address: string;
  readonly settings: MailboxSettings;
  readonly password: string;
}

/** The watch of one mailbox. */
export interface MailboxWatch {
  readonly state: () => MailboxState;
  readonly stop: StopAsync;
}

const markSchema = z.object({ uidValidity: z.string(), uidNext: z.number() });

/**
 * Watches one mailbox until stopped: connects, and connects again after a pause that grows with
 * each failure. New mail becomes a change of the account's inbox; mail that came while nobody
 * watched, even while the process was down, becomes one at the next connection.
 */
export function watchMailbox(deps: MailboxWatchDeps, mailbox: MailboxToWatch): MailboxWatch {
  const { store, clock, random, events, log, journal } = deps;
  const { accountId, address, settings, password } = mailbox;
  const markName = `imap.mark.${accountId}`;
  let state: MailboxState = 'connecting';
  let failures = 0;
  let watchingSince = Number.POSITIVE_INFINITY;
  let lastDetail = '';
  const stopping = new AbortController();
  let stopTimer: Stop | null = null;
  /** Everything that writes, one after the other, so that `stop` can wait for it. */
  let writing: Promise<void> = Promise.resolve();

  function show(next: MailboxState): void {
    if (state === next) return;
    state = next;
    events.emit({ kind: 'account', id: accountId });
  }

  function write(work: () => Promise<unknown>): void {
    writing = writing.then(work).then(
      () => undefined,
      (error: unknown) => {
        // A removed account is no fault; anything else is said where the admin looks.
        if (!(error instanceof AppError)) failed(error);
      },
    );
  }

  function failed(error: unknown): void {
    if (stopping.signal.aborted) return;
    const detail = imapErrorText(error);
    if (state !== 'failed' || detail !== lastDetail) {
      log.write({
        level: 'warn',
        area: 'changes',
        key: 'mailbox.failed',
        params: { account: address, detail },
        accountId,
      });
    }
    lastDetail = detail;
    show('failed');
  }

  function watching(): void {
    watchingSince = clock.monotonic();
    log.write({
      level: 'info',
      area: 'changes',
      key: 'mailbox.watching',
      params: { account: address },
      accountId,
    });
    show('watching');
  }

  function retry(error: unknown): void {
    if (stopping.signal.aborted) return;
    failed(error);
    // A server that lets us in and throws us out at once is no better than one that refuses.
    if (clock.monotonic() - watchingSince >= mailboxLimits.steadyMs) failures = 0;
    watchingSince = Number.POSITIVE_INFINITY;
    const grown = mailboxLimits.retryMinMs * 2 ** Math.min(failures, 16);
    const pause = isSignInRefused(error)
      ? mailboxLimits.retryMaxMs
      : Math.min(grown, mailboxLimits.retryMaxMs);
    failures += 1;
    // Half of it at random: mailboxes of one server must not all come back in the same moment.
    stopTimer = clock.after(pause / 2 + random.integer(pause / 2), () => {
      connecting = connect();
    });
  }

  function report(): void {
    write(() => journal.accept({ account: accountId, folder: 'inbox', origin: 'IMAP' }, 'imap'));
  }

  async function connect(): Promise<void> {
    try {
      const known = markSchema.safeParse(await store.values.get(markName));
      const handlers = {
        onWatching: watching,
        onNewMail: report,
        // Behind the change in the queue: a mark without its change would lose mail.
        onMark: (mark: MailboxMark) => write(() => store.values.set(markName, mark)),
        onEnd: retry,
      };
      await openImapSession(settings, password, known.data, handlers, stopping.signal);
    } catch (error) {
      retry(error);
    }
  }

  let connecting = connect();
  return {
    state: () => state,
    async stop() {
      stopping.abort();
      stopTimer?.();
      await connecting;
      await writing;
    },
  };
}
