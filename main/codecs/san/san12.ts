import { ByteWriter } from '../byte-writer.ts';
import { ByteReader, emptyBytes, encodeUtf8 } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { sanLimits } from '../limits.ts';
import { computeSanDigest, type SanCredentials } from './digest.ts';
import { isSyncType, type SyncType } from './sync-type.ts';

/** How the device is to treat its user: two bits (OMA DS 1.2 SAN §5.2.2). */
export const uiModes = {
  notSpecified: 0,
  background: 1,
  informative: 2,
  userInteraction: 3,
} as const;

/** A value of {@link uiModes}. */
export type UiMode = (typeof uiModes)[keyof typeof uiModes];

/** Who wanted this session: the user or client, or the server. */
export type SanInitiator = 'client' | 'server';

/** One datastore to be synchronised. */
export type SanSync = {
  readonly syncType: SyncType;
  /** 24-bit content-type code of the OMNA registry; 0 is unspecified. */
  readonly contentType: number;
  /** The server's name of the datastore, compared byte for byte by devices. At most 255 octets. */
  readonly uri: string;
  /** Four reserved bits; 0 in everything that is sent today. */
  readonly reserved: number;
};

/** A Server Alerted Notification of SyncML DS 1.2, field by field (OMA DS 1.2 SAN §5). */
export type San12 = {
  /** Sixteen octets; see {@link computeSanDigest}. */
  readonly digest: Uint8Array;
  /** Protocol version times ten, 10 to 12. */
  readonly version: number;
  readonly uiMode: UiMode;
  readonly initiator: SanInitiator;
  /** 27 reserved bits of the header; 0 in everything that is sent today. */
  readonly headerReserved: number;
  /** 16 bits; has to differ between two alerts, since devices drop a notification seen before. */
  readonly sessionId: number;
  /** The name under which the device knows the server, case-sensitive. At most 255 octets. */
  readonly serverId: string;
  /** Four reserved bits beside num-syncs. */
  readonly bodyReserved: number;
  /** At most 15; none at all asks for every datastore. */
  readonly syncs: readonly SanSync[];
  /** Whatever follows the last sync; part of the digest. */
  readonly vendor: Uint8Array;
};

type Optional = 'version' | 'headerReserved' | 'bodyReserved' | 'vendor';

/** What there is to say in a notification; reserved bits are 0 and the version 1.2 unless given. */
export type San12Trigger = Omit<San12, 'digest' | 'syncs' | Optional> & {
  readonly syncs: readonly (Omit<SanSync, 'reserved'> & Partial<Pick<SanSync, 'reserved'>>)[];
} & Partial<Pick<San12, Optional>>;

const version12 = 12;
const zeroDigest = new Uint8Array(sanLimits.digestOctets);

/**
 * Encodes a notification with a digest that is already known. A field that does not fit is a
 * CodecError `invalid-value`, `too-long` or `too-many`.
 */
export function encodeSan12(
  notification: San12Trigger & { readonly digest: Uint8Array },
): Uint8Array {
  if (notification.digest.length !== sanLimits.digestOctets) {
    throw new CodecError('san', 'invalid-value');
  }
  const writer = new ByteWriter();
  writer.bytes(notification.digest);
  writeTrigger(writer, notification);
  return writer.finish();
}

/** Encodes a notification and signs it with the credentials; errors as {@link encodeSan12}. */
export function sealSan12(trigger: San12Trigger, credentials: SanCredentials): Uint8Array {
  const writer = new ByteWriter();
  writer.bytes(zeroDigest);
  writeTrigger(writer, trigger);
  const signed = writer.view(sanLimits.digestOctets);
  writer.patch(0, computeSanDigest({ ...credentials, trigger: signed }));
  return writer.finish();
}

/**
 * Tells a 1.2 notification from the SyncML document of the older versions, as Nokia's phones do:
 * by the ten bits behind the digest.
 */
export function isSan12(bytes: Uint8Array): boolean {
  return bytes[16] === version12 >> 2 && ((bytes[17] ?? 0xff) & 0xc0) === 0;
}

/** Decodes a notification; anything but a well-formed one is a CodecError. */
export function decodeSan12(bytes: Uint8Array): San12 {
  const reader = new ByteReader(bytes, 'san');
  const digest = reader.take(sanLimits.digestOctets);
  const header = readSanHeader(reader);
  const sessionId = reader.u16();
  const serverId = reader.utf8(reader.u8());
  const body = reader.u8();
  const syncs: SanSync[] = [];
  for (let count = body >> 4; count > 0; count -= 1) syncs.push(readDatastore(reader));
  return {
    digest,
    ...header,
    sessionId,
    serverId,
    bodyReserved: body & 0x0f,
    syncs,
    vendor: reader.take(reader.remaining),
  };
}

function readSanHeader(
  reader: ByteReader,
): Pick<San12, 'version' | 'uiMode' | 'initiator' | 'headerReserved'> {
  const start = reader.offset;
  const high = reader.u8();
  const low = reader.u8();
  const version = (high << 2) | (low >> 6);
  if (version < 10 || version > version12) throw reader.error('unsupported', start);
  return {
    version,
    uiMode: ((low >> 4) & 3) as UiMode,
    initiator: (low & 8) === 0 ? 'client' : 'server',
    headerReserved: ((low & 7) << 24) | reader.u24(),
  };
}

function readDatastore(reader: ByteReader): SanSync {
  const start = reader.offset;
  const octet = reader.u8();
  const syncType = 200 + (octet >> 4);
  if (!isSyncType(syncType)) throw reader.error('invalid-value', start);
  const contentType = reader.u24();
  return { syncType, contentType, uri: reader.utf8(reader.u8()), reserved: octet & 0x0f };
}

function writeTrigger(writer: ByteWriter, trigger: San12Trigger): void {
  const version = trigger.version ?? version12;
  const headerReserved = bits(trigger.headerReserved ?? 0, 27);
  if (!Number.isInteger(version) || version < 10 || version > version12) throw invalid();
  const initiator = trigger.initiator === 'server' ? 8 : 0;
  writer.u8(version >> 2);
  writer.u8(
    ((version & 3) << 6) | (bits(trigger.uiMode, 2) << 4) | initiator | (headerReserved >> 24),
  );
  writer.u24(headerReserved & 0xff_ffff);
  writer.u16(bits(trigger.sessionId, 16));
  writeText(writer, trigger.serverId);
  if (trigger.syncs.length > sanLimits.syncs) throw new CodecError('san', 'too-many');
  writer.u8((trigger.syncs.length << 4) | bits(trigger.bodyReserved ?? 0, 4));
  for (const sync of trigger.syncs) {
    if (!isSyncType(sync.syncType)) throw invalid();
    writer.u8(((sync.syncType - 200) << 4) | bits(sync.reserved ?? 0, 4));
    writer.u24(bits(sync.contentType, 24));
    writeText(writer, sync.uri);
  }
  writer.bytes(trigger.vendor ?? emptyBytes);
}

function writeText(writer: ByteWriter, text: string): void {
  const bytes = encodeUtf8(text, 'san');
  if (bytes.length > sanLimits.textOctets) throw new CodecError('san', 'too-long');
  writer.u8(bytes.length);
  writer.bytes(bytes);
}

function bits(value: number, width: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) throw invalid();
  return value;
}

function invalid(): CodecError {
  return new CodecError('san', 'invalid-value');
}
