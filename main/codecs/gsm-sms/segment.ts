import { concatBytes, emptyBytes } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smsLimits } from '../limits.ts';
import { dataCodings } from './data-coding.ts';
import { escapeSeptet, textToSeptets } from './gsm7-alphabet.ts';
import { headerSeptets } from './gsm7-packing.ts';
import { encodeUcs2 } from './ucs2.ts';
import { languagePairs, noLanguages, type NationalLanguages } from './national-languages.ts';
import {
  decodeUserDataHeader,
  encodeUserDataHeader,
  languageElements,
  type SmsInformationElement,
  type SmsPorts,
} from './user-data-header.ts';

/** User data of one short message. */
export type SmsSegment = {
  /** The header with its length octet; empty when there is none. */
  readonly udh: Uint8Array;
  /** What follows the header: octets, or for the GSM alphabet septets, one an octet. */
  readonly data: Uint8Array;
};

/** How the parts of a message find each other again. */
export type SegmentReference = {
  /** Should differ between messages to one number: 8 bits, or 16 with `wide`. */
  readonly reference: number;
  /** Use a 16-bit reference; costs one octet a part. */
  readonly wide?: boolean;
};

type HeaderFor = (concatenation?: { total: number; sequence: number }) => Uint8Array;

/**
 * Cuts octets into as few messages as hold them: 133 octets behind a port header alone, 128 a part
 * with an 8-bit reference (GSM 03.40 §9.2.3.24). More than 255 parts are a CodecError `too-many`.
 */
export function segmentBinary(
  payload: Uint8Array,
  options: SegmentReference & { readonly ports?: SmsPorts },
): SmsSegment[] {
  return segment(payload, smsLimits.userDataOctets, headers(options, options.ports), octetLength);
}

/** A text cut into messages, and the TP-DCS that they are to be sent with. */
export type TextSegments = {
  readonly dataCoding: number;
  readonly segments: readonly SmsSegment[];
};

/** How a text is cut. */
export type TextOptions = SegmentReference & {
  /** Tables of languages may be used, which receivers know since TS 23.038 release 8. */
  readonly nationalTables?: boolean;
};

/**
 * Cuts a text into as few messages as hold it, in the GSM alphabet if that has all its characters
 * and in UCS2 otherwise; with tables of languages where these take fewer messages than UCS2. Escaped
 * characters and surrogate pairs are never cut in two.
 */
export function segmentText(text: string, options: TextOptions): TextSegments {
  const plain = septetSegments(text, options, noLanguages);
  if (plain !== undefined) return plain;
  const national = options.nationalTables === true ? nationalSegments(text, options) : undefined;
  const header = headers(options);
  const units = encodeUcs2(text);
  const segments = segment(units, smsLimits.userDataOctets, header, evenLength, endsInSurrogate);
  const isFewer = national !== undefined && national.segments.length < segments.length;
  return isFewer ? national : { dataCoding: dataCodings.ucs2, segments };
}

/** The text with the tables that make the fewest messages of it, and of these the shortest. */
function nationalSegments(text: string, options: SegmentReference): TextSegments | undefined {
  return languagePairs
    .map((languages) => septetSegments(text, options, languages))
    .filter((found) => found !== undefined)
    .reduce<TextSegments | undefined>(
      (best, found) => (best === undefined || isShorter(found, best) ? found : best),
      undefined,
    );
}

function isShorter(left: TextSegments, right: TextSegments): boolean {
  const parts = left.segments.length - right.segments.length;
  return parts === 0 ? septetsIn(left) < septetsIn(right) : parts < 0;
}

function septetsIn({ segments }: TextSegments): number {
  return segments.reduce((sum, { udh, data }) => sum + headerSeptets(udh.length) + data.length, 0);
}

/** Undefined when the tables lack a character. */
function septetSegments(
  text: string,
  options: SegmentReference,
  languages: NationalLanguages,
): TextSegments | undefined {
  const septets = textToSeptets(text, languages);
  if (septets === undefined) return undefined;
  const header = headers(options, undefined, languageElements(languages));
  const limit = smsLimits.userDataSeptets;
  const segments = segment(septets, limit, header, headerSeptets, endsInEscape);
  return { dataCoding: dataCodings.gsm7, segments };
}

/**
 * Puts the parts of one message together, in whatever order they are. Parts of several messages, a
 * missing or a repeated one are a CodecError `inconsistent`.
 */
export function joinSegments(segments: readonly SmsSegment[]): {
  readonly ports: SmsPorts | undefined;
  readonly payload: Uint8Array;
} {
  const parts = segments.map(({ udh, data }) => {
    const header = udh.length === 0 ? { others: [] } : decodeUserDataHeader(udh);
    return { ...header, data };
  });
  const first = parts[0];
  if (first === undefined) throw new CodecError('udh', 'missing');
  const total = first.concatenation?.total ?? 1;
  if (parts.length !== total) throw new CodecError('udh', 'inconsistent');
  const ordered: Uint8Array[] = [];
  for (const { concatenation, data } of parts) {
    const position = (concatenation?.sequence ?? 1) - 1;
    const isForeign =
      concatenation?.reference !== first.concatenation?.reference ||
      (concatenation?.total ?? 1) !== total;
    if (isForeign || ordered[position] !== undefined) throw new CodecError('udh', 'inconsistent');
    ordered[position] = data;
  }
  return { ports: first.ports, payload: concatBytes(ordered) };
}

function headers(
  { reference, wide = false }: SegmentReference,
  ports?: SmsPorts,
  others: readonly SmsInformationElement[] = [],
): HeaderFor {
  const portsOnly = ports === undefined ? {} : { ports };
  return (place) => {
    if (place !== undefined) {
      const concatenation = { reference, wide, ...place };
      return encodeUserDataHeader({ ...portsOnly, concatenation, others });
    }
    const isEmpty = ports === undefined && others.length === 0;
    return isEmpty ? emptyBytes : encodeUserDataHeader({ ...portsOnly, others });
  };
}

/**
 * @param room Units of an empty message: octets or septets.
 * @param used Units that a header of some octets takes.
 * @param giveBack Units by which a part has to end earlier than at `end`.
 */
function segment(
  units: Uint8Array,
  room: number,
  header: HeaderFor,
  used: (octets: number) => number,
  giveBack?: (units: Uint8Array, end: number) => number,
): SmsSegment[] {
  const single = header();
  if (units.length <= room - used(single.length)) return [{ udh: single, data: units.slice() }];
  const partRoom = room - used(header({ total: 1, sequence: 1 }).length);
  const parts: Uint8Array[] = [];
  for (let start = 0; start < units.length;) {
    let end = Math.min(start + partRoom, units.length);
    if (end < units.length) end -= giveBack?.(units, end) ?? 0;
    parts.push(units.slice(start, end));
    start = end;
  }
  const total = parts.length;
  if (total > smsLimits.parts) throw new CodecError('udh', 'too-many');
  return parts.map((data, index) => ({ udh: header({ total, sequence: index + 1 }), data }));
}

function octetLength(octets: number): number {
  return octets;
}

function evenLength(octets: number): number {
  return octets + (octets % 2);
}

/** How many septets to give back so that a part does not end in the middle of an escaped one. */
function endsInEscape(septets: Uint8Array, end: number): number {
  return septets[end - 1] === escapeSeptet ? 1 : 0;
}

/** How many octets to give back so that a part does not end behind a high surrogate. */
function endsInSurrogate(units: Uint8Array, end: number): number {
  return ((units[end - 2] ?? 0) & 0xfc) === 0xd8 ? 2 : 0;
}
