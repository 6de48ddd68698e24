import PDFDocument from 'pdfkit';
import type { GuideLanguage } from '../../../shared/model/guide.ts';
import type { FontName } from '../font-files.ts';
import type { LinePiece, TextLine, TextStyle } from './lines.ts';
import { colors, contentBottom, page, sizes } from './theme.ts';

/** An element of the structure that screen readers follow (ISO 32000-1 §14.7). */
export type Structure = PDFKit.PDFStructureElement;

/** What {@link openPaper} needs. */
export interface PaperOptions {
  readonly title: string;
  readonly language: GuideLanguage;
  readonly createdAt: Date;
  font(name: FontName): Promise<Uint8Array>;
  /** Everything that is going to be written; it decides which fonts are needed. */
  readonly text: string;
}

/** A document that is written from top to bottom, with its structure beside what is seen. */
export interface Paper {
  readonly document: PDFKit.PDFDocument;
  /** Root of the structure. */
  readonly root: Structure;
  measure(text: string, style: TextStyle): number;
  /** Adds an element below another one; what `write` writes belongs to it. */
  add(parent: Structure, type: string, write?: () => void, options?: ElementOptions): Structure;
  /** Something that is only seen: lines, grounds, page numbers. */
  decorate(draw: () => void): void;
  /** Writes a text at its baseline. */
  write(text: string, x: number, baseline: number, style: TextStyle): void;
  /** Adds lines of text as an element with the links that they hold. `y` is their upper edge. */
  addLines(
    parent: Structure,
    type: string,
    lines: readonly TextLine[],
    place: { readonly x: number; readonly y: number; readonly lineHeight: number },
  ): void;
  newPage(): void;
  /** Puts page numbers on every page and ends it. */
  finish(foot: (page: number, pages: number) => readonly [string, string]): Promise<Uint8Array>;
}

