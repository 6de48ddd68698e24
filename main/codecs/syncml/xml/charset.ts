import { isUtf8 } from 'node:buffer';
import { decodeLatin1, encodeUtf8, plainBytes } from '../../bytes.ts';
import { CodecError } from '../../codec-error.ts';

/** An XML declaration is shorter than this. */
const declarationOctets = 256;
const declaration = /^<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([\w.:-]+)["']/;
const utf8Names = ['utf-8', 'utf8', 'us-ascii', 'ascii'];
const latin1Names = ['iso-8859-1', 'latin1', 'latin-1', 'windows-1252', 'cp1252'];
const utf16Names = ['utf-16', 'utf-16le', 'utf-16be'];

/**
 * Octets of an XML document in UTF-8 without a byte order mark, whatever its mark or its declaration
 * says it is in (XML 1.0 §4.3.3, appendix F). UTF-8 stays as it is: where it is broken, an item in
 * some other charset is most likely the reason, and its octets are not lost. A charset other than
 * UTF-8, US-ASCII, ISO 8859-1 and UTF-16 is a CodecError `unsupported`.
 */
export function toUtf8Xml(document: Uint8Array): Uint8Array {
  const bytes = plainBytes(document);
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes.subarray(2), 'utf-16be');
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes.subarray(2), 'utf-16le');
  if (first === 0 && second !== 0) return fromUtf16(bytes, 'utf-16be');
  if (first !== 0 && second === 0) return fromUtf16(bytes, 'utf-16le');
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const start = decodeLatin1(bytes.subarray(0, declarationOctets)).trimStart();
  const name = declaration.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // UTF-16 cannot have got here: whoever says so has converted the document and not its head.
  if (utf8Names.includes(name) || utf16Names.includes(name)) return bytes;
  if (!latin1Names.includes(name)) throw new CodecError('syncml', 'unsupported');
  // Some declare ISO 8859-1 and send UTF-8, which no text of ISO 8859-1 looks like by chance.
  return isUtf8(bytes) ? bytes : encodeUtf8(decodeLatin1(bytes), 'syncml');
}

function fromUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Uint8Array {
  try {
    return encodeUtf8(new TextDecoder(label, { fatal: true }).decode(bytes), 'syncml');
  } catch {
    throw new CodecError('syncml', 'invalid-value');
  }
}
