import { defineConfig } from 'vitest/config';

/**
 * Two suites: `unit` is everything beside the code, `peer` is what talks to real programs
 * (Kannel, Dovecot, SyncEvolution, tshark) and therefore runs one file at a time.
 */
export default defineConfig({
  test: {
    watch: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{shared,main,preload,renderer,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.peer.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'peer',
          environment: 'node',
          include: ['main/**/*.peer.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
