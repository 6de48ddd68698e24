import { toHex } from '../../../codecs/bytes.ts';
import { esmClasses } from '../../../codecs/smpp/index.ts';
import type { SmppAddress, SmppMessage } from '../../../codecs/smpp/index.ts';

/** What is shown of the octets of one part. */
const shownOctets = 140;

/** A submit_sm for people: its fields by their names, numbers as manuals have them. */
export function describeSubmit(message: SmppMessage, hasSecrets: boolean): string {
  const payload = message.parameters[0]?.value;
  const octets = payload ?? message.shortMessage;
  const udhi = (message.esmClass & esmClasses.header) === 0 ? '' : ' (UDHI)';
  return [
    'submit_sm',
    ...(message.serviceType === '' ? [] : [`service_type ${message.serviceType}`]),
    `source_addr ${addressText(message.source)}`,
    `destination_addr ${addressText(message.destination)}`,
    `esm_class ${octet(message.esmClass)}${udhi}`,
    `protocol_id ${octet(message.protocolId)}`,
    ...(message.validity === '' ? [] : [`validity_period ${message.validity}`]),
    `registered_delivery ${String(message.registeredDelivery)}`,
    `data_coding ${octet(message.dataCoding)}`,
    `${payload === undefined ? 'short_message' : 'message_payload'} ${octetsText(octets, hasSecrets)}`,
  ].join(', ');
}

function addressText({ ton, npi, text }: SmppAddress): string {
  return `"${text}" (TON ${String(ton)}, NPI ${String(npi)})`;
}

function octet(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
}

function octetsText(octets: Uint8Array, hasSecrets: boolean): string {
  const count = `${String(octets.length)} octets`;
  if (hasSecrets) return `(${count})`;
  const rest = octets.length > shownOctets ? '…' : '';
  return `${toHex(octets.subarray(0, shownOctets))}${rest} (${count})`;
}
