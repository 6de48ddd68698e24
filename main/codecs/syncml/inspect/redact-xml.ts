import { decodeLatin1, plainBytes } from '../../bytes.ts';
import { CodecError } from '../../codec-error.ts';
import { toUtf8Xml } from '../xml/charset.ts';
import type { SecretRange } from './secret-range.ts';

const startTag = /<(?:[\w.-]+:)?(Cred|NextNonce)(?:[ \t\r\n][^<>]*)?>/g;
const credEnd = /<\/(?:[\w.-]+:)?Cred[ \t\r\n]*>/g;
const nonceEnd = /<\/(?:[\w.-]+:)?NextNonce[ \t\r\n]*>/g;
const dataStart = /<(?:[\w.-]+:)?Data(?:[ \t\r\n][^<>]*)?>/g;
const dataEnd = /<\/(?:[\w.-]+:)?Data[ \t\r\n]*>/g;
const replacement = Uint8Array.from(Buffer.from('***'));

/**
 * Where an XML message has its secrets. It is searched and not parsed, so that one that is broken
 * loses them as well: an element that nobody closes is secret to the end.
 */
export function redactXml(bytes: Uint8Array): {
  readonly source: Uint8Array;
  readonly ranges: readonly SecretRange[];
} {
  const source = charactersOf(bytes);
  const text = decodeLatin1(source);
  const ranges: SecretRange[] = [];
  let position = 0;
  for (let tag = next(startTag, text, 0); tag !== undefined; tag = next(startTag, text, position)) {
    if (isEmpty(tag.text)) {
      position = tag.end;
      continue;
    }
    const isNonce = tag.text.includes('NextNonce');
    const end = next(isNonce ? nonceEnd : credEnd, text, tag.end)?.start ?? text.length;
    const secret = isNonce ? tag : next(dataStart, text, tag.end);
    if (secret !== undefined && secret.start < end && !isEmpty(secret.text)) {
      const dataStop = isNonce ? end : (next(dataEnd, text, secret.end)?.start ?? text.length);
      ranges.push({ start: secret.end, end: Math.min(dataStop, end), replacement });
    }
    position = end;
  }
  return { source, ranges };
}

function isEmpty(tag: string): boolean {
  return tag.endsWith('/>');
}

function next(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [tag] = match;
  return { text: tag, start: match.index, end: match.index + tag.length };
}

/** A charset that nobody knows is most likely one that has ASCII in it. */
function charactersOf(bytes: Uint8Array): Uint8Array {
  try {
    return toUtf8Xml(bytes);
  } catch (error) {
    if (error instanceof CodecError) return plainBytes(bytes);
    throw error;
  }
}
