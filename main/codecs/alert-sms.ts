import { emptyBytes } from './bytes.ts';
import { CodecError } from './codec-error.ts';
import {
  joinSegments,
  segmentBinary,
  wapPushPorts,
  type SegmentReference,
  type SmsPorts,
  type SmsSegment,
} from './gsm-sms/index.ts';
import { contentTypeCode, contentTypeCodes, contentTypeName } from './omna/index.ts';
import {
  decodeLegacyAlert,
  decodeSan12,
  encodeLegacyAlert,
  isSan12,
  sealSan12,
  uiModes,
  type LegacyAlertVersion,
  type SanCredentials,
  type SanInitiator,
  type SyncType,
  type UiMode,
} from './san/index.ts';
import { decodePush, encodePush, mediaCode, pushSyncmlHeader, type PushPdu } from './wsp/index.ts';

/** Versions of SyncML that alerts are made for. */
export type AlertVersion = '1.2' | LegacyAlertVersion;

/** One datastore that an alert names. */
export type AlertSync = {
  readonly syncType: SyncType;
  /** MIME type of its content; `*` + `/*` leaves it open, which every device accepts. */
  readonly contentType: string;
  /** The server's name of the datastore, byte for byte as the device's profile has it. */
  readonly uri: string;
};

/** What an alert says, whatever the version it is written in. */
export type Alert = {
  readonly version: AlertVersion;
  /**
   * Server-id of a 1.2 notification, which the device's profile has to name byte for byte; Source
   * LocURI of an older one, which S60 compares with the host of the profile's server URL.
   */
  readonly serverId: string;
  /** 16 bits, in hex in the older versions. Devices drop an alert that equals an earlier one: take another for each. */
  readonly sessionId: number;
  /** Version 1.2 only; the older ones have no place for it. */
  readonly uiMode: UiMode;
  /** Version 1.2 only. */
  readonly initiator: SanInitiator;
  /** At most 15; none asks for every datastore, which only version 1.2 can say. */
  readonly syncs: readonly AlertSync[];
};

/** What {@link encodeAlertSms} makes an alert of. */
export type AlertDescription = Omit<Alert, 'initiator'> &
  Partial<Pick<Alert, 'initiator'>> &
  Pick<SanCredentials, 'password' | 'nonce'> & {
    /** The identifier in the digest, where it is not the server-id. */
    readonly digestServerId?: string;
    /** Version 1.2 only: octets behind the last datastore, part of the digest. */
    readonly vendor?: Uint8Array;
  };

/** How the alert travels. */
export type AlertSmsOptions = SegmentReference & {
  /** One octet of the push; 1 unless given. */
  readonly transactionId?: number;
  /** WAP push from port 49154 unless given. */
  readonly ports?: SmsPorts;
};

/** An alert on each of its layers. */
export type AlertSms = {
  /** The notification, or the SyncML document of the older versions. */
  readonly san: Uint8Array;
  /** The WSP PDU around it. */
  readonly push: Uint8Array;
  /** The PDU cut into messages, to be sent in this order with an 8-bit TP-DCS. */
  readonly segments: readonly SmsSegment[];
};

/** An alert that came in, on each of its layers. */
export type ReceivedAlertSms = {
  readonly ports: SmsPorts | undefined;
  readonly push: Uint8Array;
  readonly san: Uint8Array;
  readonly alert: Alert;
};

/** Content of a datastore of which nothing is said. */
export const anyContentType = '*/*';

const legacyTarget = '/';

/**
 * Makes the messages of an alert: SAN or SyncML document, WSP push, segments. A description that
 * does not fit the formats is a CodecError. A MIME type without an OMNA code becomes "unspecified"
 * in version 1.2, as an alert is worth more than its hint.
 */
export function encodeAlertSms(description: AlertDescription, options: AlertSmsOptions): AlertSms {
  const { transactionId = 1, ports = wapPushPorts } = options;
  const san = encodeAlert(description);
  const isLegacy = description.version !== '1.2';
  const media = isLegacy ? contentTypeCodes.syncmlWbxml : contentTypeCodes.syncmlNotification;
  const push = encodePush({
    transactionId,
    contentType: { media, parameters: [] },
    headers: [pushSyncmlHeader],
    body: san,
  });
  return { san, push, segments: segmentBinary(push, { ...options, ports }) };
}

