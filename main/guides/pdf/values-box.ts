import type { GuideBlock } from '../../../shared/model/guide.ts';
import type { Box, BoxTools } from './box.ts';
import { run } from './box.ts';
import { colors, contentWidth, page, sizes } from './theme.ts';

const nameWidth = Math.round(contentWidth * 0.38);
const padding = 6;
const gap = 12;

/** What has to be typed, as a table of two columns. */
export function valuesBox(
  block: Extract<GuideBlock, { kind: 'values' }>,
  { paper, wording, lines }: BoxTools,
): Box {
  const caption = lines([run(block.caption, { isBold: true })], contentWidth);
  const captionHeight = caption.length * sizes.body.line + 4;
  const rows = block.rows.map(({ name, value }) => {
    const nameLines = lines([run(name, { color: colors.soft })], nameWidth - gap);
    const text =
      value === null
        ? run(wording.plain('words.fill-in'), { color: colors.soft })
        : run(value, { isBold: true });
    const valueLines = lines([text], contentWidth - nameWidth);
    const count = Math.max(nameLines.length, valueLines.length, 1);
    return { nameLines, valueLines, height: count * sizes.body.line + padding * 2 };
  });
  return {
    height: rows.reduce((sum, row) => sum + row.height, captionHeight),
    before: 18,
    draw(parent, y) {
      const table = paper.add(parent, 'Table');
      const captionAt = { x: page.left, y, lineHeight: sizes.body.line };
      paper.addLines(table, 'Caption', caption, captionAt);
      let at = y + captionHeight;
      drawRule(at);
      for (const row of rows) {
        const element = paper.add(table, 'TR');
        const name = paper.add(element, 'TH', undefined, {
          attributes: { O: 'Table', Scope: 'Row' },
        });
        const top = { y: at + padding, lineHeight: sizes.body.line };
        paper.addLines(name, 'P', row.nameLines, { ...top, x: page.left });
        const cell = paper.add(element, 'TD');
        paper.addLines(cell, 'P', row.valueLines, { ...top, x: page.left + nameWidth });
        at += row.height;
        drawRule(at);
      }
    },
  };

  function drawRule(y: number): void {
    paper.decorate(() => {
      paper.document
        .moveTo(page.left, y)
        .lineTo(page.left + contentWidth, y)
        .lineWidth(0.7)
        .strokeColor(colors.line)
        .stroke();
    });
  }
}
