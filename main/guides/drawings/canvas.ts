import type { GuideShape } from '../../../shared/model/guide.ts';

/** Share of the size that a character takes, about; wide ones (Chinese) take all of it. */
const narrowWidth = 0.57;
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/** Width of a text in units of its size, about and rather too much. */
export function approximateWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 1.02 : narrowWidth), 0);
}

/** Smallest share of a size to which a text is shrunk before its end is cut off. */
const leastShrink = 0.72;

/**
 * Makes a text fit: smaller first, then without its end, which an ellipsis stands for.
 *
 * @returns The text and the size to write it in.
 */
export function fitText(text: string, size: number, width: number): { text: string; size: number } {
  const needed = approximateWidth(text) * size;
  if (needed <= width) return { text, size };
  const smaller = Math.max(size * leastShrink, (size * width) / needed);
  if (approximateWidth(text) * smaller <= width + 0.01) return { text, size: smaller };
  const characters = [...text];
  while (characters.length > 1) {
    characters.pop();
    const cut = `${characters.join('').trimEnd()}…`;
    if (approximateWidth(cut) * smaller <= width) return { text: cut, size: smaller };
  }
  return { text: '…', size: smaller };
}

/** Breaks a text between words into as many lines as it needs, about. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && approximateWidth(longer) * size <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** How a box looks. */
export interface BoxLook {
  readonly radius?: number;
  readonly fill?: 'none' | 'paper' | 'shade' | 'accent' | 'ink';
  readonly isOutlined?: boolean;
}

/** How a text looks. */
export interface TextLook {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly color?: 'ink' | 'muted' | 'accent' | 'paper';
  readonly isBold?: boolean;
}

/** Gathers shapes; every text is made to fit the width that it is given. */
export interface Canvas {
  readonly shapes: GuideShape[];
  box(x: number, y: number, width: number, height: number, look?: BoxLook): void;
  line(points: readonly (readonly [number, number])[], accent?: boolean): void;
  /** `y` is the baseline; `x` the left end, the middle or the right end, as the anchor says. */
  text(text: string, x: number, y: number, width: number, look?: TextLook): void;
}

/** An empty canvas. */
export function createCanvas(): Canvas {
  const shapes: GuideShape[] = [];
  return {
    shapes,
    box(x, y, width, height, { radius = 0, fill = 'none', isOutlined = true } = {}) {
      shapes.push({ kind: 'box', x, y, width, height, radius, fill, stroke: isOutlined });
    },
    line(points, accent = false) {
      shapes.push({ kind: 'line', points: points.map(([x, y]) => ({ x, y })), accent });
    },
    text(text, x, y, width, look = {}) {
      const { size = 9, anchor = 'start', color = 'ink', isBold = false } = look;
      const fitted = fitText(text, size, isBold ? width / 1.06 : width);
      const weight = isBold ? 'bold' : 'normal';
      shapes.push({ kind: 'text', x, y, ...fitted, anchor, color, weight });
    },
  };
}
