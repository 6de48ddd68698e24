import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuideDrawing, GuideShape } from '../../../shared/model/guide.ts';
import { guideLanguageSchema } from '../../../shared/model/guide.ts';
import { openGuideAssets } from '../assets.ts';
import { openPaper } from '../pdf/paper.ts';
import type { Paper } from '../pdf/paper.ts';
import { createWording } from '../wording.ts';
import { approximateWidth, fitText } from './canvas.ts';
import { drawDrawing } from './index.ts';
import { drawingNames } from './names.ts';

const assets = openGuideAssets({ keepsFonts: true });

/** Values as long as they come. */
const longValues = {
  host: 'synchronisation.headquarters.example.org',
  user: 'margarethe.von.hohenstein@headquarters.example.org',
  profile: 'Wojewódzki Zarząd Melioracji i Urządzeń Wodnych',
  organisation: 'Wojewódzki Zarząd Melioracji i Urządzeń Wodnych',
  contacts: 'contacts/shared/headquarters',
};

/** Left and right end of a text, measured in the fonts of the print. */
function ends(paper: Paper, shape: Extract<GuideShape, { kind: 'text' }>): [number, number] {
  const isBold = shape.weight === 'bold';
  const width = paper.measure(shape.text, { isBold, color: '#000000', size: shape.size });
  const left = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor];
  return [left, left + width];
}

/** Texts that reach out of the display that they stand on. */
function overflowing(paper: Paper, drawing: GuideDrawing): string[] {
  // The display is the first box of paper; what is written below it is on keys.
  const display = drawing.shapes.find((shape) => shape.kind === 'box' && shape.fill === 'paper');
  if (display?.kind !== 'box') throw new Error('a phone without a display');
  return drawing.shapes.flatMap((shape) => {
    if (shape.kind !== 'text') return [];
    const [left, right] = ends(paper, shape);
    const fits = left >= display.x + 1 && right <= display.x + display.width - 1;
    return fits ? [] : [`${shape.text} ${String(left)}–${String(right)}`];
  });
}

/** Texts on one line of the display that touch each other. */
function touching(paper: Paper, drawing: GuideDrawing): string[] {
  const texts = drawing.shapes.filter((shape) => shape.kind === 'text');
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      if (one.y !== other.y) return [];
      const [left, right] = ends(paper, one);
      const [otherLeft, otherRight] = ends(paper, other);
      return left < otherRight && otherLeft < right ? [`${one.text} / ${other.text}`] : [];
    }),
  );
}

describe.each(guideLanguageSchema.options)('the drawings in %s', (language) => {
  it.each([
    ['without values', {}],
    ['with long values', longValues],
  ])('have no text that leaves the display or another text, %s', async (_name, values) => {
    const wording = createWording(language, values);
    const drawings = drawingNames.map((name) => drawDrawing(name, wording));
    const paper = await openPaper({
      title: '',
      language,
      createdAt: new Date(0),
      font: (name) => assets.font(name),
      text: JSON.stringify(drawings),
    });
    expect(drawings.flatMap((drawing) => overflowing(paper, drawing))).toEqual([]);
    expect(drawings.flatMap((drawing) => touching(paper, drawing))).toEqual([]);
  });

  it('cut off none of their own words', () => {
    const wording = createWording(language, {});
    const cut = drawingNames.flatMap((name) =>
      drawDrawing(name, wording).shapes.flatMap((shape) =>
        shape.kind === 'text' && shape.text.endsWith('…') && !shape.text.includes('/')
          ? [`${name}: ${shape.text}`]
          : [],
      ),
    );
    expect(cut).toEqual([]);
  });

  it('keep every shape inside of their edges', () => {
    const wording = createWording(language, longValues);
    for (const name of drawingNames) {
      const { width, height, shapes } = drawDrawing(name, wording);
      for (const shape of shapes) {
        const points =
          shape.kind === 'line'
            ? shape.points
            : shape.kind === 'box'
              ? [shape, { x: shape.x + shape.width, y: shape.y + shape.height }]
              : [shape];
        for (const { x, y } of points) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height, name).toBe(true);
        }
      }
    }
  });
});

describe('a text that has to fit', () => {
  it('fits, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const fitted = fitText(text, 9, width);
          expect(approximateWidth(fitted.text) * fitted.size).toBeLessThanOrEqual(width + 0.1);
        },
      ),
    );
  });

  it('stays as it is when there is room', () => {
    expect(fitText('Yes', 9, 100)).toEqual({ text: 'Yes', size: 9 });
  });
});
