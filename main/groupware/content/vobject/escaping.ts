import { ContentError, type ContentFormat } from '../content-error.ts';
import { contentLimits } from '../limits.ts';

/**
 * How the texts of one family of types are escaped. Legacy types (vCard 2.1, vCalendar 1.0, vNote)
 * know `\;` only; the others escape comma, semicolon, backslash and line ends.
 */
export interface Escaping {
  readonly legacy: boolean;
  /** A plain text value. */
  readonly readText: (raw: string) => string;
  readonly writeText: (text: string) => string;
  /** A value made of parts: N, ADR, ORG. */
  readonly readParts: (raw: string, format: ContentFormat) => string[];
  readonly writeParts: (parts: readonly string[]) => string;
  /** A list: CATEGORIES, NICKNAME. */
  readonly readList: (raw: string, format: ContentFormat) => string[];
  readonly writeList: (values: readonly string[]) => string;
  /** Word-for-word values of unknown properties, to and from the modern escaping. */
  readonly readRaw: (raw: string) => string;
  readonly writeRaw: (value: string) => string;
}

const unescapeModern = (raw: string): string =>
  raw.includes('\\')
    ? raw.replace(/\\([\s\S])/g, (_, next: string) => (next === 'n' || next === 'N' ? '\n' : next))
    : raw;
const escapeModern = (text: string): string =>
  /[\\;,\n]/.test(text) ? text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n') : text;

/** RFC 2426 §4, RFC 5545 §3.3.11. */
export const modernEscaping: Escaping = {
  legacy: false,
  readText: unescapeModern,
  writeText: escapeModern,
  readParts: (raw, format) => split(raw, ';', format).map(unescapeModern),
  writeParts(parts) {
    let text = escapeModern(parts[0] ?? '');
    for (let index = 1; index < parts.length; index += 1) {
      text += `;${escapeModern(parts[index] ?? '')}`;
    }
    return text;
  },
  readList: (raw, format) => split(raw, ',', format).map(unescapeModern),
  writeList: (values) => values.map(escapeModern).join(','),
  readRaw: (raw) => raw.replace(/\n/g, '\\n'),
  writeRaw: (value) => value.replace(/\n/g, '\\n'),
};

const unescapeLegacyPart = (raw: string): string =>
  raw.includes('\\') ? raw.replace(/\\([;\\])/g, '$1') : raw;
const escapeLegacyPart = (text: string): string =>
  /[;\\]/.test(text) ? text.replace(/[;\\]/g, '\\$&') : text;

/** vCard 2.1 §2.1.2: a semicolon inside a part is escaped, nothing else. */
export function legacyEscaping(options: {
  /** Separator of lists: `,` in vCard 2.1, `;` in vCalendar 1.0. */
  readonly list: ',' | ';';
  readonly escapesText: boolean;
}): Escaping {
  return {
    legacy: true,
    readText: options.escapesText ? unescapeModern : (raw) => raw,
    writeText: options.escapesText ? escapeLegacyPart : (text) => text,
    readParts: (raw, format) =>
      split(raw, ';', format).map(options.escapesText ? unescapeModern : unescapeLegacyPart),
    writeParts: (parts) => parts.map(escapeLegacyPart).join(';'),
    readList: (raw, format) => {
      const first = split(raw, options.list, format);
      // Half of the phones use the other separator.
      const other = options.list === ';' ? ',' : ';';
      const parts = first.length > 1 ? first : split(raw, other, format);
      return parts.map(unescapeLegacyPart);
    },
    writeList: (values) => values.map(escapeLegacyPart).join(options.list),
    readRaw: (raw) => raw.replace(/\\(?!;)/g, '\\\\').replace(/\n/g, '\\n'),
    writeRaw: (value) =>
      value.replace(/\\([\s\S])/g, (whole, next: string) => {
        if (next === 'n' || next === 'N') return '\n';
        return next === ';' ? whole : next;
      }),
  };
}

/** Splits at separators that no backslash precedes. */
function split(raw: string, separator: string, format: ContentFormat): string[] {
  if (!raw.includes('\\')) {
    const parts = raw.split(separator, contentLimits.valueParts + 2);
    if (parts.length > contentLimits.valueParts + 1) throw new ContentError(format, 'too-many');
    return parts;
  }
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const character = raw[index];
    if (character === '\\') index += 1;
    else if (character === separator) {
      parts.push(raw.slice(from, index));
      from = index + 1;
      if (parts.length > contentLimits.valueParts) throw new ContentError(format, 'too-many');
    }
  }
  parts.push(raw.slice(from));
  return parts;
}
