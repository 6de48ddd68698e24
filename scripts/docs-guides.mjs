// npm run docs:guides: the general guides in every language, as HTML and PDF, into docs/guides.
// A folder may be named in its place. Prints what was written; report.json holds the same.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureDependencies } from './lib/dependencies.mjs';
import { handOver } from './lib/hand-over.mjs';
import { root } from './lib/paths.mjs';

/** @typedef {import('../main/guides/write-general-set.ts').WrittenGuide} WrittenGuide */

/** What a guide may take at most, so that it can be sent by mail. */
const PDF_LIMIT = 3_000_000;

await ensureDependencies();
// Node runs the TypeScript as it is, from 22.18 on.
if (process.features.typescript) await main();
else await handOver('scripts/docs-guides.mjs', process.argv.slice(2));

async function main() {
  const folder = resolve(process.argv[2] ?? join(root, 'docs/guides'));
  const { openGuideAssets } = await import('../main/guides/assets.ts');
  const { writeGeneralSet } = await import('../main/guides/write-general-set.ts');
  const begun = performance.now();
  /** @type {WrittenGuide[]} */
  const guides = await writeGeneralSet(folder, openGuideAssets({ keepsFonts: true }), new Date());
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const largest = guides.reduce((most, guide) => (guide.pdfSize > most.pdfSize ? guide : most));
  const report = {
    guides: guides.length,
    languages: new Set(guides.map(({ language }) => language)).size,
    seconds,
    pdfBytes: sum(guides, 'pdfSize'),
    htmlBytes: sum(guides, 'htmlSize'),
    largestPdf: { name: `${largest.language}/${largest.name}.pdf`, bytes: largest.pdfSize },
    screenshots: guides.reduce((all, { pictures }) => all + pictures.screenshots, 0),
    drawings: guides.reduce((all, { pictures }) => all + pictures.drawings, 0),
    files: guides.map(({ language, name, htmlSize, pdfSize, pictures }) => ({
      name: `${language}/${name}`,
      htmlBytes: htmlSize,
      pdfBytes: pdfSize,
      ...pictures,
    })),
  };
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  const { files, ...summary } = report;
  console.log(JSON.stringify(summary, undefined, 2));
  const tooLarge = files.filter(({ pdfBytes }) => pdfBytes > PDF_LIMIT);
  for (const { name, pdfBytes } of tooLarge) {
    console.error(`${name}.pdf is too large: ${pdfBytes} octets.`);
  }
  if (tooLarge.length > 0) process.exitCode = 1;
}

/**
 * @param {readonly WrittenGuide[]} guides
 * @param {'htmlSize' | 'pdfSize'} name
 */
function sum(guides, name) {
  return guides.reduce((all, guide) => all + guide[name], 0);
}
