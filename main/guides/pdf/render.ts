import type { Guide } from '../../../shared/model/guide.ts';
import type { GuideAssets } from '../assets.ts';
import type { Wording } from '../wording.ts';
import { boxTools } from './box.ts';
import type { Box } from './box.ts';
import { blockBoxes, headBoxes } from './boxes.ts';
import { openPaper } from './paper.ts';
import type { Paper, Structure } from './paper.ts';
import { contentBottom, page } from './theme.ts';

/** What {@link renderPdf} needs beside the guide. */
export interface PdfOptions {
  readonly wording: Wording;
  readonly assets: Pick<GuideAssets, 'font'>;
  readonly createdAt: Date;
}

/**
 * A tagged PDF on A4: real text in embedded fonts, a structure for screen readers, an alternative
 * text for every picture, an outline.
 */
export async function renderPdf(
  guide: Guide,
  { wording, assets, createdAt }: PdfOptions,
): Promise<Uint8Array> {
  const { title, language } = guide;
  const paper = await openPaper({
    title,
    language,
    createdAt,
    font: (name) => assets.font(name),
    text: JSON.stringify(guide.blocks, (key, value: unknown) => (key === 'data' ? '' : value)),
  });
  const tools = boxTools(paper, wording);
  const boxes = headBoxes(guide, tools);
  let steps = { isNumbered: true };
  for (const block of guide.blocks) {
    if (block.kind !== 'step') steps = { isNumbered: true };
    boxes.push(...blockBoxes(block, tools, steps));
  }
  place(boxes, paper);
  const template = wording.raw('words.page');
  return paper.finish((number, pages) => [
    title,
    template.replace('{page}', String(number)).replace('{pages}', String(pages)),
  ]);
}

/** Puts boxes below each other, on as many pages as they need. */
function place(boxes: readonly Box[], paper: Paper): void {
  let y: number = page.top;
  let isTop = true;
  let list: { readonly shared: Box['list']; readonly element: Structure } | undefined;
  let outline: PDFKit.PDFOutline | undefined;
  boxes.forEach((box, index) => {
    const before = isTop ? 0 : box.before;
    if (!isTop && y + before + boundHeight(boxes, index) > contentBottom) {
      paper.newPage();
      y = page.top;
    } else {
      y += before;
    }
    if (box.list === undefined) {
      list = undefined;
    } else if (list?.shared !== box.list) {
      const numbering = box.list.isNumbered ? 'Decimal' : 'Disc';
      const attributes = { O: 'List', ListNumbering: numbering };
      list = { shared: box.list, element: paper.add(paper.root, 'L', undefined, { attributes }) };
    }
    if (box.outline !== undefined) {
      const { title, level } = box.outline;
      if (level === 1 || outline === undefined) {
        outline = paper.document.outline.addItem(title, { expanded: true });
      } else {
        outline.addItem(title);
      }
    }
    box.draw(list?.element ?? paper.root, y);
    y += box.height;
    isTop = false;
  });
}

/** Height of a box with all that has to stay with it. */
function boundHeight(boxes: readonly Box[], index: number): number {
  const box = boxes[index];
  if (box === undefined) return 0;
  if (box.isBoundToNext !== true) return box.height;
  const next = boxes[index + 1];
  return box.height + (next?.before ?? 0) + boundHeight(boxes, index + 1);
}
