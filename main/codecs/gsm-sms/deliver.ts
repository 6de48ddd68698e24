import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { readAddress, writeAddress, type SmsAddress } from './address.ts';
import { firstOctetFlags as flags, flagIf, messageTypes } from './first-octet.ts';
import type { SmsSegment } from './segment.ts';
import { readTimestamp, writeTimestamp, type SmsTimestamp } from './timestamp.ts';
import { readUserData, writeUserData } from './user-data.ts';

/** A message on its way from the service centre to a phone (GSM 03.40 §9.2.2.1). */
export type SmsDeliver = SmsSegment & {
  readonly moreMessages: boolean;
  readonly loopPrevention: boolean;
  readonly statusReportIndication: boolean;
  readonly replyPath: boolean;
  readonly originator: SmsAddress;
  readonly protocolId: number;
  /** TP-DCS; decides how `data` is packed. */
  readonly dataCoding: number;
  /** When the service centre took the message. */
  readonly timestamp: SmsTimestamp;
};

/** Encodes a TPDU; a field that does not fit is a CodecError. */
export function encodeDeliver(deliver: SmsDeliver): Uint8Array {
  const writer = new ByteWriter();
  writer.u8(
    messageTypes.deliver |
      flagIf(!deliver.moreMessages, flags.noMoreMessages) |
      flagIf(deliver.loopPrevention, flags.loopPrevention) |
      flagIf(deliver.statusReportIndication, flags.statusReport) |
      flagIf(deliver.udh.length > 0, flags.userDataHeader) |
      flagIf(deliver.replyPath, flags.replyPath),
  );
  writeAddress(writer, deliver.originator);
  for (const octet of [deliver.protocolId, deliver.dataCoding]) {
    if (!Number.isInteger(octet) || octet < 0 || octet > 0xff) {
      throw new CodecError('sms', 'invalid-value');
    }
    writer.u8(octet);
  }
  writeTimestamp(writer, deliver.timestamp);
  writeUserData(writer, deliver.dataCoding, deliver);
  return writer.finish();
}

/** Decodes a TPDU; another message type is a CodecError `unsupported`. */
export function decodeDeliver(tpdu: Uint8Array): SmsDeliver {
  const reader = new ByteReader(tpdu, 'sms');
  const first = reader.u8();
  if ((first & flags.messageType) !== messageTypes.deliver) throw reader.error('unsupported', 0);
  const originator = readAddress(reader);
  const protocolId = reader.u8();
  const dataCoding = reader.u8();
  const timestamp = readTimestamp(reader);
  return {
    moreMessages: (first & flags.noMoreMessages) === 0,
    loopPrevention: (first & flags.loopPrevention) !== 0,
    statusReportIndication: (first & flags.statusReport) !== 0,
    replyPath: (first & flags.replyPath) !== 0,
    originator,
    protocolId,
    dataCoding,
    timestamp,
    ...readUserData(reader, dataCoding, (first & flags.userDataHeader) !== 0),
  };
}
