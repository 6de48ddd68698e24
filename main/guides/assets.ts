import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuideLanguage } from '../../shared/model/guide.ts';
import type { ScreenPicture } from './assemble.ts';
import { fontFiles } from './font-files.ts';
import type { FontName } from './font-files.ts';
import { readPngHead } from './png.ts';
import type { ScreenName } from './screens.ts';

/** What lies beside the guides in files. */
export interface GuideAssets {
  /** Picture of a screen; undefined when none was taken in this language. */
  picture(language: GuideLanguage, screen: ScreenName): Promise<ScreenPicture | undefined>;
  font(name: FontName): Promise<Uint8Array>;
}

const isBuilt = !import.meta.filename.endsWith('.ts');
const base = isBuilt ? join(import.meta.dirname, 'guides') : import.meta.dirname;

/** Folder of the pictures, `<language>/<screen>.png`; built, they lie beside the code. */
const picturesFolder = join(base, 'pictures');

function fontPath(name: FontName): string {
  const [family, file] = fontFiles[name];
  return isBuilt
    ? join(base, 'fonts', family, file)
    : join(base, '../../node_modules/@expo-google-fonts', family, file);
}

/**
 * Reads them from their folders as they are wanted.
 *
 * @param keepsFonts Keeps the fonts in memory (23 MB), for many guides in a row.
 */
export function openGuideAssets({ keepsFonts = false } = {}): GuideAssets {
  const fonts = new Map<FontName, Promise<Uint8Array>>();
  return {
    async picture(language, screen) {
      const octets = await readIfThere(join(picturesFolder, language, `${screen}.png`));
      const head = octets === undefined ? undefined : readPngHead(octets);
      if (octets === undefined || head === undefined) return undefined;
      return { width: head.width, height: head.height, data: octets.toString('base64') };
    },
    font(name) {
      const kept = fonts.get(name);
      if (kept !== undefined) return kept;
      const read = readFile(fontPath(name));
      if (keepsFonts) fonts.set(name, read);
      return read;
    },
  };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
