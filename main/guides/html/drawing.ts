import type { GuideDrawing, GuideShape } from '../../../shared/model/guide.ts';
import { escapeHtml } from './escape.ts';

/** A drawing as SVG inside of a page; its colours are the page's classes. */
export function drawingToSvg(drawing: GuideDrawing, alt: string): string {
  const { width, height, shapes } = drawing;
  const box = `0 0 ${number(width)} ${number(height)}`;
  return [
    `<svg role="img" viewBox="${box}" width="${number(width)}" height="${number(height)}">`,
    `<title>${escapeHtml(alt)}</title>`,
    ...shapes.map(shapeToSvg),
    '</svg>',
  ].join('');
}

function shapeToSvg(shape: GuideShape): string {
  switch (shape.kind) {
    case 'box':
      return (
        `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" ` +
        `height="${number(shape.height)}" rx="${number(shape.radius)}" ` +
        `class="fill-${shape.fill}${shape.stroke ? ' outlined' : ''}"/>`
      );
    case 'line': {
      const points = shape.points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
      return `<polyline points="${points}" class="${shape.accent ? 'stroke-accent' : 'stroke'}"/>`;
    }
    case 'text':
      return (
        `<text x="${number(shape.x)}" y="${number(shape.y)}" font-size="${number(shape.size)}" ` +
        `text-anchor="${shape.anchor}" class="text-${shape.color}` +
        `${shape.weight === 'bold' ? ' bold' : ''}">${escapeHtml(shape.text)}</text>`
      );
  }
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
