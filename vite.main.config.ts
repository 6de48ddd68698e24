import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** What cannot be bundled: Electron is the host itself, and SQLite is a native module. */
const external = new Set(['electron', 'better-sqlite3']);

/**
 * The main process and the headless server: two entries over the same files, with their
 * dependencies inside, so that a cold start opens a handful of files and not thousands. The thread of
 * the store is loaded by its file name, so it is an entry too.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: false,
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
