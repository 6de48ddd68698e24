import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smsLimits } from '../limits.ts';
import type { NationalLanguages } from './national-languages.ts';

/** Application ports (GSM 03.40 §9.2.3.24.4). */
export type SmsPorts = { readonly destination: number; readonly source: number };

/** One part's place in a message of several (GSM 03.40 §9.2.3.24.1 and .8). */
export type SmsConcatenation = {
  readonly reference: number;
  /** 1…255 */
  readonly total: number;
  /** 1…total */
  readonly sequence: number;
  /** Whether the reference has 16 bits instead of 8. */
  readonly wide: boolean;
};

/** An element that we only carry. */
export type SmsInformationElement = { readonly id: number; readonly data: Uint8Array };

/** A user data header, taken apart (GSM 03.40 §9.2.3.24). */
export type UserDataHeader = {
  readonly ports?: SmsPorts;
  readonly concatenation?: SmsConcatenation;
  /** Everything else, in its order; malformed ports and concatenations as well. */
  readonly others: readonly SmsInformationElement[];
};

/** Identifiers of the elements that we understand. */
export const elementIds = {
  concatenation8: 0x00,
  ports16: 0x05,
  concatenation16: 0x08,
  singleShift: 0x24,
  lockingShift: 0x25,
} as const;

/** Ports of a WAP push without a connection (WAP-259 §4.1); receivers ignore the source. */
export const wapPushPorts: SmsPorts = { destination: 2948, source: 49154 };

/**
 * Encodes a header with its length octet: ports, then concatenation, then the others. A field out
 * of range is a CodecError `invalid-value`, a header that fills the message `too-long`.
 */
export function encodeUserDataHeader(header: UserDataHeader): Uint8Array {
  const writer = new ByteWriter(16);
  writer.u8(0);
  if (header.ports !== undefined) writePorts(writer, header.ports);
  if (header.concatenation !== undefined) writeConcatenation(writer, header.concatenation);
  for (const { id, data } of header.others) {
    writer.u8(unsigned(id, 8));
    writer.u8(unsigned(data.length, 8));
    writer.bytes(data);
  }
  if (writer.length > smsLimits.userDataOctets) throw new CodecError('udh', 'too-long');
  writer.patch(0, Uint8Array.of(writer.length - 1));
  return writer.finish();
}

/** Decodes a header with its length octet; octets behind it are a CodecError `trailing-data`. */
export function decodeUserDataHeader(udh: Uint8Array): UserDataHeader {
  const reader = new ByteReader(udh, 'udh');
  const section = reader.section(reader.u8());
  reader.expectEnd();
  let ports: SmsPorts | undefined;
  let concatenation: SmsConcatenation | undefined;
  const others: SmsInformationElement[] = [];
  while (section.remaining > 0) {
    const id = section.u8();
    const data = section.take(section.u8());
    const element = understand(id, data);
    // Of a repeated element the last one counts (§9.2.3.24).
    if (element === undefined) others.push({ id, data });
    else if ('total' in element) concatenation = element;
    else ports = element;
  }
  return {
    ...(ports === undefined ? {} : { ports }),
    ...(concatenation === undefined ? {} : { concatenation }),
    others,
  };
}

/** Elements that name the languages of a text (TS 23.040 §9.2.3.24.15 and .16). */
export function languageElements({ locking, single }: NationalLanguages): SmsInformationElement[] {
  return [
    { id: elementIds.singleShift, data: Uint8Array.of(single) },
    { id: elementIds.lockingShift, data: Uint8Array.of(locking) },
  ].filter(({ data }) => data[0] !== 0);
}

/** The languages that a header names; malformed elements name none. */
export function languagesOf({ others }: Pick<UserDataHeader, 'others'>): NationalLanguages {
  const named = (wanted: number): number => {
    const found = others.findLast(({ id, data }) => id === wanted && data.length === 1);
    return found?.data[0] ?? 0;
  };
  return { locking: named(elementIds.lockingShift), single: named(elementIds.singleShift) };
}

function understand(id: number, data: Uint8Array): SmsPorts | SmsConcatenation | undefined {
  const reader = new ByteReader(data, 'udh');
  if (id === elementIds.ports16 && data.length === 4) {
    return { destination: reader.u16(), source: reader.u16() };
  }
  const wide = id === elementIds.concatenation16;
  if ((wide && data.length === 4) || (id === elementIds.concatenation8 && data.length === 3)) {
    const reference = wide ? reader.u16() : reader.u8();
    const total = reader.u8();
    const sequence = reader.u8();
    // A receiver has to ignore an element that contradicts itself (§9.2.3.24.1).
    if (sequence >= 1 && sequence <= total) return { reference, total, sequence, wide };
  }
  return undefined;
}

function writePorts(writer: ByteWriter, ports: SmsPorts): void {
  writer.u8(elementIds.ports16);
  writer.u8(4);
  writer.u16(unsigned(ports.destination, 16));
  writer.u16(unsigned(ports.source, 16));
}

function writeConcatenation(writer: ByteWriter, concatenation: SmsConcatenation): void {
  const { reference, total, sequence, wide } = concatenation;
  if (unsigned(sequence, 8) < 1 || sequence > unsigned(total, 8)) {
    throw new CodecError('udh', 'invalid-value');
  }
  writer.u8(wide ? elementIds.concatenation16 : elementIds.concatenation8);
  writer.u8(wide ? 4 : 3);
  if (wide) writer.u16(unsigned(reference, 16));
  else writer.u8(unsigned(reference, 8));
  writer.u8(total);
  writer.u8(sequence);
}

function unsigned(value: number, width: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) {
    throw new CodecError('udh', 'invalid-value');
  }
  return value;
}
