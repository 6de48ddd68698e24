import type { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smsLimits } from '../limits.ts';
import { septetsToText, textToSeptets } from './gsm7-alphabet.ts';
import { packSeptets, unpackSeptets } from './gsm7-packing.ts';
import { decodeSemiOctets, encodeSemiOctets } from './semi-octets.ts';

/** An address of GSM 03.40 §9.1.2.5. */
export type SmsAddress = {
  /** The type-of-address octet, such as those of {@link addressTypes}. */
  readonly type: number;
  /** Digits without +, or the text of an alphanumeric address. */
  readonly value: string;
};

/** Types of address that the project writes. */
export const addressTypes = { international: 0x91, national: 0x81, alphanumeric: 0xd0 } as const;

const typeOfNumberMask = 0x70;

/** Address of a number as people write it: with + it is international, else of unknown type. */
export function addressOf(number: string): SmsAddress {
  return number.startsWith('+')
    ? { type: addressTypes.international, value: number.slice(1) }
    : { type: addressTypes.national, value: number };
}

/** What people call the address: an international number gets its + back. */
export function formatAddress({ type, value }: SmsAddress): string {
  const isInternational = (type & typeOfNumberMask) === 0x10;
  return isInternational ? `+${value}` : value;
}

/** Reads an originating or destination address, whose length counts semi-octets. */
export function readAddress(reader: ByteReader): SmsAddress {
  const length = readAddressLength(reader);
  const type = reader.u8();
  return { type, value: readAddressValue(reader, type, length) };
}

/** Reads the length of an address, in semi-octets. */
export function readAddressLength(reader: ByteReader): number {
  const start = reader.offset;
  const length = reader.u8();
  if (length > smsLimits.addressDigits) throw reader.error('too-long', start);
  return length;
}

/** Reads the digits or the text of an address. */
export function readAddressValue(reader: ByteReader, type: number, length: number): string {
  const offset = reader.offset;
  const bytes = reader.view(Math.ceil(length / 2));
  return isAlphanumeric(type)
    ? septetsToText(unpackSeptets(bytes, Math.floor((length * 4) / 7)))
    : decodeSemiOctets(bytes, length, offset);
}

/** Writes an originating or destination address; one that does not fit is a CodecError. */
export function writeAddress(writer: ByteWriter, { type, value }: SmsAddress): void {
  if (!Number.isInteger(type) || type < 0x80 || type > 0xff) throw invalid();
  const septets = isAlphanumeric(type) ? textToSeptets(value) : undefined;
  if (septets === undefined && isAlphanumeric(type)) throw invalid();
  const length = septets === undefined ? value.length : Math.ceil((septets.length * 7) / 4);
  if (length > smsLimits.addressDigits) throw new CodecError('sms', 'too-long');
  writer.u8(length);
  writer.u8(type);
  writer.bytes(septets === undefined ? encodeSemiOctets(value) : packSeptets(septets));
}

/**
 * Reads the service centre address in front of a TPDU (GSM 07.05 §3.1), whose length counts octets
 * and includes the type; length 0 stands for the one stored in the modem.
 */
export function readServiceCentre(reader: ByteReader): SmsAddress | undefined {
  const start = reader.offset;
  const length = reader.u8();
  if (length === 0) return undefined;
  if (length > 1 + smsLimits.addressDigits / 2) throw reader.error('too-long', start);
  const type = reader.u8();
  return { type, value: readFilledDigits(reader, length - 1) };
}

/** Reads digits of which only the octets are counted: a filler marks an odd number of them. */
export function readFilledDigits(reader: ByteReader, octets: number): string {
  const offset = reader.offset;
  const bytes = reader.view(octets);
  const isFilled = ((bytes.at(-1) ?? 0) & 0xf0) === 0xf0;
  return decodeSemiOctets(bytes, bytes.length * 2 - (isFilled ? 1 : 0), offset);
}

/** Writes what {@link readServiceCentre} reads. */
export function writeServiceCentre(writer: ByteWriter, address: SmsAddress | undefined): void {
  if (address === undefined) {
    writer.u8(0);
    return;
  }
  if (!Number.isInteger(address.type) || address.type < 0 || address.type > 0xff) throw invalid();
  if (address.value.length > smsLimits.addressDigits) throw new CodecError('sms', 'too-long');
  const digits = encodeSemiOctets(address.value);
  writer.u8(digits.length + 1);
  writer.u8(address.type);
  writer.bytes(digits);
}

function isAlphanumeric(type: number): boolean {
  return (type & typeOfNumberMask) === 0x50;
}

function invalid(): CodecError {
  return new CodecError('sms', 'invalid-value');
}
