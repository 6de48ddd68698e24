import type { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { applicationIdName } from '../omna/index.ts';
import {
  bigEndian,
  readShortInteger,
  readText,
  readValueLength,
  valueShape,
  writeInteger,
  writeText,
  writeValueLength,
} from './value.ts';

/** A header of a push, of header code page 1 (WAP-230 §8.4.2). */
export type WspHeader = {
  /** Field number such as {@link headerNames}, or the name in full. */
  readonly name: number | string;
  /** A short integer (0…127), a text, or the octets behind a value-length. */
  readonly value: number | string | Uint8Array;
};

/** Field numbers that mean something to us (WAP-230 table 39). */
export const headerNames = { contentLength: 0x0d, date: 0x12, xWapApplicationId: 0x2f } as const;

const names: ReadonlyMap<number, string> = new Map([
  [headerNames.contentLength, 'Content-Length'],
  [headerNames.date, 'Date'],
  [0x1d, 'Last-Modified'],
  [0x2e, 'Content-Disposition'],
  [headerNames.xWapApplicationId, 'X-Wap-Application-Id'],
  [0x30, 'X-Wap-Content-URI'],
  [0x31, 'X-Wap-Initiator-URI'],
  [0x34, 'Push-Flag'],
]);

const longestApplicationId = 4;

/** Reads one header. A switch to another code page is a CodecError `unsupported`. */
export function readHeader(reader: ByteReader): WspHeader {
  return { name: readHeaderName(reader), value: readHeaderValue(reader) };
}

/** Reads the name of a header, alone. */
export function readHeaderName(reader: ByteReader): number | string {
  const octet = reader.peek();
  // 01…1F and 7F change the meaning of all field numbers that follow (WAP-230 §8.2.6).
  if (octet < 0x20 || octet === 0x7f) throw reader.error('unsupported');
  return valueShape(octet) === 'text' ? readText(reader) : readShortInteger(reader);
}

/** Reads the value of a header, alone. */
export function readHeaderValue(reader: ByteReader): number | string | Uint8Array {
  switch (valueShape(reader.peek())) {
    case 'integer':
      return readShortInteger(reader);
    case 'text':
      return readText(reader);
    case 'length':
      return reader.take(readValueLength(reader));
  }
}

/** Writes one header; a value out of range is a CodecError `invalid-value`. */
export function writeHeader(writer: ByteWriter, { name, value }: WspHeader): void {
  if (typeof name === 'string') writeHeaderName(writer, name);
  else writeShort(writer, name);
  if (typeof value === 'string') writeText(writer, value);
  else if (typeof value === 'number') writeShort(writer, value);
  else {
    writeValueLength(writer, value.length);
    writer.bytes(value);
  }
}

/** Name of a header for people. */
export function headerName(name: number | string): string {
  if (typeof name === 'string') return name;
  return names.get(name) ?? `0x${name.toString(16).padStart(2, '0')}`;
}

/**
 * The application that the push is for: its code, or its name if it came as a text; undefined when
 * no header says so (WAP-251 §8.4.1).
 */
export function applicationIdOf(headers: readonly WspHeader[]): number | string | undefined {
  const header = headers.find(
    ({ name }) =>
      name === headerNames.xWapApplicationId ||
      (typeof name === 'string' && name.toLowerCase() === 'x-wap-application-id'),
  );
  const value = header?.value;
  if (!(value instanceof Uint8Array)) return value;
  return value.length <= longestApplicationId ? bigEndian(value) : undefined;
}

/** Name of an application id for people. */
export function applicationIdText(id: number | string): string {
  if (typeof id === 'string') return id;
  return applicationIdName(id) ?? `0x${id.toString(16).padStart(2, '0')}`;
}

function writeHeaderName(writer: ByteWriter, name: string): void {
  // Without this check a quote octet would stand where a code page shift is read.
  if (name.charCodeAt(0) > 0x7e) throw new CodecError('wsp', 'invalid-value');
  writeText(writer, name);
}

function writeShort(writer: ByteWriter, value: number): void {
  if (value > 0x7f) throw new CodecError('wsp', 'invalid-value');
  writeInteger(writer, value);
}
