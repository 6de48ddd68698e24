import type { TraceBytes } from '../../shared/model/trace.ts';
import { concatBytes, fromHex, toHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { dissectPush, dissectSan, dissectSms } from '../codecs/dissect/index.ts';
import type { DissectNode } from '../codecs/dissect/index.ts';
import { addressOf, encodeSubmit, joinSegments, submitsOf } from '../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../codecs/gsm-sms/index.ts';
import { decodePush } from '../codecs/wsp/index.ts';
import type { MessageRow } from '../store/types.ts';

function bytesOf(name: string, part: number, bytes: Uint8Array, tree: DissectNode[]): TraceBytes {
  return { name, part, bytes: { hex: toHex(bytes), tree } };
}

/** The parts as SMS-SUBMIT, as a modem or an SMSC would take them (GSM 03.40 §9.2.2.2). */
function submits(message: MessageRow, segments: readonly SmsSegment[]): TraceBytes[] {
  const options = { destination: addressOf(message.number), dataCoding: message.dcs };
  return submitsOf(segments, options).map((submit, index) => {
    // An empty service centre address in front: the modem's own one counts.
    const pdu = concatBytes([Uint8Array.of(0), encodeSubmit(submit)]);
    return bytesOf('sms-submit', index + 1, pdu, dissectSms(pdu));
  });
}

/** The push that the parts make together, and the notification in it. */
function pushAndNotification(segments: readonly SmsSegment[]): TraceBytes[] {
  const { payload } = joinSegments(segments);
  const { body } = decodePush(payload);
  return [
    bytesOf('wsp-push', 1, payload, dissectPush(payload)),
    bytesOf('san', 1, body, dissectSan(body)),
  ];
}

/** A message on all its layers, each octet named. What cannot be read is left out. */
export function messageBytes(message: MessageRow): TraceBytes[] {
  const found: TraceBytes[] = [];
  for (const read of [submits.bind(null, message), pushAndNotification]) {
    try {
      const segments = message.parts.map(({ udh, data }) => ({
        udh: fromHex(udh),
        data: fromHex(data),
      }));
      found.push(...read(segments));
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
  return found;
}
