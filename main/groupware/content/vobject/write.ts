import type { RawParam } from '../item.ts';
import type { ContentProfile, OutputCharset } from '../profile.ts';
import { encodeCharset, hasNonAscii, isPlain } from './charset.ts';
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

const unsafeInName = /[^!-~]|[:;",.]/;
/** Words that vCard 2.1 readers take for something else when `TYPE=` is missing. */
const ambiguousType = /^(quoted-printable|base64|b|7bit|8bit|inline|url|cid|content-id)$/i;

/** RFC 2425 §5.8.1: lines are folded before 76 octets. */
const foldAt = 75;

/** Writes an object in the manner of its family; lines end with CRLF. */
export function writeObject(root: Component, legacy: boolean, options: WriteOptions): Uint8Array {
  return encodeCharset(writeComponent(root, legacy, options), options.charsetOut);
}

function writeComponent(component: Component, legacy: boolean, options: WriteOptions): string {
  let text = `BEGIN:${component.name}\r\n`;
  for (const line of component.lines) {
    const name = fullName(line);
    if (name === '') continue;
    text += legacy ? writeLegacy(name, line, options) : writeModern(name, line, options);
  }
  for (const child of component.components) text += writeComponent(child, legacy, options);
  return `${text}END:${component.name}\r\n`;
}

function writeModern(name: string, line: Line, options: WriteOptions): string {
  let head = name;
  for (const param of line.params) {
    if (param.name === 'GROUP' || param.values.length === 0) continue;
    head +=
      param.name === 'ENCODING'
        ? ';ENCODING=b'
        : `;${param.name}=${param.values.map(quoteModern).join(',')}`;
  }
  const text = `${head}:${line.value}`;
  const plain = isPlain(text);
  const row = plain ? text : text.replace(/[\r\n]+/g, ' ');
  if (!options.fold || (plain && row.length <= foldAt)) return `${row}\r\n`;
  return `${fold(row, options.charsetOut)}\r\n`;
}

/** Cuts a line into folded ones, never inside of a character. */
function fold(row: string, charset: OutputCharset): string {
  if (!hasNonAscii(row)) return row.length <= foldAt ? row : foldAscii(row);
  // No character takes more than three octets for each unit of its length.
  if (row.length <= foldAt / 3) return row;
  if (row.length <= foldAt && octetsOf(row, charset) <= foldAt) return row;
  let folded = '';
  let room: number = foldAt;
  for (const character of row) {
    const octets = charset === 'utf-8' ? utf8Length(character) : 1;
    if (octets > room) {
      folded += '\r\n ';
      room = foldAt - 1;
    }
    folded += character;
    room -= octets;
  }
  return folded;
}

function octetsOf(row: string, charset: OutputCharset): number {
  return charset === 'utf-8' ? Buffer.byteLength(row) : row.length;
}

function foldAscii(row: string): string {
  let folded = row.slice(0, foldAt);
  for (let from: number = foldAt; from < row.length; from += foldAt - 1) {
    folded += `\r\n ${row.slice(from, from + foldAt - 1)}`;
  }
  return folded;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function writeLegacy(name: string, line: Line, options: WriteOptions): string {
  const binary = isBinary(line.params);
  let head = name;
  for (const param of line.params) head += legacyParam(param, binary);
  if (binary) {
    // A line of its own and an empty line behind: old parsers find the end by it.
    const rows = options.fold ? (line.value.match(/.{1,72}/g) ?? []) : [];
    const body = options.fold ? rows.map((row) => `\r\n ${row}`).join('') : line.value;
    return `${head}:${body}\r\n\r\n`;
  }
  const special = hasNonAscii(line.value);
  const breaks = /[\r\n]|^\s|\s$/.test(line.value);
  if (special) head += `;CHARSET=${charsetNames[options.charsetOut]}`;
  if (breaks || (special && options.quotedPrintable === 'non-ascii')) {
    const prefix = `${head};ENCODING=QUOTED-PRINTABLE:`;
    const bytes = encodeCharset(line.value.replace(/\r\n?|\n/g, '\r\n'), options.charsetOut);
    const room = options.fold ? Math.max(76 - prefix.length, 8) : undefined;
    return `${prefix}${encodeQuotedPrintable(bytes, room)}\r\n`;
  }
  return `${head}:${line.value}\r\n`;
}

function fullName(line: Line): string {
  const name = safeName(line.name);
  if (line.params.length === 0) return name;
  const group = line.params.find((param) => param.name === 'GROUP')?.values[0];
  return group === undefined ? name : `${safeName(group)}.${name}`;
}

function safeName(name: string): string {
  return unsafeInName.test(name) ? name.replace(/[^!-~]|[:;",.]/g, '') : name;
}

/** vCard 2.1 has neither quotes nor lists in parameters; values that would need them are left out. */
function legacyParam(param: RawParam, binary: boolean): string {
  if (param.name === 'GROUP') return '';
  if (param.name === 'ENCODING') return ';ENCODING=BASE64';
  let text = '';
  for (const value of param.values) {
    if (!/^[^;:,="\r\n]+$/.test(value)) continue;
    if (param.name === 'TYPE' && !binary) {
      const word = value.toUpperCase();
      text += ambiguousType.test(word) ? `;TYPE=${word}` : `;${word}`;
    } else {
      text += `;${param.name}=${value}`;
    }
  }
  return text;
}

function quoteModern(value: string): string {
  if (/^[\w-]+$/.test(value)) return value;
  const encoded = value
    .replaceAll('^', '^^')
    .replace(/[\r\n]+/g, '^n')
    .replaceAll('"', "^'");
  return /[;:,]/.test(encoded) ? `"${encoded}"` : encoded;
}
