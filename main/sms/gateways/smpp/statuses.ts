import { smppStatuses as known, statusName } from '../../../codecs/smpp/index.ts';
import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { HandOver } from '../gateway.ts';

/** What a status says about who is at fault, and in plain words. */
interface Verdict {
  readonly fault: 'message' | 'gateway';
  readonly permanent: boolean;
  readonly reason: GatewayReason;
  readonly words: string;
}

function message(words: string): Verdict {
  return { fault: 'message', permanent: true, reason: 'refused', words };
}

/** Our settings or our contract: the same for every message until somebody changes that. */
function settings(words: string): Verdict {
  return { fault: 'gateway', permanent: true, reason: 'refused', words };
}

function login(words: string): Verdict {
  return { fault: 'gateway', permanent: true, reason: 'login-refused', words };
}

function passing(words: string): Verdict {
  return { fault: 'gateway', permanent: false, reason: 'refused', words };
}

function pace(words: string): Verdict {
  return { fault: 'gateway', permanent: false, reason: 'throttled', words };
}

/** SMPP 3.4 §5.1.3. */
const verdicts = new Map<number, Verdict>([
  [known.invalidMessageLength, message('the length of the message is not valid')],
  [known.invalidCommandLength, message('the length of the request is not valid')],
  [known.invalidCommandId, settings('this kind of request is not known')],
  [known.wrongBindState, passing('not signed in for this')],
  [known.alreadyBound, passing('already signed in; the old link may not be over yet')],
  [0x06, settings('the priority is not valid')],
  [0x07, settings('asking for reports of delivery is not allowed')],
  [known.systemError, passing('a fault of the service centre')],
  [known.invalidSource, settings('the sender is not valid')],
  [known.invalidDestination, message('the number is not valid')],
  [known.invalidMessageId, passing('the id of the message is not valid')],
  [known.bindFailed, login('signing in failed')],
  [known.invalidPassword, login('the password is wrong')],
  [known.invalidSystemId, login('the system ID is not known')],
  [known.queueFull, pace('the queue of the service centre is full')],
  [0x15, settings('the service type is not valid')],
  [0x33, message('the number of recipients is not valid')],
  [0x40, message('the kind of recipient is not valid')],
  [0x43, message('this kind of message (esm_class) is not valid')],
  [0x44, message('the distribution list is not valid')],
  [0x45, passing('the message could not be submitted')],
  [0x48, settings('the type of the sender’s number (TON) is not valid')],
  [0x49, settings('the numbering plan of the sender (NPI) is not valid')],
  [0x50, settings('the type of the recipient’s number (TON) is not valid')],
  [0x51, settings('the numbering plan of the recipient (NPI) is not valid')],
  [0x53, login('the system type is not valid')],
  [known.throttled, pace('too many messages at once')],
  [0x61, message('the scheduled time is not valid')],
  [known.invalidExpiry, message('the validity period is not valid')],
  [known.receiverTemporary, passing('the recipient’s side has a passing fault')],
  [known.receiverPermanent, message('the recipient’s side has a lasting fault')],
  [known.receiverRejects, message('the recipient’s side rejects the message')],
  [0xc0, message('the optional part of the request is not valid')],
  [0xc1, message('an optional parameter is not allowed')],
  [0xc2, message('the length of a parameter is not valid')],
  [0xc3, message('an optional parameter is missing')],
  [0xc4, message('the value of an optional parameter is not valid')],
  [0xfe, passing('the message could not be delivered')],
  [known.unknownError, passing('a fault that has no name')],
]);

// Providers have codes of their own, and what they mean is theirs to say.
const unknownVerdict = passing('a code of the provider’s own');

function verdictOf(status: number): Verdict {
  return verdicts.get(status) ?? unknownVerdict;
}

/** Name, number and meaning of a status: `ESME_RINVDSTADR (0x0B): the number is not valid`. */
export function statusText(status: number): string {
  const name = statusName(status);
  const number = `0x${status.toString(16).toUpperCase().padStart(2, '0')}`;
  const shown = name.startsWith('0x') ? number : `${name} (${number})`;
  return `${shown}: ${verdictOf(status).words}`;
}

/** What a status that is no success means for the message that it answers. */
export function refusalOf(status: number): Extract<HandOver, { outcome: 'refused' }> {
  const { reason, permanent, fault } = verdictOf(status);
  return { outcome: 'refused', reason, detail: statusText(status), permanent, fault };
}

/** Why signing in failed: a login that is not accepted, or anything that may pass. */
export function bindRefusal(status: number): { reason: GatewayReason; detail: string } {
  const { reason } = verdictOf(status);
  return {
    reason: reason === 'login-refused' ? reason : 'unreachable',
    detail: statusText(status),
  };
}
