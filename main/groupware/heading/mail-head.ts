import { decodeCharset } from '../content/vobject/charset.ts';
import { decodeQuotedPrintable } from '../content/vobject/quoted-printable.ts';

/** What a list shows of a mail. */
export interface MailHead {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** As the sender wrote it (RFC 5322 §3.3). */
  readonly date: string;
}

/** So much Base64 is looked at: the fields that matter stand at the beginning. */
const looked = 65_536;
/** RFC 2047 §2: `=?charset?encoding?text?=`. */
const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/giu;

/** Reads the fields of an RFC 5322 message in Base64; what is missing is empty. */
export function readMailHead(body: string): MailHead {
  const source = Buffer.from(body.slice(0, looked), 'base64').toString('latin1');
  const head = (source.split(/\r?\n\r?\n/u, 1)[0] ?? '').replace(/\r?\n[ \t]+/gu, ' ');
  const field = (name: string): string => {
    const value = new RegExp(`^${name}:[ \\t]*(.*)$`, 'imu').exec(head)?.[1] ?? '';
    return decodeWords(value).trim();
  };
  return { subject: field('subject'), from: field('from'), to: field('to'), date: field('date') };
}

function decodeWords(value: string): string {
  // Mailers that do not encode write UTF-8 (RFC 6532) or their own character set.
  const plain = decodeCharset(Buffer.from(value, 'latin1'), 'auto');
  return plain
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(encodedWord, (_, charset: string, encoding: string, text: string) =>
      decodeCharset(octetsOf(encoding, text), charset.split('*', 1)[0] ?? charset),
    );
}

function octetsOf(encoding: string, text: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  return Buffer.from(decodeQuotedPrintable(text.replaceAll('_', ' ')), 'latin1');
}
