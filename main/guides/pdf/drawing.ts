import type { GuideDrawing, GuideShape } from '../../../shared/model/guide.ts';
import type { Paper } from './paper.ts';
import { colors } from './theme.ts';

const fills = {
  paper: colors.paper,
  shade: colors.shade,
  accent: colors.accent,
  ink: colors.ink,
} as const;

const textColors = {
  ink: colors.ink,
  muted: colors.soft,
  accent: colors.accent,
  paper: colors.onAccent,
} as const;

/** Draws a drawing with its left upper corner at a place. */
export function drawOnPaper(
  paper: Paper,
  drawing: GuideDrawing,
  place: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  const { document } = paper;
  for (const shape of drawing.shapes) {
    document.save();
    drawShape(paper, shape, place);
    document.restore();
  }
}

function drawShape(
  paper: Paper,
  shape: GuideShape,
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  const { document } = paper;
  switch (shape.kind) {
    case 'box': {
      document.roundedRect(
        x + shape.x * scale,
        y + shape.y * scale,
        shape.width * scale,
        shape.height * scale,
        Math.min(shape.radius, shape.width / 2, shape.height / 2) * scale,
      );
      document.lineWidth(0.7).strokeColor(colors.outline);
      const isFilled = shape.fill !== 'none';
      if (shape.fill !== 'none') document.fillColor(fills[shape.fill]);
      if (isFilled && shape.stroke) document.fillAndStroke();
      else if (isFilled) document.fill();
      else if (shape.stroke) document.stroke();
      return;
    }
    case 'line': {
      const [first, ...rest] = shape.points;
      if (first === undefined) return;
      document.moveTo(x + first.x * scale, y + first.y * scale);
      for (const point of rest) document.lineTo(x + point.x * scale, y + point.y * scale);
      document
        .lineWidth(shape.accent ? 1.4 : 0.7)
        .strokeColor(shape.accent ? colors.accent : colors.outline)
        .lineCap('round')
        .lineJoin('round')
        .stroke();
      return;
    }
    case 'text': {
      const style = {
        isBold: shape.weight === 'bold',
        color: textColors[shape.color],
        size: shape.size * scale,
      };
      const width = paper.measure(shape.text, style);
      const shift = { start: 0, middle: width / 2, end: width }[shape.anchor];
      paper.write(shape.text, x + shape.x * scale - shift, y + shape.y * scale, style);
      return;
    }
  }
}
