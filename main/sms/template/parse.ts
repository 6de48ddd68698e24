import { charsets, variableNames } from './model.ts';
import type {
  Charset,
  Modifier,
  ParsedTemplate,
  TemplateFault,
  TemplateNode,
  VariableName,
} from './model.ts';

/** Nobody needs more; it bounds what rendering costs. */
const mostNodes = 500;
const mostModifiers = 16;
const longestToken = 40;

const nameAt = /[a-z_]+/y;
const nameLikeAt = /[A-Za-z_]{3,}[;%]/y;
const escapeAt = /[0-9A-Fa-f]{2}/y;

const names: ReadonlySet<string> = new Set(variableNames);
const knownCharsets: ReadonlySet<string> = new Set(charsets);
const charsetAliases: ReadonlyMap<string, Charset> = new Map([
  ['utf8', 'utf-8'],
  ['latin1', 'iso-8859-1'],
  ['ascii', 'us-ascii'],
  ['ucs2', 'utf-16be'],
  ['ucs-2', 'utf-16be'],
  ['unicode', 'utf-16be'],
  ['gsm', 'gsm0338'],
]);

const takingArguments: ReadonlySet<string> = new Set([
  'value',
  'present',
  'append',
  'charset',
  'interprefix',
]);
const plainModifiers: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ['isascii', { kind: 'when', alphabet: 'gsm7' }],
  ['isunicode', { kind: 'when', alphabet: 'ucs2' }],
  ['isbinary', { kind: 'when', alphabet: 'binary' }],
  ['unicode', { kind: 'charset', charset: 'utf-16be' }],
  ['hex', { kind: 'hex' }],
  ['hexsp', { kind: 'hexsp' }],
  ['upper', { kind: 'upper' }],
  ['b64', { kind: 'b64' }],
  ['len', { kind: 'len' }],
  ['nolen', { kind: 'nolen' }],
]);

/**
 * Takes a template apart. Outside of variables, `%%` is a percent sign and `%2B` stays as written;
 * inside, a backslash takes its meaning from the `;`, `%` or `\` behind it. Takes time in proportion
 * to the template's length, whatever it holds.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const nodes: TemplateNode[] = [];
  let literal = '';
  let offset = 0;

  function flush(): void {
    if (literal !== '') nodes.push({ kind: 'literal', text: literal });
    literal = '';
  }

  while (offset < source.length) {
    const next = source.indexOf('%', offset);
    literal += source.slice(offset, next === -1 ? undefined : next);
    if (next === -1) break;
    const piece = readPiece(source, next);
    if ('fault' in piece) return { ok: false, fault: piece.fault };
    if (piece.node.kind === 'literal') literal += piece.node.text;
    else {
      flush();
      nodes.push(piece.node);
    }
    if (nodes.length > mostNodes) return failed('too-many', source, next);
    offset = piece.end;
  }
  flush();
  return { ok: true, template: nodes };
}

type Piece = { readonly node: TemplateNode; readonly end: number } | { fault: TemplateFault };

/** Reads what starts with the percent sign at `start`. */
function readPiece(source: string, start: number): Piece {
  if (source[start + 1] === '%') return { node: { kind: 'percent' }, end: start + 2 };
  const name = matchAt(nameAt, source, start + 1);
  if (name !== undefined && names.has(name)) {
    return readVariable(source, start, name as VariableName);
  }
  // A name that only looks like `%DA` is a mistyped variable; "%c5%99" has no letters behind it.
  if (matchAt(nameLikeAt, source, start + 1) !== undefined) {
    return failed('unknown-variable', source, start);
  }
  const escape = matchAt(escapeAt, source, start + 1);
  if (escape === undefined) return failed('unclosed', source, start);
  return { node: { kind: 'literal', text: `%${escape}` }, end: start + 3 };
}

function readVariable(source: string, position: number, name: VariableName): Piece {
  let offset = position + 1 + name.length;
  const modifiers: Modifier[] = [];
  while (source[offset] === ';') {
    const field = readField(source, offset + 1);
    if (field === undefined) return failed('unclosed', source, position);
    const modifier = readModifier(field);
    if (typeof modifier === 'string') return failed(modifier, source, offset + 1);
    modifiers.push(modifier);
    if (modifiers.length > mostModifiers) return failed('too-many', source, offset);
    offset = field.end;
  }
  if (source[offset] !== '%') return failed('unclosed', source, position);
  return { node: { kind: 'variable', name, modifiers, position }, end: offset + 1 };
}

interface Field {
  readonly word: string;
  readonly argument: string | undefined;
  /** The `;` or `%` that ends it. */
  readonly end: number;
}

/** Reads `word` or `word=argument`; undefined when nothing ends it. */
function readField(source: string, start: number): Field | undefined {
  let text = '';
  let equals = -1;
  for (let offset = start; offset < source.length; offset += 1) {
    const character = source[offset];
    if (character === '\\') {
      offset += 1;
      text += source[offset] ?? '';
    } else if (character === ';' || character === '%') {
      const word = equals === -1 ? text : text.slice(0, equals);
      const argument = equals === -1 ? undefined : text.slice(equals + 1);
      return { word, argument, end: offset };
    } else {
      if (character === '=' && equals === -1) equals = text.length;
      text += character ?? '';
    }
  }
  return undefined;
}

function readModifier({ word, argument }: Field): Modifier | 'unknown-modifier' | 'bad-argument' {
  const plain = plainModifiers.get(word);
  if (plain !== undefined) return argument === undefined ? plain : 'bad-argument';
  if (!takingArguments.has(word)) return 'unknown-modifier';
  if (argument === undefined) return 'bad-argument';
  if (word === 'value' || word === 'present' || word === 'append') {
    return { kind: word, text: argument };
  }
  if (word === 'interprefix') return { kind: 'interprefix', prefix: argument };
  const charset = argument.toLowerCase();
  const known = charsetAliases.get(charset) ?? charset;
  return knownCharsets.has(known) ? { kind: 'charset', charset: known as Charset } : 'bad-argument';
}

function matchAt(pattern: RegExp, source: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0];
}

function failed(
  code: TemplateFault['code'],
  source: string,
  position: number,
): { ok: false; fault: TemplateFault } {
  return { ok: false, fault: { code, position, token: tokenAt(source, position) } };
}

/** The faulty piece up to where it seems to end. */
function tokenAt(source: string, position: number): string {
  const rest = source.slice(position, position + longestToken);
  const end = rest.slice(1).search(/[%;&\s]/u);
  return end === -1 ? rest : rest.slice(0, end + 1);
}
