const escape = /=([0-9A-Fa-f]{2})/g;

/** Decodes QUOTED-PRINTABLE (RFC 2045 §6.7) within a binary string; what is no escape stays. */
export function decodeQuotedPrintable(binary: string): string {
  if (!binary.includes('=')) return binary;
  return binary.replace(escape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Encodes octets as QUOTED-PRINTABLE. With a `room` the text is cut by soft line breaks: the first
 * line holds `room` characters, all others 76; no escape and no UTF-8 sequence is torn, as phones
 * decode line by line.
 */
export function encodeQuotedPrintable(bytes: Uint8Array, room?: number): string {
  const lines: string[] = [];
  let line = '';
  let left = room ?? Number.POSITIVE_INFINITY;
  let unit = '';
  const flush = (): void => {
    // One place stays free for the "=" of the soft line break.
    if (line !== '' && line.length + unit.length > left - 1) {
      lines.push(`${line}=`);
      line = '';
      left = 76;
    }
    line += unit;
    unit = '';
  };
  for (const [index, octet] of bytes.entries()) {
    if ((octet & 0xc0) !== 0x80 || unit.length > 12) flush();
    unit += encodeOctet(octet, index === bytes.length - 1);
  }
  flush();
  lines.push(line);
  return lines.join('\r\n');
}

function encodeOctet(octet: number, last: boolean): string {
  const printable = octet >= 0x21 && octet <= 0x7e && octet !== 0x3d;
  // A trailing blank gets lost on the way (rule 3).
  if (printable || (octet === 0x20 && !last)) return String.fromCharCode(octet);
  return `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
}
