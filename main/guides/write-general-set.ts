import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuideLanguage } from '../../shared/model/guide.ts';
import { guideLanguageSchema } from '../../shared/model/guide.ts';
import type { GuideAssets } from './assets.ts';
import { makeGeneralSet } from './general-set.ts';
import { renderIndexPage } from './html/index-page.ts';
import type { IndexedGuide } from './html/index-page.ts';

/** A guide that was written. */
export interface WrittenGuide extends IndexedGuide {
  /** Octets. */
  readonly htmlSize: number;
  readonly pdfSize: number;
  readonly pictures: { readonly screenshots: number; readonly drawings: number };
}

/**
 * Writes all guides in all languages below a folder, `<language>/<guide>.html` and `.pdf`, with an
 * `index.html` that leads to them. What lay in the folders of the languages before goes.
 */
export async function writeGeneralSet(
  folder: string,
  assets: GuideAssets,
  createdAt: Date,
): Promise<WrittenGuide[]> {
  for (const language of guideLanguageSchema.options) {
    await rm(folderOf(folder, language), { recursive: true, force: true });
    await mkdir(folderOf(folder, language), { recursive: true });
  }
  const written: WrittenGuide[] = [];
  for await (const { language, name, guide, html, pdf } of makeGeneralSet(assets, createdAt)) {
    const path = join(folderOf(folder, language), name);
    await writeFile(`${path}.html`, html);
    await writeFile(`${path}.pdf`, pdf);
    const kinds = guide.blocks.flatMap((block) =>
      block.kind === 'step' && block.picture !== null ? [block.picture.kind] : [],
    );
    written.push({
      language,
      name,
      title: guide.title,
      summary: guide.summary,
      isTopic: guide.topic !== null,
      htmlSize: Buffer.byteLength(html),
      pdfSize: pdf.byteLength,
      pictures: {
        screenshots: kinds.filter((kind) => kind === 'screenshot').length,
        drawings: kinds.filter((kind) => kind === 'drawing').length,
      },
    });
  }
  await writeFile(join(folder, 'index.html'), renderIndexPage(written));
  return written;
}

function folderOf(folder: string, language: GuideLanguage): string {
  return join(folder, language);
}
