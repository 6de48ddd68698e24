import { CodecError } from '../codec-error.ts';

/** Octets that some septets take behind `fillBits` unused bits. */
export function packedLength(septets: number, fillBits = 0): number {
  return Math.ceil((septets * 7 + fillBits) / 8);
}

/** Septets that a header of some octets takes, with the bits that fill the last one. */
export function headerSeptets(octets: number): number {
  return Math.ceil((octets * 8) / 7);
}

/** Bits between a header of some octets and the first septet (GSM 03.40 §9.2.3.24). */
export function fillBits(headerOctets: number): number {
  return headerSeptets(headerOctets) * 7 - headerOctets * 8;
}

/**
 * Packs septets, one an octet, least significant bit first (GSM 03.38 §6.1.2.1.1). The fill bits
 * come first and are 0: they make the text start at a septet boundary behind a header.
 */
export function packSeptets(septets: Uint8Array, fillBits = 0): Uint8Array {
  const packed = new Uint8Array(packedLength(septets.length, fillBits));
  let bit = fillBits;
  for (let index = 0; index < septets.length; index += 1) {
    const septet = septets[index] ?? 0;
    if (septet > 0x7f) throw new CodecError('gsm7', 'invalid-value', index);
    const octet = bit >> 3;
    const shifted = septet << (bit & 7);
    packed[octet] = (packed[octet] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) packed[octet + 1] = shifted >> 8;
    bit += 7;
  }
  return packed;
}

/** Unpacks `count` septets; fewer octets than they take are a CodecError `truncated`. */
export function unpackSeptets(packed: Uint8Array, count: number, fillBits = 0): Uint8Array {
  if (packed.length < packedLength(count, fillBits)) {
    throw new CodecError('gsm7', 'truncated', packed.length);
  }
  const septets = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const bit = index * 7 + fillBits;
    const octets = (packed[bit >> 3] ?? 0) | ((packed[(bit >> 3) + 1] ?? 0) << 8);
    septets[index] = (octets >> (bit & 7)) & 0x7f;
  }
  return septets;
}
