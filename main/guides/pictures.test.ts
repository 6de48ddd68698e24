import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideLanguageSchema } from '../../shared/model/guide.ts';
import { readPngHead } from './png.ts';
import { screens } from './screens.ts';
import { onePixel } from './testing/guide-fixture.ts';

/** What a guide's pictures may take, so that ten of them stay below what a PDF may have. */
const pictureLimit = 280_000;

describe.each(guideLanguageSchema.options)('the pictures of the console in %s', (language) => {
  it('are of screens that guides name, without transparency, and small', async () => {
    const folder = join(import.meta.dirname, 'pictures', language);
    const files = existsSync(folder) ? await readdir(folder) : [];
    for (const file of files) {
      expect(Object.keys(screens)).toContain(file.replace(/[.]png$/u, ''));
      const octets = await readFile(join(folder, file));
      // With transparency each would be taken apart and packed anew for every print.
      expect(readPngHead(octets), file).toMatchObject({ bitDepth: 8, colorType: 2 });
      expect(octets.length, file).toBeLessThanOrEqual(pictureLimit);
    }
  });
});

describe('the head of a PNG', () => {
  it('has its size', () => {
    const head = readPngHead(Buffer.from(onePixel, 'base64'));
    expect(head).toEqual({ width: 1, height: 1, bitDepth: 8, colorType: 2 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('GIF89a'.padEnd(40, '0'))],
    ['the beginning of one', Buffer.from(onePixel, 'base64').subarray(0, 20)],
  ])('is not found in %s', (_name, octets) => {
    expect(readPngHead(octets)).toBeUndefined();
  });
});
