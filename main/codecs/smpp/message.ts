import type { ByteWriter } from '../byte-writer.ts';
import { type ByteReader, decodeLatin1 } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smppLimits } from '../limits.ts';
import { readParameters, writeParameters, type SmppParameter } from './parameters.ts';

/** An address with its type of number and numbering plan (SMPP 3.4 §5.2.5, §5.2.6). */
export interface SmppAddress {
  readonly ton: number;
  readonly npi: number;
  readonly text: string;
}

/** Types of number that are used. */
export const numberTypes = { unknown: 0, international: 1, alphanumeric: 5 } as const;
/** Numbering plans that are used: unknown, and ISDN (E.164). */
export const numberPlans = { unknown: 0, isdn: 1 } as const;

/** Bits of esm_class (SMPP 3.4 §5.2.12). */
export const esmClasses = {
  /** The short message begins with a user data header. */
  header: 0x40,
  /** Bits that say what kind of message a deliver_sm is… */
  kind: 0x3c,
  /** …of which these two are receipts. */
  receipt: 0x04,
  intermediate: 0x20,
} as const;

/** What submit_sm and deliver_sm have in common (SMPP 3.4 §4.4.1, §4.6.1). */
export interface SmppMessage {
  readonly serviceType: string;
  readonly source: SmppAddress;
  readonly destination: SmppAddress;
  readonly esmClass: number;
  readonly protocolId: number;
  readonly priority: number;
  /** Absolute or relative time (§7.1.1), or empty. */
  readonly schedule: string;
  readonly validity: string;
  readonly registeredDelivery: number;
  readonly replaceIfPresent: number;
  readonly dataCoding: number;
  readonly defaultMessageId: number;
  /** Up to 254 octets; a longer one goes into the parameter message_payload. */
  readonly shortMessage: Uint8Array;
  readonly parameters: readonly SmppParameter[];
}

/** A C-octet string: characters up to a NUL. Longer than the specification allows is taken. */
export function readText(reader: ByteReader): string {
  return decodeLatin1(reader.viewToNul());
}

/**
 * Writes a C-octet string of at most `most` characters without the NUL.
 *
 * @throws CodecError `too-long`, or `invalid-value` for what is not Latin-1 or has a NUL in it
 */
export function writeText(writer: ByteWriter, text: string, most: number): void {
  if (text.length > most) throw new CodecError('smpp', 'too-long');
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0 || unit > 0xff) throw new CodecError('smpp', 'invalid-value');
    writer.u8(unit);
  }
  writer.u8(0);
}

/** Writes one octet, whose width is checked. */
export function writeOctet(writer: ByteWriter, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 0xff) {
    throw new CodecError('smpp', 'invalid-value');
  }
  writer.u8(value);
}

/** Reads type, plan and text of an address. */
export function readSmppAddress(reader: ByteReader): SmppAddress {
  return { ton: reader.u8(), npi: reader.u8(), text: readText(reader) };
}

/** Writes an address. */
export function writeSmppAddress(writer: ByteWriter, { ton, npi, text }: SmppAddress): void {
  writeOctet(writer, ton);
  writeOctet(writer, npi);
  writeText(writer, text, smppLimits.address);
}

/** Reads the body of a submit_sm or deliver_sm. */
export function readMessage(reader: ByteReader): SmppMessage {
  return {
    serviceType: readText(reader),
    source: readSmppAddress(reader),
    destination: readSmppAddress(reader),
    esmClass: reader.u8(),
    protocolId: reader.u8(),
    priority: reader.u8(),
    schedule: readText(reader),
    validity: readText(reader),
    registeredDelivery: reader.u8(),
    replaceIfPresent: reader.u8(),
    dataCoding: reader.u8(),
    defaultMessageId: reader.u8(),
    shortMessage: reader.take(reader.u8()),
    parameters: readParameters(reader),
  };
}

/** Writes the body of a submit_sm or deliver_sm; what does not fit is a CodecError. */
export function writeMessage(writer: ByteWriter, message: SmppMessage): void {
  writeText(writer, message.serviceType, smppLimits.serviceType);
  writeSmppAddress(writer, message.source);
  writeSmppAddress(writer, message.destination);
  writeOctet(writer, message.esmClass);
  writeOctet(writer, message.protocolId);
  writeOctet(writer, message.priority);
  writeText(writer, message.schedule, smppLimits.time);
  writeText(writer, message.validity, smppLimits.time);
  writeOctet(writer, message.registeredDelivery);
  writeOctet(writer, message.replaceIfPresent);
  writeOctet(writer, message.dataCoding);
  writeOctet(writer, message.defaultMessageId);
  const { shortMessage } = message;
  if (shortMessage.length > smppLimits.shortMessage) throw new CodecError('smpp', 'too-long');
  writer.u8(shortMessage.length);
  writer.bytes(shortMessage);
  writeParameters(writer, message.parameters);
}
