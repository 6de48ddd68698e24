import { invalidField } from '../../shared/model/errors.ts';
import type { FieldError } from '../../shared/model/errors.ts';
import { messageLimits } from '../../shared/model/message.ts';
import { emptyBytes } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import {
  alphabetOf,
  dataCodings,
  decodeUserDataHeader,
  encodeUcs2,
  encodeUserDataHeader,
  headerSeptets,
  segmentText,
} from '../codecs/gsm-sms/index.ts';
import type { SmsAlphabet, SmsSegment, UserDataHeader } from '../codecs/gsm-sms/index.ts';
import { smsLimits } from '../codecs/limits.ts';

/** What is to be sent: a text, or bytes with what says how they are to be read. */
export interface MessageContent {
  readonly text?: string;
  /** User data; for the GSM alphabet septets, one an octet. */
  readonly data?: Uint8Array;
  /** User data header with its length octet; only with data. */
  readonly udh?: Uint8Array;
  /** TP-DCS (GSM 03.38 §4). */
  readonly dcs?: number;
  /** Most parts of a text; the rest of it is cut. */
  readonly maxParts?: number;
}

/** A message as it is handed over. */
export interface MessageBytes {
  readonly dcs: number;
  readonly parts: readonly SmsSegment[];
}

const escapeSeptet = 0x1b;

/** How a message is cut. */
export interface CutOptions {
  /** 8 bits that differ between messages to one number. */
  readonly reference: number;
  /** Texts may use the tables of languages. */
  readonly nationalTables: boolean;
}

/**
 * Makes the parts of a message. Data that is longer than one part is cut into several, whose headers
 * keep all that the given one says (GSM 03.40 §9.2.3.24).
 *
 * @throws AppError INVALID_INPUT for `text`, `data`, `udh` or `dcs`.
 */
export function messageBytes(content: MessageContent, options: CutOptions): MessageBytes {
  const { text, data, udh } = content;
  if (text !== undefined) {
    if (data !== undefined) throw invalidField('data', 'not-offered');
    if (udh !== undefined && udh.length > 0) throw invalidField('udh', 'not-offered');
    if (text === '') throw invalidField('text', 'required');
    return textBytes(text, content.dcs, content.maxParts ?? messageLimits.parts, options);
  }
  if ((data === undefined || data.length === 0) && (udh === undefined || udh.length === 0)) {
    throw invalidField('text', 'required');
  }
  const dcs = content.dcs ?? dataCodings.binary;
  return { dcs, parts: cutData(data ?? emptyBytes, udh ?? emptyBytes, dcs, options.reference) };
}

function textBytes(
  text: string,
  asked: number | undefined,
  maxParts: number,
  options: CutOptions,
): MessageBytes {
  const whole = refusing('text', () => tryText(text, asked, options));
  if (whole !== undefined && whole.parts.length <= maxParts) return whole;
  // The more of a text there is, the more parts it takes; so the longest that fits can be halved in on.
  const characters = [...text.slice(0, maxParts * smsLimits.userDataSeptets)];
  let best: MessageBytes | undefined;
  for (let low = 1, high = characters.length; low <= high;) {
    const middle = (low + high) >> 1;
    const cut = tryText(characters.slice(0, middle).join(''), asked, options);
    if (cut !== undefined && cut.parts.length <= maxParts) {
      best = cut;
      low = middle + 1;
    } else high = middle - 1;
  }
  if (best === undefined) throw invalidField('text', 'too-long');
  return best;
}

/** Undefined when the text takes more parts than there can be. */
function tryText(
  text: string,
  asked: number | undefined,
  options: CutOptions,
): MessageBytes | undefined {
  try {
    const { dataCoding, segments } = segmentText(text, options);
    const alphabet = alphabetOf(dataCoding);
    if (asked === undefined) return { dcs: dataCoding, parts: segments };
    const wanted = alphabetOf(asked);
    // What is asked for may carry a class (flash SMS); it is kept where its alphabet has the text.
    if (wanted === alphabet) return { dcs: asked, parts: segments };
    if (wanted === 'ucs2')
      return { dcs: asked, parts: cutData(encodeUcs2(text), emptyBytes, asked, options.reference) };
    return { dcs: dataCoding, parts: segments };
  } catch (error) {
    if (error instanceof CodecError && error.code === 'too-many') return undefined;
    throw error;
  }
}

function cutData(
  data: Uint8Array,
  udh: Uint8Array,
  dcs: number,
  reference: number,
): readonly SmsSegment[] {
  const alphabet = alphabetOf(dcs);
  if (alphabet === 'gsm7' && data.some((septet) => septet > 0x7f)) {
    throw invalidField('data', 'invalid');
  }
  if (alphabet === 'ucs2' && data.length % 2 !== 0) throw invalidField('data', 'invalid');
  const header: UserDataHeader =
    udh.length === 0 ? { others: [] } : refusing('udh', () => decodeUserDataHeader(udh));
  const room = roomBehind(udh.length, alphabet);
  if (room < 0) throw invalidField('udh', 'too-long');
  if (data.length <= room) return [{ udh, data }];
  // The caller cuts by itself, and this part is too long.
  if (header.concatenation !== undefined) throw invalidField('data', 'too-long');
  return cutInto(data, header, alphabet, reference);
}

function cutInto(
  data: Uint8Array,
  header: UserDataHeader,
  alphabet: SmsAlphabet,
  reference: number,
): SmsSegment[] {
  const headerOf = (total: number, sequence: number): Uint8Array =>
    refusing('udh', () =>
      encodeUserDataHeader({
        ...header,
        concatenation: { reference, total, sequence, wide: false },
      }),
    );
  const room = roomBehind(headerOf(1, 1).length, alphabet);
  if (room < 2) throw invalidField('udh', 'too-long');
  const cuts: Uint8Array[] = [];
  for (let start = 0; start < data.length;) {
    let end = Math.min(start + room, data.length);
    if (end < data.length) end -= brokenOff(data, end, alphabet);
    cuts.push(data.slice(start, end));
    start = end;
  }
  if (cuts.length > messageLimits.parts) throw invalidField('data', 'too-long');
  return cuts.map((part, index) => ({ udh: headerOf(cuts.length, index + 1), data: part }));
}

function roomBehind(headerOctets: number, alphabet: SmsAlphabet): number {
  if (alphabet === 'gsm7') return smsLimits.userDataSeptets - headerSeptets(headerOctets);
  const room = smsLimits.userDataOctets - headerOctets;
  return alphabet === 'ucs2' ? room - (room % 2) : room;
}

/** Units that belong to a character which the end of a part would cut in two. */
function brokenOff(data: Uint8Array, end: number, alphabet: SmsAlphabet): number {
  if (alphabet === 'gsm7') return data[end - 1] === escapeSeptet ? 1 : 0;
  if (alphabet === 'ucs2') return ((data[end - 2] ?? 0) & 0xfc) === 0xd8 ? 2 : 0;
  return 0;
}

/** Tells what a codec refuses as a fault of one field. */
function refusing<T>(field: FieldError['path'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CodecError) throw invalidField(field, 'invalid');
    throw error;
  }
}
