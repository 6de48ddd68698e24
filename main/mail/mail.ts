import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { AppError } from '../../shared/model/errors.ts';
import type { MailSettings } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { failureDetail } from './failure-detail.ts';
import { mailLimits } from './limits.ts';

/** One mail to one person. */
export interface MailToSend {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Mail that the server itself sends. */
export interface Mail extends Pick<AreaService<'settings'>, 'testMail'> {
  /** Whether the settings name a server and a sender. */
  isReady(): boolean;
  /**
   * Hands a mail to the server of the settings; resolves when that has taken it.
   *
   * @throws AppError MAIL_FAILED with the server's own words as `detail`, never with a secret.
   */
  send(mail: MailToSend): Promise<void>;
}

/** What the mail needs. */
export interface MailDeps {
  /** Settings as they are now. */
  readonly settings: () => MailSettings;
  /** Password for them; undefined where none is set. */
  readonly password: () => string | undefined;
  readonly log: LogWriter;
  /** Authorities (PEM) to trust in place of the system's. */
  readonly authorities?: string | undefined;
}

const test = {
  subject: 'Pushdesk: test',
  text: 'This is a test. Pushdesk can send mail with these settings.\n',
} as const;

/** Makes the mail. It keeps no connection open between two mails. */
export function createMail(deps: MailDeps): Mail {
  const isReady = (): boolean => {
    const { host, from } = deps.settings();
    return host !== '' && from !== '';
  };

  function options(): SMTPTransport.Options {
    const { host, port, security, user } = deps.settings();
    return {
      host,
      port,
      secure: security === 'tls',
      // Spelled out, as STARTTLS would otherwise be an offer that a stranger on the line can hide.
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user === '' ? {} : { auth: { user, pass: deps.password() ?? '' } }),
      dnsTimeout: mailLimits.dnsMs,
      connectionTimeout: mailLimits.connectMs,
      greetingTimeout: mailLimits.greetingMs,
      socketTimeout: mailLimits.socketMs,
      ...(deps.authorities === undefined ? {} : { tls: { ca: deps.authorities } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  /** Gives what the server said when it took the mail. */
  async function handOver({ to, subject, text }: MailToSend): Promise<string> {
    if (!isReady()) throw failed('No mail server is set.');
    const transport = createTransport(options());
    try {
      const { response } = await transport.sendMail({
        from: { name: '', address: deps.settings().from },
        to: { name: '', address: to },
        subject: oneLine(subject).slice(0, mailLimits.subjectLength),
        text,
        // Keeps holiday notices from being sent to a machine (RFC 3834 §5).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return oneLine(response).slice(0, mailLimits.detailLength);
    } catch (error) {
      throw failed(failureDetail(error, [deps.password() ?? '']), error);
    } finally {
      transport.close();
    }
  }

  function note(to: string, detail?: string): void {
    const level = detail === undefined ? 'info' : 'error';
    const key = detail === undefined ? 'mail.sent' : 'mail.failed';
    deps.log.write({ level, area: 'system', key, params: { to, detail: detail ?? '' } });
  }

  async function send(mail: MailToSend): Promise<string> {
    try {
      const detail = await handOver(mail);
      note(mail.to);
      return detail;
    } catch (error) {
      const { detail = '' } = error instanceof AppError ? error.params : {};
      note(mail.to, String(detail));
      throw error;
    }
  }

  return {
    isReady,
    async send(mail) {
      await send(mail);
    },
    async testMail({ to }) {
      try {
        return { ok: true, detail: await send({ to, ...test }) };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { ok: false, detail: String(error.params['detail'] ?? '') };
      }
    },
  };
}

function failed(detail: string, cause?: unknown): AppError {
  return new AppError('MAIL_FAILED', { params: { detail }, retryable: true, cause });
}

/** A text that cannot begin another header line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
