import type { GuideDrawing } from '../../../shared/model/guide.ts';
import { createCanvas } from './canvas.ts';
import type { Canvas } from './canvas.ts';

/** What a phone with a touch screen shows. */
export interface TouchScreen {
  readonly title: string;
  /** Draws below the title. */
  draw(canvas: Canvas, area: TouchArea): void;
}

/** Where on the screen there is room. */
export interface TouchArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const width = 132;
const height = 236;

/** A plain phone with a touch screen. */
export function drawTouch(screen: TouchScreen): GuideDrawing {
  const canvas = createCanvas();
  canvas.box(3, 3, width - 6, height - 6, { radius: 16, fill: 'ink' });
  canvas.box(9, 12, width - 18, height - 26, { radius: 6, fill: 'paper' });
  canvas.text('9:41', 18, 23, 30, { size: 7, color: 'muted', isBold: true });
  canvas.box(104, 17, 10, 6, { radius: 1.5, fill: 'shade' });
  canvas.text(screen.title, 66, 40, 100, { anchor: 'middle', isBold: true, size: 10 });
  canvas.line([
    [9, 48],
    [123, 48],
  ]);
  screen.draw(canvas, { x: 16, y: 54, width: 100 });
  canvas.box(48, height - 11, 36, 3, { radius: 1.5, fill: 'paper', isOutlined: false });
  return { width, height, shapes: canvas.shapes };
}

/** A field with its name above and a frame around its value. */
export function drawTouchField(
  canvas: Canvas,
  area: TouchArea,
  line: number,
  name: string,
  value: string,
): void {
  const y = area.y + line * 31;
  canvas.text(name, area.x, y + 7, area.width, { size: 7, color: 'muted' });
  canvas.box(area.x, y + 10, area.width, 16, { radius: 3, fill: 'shade' });
  canvas.text(value, area.x + 5, y + 21, area.width - 10, { size: 8.5 });
}

/** A button over the whole width. */
export function drawButton(canvas: Canvas, area: TouchArea, y: number, label: string): void {
  canvas.box(area.x, y, area.width, 19, { radius: 5, fill: 'accent' });
  canvas.text(label, area.x + area.width / 2, y + 13, area.width - 10, {
    anchor: 'middle',
    color: 'paper',
    isBold: true,
  });
}

/** How an entry of a menu is marked. */
export interface EntryLook {
  readonly isChosen?: boolean;
  readonly mark?: 'none' | 'tick' | 'arrow';
}

/** An entry of a menu or a list, with a line below it. */
export function drawEntry(
  canvas: Canvas,
  area: TouchArea,
  line: number,
  label: string,
  { isChosen = false, mark = 'arrow' }: EntryLook = {},
): void {
  const y = area.y + line * 24;
  if (isChosen) {
    canvas.box(area.x - 4, y, area.width + 8, 22, { radius: 4, fill: 'shade' });
  }
  canvas.text(label, area.x, y + 14, area.width - 14, {
    color: isChosen ? 'accent' : 'ink',
    isBold: isChosen,
  });
  const right = area.x + area.width;
  if (mark === 'tick') {
    canvas.line(
      [
        [right - 9, y + 11],
        [right - 6, y + 14],
        [right - 1, y + 7],
      ],
      true,
    );
  } else if (mark === 'arrow') {
    canvas.line([
      [right - 5, y + 7],
      [right - 1, y + 11],
      [right - 5, y + 15],
    ]);
  }
  if (!isChosen) {
    canvas.line([
      [area.x, y + 23],
      [right, y + 23],
    ]);
  }
}
