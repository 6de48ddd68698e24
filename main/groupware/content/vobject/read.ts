import { ContentError, type ContentFormat } from '../content-error.ts';
import { contentLimits } from '../limits.ts';
import { cleanText, decodeBinary, isPlain, toBinary, type CharsetProfile } from './charset.ts';
import type { Component, Line } from './line.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';
import { headEnd, readHead } from './read-head.ts';

/** An object and whether it is written in the manner of vCard 2.1, vCalendar 1.0 and vNote. */
export interface ParsedObject {
  readonly root: Component;
  readonly legacy: boolean;
}

const base64Only = /^[A-Za-z0-9+/=]+$/;
const versionLine = /^VERSION[^:\r\n]{0,40}:[ \t]*([0-9.]+)/im;

/**
 * Reads a vCard, vCalendar, iCalendar or vNote object. What the object says about its version
 * counts, not what the sender called it. Text behind the object is ignored; an object that does not
 * end is refused with `truncated`, so that half an item never replaces a whole one.
 */
export function readObject(
  bytes: Uint8Array,
  format: ContentFormat,
  profile: CharsetProfile,
): ParsedObject {
  if (bytes.byteLength > contentLimits.objectBytes) throw new ContentError(format, 'too-long');
  const binary = toBinary(bytes);
  const version = versionLine.exec(binary.slice(0, 4096))?.[1] ?? '';
  const legacy = format === 'vnote' || version === '2.1' || version === '1.0';
  const root = buildTree(lineReader(binary, format, legacy, profile), format);
  return { root, legacy };
}

function buildTree(nextLine: () => Line | undefined, format: ContentFormat): Component {
  const stack: Component[] = [];
  let components = 0;
  for (let line = nextLine(); line !== undefined; line = nextLine()) {
    const name = line.name.toUpperCase();
    if (name === 'BEGIN') {
      components += 1;
      if (components > contentLimits.components) throw new ContentError(format, 'too-many');
      if (stack.length >= contentLimits.depth) throw new ContentError(format, 'too-deep');
      const child = { name: line.value.trim().toUpperCase(), lines: [], components: [] };
      stack.at(-1)?.components.push(child);
      stack.push(child);
    } else if (name === 'END') {
      const ended = line.value.trim().toUpperCase();
      const depth = stack.findLastIndex((open) => open.name === ended);
      if (depth === 0) return stack[0] as Component;
      // An inner component without its END ends with the one around it.
      if (depth > 0) stack.length = depth;
    } else if (stack.length === 0) {
      throw new ContentError(format, 'malformed', 'BEGIN');
    } else {
      stack.at(-1)?.lines.push(line);
    }
  }
  throw new ContentError(format, stack.length === 0 ? 'malformed' : 'truncated', 'END');
}

/** Reads line by line, as what stands behind the end of the object is none of its business. */
function lineReader(
  binary: string,
  format: ContentFormat,
  legacy: boolean,
  profile: CharsetProfile,
): () => Line | undefined {
  // A byte order mark in UTF-8, seen as single octets.
  const text = binary.startsWith('\u00ef\u00bb\u00bf') ? binary.slice(3) : binary;
  const rows = splitRows(text);
  let count = 0;
  let index = 0;
  return () => {
    while (index < rows.length) {
      let logical = rows[index] ?? '';
      index += 1;
      if (logical.trim() === '') continue;
      count += 1;
      if (count > contentLimits.properties) throw new ContentError(format, 'too-many');
      let colon = headEnd(logical);
      // A head may be folded as well; it is then found only after unfolding.
      if (colon === -1) {
        const end = foldEnd(rows, index);
        logical += unfold(rows, index, end, legacy);
        index = end;
        colon = headEnd(logical);
      }
      // A line that is none is skipped: some phones break long texts without folding them.
      if (colon === -1) continue;
      const { name, params, encoding, charset } = readHead(
        logical.slice(0, colon),
        format,
        profile,
      );
      const value: string[] = [logical.slice(colon + 1)];
      if (encoding === 'quoted-printable') index = takeSoftBreaks(rows, index, value);
      const end = foldEnd(rows, index);
      if (end > index) value.push(unfold(rows, index, end, legacy));
      index = end;
      if (encoding === 'base64') index = takeBase64(rows, index, value);
      const joined = value.length === 1 ? (value[0] ?? '') : value.join('');
      return { name, params, value: decodeValue(joined, encoding, charset, profile) };
    }
    return undefined;
  };
}

/** Splits at every kind of line end; nearly all objects have one kind only. */
function splitRows(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n');
  return text.split(hasOnlyPairs(text) ? '\r\n' : /\r\n|\n|\r/);
}

/** Whether no CR and no LF stands alone. */
function hasOnlyPairs(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') return false;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] !== '\r') return false;
  }
  return true;
}

function decodeValue(
  joined: string,
  encoding: 'text' | 'quoted-printable' | 'base64',
  charset: string | undefined,
  profile: CharsetProfile,
): string {
  if (encoding === 'base64') return joined.replace(/[^A-Za-z0-9+/=]/g, '');
  if (isPlain(joined) && (encoding === 'text' || !joined.includes('='))) return joined;
  const octets = encoding === 'text' ? joined : decodeQuotedPrintable(joined);
  return cleanText(decodeBinary(octets, charset, profile));
}

/** A line that ends with `=` goes on with the next one, whatever that begins with. */
function takeSoftBreaks(rows: readonly string[], from: number, value: string[]): number {
  let index = from;
  while (index < rows.length) {
    const last = value.at(-1) ?? '';
    const trimmed = last.trimEnd();
    if (!trimmed.endsWith('=')) break;
    value[value.length - 1] = trimmed.slice(0, -1);
    value.push(rows[index] ?? '');
    index += 1;
  }
  return index;
}

function foldEnd(rows: readonly string[], from: number): number {
  let end = from;
  while (end < rows.length && isContinuation(rows[end] ?? '')) end += 1;
  return end;
}

function isContinuation(row: string): boolean {
  return (row.startsWith(' ') || row.startsWith('\t')) && row.trim() !== '';
}

/** RFC 2425 takes the blank of a fold away; vCard 2.1 breaks lines at blanks that belong to it. */
function unfold(rows: readonly string[], from: number, end: number, legacy: boolean): string {
  if (end === from) return '';
  return rows
    .slice(from, end)
    .map((row) => (legacy ? row : row.slice(1)))
    .join('');
}

/** Base64 goes on to an empty line; some writers forget the blanks in front of its lines. */
function takeBase64(rows: readonly string[], from: number, value: string[]): number {
  let index = from;
  while (index < rows.length) {
    const row = (rows[index] ?? '').trim();
    if (row === '' || !base64Only.test(row)) break;
    value.push(row);
    index += 1;
  }
  return index;
}
