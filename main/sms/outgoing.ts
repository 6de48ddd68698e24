import { fromHex } from '../codecs/bytes.ts';
import {
  alphabetOf,
  decodeUserDataHeader,
  encodeUserDataHeader,
  joinSegments,
} from '../codecs/gsm-sms/index.ts';
import type { SmsAlphabet, SmsSegment } from '../codecs/gsm-sms/index.ts';
import type { MessageRow } from '../store/types.ts';

/** A message as a gateway takes it: bytes instead of hex, and only what it needs to know. */
export interface OutgoingMessage {
  /** Our id of the message; a provider may be told it as a reference. */
  readonly id: string;
  readonly traceId: string | null;
  /** E.164 with the leading plus. */
  readonly number: string;
  /** Who it comes from, where that was said; empty leaves it to the gateway. */
  readonly sender: string;
  /** TP-DCS (GSM 03.38 §4). */
  readonly dcs: number;
  /** TP-PID (GSM 03.40 §9.2.3.9). */
  readonly pid: number;
  readonly alphabet: SmsAlphabet;
  /** Headers with their length octet; texts in the GSM alphabet as septets, one an octet. */
  readonly parts: readonly SmsSegment[];
  /** When it is given up, milliseconds since 1970; none where nobody said. */
  readonly expiresAt?: number;
  /** What a far side repeats of it in its answers must not be kept. */
  readonly hasSecrets: boolean;
  /** How many Pushdesks have passed it on before this one; none where it is not told. */
  readonly hops?: number;
  /** Goes after everything that is not bulk. */
  readonly isBulk?: boolean;
}

/** A stored message, ready for a gateway. Hex that is none is a CodecError. */
export function outgoingMessage(row: MessageRow): OutgoingMessage {
  return {
    id: row.id,
    traceId: row.traceId,
    number: row.number,
    sender: row.sender,
    dcs: row.dcs,
    pid: row.pid,
    alphabet: alphabetOf(row.dcs),
    parts: row.parts.map(({ udh, data }) => ({ udh: fromHex(udh), data: fromHex(data) })),
    expiresAt: row.expiresAt,
    hasSecrets: row.shownParts !== null,
    hops: row.hops,
    isBulk: row.class === 'bulk',
  };
}

/**
 * The parts of a message as one, for a far side that cuts long messages itself: the concatenation
 * leaves the header, everything else in it stays. Parts that do not fit together are a CodecError.
 */
export function joinParts(parts: readonly SmsSegment[]): SmsSegment {
  const first = parts[0];
  if (first !== undefined && parts.length === 1) return first;
  const { payload } = joinSegments(parts);
  const header = decodeUserDataHeader(first?.udh ?? Uint8Array.of(0));
  const kept = {
    ...(header.ports === undefined ? {} : { ports: header.ports }),
    others: header.others,
  };
  const isEmpty = kept.ports === undefined && kept.others.length === 0;
  return { udh: isEmpty ? new Uint8Array(0) : encodeUserDataHeader(kept), data: payload };
}
