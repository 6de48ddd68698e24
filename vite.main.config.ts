import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { fontFiles } from './main/guides/font-files.ts';

const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** What cannot be bundled: Electron is the host itself, SQLite and serial ports are native. */
const external = new Set(['electron', 'better-sqlite3', 'serialport']);

/** What guides read as files: their pictures, and the fonts that they print with. */
function guideFiles(): Plugin {
  const root = import.meta.dirname;
  const families = new Set(Object.values(fontFiles).map(([family]) => family));
  return {
    name: 'guide-files',
    async writeBundle({ dir = 'dist/main' }) {
      const target = join(dir, 'guides');
      const fonts = [
        ...Object.values(fontFiles),
        // The fonts' licence goes where they go.
        ...[...families].map((family) => [family, 'LICENSE_FONT'] as const),
      ];
      for (const [family, file] of fonts) {
        const from = join(root, 'node_modules/@expo-google-fonts', family, file);
        await cp(from, join(target, 'fonts', family, file));
      }
      const pictures = join(root, 'main/guides/pictures');
      if (!existsSync(pictures)) return;
      await cp(pictures, join(target, 'pictures'), { recursive: true });
    },
  };
}

/**
 * The main process and the headless server: two entries over the same files, with their
 * dependencies inside, so that a cold start opens a handful of files and not thousands. The thread of
 * the store is loaded by its file name, so it is an entry too.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [guideFiles()],
  // Dependencies that ask for NODE_ENV get the answer at build time, whatever the shell says.
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        index: 'main/index.ts',
        serve: 'main/serve.ts',
        'checkpoint-thread': 'main/store/checkpoint-thread.ts',
      },
      external: (id: string) => external.has(id) || builtins.has(id) || id.startsWith('node:'),
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Beside the entries: import.meta.dirname stays dist/main for shared code too.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
}));
