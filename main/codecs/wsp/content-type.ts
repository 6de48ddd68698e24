import { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { wspLimits } from '../limits.ts';
import { contentTypeCode, contentTypeName } from '../omna/index.ts';
import {
  readInteger,
  readShortInteger,
  readText,
  readValueLength,
  valueShape,
  writeInteger,
  writeText,
  writeValueLength,
} from './value.ts';

/** A parameter of a content type (WAP-230 §8.4.2.4). */
export type WspParameter = {
  /** Well-known token such as {@link parameterTokens}, or the name in full. */
  readonly name: number | string;
  /** An integer, a text, or null where there is no value. */
  readonly value: number | string | null;
};

/** Content type of a push: the media's code or name, and its parameters. */
export type WspContentType = {
  readonly media: number | string;
  readonly parameters: readonly WspParameter[];
};

/** Well-known parameters that the project meets (WAP-230 table 38). */
export const parameterTokens = { q: 0x00, charset: 0x01, sec: 0x11, mac: 0x12 } as const;

/** Values of the parameter SEC (OMA-WAP-TS-ProvBoot-V1_1 §4.6.1). */
export const securityTokens = { netwpin: 0, userpin: 1, usernetwpin: 2, userpinmac: 3 } as const;

const parameterNames: ReadonlyMap<number, string> = new Map([
  [parameterTokens.q, 'q'],
  [parameterTokens.charset, 'charset'],
  [parameterTokens.sec, 'SEC'],
  [parameterTokens.mac, 'MAC'],
]);

const longestShortMedia = 0x7f;

/**
 * Reads a content type in any of its three forms: a short integer, a text, or the general form with
 * a length, long codes and parameters (WAP-230 §8.4.2.24).
 */
export function readContentType(reader: ByteReader): WspContentType {
  const shape = valueShape(reader.peek());
  if (shape === 'integer') return { media: readShortInteger(reader), parameters: [] };
  if (shape === 'text') return { media: readText(reader), parameters: [] };
  const general = reader.section(readValueLength(reader));
  const media = readMedia(general);
  const parameters: WspParameter[] = [];
  while (general.remaining > 0) {
    if (parameters.length >= wspLimits.parameters) throw general.error('too-many');
    parameters.push(readParameter(general));
  }
  return { media, parameters };
}

/** Reads the media inside the general form: a code of any size or a name. */
export function readMedia(reader: ByteReader): number | string {
  return valueShape(reader.peek()) === 'text' ? readText(reader) : readInteger(reader);
}

/** Reads one parameter of the general form. */
export function readParameter(reader: ByteReader): WspParameter {
  const name = valueShape(reader.peek()) === 'text' ? readText(reader) : readInteger(reader);
  return { name, value: readParameterValue(reader, name) };
}

/** Writes a content type in the shortest form that can hold it. */
export function writeContentType(writer: ByteWriter, contentType: WspContentType): void {
  const { media, parameters } = contentType;
  if (parameters.length > wspLimits.parameters) throw new CodecError('wsp', 'too-many');
  const isShort = typeof media === 'string' || media <= longestShortMedia;
  if (isShort && parameters.length === 0) {
    writeMedia(writer, media);
    return;
  }
  const general = new ByteWriter();
  writeMedia(general, media);
  for (const parameter of parameters) writeParameter(general, parameter);
  writeValueLength(writer, general.length);
  writer.bytes(general.view(0));
}

/** Code of a content type, whether it came as a code or as a name; undefined if it has none. */
export function mediaCode({ media }: WspContentType): number | undefined {
  return typeof media === 'number' ? media : contentTypeCode(media);
}

/** Name of a media for people: the registered one, the one that came, or the code in hex. */
export function mediaName(media: number | string): string {
  if (typeof media === 'string') return media;
  return contentTypeName(media) ?? `0x${media.toString(16).padStart(2, '0')}`;
}

/** Name of a parameter for people: the registered one, the one that came, or the token. */
export function parameterName(name: number | string): string {
  return typeof name === 'string' ? name : (parameterNames.get(name) ?? String(name));
}

/**
 * Value of a parameter, whether its name came as a token or as a text; undefined when it is absent.
 */
export function findParameter(
  { parameters }: WspContentType,
  token: number,
): WspParameter['value'] | undefined {
  const wanted = parameterName(token).toLowerCase();
  return parameters.find(({ name }) => parameterName(name).toLowerCase() === wanted)?.value;
}

function readParameterValue(reader: ByteReader, name: number | string): number | string | null {
  // Q is the one parameter whose value is a bare uintvar (WAP-230 §8.4.2.3).
  if (name === parameterTokens.q) return reader.uintvar();
  const octet = reader.peek();
  if (octet === 0) {
    reader.u8();
    return null;
  }
  return valueShape(octet) === 'text' ? readText(reader) : readInteger(reader);
}

function writeParameter(writer: ByteWriter, { name, value }: WspParameter): void {
  if (typeof name === 'string') writeText(writer, name);
  else writeInteger(writer, name);
  if (name === parameterTokens.q) {
    if (typeof value !== 'number' || !isUintvar(value)) {
      throw new CodecError('wsp', 'invalid-value');
    }
    writer.uintvar(value);
  } else if (value === null) writer.u8(0);
  else if (typeof value === 'string') writeText(writer, value);
  else writeInteger(writer, value);
}

function writeMedia(writer: ByteWriter, media: number | string): void {
  if (typeof media === 'string') writeText(writer, media);
  else writeInteger(writer, media);
}

function isUintvar(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}
