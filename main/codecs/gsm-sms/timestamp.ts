import type { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';

/**
 * Local time of a service centre and its distance from UTC (GSM 03.40 §9.2.3.11). Fields are kept
 * as they came: a report may hold a time that never was, all zeros for instance.
 */
export type SmsTimestamp = {
  /** 2000…2099: two digits travel. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Quarters of an hour ahead of UTC, −79…79. */
  readonly offsetQuarters: number;
};

const firstYear = 2000;
const signFlag = 0x08;

/** Milliseconds since 1970 of a timestamp; impossible days roll over as in Date.UTC. */
export function timestampToEpoch(timestamp: SmsTimestamp): number {
  const { year, month, day, hour, minute, second, offsetQuarters } = timestamp;
  return Date.UTC(year, month - 1, day, hour, minute - offsetQuarters * 15, second);
}

/** Timestamp of milliseconds since 1970 as a service centre with that distance from UTC gives it. */
export function timestampFromEpoch(epoch: number, offsetQuarters = 0): SmsTimestamp {
  const local = new Date(epoch + offsetQuarters * 15 * 60_000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    offsetQuarters,
  };
}

/** Reads seven octets of swapped decimal digits; other digits are a CodecError `invalid-value`. */
export function readTimestamp(reader: ByteReader): SmsTimestamp {
  const year = firstYear + readDigits(reader);
  const month = readDigits(reader);
  const day = readDigits(reader);
  const hour = readDigits(reader);
  const minute = readDigits(reader);
  const second = readDigits(reader);
  return { year, month, day, hour, minute, second, offsetQuarters: readOffset(reader) };
}

/** Writes what {@link readTimestamp} reads; a field of more than two digits is `invalid-value`. */
export function writeTimestamp(writer: ByteWriter, timestamp: SmsTimestamp): void {
  const { year, month, day, hour, minute, second, offsetQuarters } = timestamp;
  for (const field of [year - firstYear, month, day, hour, minute, second]) {
    writer.u8(swapDigits(field, 99));
  }
  const sign = offsetQuarters < 0 ? signFlag : 0;
  writer.u8(swapDigits(Math.abs(offsetQuarters), 79) | sign);
}

function readDigits(reader: ByteReader): number {
  const start = reader.offset;
  const octet = reader.u8();
  const tens = octet & 0x0f;
  const units = octet >> 4;
  if (tens > 9 || units > 9) throw reader.error('invalid-value', start);
  return tens * 10 + units;
}

function readOffset(reader: ByteReader): number {
  const start = reader.offset;
  const octet = reader.u8();
  const quarters = (octet & 0x07) * 10 + (octet >> 4);
  if (octet >> 4 > 9) throw reader.error('invalid-value', start);
  // Minus zero would not equal the zero that was sent.
  return octet & signFlag && quarters > 0 ? -quarters : quarters;
}

function swapDigits(value: number, highest: number): number {
  if (!Number.isInteger(value) || value < 0 || value > highest) {
    throw new CodecError('sms', 'invalid-value');
  }
  return Math.floor(value / 10) | ((value % 10) << 4);
}
