import type { TraceBytes } from '../../shared/model/trace.ts';
import { concatBytes, encodeUtf8, fromHex, toHex } from '../codecs/bytes.ts';
import { CodecError } from '../codecs/codec-error.ts';
import { dissectPush, dissectSan, dissectSms } from '../codecs/dissect/index.ts';
import type { DissectNode } from '../codecs/dissect/index.ts';
import {
  addressOf,
  encodeSubmit,
  joinSegments,
  submitsOf,
  textOfUserData,
} from '../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../codecs/gsm-sms/index.ts';
import { decodePush } from '../codecs/wsp/index.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { MessageRow } from '../store/types.ts';

/** Reads one layer or more of a message from its parts. */
type Reading = (segments: readonly SmsSegment[], message: MessageRow) => TraceBytes[];

function bytesOf(name: string, part: number, bytes: Uint8Array, tree: DissectNode[]): TraceBytes {
  return { name, part, bytes: { hex: toHex(bytes), tree } };
}

/** The parts as SMS-SUBMIT, as a modem or an SMSC would take them (GSM 03.40 §9.2.2.2). */
const submits: Reading = (segments, message) => {
  const options = { destination: addressOf(message.number), dataCoding: message.dcs };
  return submitsOf(segments, options).map((submit, index) => {
    // An empty service centre address in front: the modem's own one counts.
    const pdu = concatBytes([Uint8Array.of(0), encodeSubmit(submit)]);
    return bytesOf('sms-submit', index + 1, pdu, dissectSms(pdu));
  });
};

/** The push that the parts make together, and the notification in it. */
const pushAndNotification: Reading = (segments) => {
  const { payload } = joinSegments(segments);
  const { body } = decodePush(payload);
  return [
    bytesOf('wsp-push', 1, payload, dissectPush(payload)),
    bytesOf('san', 1, body, dissectSan(body)),
  ];
};

/** The push that the parts make together, and the settings in it. */
function pushAndSettings(name: string): Reading {
  return (segments) => {
    const { payload } = joinSegments(segments);
    const { body } = decodePush(payload);
    const tree = dissectPush(payload);
    const settings = tree.find(({ key }) => key === 'wsp.settings');
    const fields = (settings?.children ?? []).map((node) => moved(node, settings?.offset ?? 0));
    return [bytesOf('wsp-push', 1, payload, tree), bytesOf(name, 1, body, fields)];
  };
}

/** A node counted from where its own bytes begin. */
function moved({ children, ...node }: DissectNode, by: number): DissectNode {
  return {
    ...node,
    offset: node.offset - by,
    ...(children === undefined ? {} : { children: children.map((child) => moved(child, by)) }),
  };
}

/** The text that the parts make together. */
const line: Reading = (segments, { dcs }) => {
  const { payload } = joinSegments(segments);
  const text = textOfUserData(dcs, payload, segments[0]?.udh);
  if (text === undefined) return [];
  const bytes = encodeUtf8(text, 'sms');
  const node = { key: 'sms.text', value: text, offset: 0, length: bytes.length };
  return [bytesOf('synthesis', 1, bytes, [node])];
};

/** What the readings find. What cannot be read is left out. */
function layersOf(message: MessageRow, readings: readonly Reading[]): TraceBytes[] {
  const found: TraceBytes[] = [];
  for (const read of readings) {
    try {
      const segments = message.parts.map(({ udh, data }) => ({
        udh: fromHex(udh),
        data: fromHex(data),
      }));
      found.push(...read(segments, message));
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
  return found;
}

/** An alert's message on all its layers, each octet named. */
export function messageBytes(message: MessageRow): TraceBytes[] {
  return layersOf(message, [submits, pushAndNotification]);
}

/**
 * The messages of a configuration on all their layers; parts are counted through all of them. An older
 * phone takes its connection in a message of its own, before the settings.
 */
export function configurationBytes(
  { format }: Pick<ConfigurationRow, 'format'>,
  messages: readonly MessageRow[],
): TraceBytes[] {
  const counts = new Map<string, number>();
  return messages.flatMap((message, index) => {
    const name = index === messages.length - 1 ? format : 'configuration';
    const content = format === 'synthesis' ? line : pushAndSettings(name);
    return layersOf(message, [submits, content]).map((layer) => {
      const part = (counts.get(layer.name) ?? 0) + 1;
      counts.set(layer.name, part);
      return { ...layer, part };
    });
  });
}
