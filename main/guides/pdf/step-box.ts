import type { GuideBlock, GuidePicture } from '../../../shared/model/guide.ts';
import type { Box, BoxTools } from './box.ts';
import { run, runsOf } from './box.ts';
import { drawOnPaper } from './drawing.ts';
import { baselineOf } from './paper.ts';
import type { Structure } from './paper.ts';
import { colors, contentWidth, page, sizes } from './theme.ts';

type Step = Extract<GuideBlock, { kind: 'step' }>;

/** Room for the number at the left. */
const indent = 34;
const radius = 10;
/** Drawings are made in larger units than points. */
const drawingScale = 0.8;
const pictureMaxHeight = 250;
/** Dialogs are narrow; as low as a window they could not be read. */
const narrowMaxHeight = 300;
/** A panel stands beside its words, as a drawing does, so that two steps find room on a page. */
const besideMaxHeight = 280;
const paragraphGap = 4;

/** A numbered step: who does it, what to do, and what it looks like. */
export function stepBox(step: Step, tools: BoxTools, list: { readonly isNumbered: boolean }): Box {
  const { paper, wording } = tools;
  const size = pictureSize(step.picture);
  const isBeside = step.picture !== null && standsBeside(step.picture);
  const width = contentWidth - indent;
  const textWidth = isBeside ? width - size.width - 24 : width;
  const who = wording.plain(step.who === 'admin' ? 'words.admin' : 'words.owner');
  const whoStyle = run('', { color: colors.soft, size: sizes.small.size }).style;
  const whoWidth = paper.measure(who, whoStyle) + 16;
  const title = tools.lines(
    [run(step.title, { isBold: true, size: sizes.step.size })],
    textWidth - (isBeside ? 0 : whoWidth + 12),
  );
  const paragraphs = step.body.map((spans) =>
    tools.lines(runsOf(spans, sizes.body.size), textWidth),
  );
  const titleHeight = title.length * sizes.step.line;
  const whoHeight = isBeside ? sizes.small.line + 8 : 0;
  const textHeight = paragraphs.reduce(
    (sum, lines) => sum + paragraphGap + lines.length * sizes.body.line,
    titleHeight + whoHeight,
  );
  const height = isBeside
    ? Math.max(textHeight, size.height)
    : textHeight + (step.picture === null ? 0 : size.height + 10);
  return {
    height,
    before: 20,
    list,
    draw(parent, y) {
      const item = paper.add(parent, 'LI');
      const x = page.left + indent;
      drawNumber(item, y);
      const body = paper.add(item, 'LBody');
      paper.addLines(body, 'P', title, { x, y: y + 2, lineHeight: sizes.step.line });
      // Beside a drawing the width is needed for words, so it stands below the title there.
      const whoX = isBeside ? x : page.left + contentWidth - whoWidth;
      const whoY = isBeside ? y + titleHeight + 5 : y + 3;
      drawWho(body, whoX, whoY);
      let at = y + 2 + titleHeight + whoHeight;
      for (const lines of paragraphs) {
        at += paragraphGap;
        paper.addLines(body, 'P', lines, { x, y: at, lineHeight: sizes.body.line });
        at += lines.length * sizes.body.line;
      }
      if (step.picture !== null) {
        const left = isBeside ? page.left + contentWidth - size.width : x;
        drawPicture(body, step.picture, left, isBeside ? y : at + 8);
      }
    },
  };

  function drawNumber(item: Structure, y: number): void {
    const centre = { x: page.left + radius, y: y + radius };
    paper.decorate(() => {
      paper.document.circle(centre.x, centre.y, radius).fillColor(colors.accent).fill();
    });
    const text = String(step.number);
    const { style } = run('', { isBold: true, color: colors.onAccent, size: 10 });
    paper.add(item, 'Lbl', () => {
      paper.write(text, centre.x - paper.measure(text, style) / 2, centre.y + 3.6, style);
    });
  }

  function drawWho(body: Structure, x: number, y: number): void {
    const boxHeight = sizes.small.line + 2;
    paper.decorate(() => {
      paper.document
        .roundedRect(x, y, whoWidth, boxHeight, boxHeight / 2)
        .lineWidth(0.7)
        .strokeColor(colors.line)
        .stroke();
    });
    paper.add(body, 'P', () => {
      paper.write(who, x + 8, y + baselineOf(boxHeight, sizes.small.size), whoStyle);
    });
  }

  function drawPicture(body: Structure, picture: GuidePicture, x: number, y: number): void {
    const bbox = [x, y, x + size.width, y + size.height] as const;
    if (picture.kind === 'screenshot') {
      paper.decorate(() => {
        paper.document
          .roundedRect(x - 0.5, y - 0.5, size.width + 1, size.height + 1, 3)
          .lineWidth(0.8)
          .strokeColor(colors.line)
          .stroke();
      });
    }
    paper.add(
      body,
      'Figure',
      () => {
        if (picture.kind === 'drawing') {
          drawOnPaper(paper, picture.drawing, { x, y, scale: drawingScale });
        } else {
          const octets = Buffer.from(picture.data, 'base64');
          paper.document.image(octets, x, y, { width: size.width, height: size.height });
        }
      },
      { alt: picture.alt, bbox },
    );
  }
}

/** Drawings, and pictures that are higher than wide. */
function standsBeside(picture: GuidePicture): boolean {
  return picture.kind === 'drawing' || picture.width < picture.height;
}

function pictureSize(picture: GuidePicture | null): { width: number; height: number } {
  if (picture === null) return { width: 0, height: 0 };
  if (picture.kind === 'drawing') {
    const { width, height } = picture.drawing;
    return { width: width * drawingScale, height: height * drawingScale };
  }
  const isNarrow = picture.width < picture.height * 1.25;
  const maxHeight = standsBeside(picture)
    ? besideMaxHeight
    : isNarrow
      ? narrowMaxHeight
      : pictureMaxHeight;
  const scale = Math.min(
    (contentWidth - indent) / picture.width,
    maxHeight / picture.height,
    // A screen's pixel is three quarters of a point; larger it would be blurred.
    0.75,
  );
  return { width: picture.width * scale, height: picture.height * scale };
}
