import { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '../../shared/model/account.ts';
import { mailboxLimits } from './limits.ts';

/**
 * Makes a client for one connection to a mailbox; nothing is sent before `connect()`.
 *
 * @param silenceMs Longest silence of the server before the connection counts as dead.
 */
export function createImapClient(
  settings: MailboxSettings,
  password: string,
  silenceMs: number = mailboxLimits.socketMs,
): ImapFlow {
  const { host, port, security, user } = settings;
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    // Spelled out, as the client would otherwise take STARTTLS as an offer and go on without.
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: password },
    clientInfo: { name: 'Pushdesk' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: mailboxLimits.idleMs,
    connectionTimeout: mailboxLimits.connectMs,
    greetingTimeout: mailboxLimits.connectMs,
    socketTimeout: silenceMs,
  });
}

/** What a mailbox server said when it did not do what it was asked, in its own words. */
export function imapErrorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { responseText } = error as { responseText?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : error.message;
}

/** Whether the server refused the user or the password: trying again soon would not help. */
export function isSignInRefused(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error;
}

/** What a test of mailbox settings found. A refusal is a value: it is what the test is for. */
export interface MailboxTest {
  readonly ok: boolean;
  /** The server's own words. */
  readonly detail: string;
  readonly canIdle: boolean;
}

/** Signs in, opens the mailbox and signs out again. */
export async function testMailbox(
  settings: MailboxSettings,
  password: string,
): Promise<MailboxTest> {
  const client = createImapClient(settings, password);
  // Errors of the socket come this way as well; the calls below reject with them.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const mailbox = await client.mailboxOpen(settings.folder, { readOnly: true });
    const canIdle = client.capabilities.has('IDLE');
    await client.logout();
    return { ok: true, detail: `${mailbox.path}: ${mailbox.exists}`, canIdle };
  } catch (error) {
    return { ok: false, detail: imapErrorText(error), canIdle: false };
  } finally {
    client.close();
  }
}

/** What a mail server says to a password. */
export interface PasswordCheck {
  readonly result: 'right' | 'wrong' | 'unreachable';
  /** The server's own words, where it could not be asked. */
  readonly detail: string;
}

/** Signs in to see whether a password is right. Nobody waits for the server to say good-bye. */
export async function checkMailboxPassword(
  settings: MailboxSettings,
  password: string,
): Promise<PasswordCheck> {
  const client = createImapClient(settings, password, mailboxLimits.connectMs);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { result: 'right', detail: '' };
  } catch (error) {
    const result = isSignInRefused(error) ? 'wrong' : 'unreachable';
    return { result, detail: imapErrorText(error) };
  } finally {
    client.close();
  }
}
