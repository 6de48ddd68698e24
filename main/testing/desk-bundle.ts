import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The program of `desk-process.ts`, built as the product is. */
export interface DeskBundle {
  readonly script: string;
  remove(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/**
 * Builds it, so that a process of it starts in a fraction of the time, and so that a file that is
 * saved during a long test changes nothing for the test.
 */
export async function bundleDeskProcess(): Promise<DeskBundle> {
  // Where the packages that are not bundled are found.
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'pushdesk-desk-'));
  const remove = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  try {
    await build({
      configFile: join(root, 'vite.main.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: true,
        sourcemap: false,
        rolldownOptions: { input: { 'desk-process': 'main/testing/desk-process.ts' } },
      },
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return { script: join(outDir, 'desk-process.js'), remove };
}