/**
 * Reads an alert from all its messages, in any order. Whether the digest fits is another question:
 * {@link verifySanDigest} answers it for `san`.
 */
export function decodeAlertSms(segments: readonly SmsSegment[]): ReceivedAlertSms {
  const { ports, payload } = joinSegments(segments);
  const push = decodePush(payload);
  return { ports, push: payload, san: push.body, alert: decodeAlertPush(push) };
}

/** Reads the alert in a push; one of another content type is a CodecError `unsupported`. */
export function decodeAlertPush(push: PushPdu): Alert {
  const code = mediaCode(push.contentType);
  const isNotification = code === contentTypeCodes.syncmlNotification;
  if (!isNotification && code !== contentTypeCodes.syncmlWbxml) {
    throw new CodecError('alert', 'unsupported');
  }
  // Like phones, go by the bytes: an early Funambol sends 1.1 documents as notifications.
  return isNotification && isSan12(push.body)
    ? readNotification(push.body)
    : readLegacyAlert(push.body);
}

function encodeAlert(description: AlertDescription): Uint8Array {
  const { version, serverId, sessionId, uiMode, initiator = 'server' } = description;
  if (version !== '1.2') return encodeLegacy(description, version);
  const syncs = description.syncs.map(({ syncType, contentType, uri }) => ({
    syncType,
    contentType: contentTypeCode(contentType) ?? codeInHex(contentType) ?? contentTypeCodes.any,
    uri,
  }));
  const { password, nonce, digestServerId = serverId, vendor = emptyBytes } = description;
  return sealSan12(
    { uiMode, initiator, sessionId, serverId, syncs, vendor },
    { serverId: digestServerId, password, nonce },
  );
}

function encodeLegacy(description: AlertDescription, version: LegacyAlertVersion): Uint8Array {
  const { serverId, sessionId } = description;
  if (!Number.isInteger(sessionId) || sessionId < 0 || sessionId > 0xffff) {
    throw new CodecError('alert', 'invalid-value');
  }
  return encodeLegacyAlert({
    version,
    // Clients take four characters at most, so sixteen bits go in hex.
    sessionId: sessionId.toString(16).toUpperCase(),
    target: legacyTarget,
    source: serverId,
    // One command a datastore: S60 looks at the first item of each only.
    commands: description.syncs.map(({ syncType, contentType, uri }) => ({
      syncType,
      items: [{ uri, mimeType: contentType === anyContentType ? undefined : contentType }],
    })),
  });
}

function readNotification(bytes: Uint8Array): Alert {
  const { serverId, sessionId, uiMode, initiator, syncs } = decodeSan12(bytes);
  return {
    version: '1.2',
    serverId,
    sessionId,
    uiMode,
    initiator,
    syncs: syncs.map(({ syncType, contentType, uri }) => ({
      syncType,
      contentType: contentTypeName(contentType) ?? hexOfCode(contentType),
      uri,
    })),
  };
}

function readLegacyAlert(bytes: Uint8Array): Alert {
  const { version, sessionId, source, commands } = decodeLegacyAlert(bytes);
  if (!/^[0-9a-fA-F]{1,4}$/.test(sessionId)) throw new CodecError('alert', 'invalid-value');
  return {
    version,
    serverId: source,
    sessionId: Number.parseInt(sessionId, 16),
    uiMode: uiModes.notSpecified,
    initiator: 'server',
    syncs: commands.flatMap(({ syncType, items }) =>
      items.map(({ uri, mimeType = anyContentType }) => ({ syncType, contentType: mimeType, uri })),
    ),
  };
}

/** A code that has no name travels through an {@link AlertSync} in hex. */
function hexOfCode(code: number): string {
  return `0x${code.toString(16).padStart(6, '0')}`;
}

function codeInHex(text: string): number | undefined {
  return /^0x[0-9a-f]{6}$/.test(text) ? Number.parseInt(text, 16) : undefined;
}
