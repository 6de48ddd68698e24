import { decodeAlertPush } from '../../codecs/alert-sms.ts';
import type { Alert } from '../../codecs/alert-sms.ts';
import { emptyBytes, fromHex } from '../../codecs/bytes.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { joinSegments, textOfUserData, wapPushPorts } from '../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import { applicationIdCodes, contentTypeCodes } from '../../codecs/omna/index.ts';
import { applicationIdOf, decodePush, mediaCode } from '../../codecs/wsp/index.ts';
import type { PhoneMessageRow } from '../../store/types.ts';
import { readCommandText, readOldSettings, readProvisioningPush } from './read-configuration.ts';
import type { ReceivedConfiguration } from './read-configuration.ts';

/** What an SMS turned out to be when its parts were put together. */
export type TakenMessage =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'configuration'; readonly received: ReceivedConfiguration }
  | {
      readonly kind: 'alert';
      readonly alert: Alert;
      /** The notification itself, which its digest vouches for. */
      readonly notification: Uint8Array;
      readonly payload: Uint8Array;
    };

/**
 * Takes an SMS as a phone does: parts together, port, WSP push, and the application that it is for.
 * What no application of the phone's wants is a CodecError.
 */
export function takeMessage(row: PhoneMessageRow): TakenMessage {
  const segments = distinctParts(row).map(segmentOf);
  const { ports, payload } = joinSegments(segments);
  if (ports === undefined) {
    const text = textOfUserData(row.dcs, payload, segments[0]?.udh);
    if (text === undefined) throw new CodecError('udh', 'unsupported');
    const received = readCommandText(text);
    return received === undefined ? { kind: 'text', text } : { kind: 'configuration', received };
  }
  const old = readOldSettings(ports, payload);
  if (old !== undefined) return { kind: 'configuration', received: old };
  if (ports.destination !== wapPushPorts.destination) throw new CodecError('udh', 'unsupported');
  const push = decodePush(payload);
  if (mediaCode(push.contentType) === contentTypeCodes.provisioning)
    return { kind: 'configuration', received: readProvisioningPush(push) };
  // A phone hands a push to the application it names; another one's is not for its SyncML client.
  if (applicationIdOf(push.headers) !== applicationIdCodes.pushSyncml)
    throw new CodecError('wsp', 'unsupported');
  return { kind: 'alert', alert: decodeAlertPush(push), notification: push.body, payload };
}

/** The configuration that a message holds; undefined when it holds none. */
export function configurationIn(row: PhoneMessageRow): ReceivedConfiguration | undefined {
  try {
    const taken = takeMessage(row);
    return taken.kind === 'configuration' ? taken.received : undefined;
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}

/** The parts of a message, each once: networks deliver some twice, and phones drop the second. */
export function distinctParts({ parts }: PhoneMessageRow): PhoneMessageRow['parts'] {
  const seen = new Set<string>();
  return parts.filter(({ udh, data }) => {
    const octets = `${udh} ${data}`;
    const isNew = !seen.has(octets);
    seen.add(octets);
    return isNew;
  });
}

/** A part as the codecs have it. */
export function segmentOf({ udh, data }: PhoneMessageRow['parts'][number]): SmsSegment {
  return { udh: udh === '' ? emptyBytes : fromHex(udh), data: fromHex(data) };
}
