import type { RawParam } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { encodeCharset, hasNonAscii } from './charset.ts';
import { isBinary, type Component, type Line } from './line.ts';
import { encodeQuotedPrintable } from './quoted-printable.ts';

type WriteOptions = Pick<
  ContentProfile,
  'charsetOut' | 'fold' | 'quotedPrintable' | 'escapesLegacyText'
>;

const charsetNames = {
  'utf-8': 'UTF-8',
  'iso-8859-1': 'ISO-8859-1',
  'windows-1252': 'WINDOWS-1252',
  'us-ascii': 'US-ASCII',
} as const;

const unsafeInName = /[^!-~]|[:;",.]/g;
/** Words that vCard 2.1 readers take for something else when `TYPE=` is missing. */
const ambiguousType = /^(quoted-printable|base64|b|7bit|8bit|inline|url|cid|content-id)$/i;

/** RFC 2425 §5.8.1: lines are folded before 76 octets. */
const foldAt = 75;

/** Writes an object in the manner of its family; lines end with CRLF. */
export function writeObject(root: Component, legacy: boolean, options: WriteOptions): Uint8Array {
  const chunks: Uint8Array[] = [];
  writeComponent(root, legacy, options, chunks);
  return Buffer.concat(chunks);
}

function writeComponent(
  component: Component,
  legacy: boolean,
  options: WriteOptions,
  chunks: Uint8Array[],
): void {
  chunks.push(Buffer.from(`BEGIN:${component.name}\r\n`));
  for (const line of component.lines) {
    if (fullName(line) === '') continue;
    chunks.push(legacy ? writeLegacy(line, options) : writeModern(line, options));
  }
  for (const child of component.components) writeComponent(child, legacy, options, chunks);
  chunks.push(Buffer.from(`END:${component.name}\r\n`));
}

function writeModern(line: Line, options: WriteOptions): Uint8Array {
  const params = line.params
    .filter((param) => param.name !== 'GROUP' && param.values.length > 0)
    .map((param) => {
      const name = param.name === 'ENCODING' ? 'ENCODING=b' : undefined;
      return name ?? `${param.name}=${param.values.map(quoteModern).join(',')}`;
    });
  const text = `${[fullName(line), ...params].join(';')}:${line.value}`;
  const bytes = encodeCharset(text.replace(/[\r\n]+/g, ' '), options.charsetOut);
  if (!options.fold || bytes.length <= foldAt) return withLineEnd([bytes]);
  return withLineEnd(fold(bytes, options.charsetOut === 'utf-8'));
}

/** Cuts octets into folded lines, never inside a UTF-8 sequence. */
function fold(bytes: Uint8Array, utf8: boolean): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const separator = Buffer.from('\r\n ');
  let from = 0;
  while (from < bytes.length) {
    let to = Math.min(bytes.length, from + (from === 0 ? foldAt : foldAt - 1));
    while (utf8 && to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to -= 1;
    if (from > 0) pieces.push(separator);
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}

function writeLegacy(line: Line, options: WriteOptions): Uint8Array {
  const binary = isBinary(line.params);
  const names = line.params.flatMap((param) => legacyParams(param, binary));
  const head = [fullName(line), ...names];
  if (binary) {
    // A line of its own and an empty line behind: old parsers find the end by it.
    const rows = line.value.match(/.{1,72}/g) ?? [];
    const body = options.fold ? rows.map((row) => `\r\n ${row}`).join('') : line.value;
    return Buffer.from(`${head.join(';')}:${body}\r\n\r\n`, 'latin1');
  }
  const special = hasNonAscii(line.value);
  const breaks = /[\r\n]/.test(line.value) || /^\s|\s$/.test(line.value);
  if (special) head.push(`CHARSET=${charsetNames[options.charsetOut]}`);
  if (breaks || (special && options.quotedPrintable === 'non-ascii')) {
    head.push('ENCODING=QUOTED-PRINTABLE');
    const prefix = `${head.join(';')}:`;
    const bytes = encodeCharset(line.value.replace(/\r\n?|\n/g, '\r\n'), options.charsetOut);
    const room = options.fold ? Math.max(76 - prefix.length, 8) : undefined;
    return withLineEnd([
      encodeCharset(prefix, options.charsetOut),
      Buffer.from(encodeQuotedPrintable(bytes, room), 'latin1'),
    ]);
  }
  return withLineEnd([encodeCharset(`${head.join(';')}:${line.value}`, options.charsetOut)]);
}

function fullName(line: Line): string {
  const group = line.params.find((param) => param.name === 'GROUP')?.values[0];
  const name = line.name.replace(unsafeInName, '');
  return group === undefined ? name : `${group.replace(unsafeInName, '')}.${name}`;
}

/** vCard 2.1 has neither quotes nor lists in parameters; values that would need them are left out. */
function legacyParams(param: RawParam, binary: boolean): string[] {
  if (param.name === 'GROUP') return [];
  if (param.name === 'ENCODING') return ['ENCODING=BASE64'];
  const values = param.values.filter((value) => /^[^;:,="\r\n]+$/.test(value));
  if (param.name === 'TYPE' && !binary) {
    return values.map((value) => {
      const word = value.toUpperCase();
      return ambiguousType.test(word) ? `TYPE=${word}` : word;
    });
  }
  return values.map((value) => `${param.name}=${value}`);
}

function quoteModern(value: string): string {
  const encoded = value
    .replaceAll('^', '^^')
    .replace(/[\r\n]+/g, '^n')
    .replaceAll('"', "^'");
  return /[;:,]/.test(encoded) ? `"${encoded}"` : encoded;
}

function withLineEnd(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([...parts, Buffer.from('\r\n')]);
}
