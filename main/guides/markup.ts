import { valueNames } from './values.ts';
import type { GuideValueName } from './values.ts';

/** A piece of a text, before its controls have labels and its values are known. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** A control of the console, by its key of `shared/i18n`. */
  | { readonly kind: 'control'; readonly key: string }
  /** A word of the phone's own menu. */
  | { readonly kind: 'phone'; readonly word: string }
  | { readonly kind: 'value'; readonly name: GuideValueName }
  | { readonly kind: 'strong'; readonly tokens: readonly Token[] };

/** What is wrong with a text. */
export type MarkupFault = 'unclosed' | 'empty' | 'unknown-value' | 'stray-bracket' | 'nested';

/** A text that does not keep to the markup. `position` counts UTF-16 units from 0. */
export class MarkupError extends Error {
  readonly fault: MarkupFault;
  readonly position: number;

  constructor(fault: MarkupFault, position: number, text: string) {
    super(`${fault} at ${String(position)}: ${text}`);
    this.name = 'MarkupError';
    this.fault = fault;
    this.position = position;
  }
}

const known: ReadonlySet<string> = new Set(valueNames);

function isValueName(name: string): name is GuideValueName {
  return known.has(name);
}

const opening = /\[\[|\]\]|\{|\}|\*\*/u;

/**
 * Reads one line of a text.
 *
 * @throws MarkupError when something is opened and not closed, empty, nested, or a value is unknown.
 */
export function parseMarkup(text: string): Token[] {
  return parse(text, 0, text, false);
}

function parse(text: string, start: number, whole: string, isInside: boolean): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  function fail(fault: MarkupFault): never {
    throw new MarkupError(fault, start + position, whole);
  }
  /** What stands between here and `end`; goes behind it. */
  function upTo(begin: string, end: string): string {
    const found = text.indexOf(end, position + begin.length);
    if (found < 0) fail('unclosed');
    const inner = text.slice(position + begin.length, found);
    if (inner.trim() === '') fail('empty');
    position = found + end.length;
    return inner;
  }
  while (position < text.length) {
    const next = text.slice(position).search(opening);
    if (next !== 0) {
      const end = next < 0 ? text.length : position + next;
      tokens.push({ kind: 'text', text: text.slice(position, end) });
      position = end;
      continue;
    }
    const at = start + position;
    if (text.startsWith('[[', position)) {
      if (isInside) fail('nested');
      const inner = upTo('[[', ']]');
      if (/[[{*]/u.test(inner)) throw new MarkupError('nested', at, whole);
      tokens.push(
        inner.startsWith('phone:')
          ? { kind: 'phone', word: inner.slice('phone:'.length) }
          : { kind: 'control', key: inner },
      );
    } else if (text.startsWith('{', position)) {
      const name = upTo('{', '}');
      if (!isValueName(name)) throw new MarkupError('unknown-value', at, whole);
      tokens.push({ kind: 'value', name });
    } else if (text.startsWith('**', position)) {
      const inner = upTo('**', '**');
      tokens.push({ kind: 'strong', tokens: parse(inner, at + 2, whole, true) });
    } else {
      fail('stray-bracket');
    }
  }
  return tokens;
}

/** Keys of the console's controls that a text names, in its order. */
export function controlKeys(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'control' ? [token.key] : []));
}

/** Names of the values that a text wants, in its order. */
export function wantedValues(tokens: readonly Token[]): GuideValueName[] {
  return tokens.flatMap((token) => {
    if (token.kind === 'value') return [token.name];
    return token.kind === 'strong' ? wantedValues(token.tokens) : [];
  });
}
