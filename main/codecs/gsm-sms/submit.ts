import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { readAddress, writeAddress, type SmsAddress } from './address.ts';
import { firstOctetFlags as flags, flagIf, messageTypes } from './first-octet.ts';
import type { SmsSegment } from './segment.ts';
import { readUserData, writeUserData } from './user-data.ts';
import { readValidity, validityFormatBits, writeValidity, type SmsValidity } from './validity.ts';

/** A message on its way to the service centre (GSM 03.40 §9.2.2.2). */
export type SmsSubmit = SmsSegment & {
  readonly rejectDuplicates: boolean;
  readonly statusReportRequest: boolean;
  readonly replyPath: boolean;
  /** 0…255; most modems write their own. */
  readonly messageReference: number;
  readonly destination: SmsAddress;
  /** TP-PID; 0 for everything we send. */
  readonly protocolId: number;
  /** TP-DCS; decides how `data` is packed. */
  readonly dataCoding: number;
  readonly validity: SmsValidity;
};

/** What is common to all parts of a message. */
export type SubmitOptions = Pick<SmsSubmit, 'destination' | 'dataCoding'> & {
  readonly validity?: SmsValidity;
  /** Ask for a report on the last part: it is the one that completes the message. */
  readonly statusReport?: boolean;
};

/** Makes one SUBMIT of each part of a message. */
export function submitsOf(
  segments: readonly SmsSegment[],
  { destination, dataCoding, validity = { kind: 'none' }, statusReport = false }: SubmitOptions,
): SmsSubmit[] {
  return segments.map((segment, index) => ({
    ...segment,
    rejectDuplicates: false,
    statusReportRequest: statusReport && index === segments.length - 1,
    replyPath: false,
    messageReference: 0,
    destination,
    protocolId: 0,
    dataCoding,
    validity,
  }));
}

/** Encodes a TPDU; a field that does not fit is a CodecError. */
export function encodeSubmit(submit: SmsSubmit): Uint8Array {
  const writer = new ByteWriter();
  writer.u8(
    messageTypes.submit |
      flagIf(submit.rejectDuplicates, flags.rejectDuplicates) |
      validityFormatBits(submit.validity) |
      flagIf(submit.statusReportRequest, flags.statusReport) |
      flagIf(submit.udh.length > 0, flags.userDataHeader) |
      flagIf(submit.replyPath, flags.replyPath),
  );
  writer.u8(octet(submit.messageReference));
  writeAddress(writer, submit.destination);
  writer.u8(octet(submit.protocolId));
  writer.u8(octet(submit.dataCoding));
  writeValidity(writer, submit.validity);
  writeUserData(writer, submit.dataCoding, submit);
  return writer.finish();
}

/** Decodes a TPDU; another message type is a CodecError `unsupported`. */
export function decodeSubmit(tpdu: Uint8Array): SmsSubmit {
  const reader = new ByteReader(tpdu, 'sms');
  const first = reader.u8();
  if ((first & flags.messageType) !== messageTypes.submit) throw reader.error('unsupported', 0);
  const messageReference = reader.u8();
  const destination = readAddress(reader);
  const protocolId = reader.u8();
  const dataCoding = reader.u8();
  const validity = readValidity(reader, first);
  return {
    rejectDuplicates: (first & flags.rejectDuplicates) !== 0,
    statusReportRequest: (first & flags.statusReport) !== 0,
    replyPath: (first & flags.replyPath) !== 0,
    messageReference,
    destination,
    protocolId,
    dataCoding,
    validity,
    ...readUserData(reader, dataCoding, (first & flags.userDataHeader) !== 0),
  };
}

function octet(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 0xff) {
    throw new CodecError('sms', 'invalid-value');
  }
  return value;
}
