import { createHash } from 'node:crypto';
import type { PhoneMessage } from '../../../shared/model/phone.ts';
import { decodeAlertPush } from '../../codecs/alert-sms.ts';
import type { Alert } from '../../codecs/alert-sms.ts';
import { emptyBytes, fromHex, toHex } from '../../codecs/bytes.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { dissectSms, segmentBytes } from '../../codecs/dissect/index.ts';
import { joinSegments, textOfUserData, wapPushPorts } from '../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import { applicationIdCodes, contentTypeCode } from '../../codecs/omna/index.ts';
import { verifySanDigest } from '../../codecs/san/index.ts';
import { applicationIdOf, decodePush } from '../../codecs/wsp/index.ts';
import type { PhoneMessageRow } from '../../store/types.ts';

/** What a phone knows when a message comes. */
export interface PhoneKnowledge {
  /** Names of its databases, in exact letter case. */
  readonly databases: ReadonlySet<string>;
  /** What it shares with the server; enters the digest. */
  readonly password: string;
  /** Agreed on in an earlier session; empty before the first. */
  readonly nonce: Uint8Array;
  /** Bytes of alerts that came before, as {@link alertFingerprint} has them. */
  readonly seen: ReadonlySet<string>;
}

type Reading = Omit<PhoneMessage, 'id' | 'at' | 'traceId' | 'parts'>;

const uiModeNames = ['not-specified', 'background', 'informative', 'user-interaction'] as const;

/** 96 bits: no two alerts of one phone meet. */
const fingerprintLength = 16;

const nothingRead: Reading = {
  kind: 'undecodable',
  version: null,
  serverId: null,
  sessionId: null,
  uiMode: null,
  digestOk: null,
  syncs: [],
  text: null,
  configuration: null,
  error: null,
};

/**
 * Reads an SMS as a phone does: parts together, port, WSP push, notification or SyncML document,
 * digest, databases. Whatever the bytes are, there is a reading.
 */
export function readPhoneMessage(row: PhoneMessageRow, phone: PhoneKnowledge): PhoneMessage {
  const { id, at, traceId } = row;
  try {
    const segments = segmentsOf(row);
    const parts = segments.map((segment) => ({
      hex: toHex(segmentBytes([segment])),
      tree: dissectSms([segment]),
    }));
    return { id, at, traceId, ...read(row.dcs, segments, phone), parts };
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { id, at, traceId, ...nothingRead, error: error.message, parts: [] };
  }
}

/** What tells an alert from every other: a hash of its octets behind the headers of its parts. */
export function alertFingerprint(row: PhoneMessageRow): string {
  return fingerprint(row.parts.map(({ data }) => data).join(''));
}

function fingerprint(hex: string): string {
  return createHash('sha256').update(hex).digest('base64').slice(0, fingerprintLength);
}

function read(dcs: number, segments: readonly SmsSegment[], phone: PhoneKnowledge): Reading {
  try {
    const { ports, payload } = joinSegments(segments);
    const text = ports === undefined ? textOfUserData(dcs, payload) : undefined;
    if (text !== undefined) return { ...nothingRead, kind: 'text', text };
    if (ports?.destination !== wapPushPorts.destination) throw new CodecError('udh', 'unsupported');
    const push = decodePush(payload);
    // A phone hands a push to the application it names; another one's is not for its SyncML client.
    if (applicationIdOf(push.headers) !== applicationIdCodes.pushSyncml) {
      throw new CodecError('wsp', 'unsupported');
    }
    return readAlert(decodeAlertPush(push), push.body, fingerprint(toHex(payload)), phone);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { ...nothingRead, error: error.message };
  }
}

function readAlert(
  alert: Alert,
  notification: Uint8Array,
  own: string,
  { databases, password, nonce, seen }: PhoneKnowledge,
): Reading {
  const { version, serverId, sessionId } = alert;
  const isNotification = version === '1.2';
  return {
    kind: seen.has(own) ? 'duplicate' : 'alert',
    version,
    serverId,
    sessionId,
    uiMode: isNotification ? uiModeNames[alert.uiMode] : null,
    digestOk: isNotification ? verifySanDigest(notification, { serverId, password, nonce }) : null,
    syncs: alert.syncs.map(({ uri, syncType, contentType }) => ({
      uri,
      syncType,
      contentType: codeOf(contentType),
      known: databases.has(uri),
    })),
    text: null,
    configuration: null,
    error: null,
  };
}

/** Code of a content type that stands as a name, or as a code without a name. */
function codeOf(contentType: string): number {
  return contentTypeCode(contentType) ?? (contentType.startsWith('0x') ? Number(contentType) : 0);
}

function segmentsOf(row: PhoneMessageRow): SmsSegment[] {
  return row.parts.map(({ udh, data }) => ({
    udh: udh === '' ? emptyBytes : fromHex(udh),
    data: fromHex(data),
  }));
}
