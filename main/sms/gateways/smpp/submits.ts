import { emptyBytes } from '../../../codecs/bytes.ts';
import { smppLimits } from '../../../codecs/limits.ts';
import { esmClasses, parameterTags } from '../../../codecs/smpp/index.ts';
import type { SmppMessage } from '../../../codecs/smpp/index.ts';
import type { GatewayRow } from '../../../store/types.ts';
import { joinParts } from '../../outgoing.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { destinationAddress, sourceAddress } from './addresses.ts';
import { codeParts } from './coding.ts';

/** Whoever is named in the message sends it, else whoever the gateway is set to. */
export function senderOf(message: OutgoingMessage, row: GatewayRow): string {
  return message.sender === '' ? row.sender : message.sender;
}

/**
 * The submit_sm of each part of a message, in their order; a single one with message_payload where
 * the service centre is to cut long messages itself (SMPP 3.4 §4.4.1, §5.3.2.32). Parts that do not
 * fit together are a CodecError.
 *
 * @param validity How long the centre may try, as {@link relativeValidity} writes it.
 */
export function submitsOf(message: OutgoingMessage, row: GatewayRow, validity = ''): SmppMessage[] {
  const { options } = row;
  const isJoined = options.longMessages === 'payload' && message.parts.length > 1;
  const parts = isJoined ? [joinParts(message.parts)] : message.parts;
  const { dataCoding, bodies } = codeParts(message.dcs, parts, options.textEncoding);
  const common = {
    serviceType: options.serviceType,
    source: sourceAddress(senderOf(message, row), options),
    destination: destinationAddress(message.number, options),
    protocolId: message.pid,
    priority: 0,
    schedule: '',
    validity,
    registeredDelivery: options.reports ? 1 : 0,
    replaceIfPresent: 0,
    dataCoding,
    defaultMessageId: 0,
  };
  return bodies.map((body, index) => {
    const hasHeader = (parts[index]?.udh.length ?? 0) > 0;
    const isLong = isJoined || body.length > smppLimits.shortMessage;
    return {
      ...common,
      esmClass: hasHeader ? esmClasses.header : 0,
      shortMessage: isLong ? emptyBytes : body,
      parameters: isLong ? [{ tag: parameterTags.messagePayload, value: body }] : [],
    };
  });
}
