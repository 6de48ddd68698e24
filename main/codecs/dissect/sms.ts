import { concatBytes, toHex } from '../bytes.ts';
import {
  alphabetOf,
  deliveryOutcome,
  firstOctetFlags as flags,
  formatAddress,
  messageTypes,
  readTimestamp,
  readValidity,
  type SmsSegment,
  type SmsTimestamp,
  type SmsValidity,
} from '../gsm-sms/index.ts';
import { readAddressLength, readAddressValue, readFilledDigits } from '../gsm-sms/address.ts';
import { dissect, numberText, type Dissector } from './dissector.ts';
import type { DissectNode } from './node.ts';
import { dissectPayload, dissectUserData, dissectUserDataHeader } from './user-data.ts';

/** The octets that {@link dissectSms} counts in when it is given segments. */
export function segmentBytes(segments: readonly SmsSegment[]): Uint8Array {
  return concatBytes(segments.flatMap(({ udh, data }) => [udh, data]));
}

/**
 * Dissects a PDU line's octets (service centre address and TPDU), or the parts of an 8-bit message
 * one behind the other as {@link segmentBytes} has them.
 */
export function dissectSms(input: Uint8Array | readonly SmsSegment[]): DissectNode[] {
  if (input instanceof Uint8Array) {
    return dissect(input, 'sms', (dissector) => {
      dissectServiceCentre(dissector);
      dissectTpduInto(dissector);
    });
  }
  return dissect(segmentBytes(input), 'sms', (dissector) => {
    for (const { udh, data } of input) {
      dissector.section('sms.segment', udh.length + data.length, 'sms', (segment) => {
        const header = udh.length > 0 ? dissectUserDataHeader(segment) : undefined;
        dissectPayload(segment, header);
        const place = header?.concatenation;
        return place === undefined ? '1/1' : `${String(place.sequence)}/${String(place.total)}`;
      });
    }
  });
}

/** Dissects a TPDU that has no service centre address in front. */
export function dissectTpdu(tpdu: Uint8Array): DissectNode[] {
  return dissect(tpdu, 'sms', dissectTpduInto);
}

function dissectServiceCentre(dissector: Dissector): void {
  const length = dissector.field('sms.serviceCentreLength', (reader) => reader.u8(), String);
  if (length === 0) return;
  dissector.section('sms.serviceCentre', length, 'sms', (section) => {
    const type = section.field('sms.addressType', (reader) => reader.u8(), numberText);
    const value = section.field(
      'sms.addressDigits',
      (reader) => readFilledDigits(reader, length - 1),
      String,
    );
    return formatAddress({ type, value });
  });
}

function dissectTpduInto(dissector: Dissector): void {
  const first = dissector.reader.peek();
  switch (first & flags.messageType) {
    case messageTypes.submit:
      dissectSubmit(dissector, first);
      return;
    case messageTypes.deliver:
      dissectDeliver(dissector, first);
      return;
    case messageTypes.statusReport:
      dissectStatusReport(dissector);
      return;
    default:
      throw dissector.reader.error('unsupported');
  }
}

function dissectSubmit(dissector: Dissector, first: number): void {
  dissectFirstOctet(dissector, 'SUBMIT', [
    ['sms.rejectDuplicates', flags.rejectDuplicates],
    ['sms.validityFormat', flags.validityFormat],
    ['sms.statusReportRequest', flags.statusReport],
    ['sms.userDataHeaderIndicator', flags.userDataHeader],
    ['sms.replyPath', flags.replyPath],
  ]);
  dissector.leaf('sms.messageReference', (reader) => reader.u8());
  dissectAddress(dissector, 'sms.destination');
  dissector.leaf('sms.protocolId', (reader) => numberText(reader.u8()));
  const dataCoding = dissector.field('sms.dataCoding', (reader) => reader.u8(), showDataCoding);
  if (first & flags.validityFormat) {
    dissector.field('sms.validity', (reader) => readValidity(reader, first), showValidity);
  }
  dissectUserData(dissector, dataCoding, (first & flags.userDataHeader) !== 0);
}

