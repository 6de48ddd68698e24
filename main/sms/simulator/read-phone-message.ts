import { createHash } from 'node:crypto';
import type { PhoneMessage } from '../../../shared/model/phone.ts';
import { toHex } from '../../codecs/bytes.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { dissectSms, segmentBytes } from '../../codecs/dissect/index.ts';
import { contentTypeCode } from '../../codecs/omna/index.ts';
import { verifySanDigest } from '../../codecs/san/index.ts';
import type { PhoneConfigurationRow } from '../../store/provisioning-types.ts';
import type { PhoneMessageRow } from '../../store/types.ts';
import { showConfiguration } from './read-configuration.ts';
import { distinctParts, segmentOf, takeMessage } from './take-message.ts';
import type { TakenMessage } from './take-message.ts';

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
  /** Number of its SIM. */
  readonly imsi: string;
  /** What its owner has done about configurations, by message. */
  readonly configurations: ReadonlyMap<string, PhoneConfigurationRow>;
}

type Reading = Omit<PhoneMessage, 'id' | 'at' | 'traceId' | 'parts' | 'ignored'>;

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
 * Reads an SMS as a phone does: parts together, port, WSP push, then a notification or SyncML
 * document with its digest and databases, or a configuration. Whatever the bytes are, there is a
 * reading.
 */
export function readPhoneMessage(row: PhoneMessageRow, phone: PhoneKnowledge): PhoneMessage {
  const { id, at, traceId, ignored = null } = row;
  const reading = read(row, phone);
  // What was thrown away is gone, to the last octet.
  const parts = reading.configuration?.state === 'discarded' ? [] : partsOf(row);
  return { id, at, traceId, ignored, ...reading, parts };
}

/** What tells an alert from every other: a hash of its octets behind the headers of its parts. */
export function alertFingerprint(row: PhoneMessageRow): string {
  return fingerprint(
    distinctParts(row)
      .map(({ data }) => data)
      .join(''),
  );
}

function fingerprint(hex: string): string {
  return createHash('sha256').update(hex).digest('base64').slice(0, fingerprintLength);
}

function partsOf({ parts }: PhoneMessageRow): PhoneMessage['parts'] {
  try {
    return parts.map(segmentOf).map((segment) => ({
      hex: toHex(segmentBytes([segment])),
      tree: dissectSms([segment]),
    }));
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return [];
  }
}

function read(row: PhoneMessageRow, phone: PhoneKnowledge): Reading {
  try {
    const taken = takeMessage(row);
    switch (taken.kind) {
      case 'text':
        return { ...nothingRead, kind: 'text', text: taken.text };
      case 'configuration': {
        const done = phone.configurations.get(row.id);
        const configuration = showConfiguration(taken.received, done, phone.imsi);
        return { ...nothingRead, kind: 'configuration', configuration };
      }
      case 'alert':
        return readAlert(taken, phone);
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { ...nothingRead, error: error.message };
  }
}

function readAlert(
  { alert, notification, payload }: Extract<TakenMessage, { kind: 'alert' }>,
  { databases, password, nonce, seen }: PhoneKnowledge,
): Reading {
  const { version, serverId, sessionId } = alert;
  const isNotification = version === '1.2';
  return {
    ...nothingRead,
    kind: seen.has(fingerprint(toHex(payload))) ? 'duplicate' : 'alert',
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
  };
}

/** Code of a content type that stands as a name, or as a code without a name. */
function codeOf(contentType: string): number {
  return contentTypeCode(contentType) ?? (contentType.startsWith('0x') ? Number(contentType) : 0);
}
