import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { atLeast, atMost } from './figures.ts';
import type { BenchResult, SkippedBench } from './figures.ts';
import type { FilterTiming, LogServerMessage, WriteLines } from './log-server-process.ts';
import { sayInEnglish } from '../main/log/sentences.ts';
import { lineOf } from './log-lines.ts';
import { consoleToken } from './product.ts';
import { withScratch } from './scratch.ts';
import { round, summarise } from './statistics.ts';

const STORED_ENTRIES = 1_000_000;
const writing: WriteLines = { perSecond: 500, seconds: 10 };
const browser = process.env['PUSHDESK_CHROMIUM'] ?? '/usr/bin/chromium';
const windowSize = { width: 1_280, height: 800 };
const switches = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];

/** Collects the times of all frames of some seconds, in milliseconds; runs in the page. */
const collectFrames = `new Promise((resolve) => {
  const frames = [];
  const step = (at) => {
    frames.push(at);
    if (at - frames[0] < ${writing.seconds * 1_000}) requestAnimationFrame(step);
    else resolve(frames);
  };
  requestAnimationFrame(step);
})`;

/** The log page on a long log while many lines come in, and filters over all of it. */
export async function logView(): Promise<BenchResult | SkippedBench> {
  if (!existsSync(browser)) return { skipped: `there is no Chromium at ${browser}` };
  return await withScratch(async (folder) => {
    const server = fork(
      join(import.meta.dirname, 'log-server-process.ts'),
      [folder, String(STORED_ENTRIES)],
      { execArgv: [] },
    );
    const ended = once(server, 'exit');
    try {
      const ready = await hear(server, 'ready');
      const frames = await watchPage(server, ready.url);
      return resultOf(ready.filters, frames);
    } finally {
      if (server.connected) server.disconnect();
      await ended;
    }
  });
}

async function hear<Is extends LogServerMessage['is']>(
  server: ChildProcess,
  is: Is,
): Promise<Extract<LogServerMessage, { is: Is }>> {
  return await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the log's server ended with ${code}`)));
    server.on('message', (message: LogServerMessage) => {
      if (message.is === is) resolve(message as Extract<LogServerMessage, { is: Is }>);
    });
  });
}

async function watchPage(server: ChildProcess, url: string): Promise<Frames> {
  const chrome = await chromium.launch({ executablePath: browser, args: switches });
  try {
    const page = await chrome.newPage({ viewport: windowSize, locale: 'en-GB' });
    await openLog(page, url);
    const idle = (await page.evaluate(collectFrames)) as number[];
    const written = hear(server, 'written');
    server.send(writing);
    const busy = (await page.evaluate(collectFrames)) as number[];
    const { count } = await written;
    const { key, params = {} } = lineOf(count - 1);
    await page.getByRole('log').getByText(sayInEnglish(key, params)).last().waitFor();
    return { idle, busy, written: count };
  } finally {
    await chrome.close();
  }
}

interface Frames {
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  readonly written: number;
}

async function openLog(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Token').fill(consoleToken);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  await page.goto(`${url}/#/log`);
  await page.getByRole('log').getByText('trace').first().waitFor();
}

function framesPerSecond(times: readonly number[]): number {
  const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return round(((times.length - 1) / took) * 1_000);
}

function resultOf(filters: readonly FilterTiming[], frames: Frames): BenchResult {
  const gaps = frames.busy.slice(1).map((at, index) => at - (frames.busy[index] ?? at));
  const slowest = Math.max(...filters.flatMap(({ ms }) => ms));
  return {
    figures: {
      framesPerSecond: atLeast(50, framesPerSecond(frames.busy), 'fps'),
      slowestFilter: atMost(200, round(slowest), 'ms'),
    },
    details: {
      storedEntries: STORED_ENTRIES,
      ...writing,
      written: frames.written,
      framesPerSecondIdle: framesPerSecond(frames.idle),
      frameGapMs: summarise(gaps),
      filterMs: summarise(filters.flatMap(({ ms }) => ms)),
      filters: Object.fromEntries(
        filters.map(({ name, found, ms }) => [
          name,
          { found, median: summarise(ms).median, max: summarise(ms).max },
        ]),
      ),
    },
  };
}
