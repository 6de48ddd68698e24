import { concatBytes, decodeLatin1, emptyBytes } from '../../../codecs/bytes.ts';
import {
  alphabetOf,
  dataCodings,
  decodeUserDataHeader,
  encodeUcs2,
  septetsToText,
  textToSeptets,
} from '../../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../../codecs/gsm-sms/index.ts';
import { smsLimits } from '../../../codecs/limits.ts';

/** User data as SMPP carries it: the octets of short_message, and their data_coding. */
export interface CodedParts {
  readonly dataCoding: number;
  readonly bodies: readonly Uint8Array[];
}

type TextEncoding = 'gsm7' | 'latin1';

/** data_coding values of SMPP 3.4 §5.2.19 that have another meaning in GSM 03.38. */
const centreCodings = {
  centre: 0,
  ascii: 1,
  binary: 2,
  latin1: 3,
  cyrillic: 6,
  hebrew: 7,
} as const;
/** Elements of a header: the single shift and the locking shift. */
const nationalTables: ReadonlySet<number> = new Set([0x24, 0x25]);
/** Characters that are in no Latin-1 are replaced by this where nothing else can be done. */
const replacement = 0x3f;

/**
 * The parts of one message as octets behind their headers, and the one data_coding for them. Texts in
 * the default alphabet go as septets, one an octet, or in Latin-1 where the centre wants that; those
 * with other characters then go in UCS-2 if they fit. Texts in a national table stay septets: only the
 * phone knows what they mean.
 */
export function codeParts(
  dcs: number,
  parts: readonly SmsSegment[],
  encoding: TextEncoding,
): CodedParts {
  const dataCoding = dataCodingOf(dcs);
  if (alphabetOf(dcs) !== 'gsm7' || encoding === 'gsm7' || parts.some(hasNationalTable)) {
    return { dataCoding, bodies: parts.map(withHeader) };
  }
  const texts = parts.map(({ udh, data }) => ({ udh, text: septetsToText(data) }));
  if (!texts.every(({ text }) => isLatin1(text))) {
    const wide = texts.map(({ udh, text }) => withHeader({ udh, data: encodeUcs2(text) }));
    if (wide.every(({ length }) => length <= smsLimits.userDataOctets)) {
      return { dataCoding: dataCodings.ucs2, bodies: wide };
    }
  }
  return {
    dataCoding,
    bodies: texts.map(({ udh, text }) => withHeader({ udh, data: latin1Of(text) })),
  };
}

/** TP-DCS as data_coding: plain texts by their SMPP number, everything with a class as it is. */
function dataCodingOf(dcs: number): number {
  const group = dcs >> 4;
  const hasClass = group === 0xf || (group < 0x8 && (dcs & 0x10) !== 0);
  if (hasClass) return dcs;
  switch (alphabetOf(dcs)) {
    case 'gsm7':
      return dataCodings.gsm7;
    case 'ucs2':
      return dataCodings.ucs2;
    case 'binary':
      return dcs;
  }
}

/** Whether the header names a national language's table (GSM 03.40 §9.2.3.24.15 and .16). */
function hasNationalTable({ udh }: SmsSegment): boolean {
  if (udh.length === 0) return false;
  return decodeUserDataHeader(udh).others.some(({ id }) => nationalTables.has(id));
}

function withHeader({ udh, data }: SmsSegment): Uint8Array {
  return udh.length === 0 ? data : concatBytes([udh, data]);
}

function isLatin1(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0xff) return false;
  }
  return true;
}

function latin1Of(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => {
    const code = letter.codePointAt(0) ?? replacement;
    return code > 0xff ? replacement : code;
  });
}

/** User data behind the header as a phone would have it, and its TP-DCS. */
export interface ReadCoding {
  readonly dcs: number;
  readonly data: Uint8Array;
}

/** Turns data_coding and octets of an incoming SMS into TP-DCS and user data (§5.2.19). */
export function readCoding(
  dataCoding: number,
  octets: Uint8Array,
  encoding: TextEncoding,
): ReadCoding {
  switch (dataCoding) {
    case centreCodings.centre:
      return encoding === 'gsm7'
        ? asSeptets(dataCodings.gsm7, octets)
        : asText(decodeLatin1(octets));
    case centreCodings.ascii:
    case centreCodings.latin1:
      return asText(decodeLatin1(octets));
    case centreCodings.cyrillic:
      return asText(new TextDecoder('iso-8859-5').decode(octets));
    case centreCodings.hebrew:
      return asText(new TextDecoder('iso-8859-8').decode(octets));
    case centreCodings.binary:
    case dataCodings.binary:
      return { dcs: dataCodings.binary, data: octets };
    case dataCodings.ucs2:
      return { dcs: dataCodings.ucs2, data: octets };
    default:
      // The groups of GSM 03.38 that have a class, or say that a message waits, are meant as such.
      if (dataCoding < 0x10) return { dcs: dataCodings.binary, data: octets };
      return alphabetOf(dataCoding) === 'gsm7'
        ? asSeptets(dataCoding, octets)
        : { dcs: dataCoding, data: octets };
  }
}

/** Septets have no eighth bit: whoever sets it means Latin-1, whatever was agreed on. */
function asSeptets(dcs: number, octets: Uint8Array): ReadCoding {
  return octets.every((octet) => octet < 0x80)
    ? { dcs, data: octets }
    : asText(decodeLatin1(octets));
}

function asText(text: string): ReadCoding {
  if (text === '') return { dcs: dataCodings.gsm7, data: emptyBytes };
  const septets = textToSeptets(text);
  return septets === undefined
    ? { dcs: dataCodings.ucs2, data: encodeUcs2(text) }
    : { dcs: dataCodings.gsm7, data: septets };
}
