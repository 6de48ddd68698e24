import { defineConfig } from '@playwright/test';

/**
 * The same specs on two hosts: the packaged desktop application, and the headless server in a
 * browser. What only one of them has ends in `-desktop` or `-serve`. One worker, because a desktop
 * has one screen and one focus.
 */
export default defineConfig({
  testDir: 'e2e/tests',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'electron', testIgnore: '**/*-serve.spec.ts' },
    { name: 'headless', testIgnore: '**/*-desktop.spec.ts' },
  ],
});
