import { decodeLatin1 } from '../bytes.ts';
import { smppLimits } from '../limits.ts';
import { esmClasses, type SmppMessage } from './message.ts';
import { parameterOf, parameterTags } from './parameters.ts';

/** States of a message (SMPP 3.4 §5.2.28), in the order of their codes from 1. */
const states = [
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
] as const;

/** Where a message stands in the eyes of the service centre. */
export type SmppMessageState = (typeof states)[number];

/** What a deliver_sm says about a message that was submitted before. */
export interface SmppReceipt {
  /** The service centre's id of the message, as this receipt spells it. */
  readonly messageId: string;
  readonly state: SmppMessageState;
  /** The network's error code as it was told; empty where there is none. */
  readonly error: string;
}

/** Words of Appendix B, and how service centres misspell them: seven letters are what they share. */
const words: Readonly<Record<string, SmppMessageState>> = {
  ENROUTE: 'enroute',
  BUFFRED: 'enroute',
  DELIVRD: 'delivered',
  DELIVERED: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'deleted',
  UNDELIV: 'undeliverable',
  UNDELIVERABLE: 'undeliverable',
  FAILED: 'undeliverable',
  ACCEPTD: 'accepted',
  ACCEPTED: 'accepted',
  UNKNOWN: 'unknown',
  REJECTD: 'rejected',
  REJECTED: 'rejected',
};

const idPattern = /\bid\s*:\s*(\S+)/iu;
const statePattern = /\bstat(?:us)?\s*:\s*([A-Za-z]+)/iu;
const errorPattern = /\berr(?:or)?\s*:\s*(\S+)/iu;

/**
 * Reads a delivery receipt: the optional parameters where they are, else the text of Appendix B,
 * whose fields stand in any order, spelling and spacing. Undefined for a message that is none.
 */
export function readReceipt(message: SmppMessage): SmppReceipt | undefined {
  const kind = message.esmClass & esmClasses.kind;
  const idValue = parameterOf(message.parameters, parameterTags.receiptedMessageId);
  const stateValue = parameterOf(message.parameters, parameterTags.messageState);
  const isMarked = kind === esmClasses.receipt || kind === esmClasses.intermediate;
  if (!isMarked && (idValue === undefined || stateValue === undefined)) return undefined;
  const text = receiptText(message);
  const messageId = idValue === undefined ? idPattern.exec(text)?.[1] : untilNul(idValue);
  if (messageId === undefined || messageId === '') return undefined;
  const told = stateValue?.[0];
  const state =
    (told === undefined ? undefined : states[told - 1]) ??
    words[(statePattern.exec(text)?.[1] ?? '').toUpperCase()] ??
    (kind === esmClasses.intermediate ? 'enroute' : 'unknown');
  return { messageId, state, error: errorOf(message, text) };
}

function receiptText({ shortMessage, parameters }: SmppMessage): string {
  const payload = parameterOf(parameters, parameterTags.messagePayload);
  const octets = shortMessage.length > 0 ? shortMessage : (payload ?? shortMessage);
  return decodeLatin1(octets.subarray(0, smppLimits.receiptOctets));
}

function errorOf({ parameters }: SmppMessage, text: string): string {
  const code = parameterOf(parameters, parameterTags.networkErrorCode);
  // A network type of one octet, then the code (§5.3.2.31).
  if (code?.length === 3) return String((code[1] ?? 0) * 0x100 + (code[2] ?? 0));
  const told = errorPattern.exec(text)?.[1] ?? '';
  return /^0*$/u.test(told) ? '' : told;
}

function untilNul(value: Uint8Array): string {
  const nul = value.indexOf(0);
  return decodeLatin1(nul < 0 ? value : value.subarray(0, nul));
}

/**
 * Other ways in which the same service centre may spell an id: the answer to a submit_sm often has it
 * in hex and the receipt in decimal, or the other way round, with or without leading zeros. The
 * spelling itself is the first.
 */
export function idSpellings(messageId: string): readonly string[] {
  const spellings = new Set([messageId]);
  const bare = messageId.replace(/^0+(?=.)/u, '');
  spellings.add(bare);
  if (messageId.length > smppLimits.numericId) return [...spellings];
  if (/^\d+$/u.test(bare)) {
    const hex = BigInt(bare).toString(16);
    for (const spelling of [hex, hex.toUpperCase(), hex.padStart(8, '0')]) spellings.add(spelling);
    spellings.add(hex.toUpperCase().padStart(8, '0'));
  }
  if (/^[\da-f]+$/iu.test(bare)) spellings.add(BigInt(`0x${bare}`).toString(10));
  return [...spellings];
}
