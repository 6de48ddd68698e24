import type { ReportState } from '../../../../shared/model/message.ts';
import { emptyBytes } from '../../../codecs/bytes.ts';
import { CodecError } from '../../../codecs/codec-error.ts';
import { decodeUserDataHeader, encodeUserDataHeader } from '../../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../../codecs/gsm-sms/index.ts';
import { esmClasses, parameterOf, parameterTags, readReceipt } from '../../../codecs/smpp/index.ts';
import type {
  SmppMessage,
  SmppMessageState,
  SmppParameter,
  SmppReceipt,
} from '../../../codecs/smpp/index.ts';
import type { IncomingPart, ProviderReport } from '../gateway.ts';
import { numberOf } from './addresses.ts';
import { readCoding } from './coding.ts';
import type { SmppDelivery } from './link.ts';

/** What a deliver_sm or data_sm turns out to be. */
export type ReadDelivery =
  | { readonly kind: 'report'; readonly report: ProviderReport }
  | { readonly kind: 'incoming'; readonly part: IncomingPart }
  /** A receipt that does not say of which message. */
  | { readonly kind: 'nothing' };

/** Codes of networks are short; what is no code is cut. */
const longestError = 40;
/** What is kept of an id, whatever a centre sends. */
const longestId = 200;

const reportStates: Readonly<Record<SmppMessageState, ReportState>> = {
  enroute: 'enroute',
  accepted: 'accepted',
  delivered: 'delivered',
  expired: 'expired',
  deleted: 'failed',
  undeliverable: 'failed',
  rejected: 'failed',
  // A final state in which the centre has lost the message's track (SMPP 3.4 §5.2.28).
  unknown: 'failed',
};

/** Reads what a service centre delivers: a receipt for a message of ours, or an SMS of a phone's. */
export function readDelivery(
  delivery: SmppDelivery,
  textEncoding: 'gsm7' | 'latin1',
): ReadDelivery {
  const message = messageOf(delivery);
  const receipt = readReceipt(message);
  if (receipt !== undefined) return { kind: 'report', report: reportOf(receipt) };
  const kind = message.esmClass & esmClasses.kind;
  if (kind === esmClasses.receipt || kind === esmClasses.intermediate) return { kind: 'nothing' };
  const { udh, data: octets } = userDataOf(message);
  const { dcs, data } = readCoding(message.dataCoding, octets, textEncoding);
  const number = numberOf(message.source);
  return { kind: 'incoming', part: { number, dcs, part: { udh, data }, sentAt: null } };
}

/** A data_sm has the fields of a deliver_sm that matter, and its text in message_payload. */
function messageOf(delivery: SmppDelivery): SmppMessage {
  if (delivery.kind === 'deliver-sm') return delivery.message;
  const { serviceType, source, destination, esmClass, dataCoding, parameters } = delivery;
  return {
    serviceType,
    source,
    destination,
    esmClass,
    protocolId: 0,
    priority: 0,
    schedule: '',
    validity: '',
    registeredDelivery: delivery.registeredDelivery,
    replaceIfPresent: 0,
    dataCoding,
    defaultMessageId: 0,
    shortMessage: emptyBytes,
    parameters,
  };
}

function reportOf({ messageId, state, error }: SmppReceipt): ProviderReport {
  const reported = reportStates[state];
  const isGood = reported !== 'failed' && reported !== 'expired';
  const code = error.slice(0, longestError);
  const detail = [isGood ? '' : state, code === '' ? '' : `error ${code}`];
  return {
    providerId: messageId.slice(0, longestId),
    state: reported,
    detail: detail.filter((word) => word !== '').join(', '),
  };
}

/** Header and data of the user data, wherever the centre has put them. */
function userDataOf({ esmClass, shortMessage, parameters }: SmppMessage): SmsSegment {
  const payload = parameterOf(parameters, parameterTags.messagePayload);
  const octets = shortMessage.length > 0 ? shortMessage : (payload ?? shortMessage);
  const headerOctets = (octets[0] ?? 0) + 1;
  const hasHeader = (esmClass & esmClasses.header) !== 0 && headerOctets <= octets.length;
  const udh = hasHeader ? octets.slice(0, headerOctets) : emptyBytes;
  const data = hasHeader ? octets.slice(headerOctets) : octets;
  return { udh: withConcatenation(udh, parameters), data };
}

/** Where the parameters sar_* tell a part's place, the header tells it afterwards (§5.3.2.22). */
function withConcatenation(udh: Uint8Array, parameters: readonly SmppParameter[]): Uint8Array {
  const reference = parameterOf(parameters, parameterTags.sarReference);
  const total = parameterOf(parameters, parameterTags.sarTotal)?.[0] ?? 1;
  const sequence = parameterOf(parameters, parameterTags.sarSequence)?.[0] ?? 1;
  if (reference?.length !== 2 || total < 2) return udh;
  try {
    const header = udh.length === 0 ? { others: [] } : decodeUserDataHeader(udh);
    if (header.concatenation !== undefined) return udh;
    const number = (reference[0] ?? 0) * 0x100 + (reference[1] ?? 0);
    const concatenation = { reference: number, total, sequence, wide: true };
    return encodeUserDataHeader({ ...header, concatenation });
  } catch (error) {
    if (error instanceof CodecError) return udh;
    throw error;
  }
}