/** What is told about an element. */
export interface ElementOptions {
  readonly alt?: string;
  /** Left, upper, right and lower edge of a figure. */
  readonly bbox?: readonly [number, number, number, number];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Share of the size between the upper edge of a line and its baseline, for all our fonts. */
const ascent = 0.8;

/** The part of the library's fonts that its types leave out. */
interface OpenedFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** Fonts by their octets: opening one takes longer than setting a guide with it. */
const openedFonts = new WeakMap<Uint8Array, OpenedFont['_font']['font']>();

/** Opens an empty document with a first page. */
export async function openPaper(options: PaperOptions): Promise<Paper> {
  const { title, language, createdAt } = options;
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    // None of the library's own fonts, which are not embedded.
    font: '',
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: 'Pushdesk',
      Creator: 'Pushdesk',
      Producer: 'Pushdesk',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  const octets = collect(document);
  const fonts = await openFonts(document, options);
  const root = document.struct('Document');
  document.addStructure(root);
  document.addPage();

  function use(run: { readonly font: FontName; readonly style: TextStyle }): PDFKit.PDFDocument {
    return document.font(run.font).fontSize(run.style.size);
  }
  function measure(text: string, style: TextStyle): number {
    return fonts
      .split(text, style.isBold)
      .reduce((sum, run) => sum + use({ font: run.font, style }).widthOfString(run.text), 0);
  }
  function write(text: string, x: number, baseline: number, style: TextStyle): void {
    let at = x;
    for (const run of fonts.split(text, style.isBold)) {
      use({ font: run.font, style })
        .fillColor(style.color)
        .text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += document.widthOfString(run.text);
    }
  }
  function add(
    parent: Structure,
    type: string,
    content?: () => void,
    { attributes, bbox, ...rest }: ElementOptions = {},
  ): Structure {
    const box = bbox === undefined ? {} : { bbox, placement: 'Block' };
    const element = document.struct(type, { ...rest, ...box });
    if (attributes !== undefined) dictionaryOf(element)['A'] = attributes;
    parent.add(element);
    if (content !== undefined) element.add(content);
    return element;
  }
  return {
    document,
    root,
    measure,
    write,
    add,
    decorate(draw) {
      document.markContent('Artifact', { type: 'Layout' });
      document.save();
      draw();
      document.restore();
      document.endMarkedContent();
    },
    addLines(parent, type, lines, { x, y, lineHeight }) {
      const element = add(parent, type);
      const placed = lines.flatMap(({ pieces }, index) =>
        pieces.map((piece) => ({
          ...piece,
          x: x + piece.x,
          baseline: y + index * lineHeight + baselineOf(lineHeight, piece.style.size),
        })),
      );
      for (const group of groupByLink(placed)) {
        const link = group[0]?.style.link;
        const target =
          link === undefined ? element : add(element, 'Link', undefined, { alt: link });
        target.add(() => {
          for (const piece of group) write(piece.text, piece.x, piece.baseline, piece.style);
        });
        if (link === undefined) continue;
        for (const piece of group) {
          const top = piece.baseline - piece.style.size * ascent;
          // A plain string would be written as a name.
          const contents = new String(link) as unknown as string;
          const annotation = { structParent: target, Contents: contents };
          document.link(piece.x, top, piece.width, piece.style.size * 1.2, link, annotation);
        }
      }
    },
    newPage() {
      document.addPage();
    },
    async finish(foot) {
      const { start, count } = document.bufferedPageRange();
      const style: TextStyle = { isBold: false, color: colors.soft, size: sizes.small.size };
      for (let index = 0; index < count; index += 1) {
        document.switchToPage(start + index);
        const [left, right] = foot(index + 1, count);
        document.markContent('Artifact', { type: 'Pagination' });
        const y = contentBottom + 34;
        write(left, page.left, y, style);
        write(right, page.width - page.right - measure(right, style), y, style);
        document.endMarkedContent();
      }
      document.end();
      return octets;
    },
  };
}

/** Baseline in a line, from its upper edge. */
export function baselineOf(lineHeight: number, size: number): number {
  return (lineHeight - size * 1.15) / 2 + size * 0.93;
}

type PlacedPiece = LinePiece & { readonly baseline: number };

function groupByLink(pieces: readonly PlacedPiece[]): PlacedPiece[][] {
  const groups: PlacedPiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.style.link === piece.style.link) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** The library has no option for the attributes of lists and tables. */
function dictionaryOf(element: Structure): Record<string, unknown> {
  return (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data;
}

interface Fonts {
  /** Cuts a text by the fonts that have its characters. */
  split(text: string, isBold: boolean): { text: string; font: FontName }[];
}

async function openFonts(
  document: PDFKit.PDFDocument,
  { language, font, text }: PaperOptions,
): Promise<Fonts> {
  async function open(name: FontName): Promise<OpenedFont['_font']['font']> {
    const octets = await font(name);
    const known = openedFonts.get(octets);
    // The library takes a font that it has opened before, which its types do not say.
    document.registerFont(name, (known ?? octets) as Uint8Array);
    const opened = (document.font(name) as unknown as OpenedFont)._font.font;
    openedFonts.set(octets, opened);
    return opened;
  }
  const latin = await open('regular');
  await open('bold');
  const isChinese = language === 'zh-CN';
  const covered = new Map<string, boolean>();
  function inLatin(character: string): boolean {
    let known = covered.get(character);
    if (known === undefined) {
      const codePoint = character.codePointAt(0) ?? 0;
      // Marks that both fonts have look Chinese among Chinese.
      known = latin.hasGlyphForCodePoint(codePoint) && (!isChinese || codePoint < 0x250);
      covered.set(character, known);
    }
    return known;
  }
  const needsChinese = [...text].some((character) => !inLatin(character));
  if (needsChinese) {
    await open('chinese-regular');
    await open('chinese-bold');
  }
  return {
    split(whole, isBold) {
      const runs: { text: string; font: FontName }[] = [];
      for (const character of whole) {
        const isLatin = !needsChinese || inLatin(character);
        const name: FontName = isLatin
          ? isBold
            ? 'bold'
            : 'regular'
          : isBold
            ? 'chinese-bold'
            : 'chinese-regular';
        const last = runs.at(-1);
        if (last?.font === name) last.text += character;
        else runs.push({ text: character, font: name });
      }
      return runs;
    },
  };
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    document.on('error', reject);
  });
}
