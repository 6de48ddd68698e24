import { concatBytes } from '../../bytes.ts';
import type { SyncmlEncoding } from '../message/message-codec.ts';
import { redactWbxml } from './redact-wbxml.ts';
import { redactXml } from './redact-xml.ts';

/**
 * A message without the data of credentials and without nonces, for a log or the console; all else
 * is octet by octet as it was. Of a message that cannot be read to its end only what was read is
 * left, as nobody can tell what the rest holds. UTF-16 becomes UTF-8.
 */
export function redactCredentials(bytes: Uint8Array, encoding: SyncmlEncoding): Uint8Array {
  const { source, ranges } = encoding === 'xml' ? redactXml(bytes) : redactWbxml(bytes);
  const parts: Uint8Array[] = [];
  let position = 0;
  for (const { start, end, replacement } of ranges) {
    parts.push(source.subarray(position, start), replacement);
    position = end;
  }
  parts.push(source.subarray(position));
  return concatBytes(parts);
}
