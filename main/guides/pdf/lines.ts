import type { GuideLanguage } from '../../../shared/model/guide.ts';

/** How a run of text looks. */
export interface TextStyle {
  readonly isBold: boolean;
  readonly color: string;
  /** Points. */
  readonly size: number;
  readonly link?: string;
}

/** A run of text in one style. */
export interface StyledText {
  readonly text: string;
  readonly style: TextStyle;
}

/** A run on a line, measured. */
export interface LinePiece extends StyledText {
  /** From the beginning of the line. */
  readonly x: number;
  readonly width: number;
}

/** A line of text. */
export interface TextLine {
  readonly pieces: readonly LinePiece[];
}

/** What lines are broken by. */
export interface LineRules {
  readonly language: GuideLanguage;
  /** Width of a text in a style. */
  measure(text: string, style: TextStyle): number;
}

const wide = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;
/** What may not begin a line, and what may not end one (W3C "Requirements for Chinese Text Layout" §3.1). */
const neverFirst = /[,.;:!?)\]}%…’”›»，。、；：？！）》」』】〉％·]/u;
const neverLast = /[([{‘“‹«（《「『【〈]/u;

/** Breaks runs of text into lines of a width. A word that is wider than a line is broken anywhere. */
export function breakLines(
  runs: readonly StyledText[],
  width: number,
  rules: LineRules,
): TextLine[] {
  const units = splitUnits(runs, rules).flatMap((unit) => splitTooWide(unit, width, rules));
  const lines: StyledText[][] = [];
  let line: StyledText[] = [];
  let used = 0;
  for (const unit of units) {
    const needed = widthOf(trimEnd(unit), rules);
    if (line.length > 0 && used + needed > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(...unit);
    used += widthOf(unit, rules);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((parts) => placePieces(joinParts(parts), rules));
}

/** Runs cut where a line may be broken; each unit stays together. */
function splitUnits(runs: readonly StyledText[], rules: LineRules): StyledText[][] {
  const units: StyledText[][] = [];
  let unit: StyledText[] = [];
  let last = '';
  let word = '';
  for (const { text, style } of runs) {
    let part = '';
    for (const character of text) {
      if (mayBreak(last, character, word, rules.language)) {
        if (part !== '') unit.push({ text: part, style });
        if (unit.length > 0) units.push(unit);
        unit = [];
        part = '';
        word = '';
      }
      part += character;
      if (character !== ' ') word += character;
      last = character;
    }
    if (part !== '') unit.push({ text: part, style });
  }
  if (unit.length > 0) units.push(unit);
  return units;
}

function mayBreak(last: string, next: string, word: string, language: GuideLanguage): boolean {
  if (last === '' || next === ' ') return false;
  if (last === ' ') {
    // In Polish and Czech a word of one letter does not end a line.
    const isBound = (language === 'pl' || language === 'cs') && /^\p{L}$/u.test(word);
    return !isBound;
  }
  if (neverFirst.test(next) || neverLast.test(last)) return false;
  return wide.test(last) || wide.test(next);
}

function splitTooWide(unit: StyledText[], width: number, rules: LineRules): StyledText[][] {
  if (widthOf(trimEnd(unit), rules) <= width) return [unit];
  const parts: StyledText[][] = [];
  let part: StyledText[] = [];
  for (const { text, style } of unit) {
    for (const character of text) {
      const longer = joinParts([...part, { text: character, style }]);
      if (part.length > 0 && widthOf(trimEnd(longer), rules) > width) {
        parts.push(part);
        part = [{ text: character, style }];
      } else {
        part = longer;
      }
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function widthOf(parts: readonly StyledText[], rules: LineRules): number {
  return parts.reduce((sum, { text, style }) => sum + rules.measure(text, style), 0);
}

function trimEnd(parts: readonly StyledText[]): StyledText[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  return [...parts.slice(0, -1), { text: last.text.trimEnd(), style: last.style }];
}

/** Neighbours of one style become one run, so that they are written at once. */
function joinParts(parts: readonly StyledText[]): StyledText[] {
  const joined: StyledText[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.style === part.style) {
      joined[joined.length - 1] = { text: last.text + part.text, style: part.style };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function placePieces(parts: readonly StyledText[], rules: LineRules): TextLine {
  let x = 0;
  const pieces = parts.map(({ text, style }) => {
    const width = rules.measure(text, style);
    const piece = { text, style, x, width };
    x += width;
    return piece;
  });
  return { pieces };
}
