import type { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { readTimestamp, writeTimestamp, type SmsTimestamp } from './timestamp.ts';

/** How long a service centre may try to deliver a message (GSM 03.40 §9.2.3.12). */
export type SmsValidity =
  | { readonly kind: 'none' }
  /** Rounded up to the next period that the one octet can express; 5 minutes to 63 weeks. */
  | { readonly kind: 'relative'; readonly minutes: number }
  | { readonly kind: 'absolute'; readonly until: SmsTimestamp }
  /** Seven octets that are not read further; nobody is known to send them. */
  | { readonly kind: 'enhanced'; readonly octets: Uint8Array };

const hour = 60;
const day = 24 * hour;
const week = 7 * day;
const enhancedOctets = 7;
/** TP-VPF bits of the first octet (§9.2.3.3). */
const formats = { none: 0x00, enhanced: 0x08, relative: 0x10, absolute: 0x18 } as const;
const formatMask = 0x18;

/** TP-VPF bits, in their place in the first octet. */
export function validityFormatBits(validity: SmsValidity): number {
  return formats[validity.kind];
}

/** Minutes that a relative TP-VP octet stands for. */
export function validityMinutes(octet: number): number {
  if (octet < 144) return (octet + 1) * 5;
  if (octet < 168) return 12 * hour + (octet - 143) * 30;
  if (octet < 197) return (octet - 166) * day;
  return (octet - 192) * week;
}

/** Octet of the shortest relative period that is at least this long, at most 63 weeks. */
export function validityOctet(minutes: number): number {
  if (!Number.isFinite(minutes) || minutes <= 0) throw new CodecError('sms', 'invalid-value');
  if (minutes <= 12 * hour) return Math.ceil(minutes / 5) - 1;
  if (minutes <= 24 * hour) return Math.ceil((minutes - 12 * hour) / 30) + 143;
  if (minutes <= 30 * day) return Math.ceil(minutes / day) + 166;
  // Four weeks are shorter than the 30 days above: five is the first that is not.
  return Math.min(Math.ceil(minutes / week) + 192, 0xff);
}

/** Reads the period in the format that the first octet names. */
export function readValidity(reader: ByteReader, firstOctet: number): SmsValidity {
  switch (firstOctet & formatMask) {
    case formats.relative:
      return { kind: 'relative', minutes: validityMinutes(reader.u8()) };
    case formats.absolute:
      return { kind: 'absolute', until: readTimestamp(reader) };
    case formats.enhanced:
      return { kind: 'enhanced', octets: reader.take(enhancedOctets) };
    default:
      return { kind: 'none' };
  }
}

/** Writes the period; the first octet names its format. */
export function writeValidity(writer: ByteWriter, validity: SmsValidity): void {
  switch (validity.kind) {
    case 'relative':
      writer.u8(validityOctet(validity.minutes));
      return;
    case 'absolute':
      writeTimestamp(writer, validity.until);
      return;
    case 'enhanced':
      if (validity.octets.length !== enhancedOctets) throw new CodecError('sms', 'invalid-value');
      writer.bytes(validity.octets);
      return;
    case 'none':
  }
}
