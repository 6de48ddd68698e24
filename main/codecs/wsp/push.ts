import { ByteWriter } from '../byte-writer.ts';
import { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { wspLimits } from '../limits.ts';
import { applicationIdCodes } from '../omna/index.ts';
import { readContentType, writeContentType, type WspContentType } from './content-type.ts';
import { headerNames, readHeader, writeHeader, type WspHeader } from './header.ts';

/** A connectionless push (WAP-230 §8.2.4.1): what a phone finds behind the port of the message. */
export type PushPdu = {
  /** One octet that the sender chooses. */
  readonly transactionId: number;
  readonly contentType: WspContentType;
  readonly headers: readonly WspHeader[];
  readonly body: Uint8Array;
};

/** PDU type of a push (WAP-230 table 34). */
export const pushPduType = 0x06;

/** The header that hands a push to the SyncML client of the phone. */
export const pushSyncmlHeader: WspHeader = {
  name: headerNames.xWapApplicationId,
  value: applicationIdCodes.pushSyncml,
};

/** Encodes a push; a field that does not fit is a CodecError. */
export function encodePush(push: PushPdu): Uint8Array {
  const { transactionId } = push;
  if (!Number.isInteger(transactionId) || transactionId < 0 || transactionId > 0xff) {
    throw new CodecError('wsp', 'invalid-value');
  }
  if (push.headers.length > wspLimits.headers) throw new CodecError('wsp', 'too-many');
  const head = new ByteWriter(64);
  writeContentType(head, push.contentType);
  for (const header of push.headers) writeHeader(head, header);
  if (head.length > wspLimits.headerOctets) throw new CodecError('wsp', 'too-long');

  const writer = new ByteWriter(head.length + push.body.length + 8);
  writer.u8(transactionId);
  writer.u8(pushPduType);
  writer.uintvar(head.length);
  writer.bytes(head.view(0));
  writer.bytes(push.body);
  return writer.finish();
}

/** Decodes a push; another PDU type is a CodecError `unsupported`. */
export function decodePush(bytes: Uint8Array): PushPdu {
  const reader = new ByteReader(bytes, 'wsp');
  const transactionId = reader.u8();
  if (reader.u8() !== pushPduType) throw reader.error('unsupported', 1);
  const head = readHeaderSection(reader);
  const contentType = readContentType(head);
  const headers: WspHeader[] = [];
  while (head.remaining > 0) {
    if (headers.length >= wspLimits.headers) throw head.error('too-many');
    headers.push(readHeader(head));
  }
  return { transactionId, contentType, headers, body: reader.take(reader.remaining) };
}

function readHeaderSection(reader: ByteReader): ByteReader {
  const start = reader.offset;
  const length = reader.uintvar();
  if (length > wspLimits.headerOctets) throw reader.error('too-long', start);
  return reader.section(length);
}
