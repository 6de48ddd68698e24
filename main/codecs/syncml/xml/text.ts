import { isUtf8 } from 'node:buffer';
import type { ByteSink } from '../../byte-writer.ts';
import { CodecError } from '../../codec-error.ts';

const special = /[&<>\r]/;
const specials = /[&<>\r]/g;
/** Characters that XML 1.0 has not (§2.2); a lone surrogate is found by whoever encodes it. */
const forbidden = /[^\P{Cc}\t\r\n\x7f-\x9f]|[\ufffe\uffff]/u;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
};

const sectionStart = Uint8Array.from(Buffer.from('<![CDATA['));
const sectionEnd = Uint8Array.from(Buffer.from(']]>'));
const [closingBracket, closingAngle] = [0x5d, 0x3e];
/** Tab, line feed and carriage return are the only control characters of XML 1.0. */
const allowedControls = new Set([0x09, 0x0a, 0x0d]);
const space = 0x20;

/** Writes character data, escaped. */
export function writeCharacters(sink: ByteSink, text: string): void {
  if (forbidden.test(text)) throw new CodecError('syncml', 'invalid-value');
  const escaped = special.test(text)
    ? text.replace(specials, (character) => references[character] ?? character)
    : text;
  sink.utf8(escaped, 'syncml');
}

/** Writes octets as a CDATA section, or as several where its end mark is inside. */
export function writeSection(sink: ByteSink, octets: Uint8Array): void {
  if (!canStandInXml(octets)) throw new CodecError('syncml', 'invalid-value');
  let start = 0;
  sink.bytes(sectionStart);
  for (;;) {
    const end = endMark(octets, start);
    if (end < 0) break;
    // The two brackets end one section, the angle begins the next.
    sink.bytes(octets.subarray(start, end + 2));
    sink.bytes(sectionEnd);
    sink.bytes(sectionStart);
    start = end + 2;
  }
  sink.bytes(octets.subarray(start));
  sink.bytes(sectionEnd);
}

function endMark(octets: Uint8Array, from: number): number {
  for (let at = octets.indexOf(closingBracket, from); at >= 0;) {
    if (octets[at + 1] === closingBracket && octets[at + 2] === closingAngle) return at;
    at = octets.indexOf(closingBracket, at + 1);
  }
  return -1;
}

/** Tells whether octets are UTF-8 of characters that XML 1.0 has; others go as Base64 there. */
export function canStandInXml(octets: Uint8Array): boolean {
  if (!isUtf8(octets)) return false;
  for (let index = 0; index < octets.length; index += 1) {
    const octet = octets[index] ?? 0;
    if (octet < space && !allowedControls.has(octet)) return false;
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if (octet === 0xef && octets[index + 1] === 0xbf && (octets[index + 2] ?? 0) >= 0xbe) {
      return false;
    }
  }
  return true;
}
