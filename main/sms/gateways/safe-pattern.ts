import { createContext, Script } from 'node:vm';

/** Longest part of an answer that a pattern looks at. */
const longestText = 4_096;
/** A pattern that takes longer finds nothing. */
const timeLimitMs = 100;

/** A pattern that an admin wrote, which cannot hold the process up. */
export interface SafePattern {
  /** Groups of the first place where it fits (0 is all of it), or undefined. */
  match(text: string): readonly (string | undefined)[] | undefined;
}

const guarded = new Script('pattern.exec(text)');
const sandbox: { pattern?: RegExp; text?: string } = createContext({});

/**
 * Makes a pattern of an admin's text; undefined when it is not a regular expression. What could
 * take more than quadratic time is run where it can be cut off.
 */
export function createSafePattern(source: string): SafePattern | undefined {
  const pattern = compile(source);
  if (pattern === undefined) return undefined;
  const isHarmless = countChoices(source) <= 1;
  return {
    match(text) {
      const head = text.slice(0, longestText);
      const found = isHarmless ? pattern.exec(head) : guardedExec(pattern, head);
      return found ?? undefined;
    },
  };
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

function guardedExec(pattern: RegExp, text: string): RegExpExecArray | undefined {
  try {
    Object.assign(sandbox, { pattern, text });
    const found: unknown = guarded.runInContext(sandbox, { timeout: timeLimitMs });
    return Array.isArray(found) ? (found as unknown as RegExpExecArray) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Repetitions and alternatives outside of character classes: with one of them a pattern cannot try
 * more ways than the text has places to start and to end.
 */
function countChoices(source: string): number {
  const bare = source
    .replace(/\\./gsu, '')
    .replace(/\[[^\]]*\]/gu, '')
    .replaceAll('(?', '(');
  return bare.match(/[*+{?|]/gu)?.length ?? 0;
}
