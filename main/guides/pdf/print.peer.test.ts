import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientTypes } from '../../../shared/catalogue/client-types.ts';
import { guideLanguageSchema } from '../../../shared/model/guide.ts';
import type { GuideBlock } from '../../../shared/model/guide.ts';
import { guidesOf } from '../testing/guide-fixture.ts';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-print-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Poppler, which nobody here wrote, reads what was printed. */
async function poppler(program: string, parameters: readonly string[]): Promise<string> {
  return (await run(program, [...parameters], { maxBuffer: 64_000_000 })).stdout;
}

/** Texts without the places where lines end, which Chinese has none of. */
function joined(text: string): string {
  return text.replace(/\s+/gu, '');
}

function wordsOf(block: GuideBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [block.spans.map(({ text }) => text).join('')];
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join(''));
    case 'step':
      return [block.title];
    case 'values':
      return [block.caption, ...block.rows.flatMap(({ name, value }) => [name, value ?? ''])];
  }
}

describe.each(guideLanguageSchema.options)('what is printed in %s', (language) => {
  it('is read by another program, with tags, real text and embedded fonts', async () => {
    const service = guidesOf({ deviceName: 'Zażółć gęślą jaźň – 李的手机' });
    const guide = await service.read({ deviceId: 'phone', language });
    const { content } = await service.render({ deviceId: 'phone', language, format: 'pdf' });
    const path = join(folder, `${language}.pdf`);
    await writeFile(path, Buffer.from(content, 'base64'));

    const facts = await poppler('pdfinfo', [path]);
    expect(facts).toMatch(/^Tagged: +yes$/mu);
    expect(facts).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/mu);
    expect(facts).toContain(guide.title);

    const text = joined(await poppler('pdftotext', ['-raw', path, '-']));
    const missing = [guide.title, guide.summary, guide.deviceName ?? '']
      .concat(guide.blocks.flatMap(wordsOf))
      .filter((words) => !text.includes(joined(words)));
    // What goes on over the end of a page has the foot in between.
    expect(missing).toEqual([]);

    const structure = await poppler('pdfinfo', ['-struct-text', path]);
    for (const block of guide.blocks) {
      if (block.kind === 'heading') expect(joined(structure)).toContain(joined(block.text));
    }

    const fonts = (await poppler('pdffonts', [path])).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/u);
  });
});

describe('the guides of all client types', () => {
  it('have no character that the fonts do not have', async () => {
    const service = guidesOf();
    for (const language of guideLanguageSchema.options) {
      for (const { id } of clientTypes) {
        const { content } = await service.render({ clientType: id, language, format: 'pdf' });
        const path = join(folder, 'each.pdf');
        await writeFile(path, Buffer.from(content, 'base64'));
        const text = await poppler('pdftotext', [path, '-']);
        expect(text, `${language} ${id}`).not.toContain('\ufffd');
      }
    }
  });
});
