import { describe, expect, it } from 'vitest';
import { createSafePattern } from './safe-pattern.ts';

describe('a pattern that an admin wrote', () => {
  it('finds its groups', () => {
    expect(createSafePattern('^ID: (\\S+)')?.match('ID: abc rest')?.[1]).toBe('abc');
    expect(createSafePattern('"id": ?"([^"]+)"')?.match('{"id": "x"}')?.[1]).toBe('x');
    expect(createSafePattern('^ok$')?.match('not ok')).toBeUndefined();
  });

  it.each(['(', '[z-a]', '*', '\\', '(?<a'])('is refused when it is none: %s', (source) => {
    expect(createSafePattern(source)).toBeUndefined();
  });

  it.each([
    ['^(a+)+$', `${'a'.repeat(50)}!`],
    ['^(a|a)*$', `${'a'.repeat(50)}!`],
    [`^${'a?'.repeat(40)}${'a'.repeat(40)}$`, 'a'.repeat(39)],
    [`^${'(a|a)'.repeat(60)}$`, `${'a'.repeat(60)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(60)],
  ])('cannot hold the process up: %s', (source, text) => {
    expect(createSafePattern(source)?.match(text)).toBeUndefined();
  });

  it('looks at the beginning of an answer only', () => {
    expect(createSafePattern('end$')?.match(`${'x'.repeat(100_000)}end`)).toBeUndefined();
  });
});
