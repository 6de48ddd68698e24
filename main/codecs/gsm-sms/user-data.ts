import { type ByteWriter } from '../byte-writer.ts';
import { emptyBytes, type ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smsLimits } from '../limits.ts';
import { alphabetOf } from './data-coding.ts';
import { septetsToText } from './gsm7-alphabet.ts';
import {
  fillBits,
  headerSeptets,
  packedLength,
  packSeptets,
  unpackSeptets,
} from './gsm7-packing.ts';
import { noLanguages, type NationalLanguages } from './national-languages.ts';
import type { SmsSegment } from './segment.ts';
import { decodeUcs2 } from './ucs2.ts';
import { decodeUserDataHeader, languagesOf } from './user-data-header.ts';

/**
 * Reads TP-UDL and TP-UD, which end the TPDU (GSM 03.40 §9.2.3.16 and .24). A length that does not
 * fit the octets is a CodecError `truncated` or `trailing-data`.
 */
export function readUserData(
  reader: ByteReader,
  dataCoding: number,
  hasHeader: boolean,
): SmsSegment {
  const isSeptets = alphabetOf(dataCoding) === 'gsm7';
  const start = reader.offset;
  const length = reader.u8();
  const limit = isSeptets ? smsLimits.userDataSeptets : smsLimits.userDataOctets;
  if (length > limit) throw reader.error('too-long', start);
  const octets = reader.section(isSeptets ? packedLength(length) : length);
  reader.expectEnd();
  const udh = hasHeader ? octets.take(octets.peek() + 1) : emptyBytes;
  if (!isSeptets) return { udh, data: octets.take(octets.remaining) };
  const count = length - headerSeptets(udh.length);
  if (count < 0) throw reader.error('inconsistent', start);
  return { udh, data: unpackSeptets(octets.view(octets.remaining), count, fillBits(udh.length)) };
}

/** Writes TP-UDL and TP-UD; more than a message holds is a CodecError `too-long`. */
export function writeUserData(
  writer: ByteWriter,
  dataCoding: number,
  { udh, data }: SmsSegment,
): void {
  if (udh.length > 0 && udh[0] !== udh.length - 1) throw new CodecError('sms', 'inconsistent');
  const isSeptets = alphabetOf(dataCoding) === 'gsm7';
  const length = isSeptets ? headerSeptets(udh.length) + data.length : udh.length + data.length;
  const limit = isSeptets ? smsLimits.userDataSeptets : smsLimits.userDataOctets;
  if (length > limit) throw new CodecError('sms', 'too-long');
  writer.u8(length);
  writer.bytes(udh);
  writer.bytes(isSeptets ? packSeptets(data, fillBits(udh.length)) : data);
}

/**
 * The text that user data holds, or undefined for data that is none.
 *
 * @param udh The header with its length octet, which may name languages; of several parts, any one's.
 */
export function textOfUserData(
  dataCoding: number,
  data: Uint8Array,
  udh: Uint8Array = emptyBytes,
): string | undefined {
  switch (alphabetOf(dataCoding)) {
    case 'gsm7':
      return septetsToText(data, languagesIn(udh));
    case 'ucs2':
      return decodeUcs2(data);
    case 'binary':
      return undefined;
  }
}

/** A header that cannot be read names no languages: the text is worth more than the header. */
function languagesIn(udh: Uint8Array): NationalLanguages {
  if (udh.length === 0) return noLanguages;
  try {
    return languagesOf(decodeUserDataHeader(udh));
  } catch (error) {
    if (error instanceof CodecError) return noLanguages;
    throw error;
  }
}
