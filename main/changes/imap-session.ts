import type { MailboxSettings } from '../../shared/model/account.ts';
import { createImapClient } from './imap-client.ts';

/** How far a mailbox has been seen, so that mail which comes while nobody watches is noticed. */
export interface MailboxMark {
  /** RFC 3501 §2.3.1.1: other UIDs count when it changes. */
  readonly uidValidity: string;
  /** The UID that the next message will have at the least. */
  readonly uidNext: number;
}

/** What {@link openImapSession} calls. */
export interface ImapSessionHandlers {
  /** It watches now. */
  readonly onWatching: () => void;
  /** The mailbox has more messages than at the mark or the last call. */
  readonly onNewMail: () => void;
  /** Where the mailbox stands now; kept by the caller for the next session. */
  readonly onMark: (mark: MailboxMark) => void;
  /** The connection is gone; called once, and not when the signal has ended it. */
  readonly onEnd: (error: unknown) => void;
}

/**
 * Connects to a mailbox and watches it with IDLE (RFC 2177), or by asking every two minutes where
 * the server has no IDLE. Resolves once it watches; rejects with what the server or the socket said.
 * The signal ends it at any time, while it connects as well.
 */
export async function openImapSession(
  settings: MailboxSettings,
  password: string,
  known: MailboxMark | undefined,
  handlers: ImapSessionHandlers,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const client = createImapClient(settings, password);
  let isOver = false;
  let lastError: unknown = new Error('the server closed the connection');
  client.on('error', (error) => {
    lastError = error;
  });
  function abort(): void {
    isOver = true;
    client.close();
  }
  signal.addEventListener('abort', abort);

  try {
    await client.connect();
    const mailbox = await client.mailboxOpen(settings.folder, { readOnly: true });
    let mark: MailboxMark = {
      uidValidity: String(mailbox.uidValidity),
      uidNext: mailbox.uidNext,
    };
    if (known && known.uidValidity === mark.uidValidity && mark.uidNext > known.uidNext) {
      handlers.onNewMail();
    }
    handlers.onMark(mark);

    client.on('exists', ({ count, prevCount }) => {
      if (isOver || count <= prevCount) return;
      // Each new message takes one UID or more, so this is never ahead of the server.
      mark = { ...mark, uidNext: mark.uidNext + (count - prevCount) };
      handlers.onNewMail();
      handlers.onMark(mark);
    });
  } catch (error) {
    signal.removeEventListener('abort', abort);
    client.close();
    throw error;
  }

  function end(): void {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', abort);
    client.close();
    handlers.onEnd(lastError);
  }
  client.on('close', end);
  handlers.onWatching();
  // Ends when the server ends it or another command breaks it, and there is no other command.
  client.idle().then(end, (error: unknown) => {
    lastError = error;
    end();
  });
}
