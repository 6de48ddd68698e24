import type { GuideDrawing } from '../../../shared/model/guide.ts';
import { createCanvas } from './canvas.ts';
import type { Canvas } from './canvas.ts';

/** What the display of a phone with keys shows. */
export interface KeypadScreen {
  readonly title: string;
  readonly left?: string;
  readonly right?: string;
  /** Draws between the title and the words of the keys below. */
  draw(canvas: Canvas, area: KeypadArea): void;
}

/** Where on the display there is room. */
export interface KeypadArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const width = 150;
const height = 236;
const display = { x: 15, y: 24, width: 120, height: 110 } as const;

/** A plain phone with keys; the words above its upper keys say what they do. */
export function drawKeypad(screen: KeypadScreen): GuideDrawing {
  const canvas = createCanvas();
  canvas.box(3, 3, width - 6, height - 6, { radius: 20, fill: 'shade' });
  canvas.box(60, 12, 30, 4, { radius: 2, fill: 'ink', isOutlined: false });
  canvas.box(display.x, display.y, display.width, display.height, { radius: 4, fill: 'paper' });
  canvas.text(screen.title, 75, 39, 110, { anchor: 'middle', isBold: true, size: 10 });
  canvas.line([
    [display.x, 46],
    [display.x + display.width, 46],
  ]);
  screen.draw(canvas, { x: 21, y: 50, width: 108, height: 66 });
  if (screen.left !== undefined) {
    canvas.text(screen.left, 20, 128, 54, { color: 'accent', isBold: true });
  }
  if (screen.right !== undefined) {
    canvas.text(screen.right, 130, 128, 54, { color: 'accent', isBold: true, anchor: 'end' });
  }
  drawKeys(canvas, screen);
  return { width, height, shapes: canvas.shapes };
}

function drawKeys(canvas: Canvas, { left, right }: KeypadScreen): void {
  canvas.box(18, 141, 36, 12, { radius: 6, fill: left === undefined ? 'paper' : 'accent' });
  canvas.box(96, 141, 36, 12, { radius: 6, fill: right === undefined ? 'paper' : 'accent' });
  canvas.box(61, 140, 28, 20, { radius: 10, fill: 'paper' });
  const rows = ['123', '456', '789', '*0#'];
  rows.forEach((row, line) => {
    [...row].forEach((key, column) => {
      const x = 20 + column * 38;
      const y = 167 + line * 15;
      canvas.box(x, y, 34, 12, { radius: 5, fill: 'paper' });
      canvas.text(key, x + 17, y + 9, 20, { anchor: 'middle', size: 8, color: 'muted' });
    });
  });
}

/** A field with its name above. */
export function drawField(
  canvas: Canvas,
  area: KeypadArea,
  line: number,
  name: string,
  value: string,
): void {
  const y = area.y + line * 22;
  canvas.text(name, area.x, y + 8, area.width, { size: 7.5, color: 'muted' });
  canvas.text(value, area.x, y + 18, area.width, { size: 9 });
}
