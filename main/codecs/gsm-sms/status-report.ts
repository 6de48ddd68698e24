import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { readAddress, writeAddress, type SmsAddress } from './address.ts';
import { firstOctetFlags as flags, flagIf, messageTypes } from './first-octet.ts';
import { readTimestamp, writeTimestamp, type SmsTimestamp } from './timestamp.ts';

/** What became of a message that was sent (GSM 03.40 §9.2.2.3). */
export type SmsStatusReport = {
  readonly moreMessages: boolean;
  readonly loopPrevention: boolean;
  /** TP-SRQ: the report answers a command and not a SUBMIT. */
  readonly answersCommand: boolean;
  /** TP-UDHI: the optional part holds a user data header. */
  readonly hasHeader: boolean;
  /** The reference that the modem returned for the message. */
  readonly messageReference: number;
  readonly recipient: SmsAddress;
  /** When the service centre took the message. */
  readonly timestamp: SmsTimestamp;
  /** When the outcome was known, or was last tried. */
  readonly discharged: SmsTimestamp;
  /** TP-ST; see {@link deliveryOutcome}. */
  readonly status: number;
  /** TP-PI and what it announces, as it came: nothing in it is of use. */
  readonly optional: Uint8Array;
};

/** What a status means for the sender (GSM 03.40 §9.2.3.15). */
export type DeliveryOutcome =
  /** It is on the phone, or was replaced there by a newer one. */
  | 'delivered'
  /** The service centre still tries. */
  | 'pending'
  /** It gave up. */
  | 'failed';

/** Outcome of a TP-ST value; reserved ones count as a permanent error, as the specification asks. */
export function deliveryOutcome(status: number): DeliveryOutcome {
  if (status < 0x20) return 'delivered';
  return status < 0x40 ? 'pending' : 'failed';
}

/** Encodes a TPDU; a field that does not fit is a CodecError. */
export function encodeStatusReport(report: SmsStatusReport): Uint8Array {
  const writer = new ByteWriter(64);
  writer.u8(
    messageTypes.statusReport |
      flagIf(!report.moreMessages, flags.noMoreMessages) |
      flagIf(report.loopPrevention, flags.loopPrevention) |
      flagIf(report.answersCommand, flags.statusReport) |
      flagIf(report.hasHeader, flags.userDataHeader),
  );
  for (const octet of [report.messageReference, report.status]) {
    if (!Number.isInteger(octet) || octet < 0 || octet > 0xff) {
      throw new CodecError('sms', 'invalid-value');
    }
  }
  writer.u8(report.messageReference);
  writeAddress(writer, report.recipient);
  writeTimestamp(writer, report.timestamp);
  writeTimestamp(writer, report.discharged);
  writer.u8(report.status);
  writer.bytes(report.optional);
  return writer.finish();
}

/** Decodes a TPDU; another message type is a CodecError `unsupported`. */
export function decodeStatusReport(tpdu: Uint8Array): SmsStatusReport {
  const reader = new ByteReader(tpdu, 'sms');
  const first = reader.u8();
  if ((first & flags.messageType) !== messageTypes.statusReport) {
    throw reader.error('unsupported', 0);
  }
  return {
    moreMessages: (first & flags.noMoreMessages) === 0,
    loopPrevention: (first & flags.loopPrevention) !== 0,
    answersCommand: (first & flags.statusReport) !== 0,
    hasHeader: (first & flags.userDataHeader) !== 0,
    messageReference: reader.u8(),
    recipient: readAddress(reader),
    timestamp: readTimestamp(reader),
    discharged: readTimestamp(reader),
    status: reader.u8(),
    optional: reader.take(reader.remaining),
  };
}
