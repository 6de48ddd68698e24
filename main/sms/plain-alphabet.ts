import { AppError } from '../../shared/model/errors.ts';
import { emptyBytes } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import {
  alphabetOf,
  dataCodings,
  decodeUserDataHeader,
  elementIds,
  encodeUcs2,
  encodeUserDataHeader,
  textOfUserData,
  textToSeptets,
} from '../codecs/gsm-sms/index.ts';
import type { SmsSegment, UserDataHeader } from '../codecs/gsm-sms/index.ts';
import { messageBytes } from './message-bytes.ts';
import { joinParts } from './outgoing.ts';
import type { OutgoingMessage } from './outgoing.ts';

const languageIds: ReadonlySet<number> = new Set([elementIds.singleShift, elementIds.lockingShift]);

/**
 * The same message without tables of languages, for a far side that is told texts as texts: in the
 * default alphabet if that has all of it, else in UCS2, cut anew. What uses no such tables stays as it
 * is, and so does a lone part of a longer text: what it says in UCS2 would not fit into one part.
 */
export function inPlainAlphabet(message: OutgoingMessage): OutgoingMessage {
  if (message.alphabet !== 'gsm7' || !message.parts.some(({ udh }) => udh.length > 0)) {
    return message;
  }
  try {
    return message.parts.some(usesLanguages) ? rewritten(message) : message;
  } catch (error) {
    if (error instanceof CodecError || error instanceof AppError) return message;
    throw error;
  }
}

function usesLanguages({ udh }: SmsSegment): boolean {
  if (udh.length === 0) return false;
  return decodeUserDataHeader(udh).others.some(({ id }) => languageIds.has(id));
}

function rewritten(message: OutgoingMessage): OutgoingMessage {
  const { udh, data } = joinParts(message.parts);
  const text = textOfUserData(message.dcs, data, udh) ?? '';
  const septets = textToSeptets(text);
  const dcs = septets === undefined ? wideCoding(message.dcs) : message.dcs;
  const { parts } = messageBytes(
    { data: septets ?? encodeUcs2(text), udh: withoutLanguages(decodeUserDataHeader(udh)), dcs },
    { reference: referenceOf(message), nationalTables: false },
  );
  return { ...message, dcs, alphabet: alphabetOf(dcs), parts };
}

function withoutLanguages(header: UserDataHeader): Uint8Array {
  const others = header.others.filter(({ id }) => !languageIds.has(id));
  const { ports, concatenation } = header;
  if (ports === undefined && concatenation === undefined && others.length === 0) return emptyBytes;
  return encodeUserDataHeader({ ...header, others });
}

/** The coding for UCS2 that keeps the class, or that a message waits (GSM 03.38 §4). */
function wideCoding(dcs: number): number {
  const group = dcs >> 4;
  if (group < 0x8) return (dcs & 0xf3) | dataCodings.ucs2;
  if (group === 0xf) return 0x10 | dataCodings.ucs2 | (dcs & 3);
  return group === 0xc || group === 0xd ? 0xe0 | (dcs & 0xf) : dataCodings.ucs2;
}

/** Handed over again, a message has the same bytes. */
function referenceOf({ id, parts: [first] }: OutgoingMessage): number {
  const header = first === undefined || first.udh.length === 0 ? undefined : first.udh;
  const place = header && decodeUserDataHeader(header).concatenation;
  if (place !== undefined) return place.reference & 0xff;
  return Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) & 0xff, 0);
}
