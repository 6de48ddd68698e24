import type { GuideSpan } from '../../../shared/model/guide.ts';
import { isWebAddress } from '../web-address.ts';
import type { Wording } from '../wording.ts';
import { breakLines } from './lines.ts';
import type { StyledText, TextLine, TextStyle } from './lines.ts';
import type { Paper, Structure } from './paper.ts';
import { colors, sizes } from './theme.ts';

/** A part of a guide that is not torn over two pages. */
export interface Box {
  /** Points. */
  readonly height: number;
  /** Distance to what is above, left out at the top of a page. */
  readonly before: number;
  /** Stays on the page of the next box. */
  readonly isBoundToNext?: boolean;
  /** The list that it is an item of; neighbours with the same one share it. */
  readonly list?: { readonly isNumbered: boolean };
  /** Name in the outline of the document. */
  readonly outline?: { readonly title: string; readonly level: 1 | 2 };
  draw(parent: Structure, y: number): void;
}

/** What boxes are made with. */
export interface BoxTools {
  readonly paper: Paper;
  readonly wording: Wording;
  lines(runs: readonly StyledText[], width: number): TextLine[];
}

/** Tools for the boxes of one guide. */
export function boxTools(paper: Paper, wording: Wording): BoxTools {
  const rules = { language: wording.language, measure: paper.measure };
  return { paper, wording, lines: (runs, width) => breakLines(runs, width, rules) };
}

/** Spans as runs in a size. */
export function runsOf(spans: readonly GuideSpan[], size: number): StyledText[] {
  return spans.map(({ kind, text }) => {
    const isLink = kind === 'value' && isWebAddress(text);
    const style: TextStyle = {
      isBold: kind !== 'text',
      color: kind === 'control' || isLink ? colors.accent : colors.ink,
      size,
      ...(isLink ? { link: text } : {}),
    };
    return { text, style };
  });
}

/** One run of text. */
export function run(text: string, style: Partial<TextStyle> = {}): StyledText {
  const usual = { isBold: false, color: colors.ink, size: sizes.body.size };
  return { text, style: { ...usual, ...style } };
}