function dissectDeliver(dissector: Dissector, first: number): void {
  dissectFirstOctet(dissector, 'DELIVER', [
    ['sms.noMoreMessages', flags.noMoreMessages],
    ['sms.loopPrevention', flags.loopPrevention],
    ['sms.statusReportIndication', flags.statusReport],
    ['sms.userDataHeaderIndicator', flags.userDataHeader],
    ['sms.replyPath', flags.replyPath],
  ]);
  dissectAddress(dissector, 'sms.originator');
  dissector.leaf('sms.protocolId', (reader) => numberText(reader.u8()));
  const dataCoding = dissector.field('sms.dataCoding', (reader) => reader.u8(), showDataCoding);
  dissector.field('sms.timestamp', readTimestamp, showTimestamp);
  dissectUserData(dissector, dataCoding, (first & flags.userDataHeader) !== 0);
}

function dissectStatusReport(dissector: Dissector): void {
  dissectFirstOctet(dissector, 'STATUS-REPORT', [
    ['sms.noMoreMessages', flags.noMoreMessages],
    ['sms.loopPrevention', flags.loopPrevention],
    ['sms.answersCommand', flags.statusReport],
    ['sms.userDataHeaderIndicator', flags.userDataHeader],
  ]);
  dissector.leaf('sms.messageReference', (reader) => reader.u8());
  dissectAddress(dissector, 'sms.recipient');
  dissector.field('sms.timestamp', readTimestamp, showTimestamp);
  dissector.field('sms.discharged', readTimestamp, showTimestamp);
  dissector.field(
    'sms.status',
    (reader) => reader.u8(),
    (status) => `${numberText(status)} ${deliveryOutcome(status)}`,
  );
  const { remaining } = dissector.reader;
  if (remaining > 0) dissector.leaf('sms.optional', (reader) => toHex(reader.view(remaining)));
}

function dissectFirstOctet(
  dissector: Dissector,
  name: string,
  fields: readonly (readonly [key: string, mask: number])[],
): void {
  dissector.group('sms.firstOctet', (group) => {
    const offset = group.reader.offset;
    const octet = group.reader.u8();
    group.mark('sms.messageType', `${String(octet & flags.messageType)} (${name})`, offset, 1);
    for (const [key, mask] of fields) {
      // Dividing by the lowest bit of the mask moves the field down.
      group.mark(key, String((octet & mask) / (mask & -mask)), offset, 1);
    }
    return `0x${octet.toString(16).padStart(2, '0')}`;
  });
}

function dissectAddress(dissector: Dissector, key: string): void {
  dissector.group(key, (group) => {
    const length = group.field('sms.addressLength', readAddressLength, String);
    const type = group.field('sms.addressType', (reader) => reader.u8(), numberText);
    const value = group.field(
      'sms.addressDigits',
      (reader) => readAddressValue(reader, type, length),
      String,
    );
    return formatAddress({ type, value });
  });
}

function showDataCoding(dataCoding: number): string {
  return `0x${dataCoding.toString(16).padStart(2, '0')} (${alphabetOf(dataCoding)})`;
}

function showValidity(validity: SmsValidity): string {
  switch (validity.kind) {
    case 'relative':
      return `${String(validity.minutes)} min`;
    case 'absolute':
      return showTimestamp(validity.until);
    case 'enhanced':
      return toHex(validity.octets);
    case 'none':
      return '';
  }
}

function showTimestamp(timestamp: SmsTimestamp): string {
  const { year, month, day, hour, minute, second, offsetQuarters } = timestamp;
  const two = (value: number): string => String(value).padStart(2, '0');
  const distance = Math.abs(offsetQuarters) * 15;
  const offset = `${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  const sign = offsetQuarters < 0 ? '-' : '+';
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} ${sign}${offset}`;
}
