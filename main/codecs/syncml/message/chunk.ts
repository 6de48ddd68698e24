import type { SyncmlEncoding } from './message-codec.ts';

/**
 * Where a chunk of a large object ends that begins at `start` and has at most `maxOctets` (SyncML
 * representation protocol 1.2 §6 "large objects"). In XML it ends between characters, as a part of
 * one is no text; in WBXML anywhere. Never less than one character.
 */
export function chunkEnd(
  data: Uint8Array,
  start: number,
  maxOctets: number,
  encoding: SyncmlEncoding,
): number {
  const limit = Math.min(data.length, start + Math.max(1, maxOctets));
  if (encoding === 'wbxml') return limit;
  let end = limit;
  while (end > start && isContinuation(data[end])) end -= 1;
  if (end > start) return end;
  end = start + 1;
  while (isContinuation(data[end])) end += 1;
  return end;
}

/** The second and further octets of a character in UTF-8 are 10xxxxxx. */
function isContinuation(octet: number | undefined): boolean {
  return octet !== undefined && (octet & 0xc0) === 0x80;
}
