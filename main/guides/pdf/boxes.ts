import type { Guide, GuideBlock, GuideSpan } from '../../../shared/model/guide.ts';
import { run, runsOf } from './box.ts';
import type { Box, BoxTools } from './box.ts';
import { baselineOf } from './paper.ts';
import { stepBox } from './step-box.ts';
import { valuesBox } from './values-box.ts';
import { colors, contentWidth, page, sizes } from './theme.ts';

/** Title, summary and the device that a guide is for. */
export function headBoxes(guide: Guide, tools: BoxTools): Box[] {
  const { paper, wording } = tools;
  const title = tools.lines(
    [run(guide.title, { isBold: true, size: sizes.title.size })],
    contentWidth,
  );
  const summary = tools.lines(
    [run(guide.summary, { color: colors.soft, size: sizes.summary.size })],
    contentWidth,
  );
  const device =
    guide.deviceName === null
      ? []
      : tools.lines([run(wording.plain('words.for-device'), { isBold: true })], contentWidth);
  const titleHeight = title.length * sizes.title.line;
  const summaryHeight = summary.length * sizes.summary.line;
  const deviceHeight = device.length * sizes.body.line;
  const height = 20 + titleHeight + 6 + summaryHeight + (deviceHeight && deviceHeight + 6) + 16;
  return [
    {
      height,
      before: 0,
      isBoundToNext: true,
      outline: { title: guide.title, level: 1 },
      draw(parent, y) {
        const { left } = page;
        paper.decorate(() => {
          paper.write('Pushdesk', left, y + 10, {
            isBold: true,
            color: colors.accent,
            size: sizes.body.size,
          });
        });
        const titleAt = { x: left, y: y + 20, lineHeight: sizes.title.line };
        paper.addLines(parent, 'H1', title, titleAt);
        const summaryY = y + 20 + titleHeight + 6;
        const summaryAt = { x: left, y: summaryY, lineHeight: sizes.summary.line };
        paper.addLines(parent, 'P', summary, summaryAt);
        if (device.length > 0) {
          const deviceY = summaryY + summaryHeight + 6;
          const deviceAt = { x: left, y: deviceY, lineHeight: sizes.body.line };
          paper.addLines(parent, 'P', device, deviceAt);
        }
        paper.decorate(() => {
          paper.document
            .moveTo(left, y + height - 1)
            .lineTo(left + contentWidth, y + height - 1)
            .lineWidth(0.8)
            .strokeColor(colors.line)
            .stroke();
        });
      },
    },
  ];
}

/** The boxes of one block. `list` is shared by steps that follow each other. */
export function blockBoxes(
  block: GuideBlock,
  tools: BoxTools,
  list: { readonly isNumbered: boolean },
): Box[] {
  const { paper } = tools;
  switch (block.kind) {
    case 'heading': {
      const style = { isBold: true, color: colors.accent, size: sizes.heading.size };
      const lines = tools.lines([run(block.text, style)], contentWidth);
      return [
        {
          height: lines.length * sizes.heading.line,
          before: 26,
          isBoundToNext: true,
          outline: { title: block.text, level: 2 },
          draw(parent, y) {
            paper.addLines(parent, 'H2', lines, {
              x: page.left,
              y,
              lineHeight: sizes.heading.line,
            });
          },
        },
      ];
    }
    case 'paragraph': {
      const lines = tools.lines(runsOf(block.spans, sizes.body.size), contentWidth);
      return [
        {
          height: lines.length * sizes.body.line,
          before: 12,
          draw(parent, y) {
            paper.addLines(parent, 'P', lines, { x: page.left, y, lineHeight: sizes.body.line });
          },
        },
      ];
    }
    case 'note':
      return [noteBox(block, tools)];
    case 'list': {
      const own = { isNumbered: false };
      return block.items.map((item, index) => itemBox(item, index, own, tools));
    }
    case 'step':
      return [stepBox(block, tools, list)];
    case 'values':
      return [valuesBox(block, tools)];
  }
}

function noteBox(block: Extract<GuideBlock, { kind: 'note' }>, tools: BoxTools): Box {
  const { paper, wording } = tools;
  const isWarning = block.tone === 'warning';
  const name = wording.plain(isWarning ? 'words.warning' : 'words.note');
  const edge = isWarning ? colors.warmLine : colors.accent;
  const runs = [
    run(`${name}  `, { isBold: true, color: isWarning ? colors.ink : colors.accent }),
    ...runsOf(block.spans, sizes.body.size),
  ];
  const lines = tools.lines(runs, contentWidth - 30);
  const height = lines.length * sizes.body.line + 18;
  return {
    height,
    before: 14,
    draw(parent, y) {
      paper.decorate(() => {
        const { document } = paper;
        document.roundedRect(page.left, y, contentWidth, height, 4);
        document.fillColor(isWarning ? colors.warm : colors.tint).fill();
        document.rect(page.left, y, 3, height).fillColor(edge).fill();
      });
      const at = { x: page.left + 16, y: y + 9, lineHeight: sizes.body.line };
      paper.addLines(parent, 'Note', lines, at);
    },
  };
}

function itemBox(
  item: readonly GuideSpan[],
  index: number,
  list: { readonly isNumbered: boolean },
  tools: BoxTools,
): Box {
  const { paper } = tools;
  const lines = tools.lines(runsOf(item, sizes.body.size), contentWidth - 16);
  return {
    height: lines.length * sizes.body.line,
    before: index === 0 ? 8 : 4,
    list,
    draw(parent, y) {
      const element = paper.add(parent, 'LI');
      const baseline = y + baselineOf(sizes.body.line, sizes.body.size);
      const { style } = run('', { color: colors.accent, isBold: true });
      paper.add(element, 'Lbl', () => {
        paper.write('•', page.left + 2, baseline, style);
      });
      const at = { x: page.left + 16, y, lineHeight: sizes.body.line };
      paper.addLines(element, 'LBody', lines, at);
    },
  };
}
