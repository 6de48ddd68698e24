import { z } from 'zod';
import { changeLimits } from '../../shared/model/change.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { doorError, jsonOf, refusalOf } from './http-door.ts';
import type { DoorConfig, DoorRequest, DoorResponse } from './http-door.ts';
import type { Journal } from './journal.ts';
import { doorLimits } from './limits.ts';
import { createRefusalLog } from './refusal-log.ts';

/**
 * What Dovecot's push-notification driver `ox` sends for each delivered message (the name is of the
 * groupware it was made for). It is a PUT of JSON:
 *
 *     {"user":"ada@example.org","event":"messageNew","folder":"INBOX",
 *      "imap-uidvalidity":1700000000,"imap-uid":7,
 *      "from":"Bob <bob@example.org>","subject":"…","snippet":"…","unseen":3}
 *
 * Only the first three matter; sender and subject are not even read, let alone kept.
 */
const notificationSchema = z.object({
  user: z.string().trim().min(1).max(changeLimits.account),
  event: z.string().min(1).max(64),
  folder: z.string().min(1).max(changeLimits.folder),
});

/** Events after which a device has something new to fetch (RFC 5423 §4.1), in lower case. */
const eventsOfNewData: ReadonlySet<string> = new Set(['messagenew', 'messageappend']);

/** What {@link createDovecotDoor} needs. */
export interface DovecotDoorDeps {
  readonly journal: Pick<Journal, 'accept'>;
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly config: () => DoorConfig;
}

/** The door for Dovecot's own notifications, `PUT /changes/dovecot`. */
export interface DovecotDoor {
  /**
   * Answers 204 when the change is in the journal or none follows from the notification. The token
   * is that of the webhook; Dovecot takes it from the URL and sends it as the password of Basic.
   */
  handle(request: DoorRequest): Promise<DoorResponse>;
}

/**
 * Makes the door. Dovecot 2.3 is set up like this:
 *
 *     mail_attribute_dict = file:%h/dovecot-attributes
 *     protocol lmtp {
 *       mail_plugins = $mail_plugins notify push_notification
 *     }
 *     protocol lda {
 *       mail_plugins = $mail_plugins notify push_notification
 *     }
 *     plugin {
 *       push_notification_driver = ox:url=http://pushdesk:TOKEN@127.0.0.1:PORT/changes/dovecot
 *     }
 *
 * The driver is silent about users without an entry in their METADATA, and always wants one, even
 * where the name that it reports is the user name. Once for each user:
 *
 *     doveadm mailbox metadata set -s -u ada@example.org "" \
 *       /private/vendor/vendor.dovecot/http-notify user=ada@example.org
 *
 * With `user_from_metadata` behind the URL it reports the name from that entry, for servers whose
 * user names are no addresses. It reports deliveries into INBOX by LMTP and LDA, not IMAP APPENDs.
 */
export function createDovecotDoor(deps: DovecotDoorDeps): DovecotDoor {
  const { journal, config } = deps;
  const refusals = createRefusalLog(deps.log, deps.clock);
  const nothing: DoorResponse = { status: 204, body: null };

  function refuse(request: DoorRequest, response: DoorResponse, detail: string): DoorResponse {
    refusals.write({
      level: 'warn',
      area: 'changes',
      key: 'change.refused',
      params: { remote: request.remote, detail },
    });
    return response;
  }

  return {
    async handle(request) {
      const refusal = refusalOf(request, config(), doorLimits.dovecotOctets);
      if (refusal) return refuse(request, refusal, `answered ${refusal.status}`);
      const parsed = notificationSchema.safeParse(jsonOf(request));
      if (!parsed.success) {
        return refuse(request, doorError('INVALID_INPUT'), 'it is not a notification of Dovecot');
      }
      const { user, event, folder } = parsed.data;
      if (!eventsOfNewData.has(event.toLowerCase())) return nothing;
      const isInbox = folder.toUpperCase() === 'INBOX';
      try {
        const input = { account: user, folder: isInbox ? 'inbox' : folder, origin: 'Dovecot' };
        await journal.accept(input, 'dovecot');
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // A mailbox that no device knows is none of Dovecot's errors; an unknown user is one.
        return error.code === 'UNKNOWN_FOLDER' ? nothing : doorError(error.code, error.params);
      }
      return nothing;
    },
  };
}
