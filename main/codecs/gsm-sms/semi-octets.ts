import { CodecError } from '../codec-error.ts';

/** Digits of a number in semi-octets (GSM 04.08 §10.5.4.7): 0x0a to 0x0e are * # a b c. */
const digits = '0123456789*#abc';
const filler = 0x0f;

/** Packs digits two an octet, the first in the low half; an odd count is filled with 0xf. */
export function encodeSemiOctets(number: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(number.length / 2));
  for (let index = 0; index < bytes.length; index += 1) {
    const low = digitValue(number, index * 2);
    const high = index * 2 + 1 < number.length ? digitValue(number, index * 2 + 1) : filler;
    bytes[index] = (high << 4) | low;
  }
  return bytes;
}

/** Unpacks `count` digits; a filler among them is a CodecError `invalid-value`. */
export function decodeSemiOctets(bytes: Uint8Array, count: number, offset: number): string {
  let number = '';
  for (let index = 0; index < count; index += 1) {
    const octet = bytes[index >> 1] ?? 0;
    const digit = digits[index % 2 === 0 ? octet & 0x0f : octet >> 4];
    if (digit === undefined) throw new CodecError('sms', 'invalid-value', offset + (index >> 1));
    number += digit;
  }
  return number;
}

function digitValue(number: string, index: number): number {
  const value = digits.indexOf(number.charAt(index));
  if (value < 0) throw new CodecError('sms', 'invalid-value');
  return value;
}
