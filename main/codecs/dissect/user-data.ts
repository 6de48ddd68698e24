import { toHex } from '../bytes.ts';
import {
  alphabetOf,
  decodeUcs2,
  decodeUserDataHeader,
  elementIds,
  fillBits,
  headerSeptets,
  packedLength,
  septetsToText,
  unpackSeptets,
  wapPushPorts,
  type UserDataHeader,
} from '../gsm-sms/index.ts';
import { languagesOf } from '../gsm-sms/user-data-header.ts';
import { browserSettingsPorts, syncSettingsPorts } from '../ota-settings/index.ts';
import { numberText, type Dissector } from './dissector.ts';
import { dissectPushInto } from './push.ts';

const pushPorts: ReadonlySet<number | undefined> = new Set(
  [wapPushPorts, syncSettingsPorts, browserSettingsPorts].map(({ destination }) => destination),
);

/** Dissects TP-UDL and TP-UD, which end a TPDU. */
export function dissectUserData(
  dissector: Dissector,
  dataCoding: number,
  hasHeader: boolean,
): void {
  const length = dissector.field('sms.userDataLength', (reader) => reader.u8(), String);
  const alphabet = alphabetOf(dataCoding);
  const octets = alphabet === 'gsm7' ? packedLength(length) : length;
  dissector.section('sms.userData', octets, 'sms', (section) => {
    const start = section.reader.offset;
    const header = hasHeader ? dissectUserDataHeader(section) : undefined;
    if (alphabet === 'gsm7') {
      dissectSeptets(section, length, section.reader.offset - start, header);
    } else if (alphabet === 'ucs2') {
      section.leaf('sms.text', (reader) => decodeUcs2(reader.view(reader.remaining)));
    } else dissectPayload(section, header);
    return '';
  });
}

/**
 * Dissects a header with its length octet, and gives what it says; undefined when it is malformed.
 */
export function dissectUserDataHeader(dissector: Dissector): UserDataHeader | undefined {
  const { reader } = dissector;
  const octets = reader.peek() + 1;
  const start = reader.offset;
  let header: UserDataHeader | undefined;
  dissector.section('udh', octets, 'udh', (section) => {
    section.leaf('udh.length', (length) => length.u8());
    while (section.reader.remaining > 0) section.group('udh.element', dissectElement);
    header = decodeUserDataHeader(reader.bytes.subarray(start, start + octets));
    return '';
  });
  return header;
}

/** Dissects octets behind a header: a push when the port is one of those and nothing is missing. */
export function dissectPayload(dissector: Dissector, header: UserDataHeader | undefined): void {
  const { remaining } = dissector.reader;
  const isPush = pushPorts.has(header?.ports?.destination);
  if (isPush && (header?.concatenation?.total ?? 1) === 1) {
    dissector.section('sms.push', remaining, 'wsp', (push) => {
      dissectPushInto(push);
      return '';
    });
  } else if (remaining > 0) {
    dissector.leaf('sms.data', (reader) => toHex(reader.view(remaining)));
  }
}

function dissectSeptets(
  section: Dissector,
  length: number,
  headerOctets: number,
  header: UserDataHeader | undefined,
): void {
  const count = length - headerSeptets(headerOctets);
  if (count < 0) throw section.reader.error('inconsistent');
  if (section.reader.remaining === 0) return;
  section.leaf('sms.text', (reader) =>
    septetsToText(
      unpackSeptets(reader.view(reader.remaining), count, fillBits(headerOctets)),
      languagesOf(header ?? { others: [] }),
    ),
  );
}

function dissectElement(element: Dissector): string {
  const id = element.field('udh.elementId', (reader) => reader.u8(), numberText);
  const length = element.field('udh.elementLength', (reader) => reader.u8(), String);
  if (id === elementIds.ports16 && length === 4) {
    element.leaf('udh.destinationPort', (reader) => reader.u16());
    element.leaf('udh.sourcePort', (reader) => reader.u16());
    return 'ports';
  }
  const isWide = id === elementIds.concatenation16 && length === 4;
  if (isWide || (id === elementIds.concatenation8 && length === 3)) {
    element.leaf('udh.reference', (reader) => (isWide ? reader.u16() : reader.u8()));
    element.leaf('udh.total', (reader) => reader.u8());
    element.leaf('udh.sequence', (reader) => reader.u8());
    return 'concatenation';
  }
  if (length > 0) element.leaf('udh.data', (reader) => toHex(reader.view(length)));
  return '';
}
