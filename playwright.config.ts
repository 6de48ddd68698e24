import { defineConfig } from '@playwright/test';

/**
 * The same specs on two hosts: the packaged desktop application, and the headless server in a
 * browser. One worker, because a desktop has one screen and one focus.
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
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 800 },
  },
  projects: [
    { name: 'electron' },
    {
      name: 'headless',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: process.env['PUSHDESK_CHROMIUM'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
  ],
});
