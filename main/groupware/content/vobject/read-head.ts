import { ContentError, type ContentFormat } from '../content-error.ts';
import type { RawParam } from '../item.ts';
import { contentLimits } from '../limits.ts';
import { cleanText, decodeBinary, isPlain, type CharsetProfile } from './charset.ts';

/** What stands in front of the colon of a line. */
export interface Head {
  readonly name: string;
  readonly params: readonly RawParam[];
  readonly encoding: 'text' | 'quoted-printable' | 'base64';
  readonly charset: string | undefined;
}

/** Position of the colon that ends the head: the first one outside of quotes, or -1. */
export function headEnd(line: string): number {
  const colon = line.indexOf(':');
  const quote = line.indexOf('"');
  if (quote === -1 || quote > colon) return colon;
  let quoted = false;
  const end = Math.min(line.length, contentLimits.headLength);
  for (let index = quote; index < end; index += 1) {
    const character = line[index];
    if (character === '"') quoted = !quoted;
    else if (character === ':' && !quoted) return index;
  }
  // A quote without its partner is no quote.
  return colon;
}

/**
 * Reads group, name and parameters; transport parameters are taken out. The same few heads stand in
 * every item that a device sends, so plain ones are read once.
 */
export function readHead(text: string, format: ContentFormat, profile: CharsetProfile): Head {
  const known = heads.get(text);
  if (known !== undefined) return known;
  const head = readNewHead(text, format, profile);
  if (text.length <= keptLength && isPlain(text)) {
    if (heads.size >= keptHeads) heads.clear();
    heads.set(text, head);
  }
  return head;
}

const heads = new Map<string, Head>();
/** Heads come from outside: what is kept of them has to have an end. */
const keptHeads = 1_000;
const keptLength = 100;

function readNewHead(text: string, format: ContentFormat, profile: CharsetProfile): Head {
  if (text.length > contentLimits.headLength) throw new ContentError(format, 'too-long');
  const pieces = splitQuoted(text, ';');
  if (pieces.length > contentLimits.params) throw new ContentError(format, 'too-many');
  const full = (pieces[0] ?? '').trim();
  const dot = full.lastIndexOf('.');
  const params = new Map<string, string[]>();
  if (dot > 0) params.set('GROUP', [full.slice(0, dot)]);
  let encoding: Head['encoding'] = 'text';
  let charset: string | undefined;
  for (const piece of pieces.slice(1)) {
    const [name, values] = readParam(piece);
    if (values.length === 0) continue;
    const first = values[0] ?? '';
    if (name === 'ENCODING') encoding = encodingOf(first);
    else if (name === 'CHARSET') charset = first;
    else params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  if (encoding === 'base64') params.set('ENCODING', ['B']);
  return {
    name: cleanText(full.slice(dot + 1)),
    params: [...params].map(([name, values]) => ({
      name,
      values: values.map((value) => cleanText(decodeBinary(value, charset, profile))),
    })),
    encoding,
    charset,
  };
}

/** vCard 2.1 leaves out the names of parameters: `TEL;CELL`, `PHOTO;BASE64`. */
function readParam(piece: string): [string, string[]] {
  const equals = piece.indexOf('=');
  if (equals === -1) {
    const word = piece.trim();
    if (word === '') return ['TYPE', []];
    if (/^(quoted-printable|base64|b|7bit|8bit)$/i.test(word)) return ['ENCODING', [word]];
    if (/^(inline|url|cid|content-id)$/i.test(word)) return ['VALUE', [word]];
    return ['TYPE', [word]];
  }
  const name = piece.slice(0, equals).trim().toUpperCase();
  const values = splitQuoted(piece.slice(equals + 1), ',').map(readParamValue);
  return [name, values.filter((value) => value !== '')];
}

/** Takes the quotes off and undoes RFC 6868. */
function readParamValue(raw: string): string {
  const trimmed = raw.trim();
  const bare = /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed.replaceAll('"', '');
  return bare.replace(/\^([n^'])/g, (_, next: string) =>
    next === 'n' ? '\n' : next === "'" ? '"' : '^',
  );
}

function encodingOf(value: string): Head['encoding'] {
  const word = value.toLowerCase();
  if (word === 'quoted-printable' || word === 'q') return 'quoted-printable';
  return word === 'base64' || word === 'b' ? 'base64' : 'text';
}

function splitQuoted(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
