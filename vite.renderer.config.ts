import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console's page. Its addresses are relative to the root of whichever host serves it. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: false,
  plugins: [react()],
  // The page's own files and the shared room: nothing else may be served in development.
  server: {
    host: '127.0.0.1',
    strictPort: false,
    fs: { allow: ['.', '../shared', '../node_modules'] },
  },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    // The content security policy allows no inline resource.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
