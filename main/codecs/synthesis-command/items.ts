import { hasLoneSurrogate } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { synthesisCommandLimits } from '../limits.ts';

/** One `tag="value"` of a command. */
export type CommandItem = { readonly tag: string; readonly value: string };

/** The client ends a command at a line break; no other control character has a meaning in it. */
const control = /\p{Cc}/u;
const specials = /["\\]/g;
const tagPattern = /[A-Za-z0-9_]+/y;
const gap = /[ \t]*/y;
const bareValue = /[^;]*/y;

/**
 * Writes items one behind the other, all of them in quotes. A control character in a value is a
 * CodecError `invalid-value`; more than a client takes in is `too-long` or `too-many`.
 */
export function writeItems(items: readonly CommandItem[]): string {
  if (items.length > synthesisCommandLimits.items) throw failure('too-many');
  const text = items
    .map(({ tag, value }) => {
      if (control.test(value) || hasLoneSurrogate(value)) throw failure('invalid-value');
      return `${tag}="${value.replace(specials, '\\$&')}"`;
    })
    .join(';');
  if (text.length > synthesisCommandLimits.length) throw failure('too-long');
  return text;
}

/** Reads what {@link writeItems} writes, and values in single quotes or none. */
export function readItems(text: string): CommandItem[] {
  if (text.length > synthesisCommandLimits.length) throw failure('too-long');
  const scanner = new Scanner(text.trim());
  const items: CommandItem[] = [];
  while (!scanner.isAtEnd) {
    if (items.length >= synthesisCommandLimits.items) throw failure('too-many', scanner.offset);
    items.push(scanner.item());
  }
  return items;
}

class Scanner {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    if (control.test(text.replaceAll('\t', ' '))) throw failure('invalid-value');
    this.#text = text;
  }

  get offset(): number {
    return this.#offset;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  item(): CommandItem {
    this.#match(gap);
    const tag = this.#match(tagPattern);
    if (tag === '') throw failure('invalid-value', this.#offset);
    this.#expect('=');
    const value = this.#value();
    if (!this.isAtEnd) this.#expect(';');
    this.#match(gap);
    return { tag, value };
  }

  #value(): string {
    this.#match(gap);
    const quote = this.#text.charAt(this.#offset);
    if (quote !== '"' && quote !== "'") return this.#match(bareValue).trimEnd();
    const start = this.#offset;
    let value = '';
    for (let index = start + 1; index < this.#text.length; index += 1) {
      const character = this.#text.charAt(index);
      if (character === quote) {
        this.#offset = index + 1;
        return value;
      }
      if (character === '\\') index += 1;
      value += this.#text.charAt(index);
    }
    throw failure('truncated', this.#text.length);
  }

  #expect(character: string): void {
    this.#match(gap);
    if (this.isAtEnd) throw failure('truncated', this.#offset);
    if (this.#text.charAt(this.#offset) !== character) {
      throw failure('invalid-value', this.#offset);
    }
    this.#offset += 1;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#offset += found.length;
    return found;
  }
}

function failure(
  code: 'invalid-value' | 'too-long' | 'too-many' | 'truncated',
  offset = 0,
): CodecError {
  return new CodecError('synthesis-command', code, offset);
}
