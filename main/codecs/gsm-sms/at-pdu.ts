import { ByteWriter } from '../byte-writer.ts';
import { ByteReader, toHex } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smsLimits } from '../limits.ts';
import { readServiceCentre, writeServiceCentre, type SmsAddress } from './address.ts';
import { decodeDeliver, type SmsDeliver } from './deliver.ts';
import { firstOctetFlags, messageTypes } from './first-octet.ts';
import { decodeStatusReport, type SmsStatusReport } from './status-report.ts';

/** A TPDU as modems exchange it: behind a service centre address (GSM 07.05 §3.1). */
export type AtPdu = {
  /** Undefined stands for the address that is stored in the modem. */
  readonly serviceCentre: SmsAddress | undefined;
  readonly tpdu: Uint8Array;
};

/** What `AT+CMGS` wants: the hex line, and the length that leaves the service centre out. */
export type AtCommandPdu = { readonly line: string; readonly length: number };

/** Something that a modem received. */
export type IncomingSms =
  | { readonly kind: 'deliver'; readonly deliver: SmsDeliver }
  | { readonly kind: 'status-report'; readonly report: SmsStatusReport };

/** Octets of a TPDU behind its service centre address. */
export function encodeAtPdu({ serviceCentre, tpdu }: AtPdu): Uint8Array {
  const writer = new ByteWriter();
  writeServiceCentre(writer, serviceCentre);
  writer.bytes(tpdu);
  return writer.finish();
}

/** Line and length for `AT+CMGS` (GSM 07.05 §3.5.1). */
export function atCommandPdu(pdu: AtPdu): AtCommandPdu {
  return { line: toHex(encodeAtPdu(pdu)).toUpperCase(), length: pdu.tpdu.length };
}

/** Splits the octets of a PDU line; a line longer than any PDU is a CodecError `too-long`. */
export function decodeAtPdu(pdu: Uint8Array): AtPdu {
  if (pdu.length > smsLimits.pduOctets) throw new CodecError('sms', 'too-long');
  const reader = new ByteReader(pdu, 'sms');
  const serviceCentre = readServiceCentre(reader);
  return { serviceCentre, tpdu: reader.take(reader.remaining) };
}

/** Decodes a TPDU that came from the service centre: a message or a report on one. */
export function decodeIncoming(tpdu: Uint8Array): IncomingSms {
  const first = tpdu[0];
  if (first === undefined) throw new CodecError('sms', 'truncated');
  return (first & firstOctetFlags.messageType) === messageTypes.statusReport
    ? { kind: 'status-report', report: decodeStatusReport(tpdu) }
    : { kind: 'deliver', deliver: decodeDeliver(tpdu) };
}
