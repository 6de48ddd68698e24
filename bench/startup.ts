import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { readTestApp } from '../scripts/lib/test-app.mjs';
import { openDisplay } from './display.ts';
import type { Display } from './display.ts';
import { told } from './figures.ts';
import type { BenchResult, SkippedBench } from './figures.ts';
import { withScratch } from './scratch.ts';
import { percentile, round } from './statistics.ts';

const STARTS = 3;
const IDLE_MS = 60_000;
const KIBIBYTE = 1_024;
const MEGABYTE = 1_000_000;

interface App {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How long the packaged application takes to start, and what it occupies when nothing happens. */
export async function startup(): Promise<BenchResult | SkippedBench> {
  const app = packagedApp();
  if (app === undefined) {
    return { skipped: 'the application is not packaged for tests: node scripts/package-test.mjs' };
  }
  const display = await openDisplay();
  if (display === undefined) return { skipped: 'there is no display, and no Xvfb' };
  try {
    return await withScratch((folder) => measure(app, display, folder));
  } finally {
    display.stop();
  }
}

function packagedApp(): App | undefined {
  const own = process.env['PUSHDESK_APP'];
  const app = own === undefined ? readTestApp() : { executable: own, env: {} };
  return app !== undefined && existsSync(app.executable) ? app : undefined;
}

async function measure(app: App, display: Display, folder: string): Promise<BenchResult> {
  const starts: number[] = [];
  for (let number = 1; number < STARTS; number += 1) {
    const { application, ms } = await start(app, display, join(folder, String(number)));
    starts.push(round(ms));
    await quit(application);
  }
  const { application, ms } = await start(app, display, join(folder, String(STARTS)));
  starts.push(round(ms));
  await pause(IDLE_MS);
  const processes = await memoryOf(application);
  await quit(application);
  const sum = (of: 'residentMB' | 'proportionalMB'): number =>
    round(processes.reduce((total, each) => total + each[of], 0));
  return {
    figures: {
      startToUsableWindow: told(percentile(starts, 0.5), 'ms'),
      residentAfterIdle: told(sum('residentMB'), 'MB'),
    },
    details: {
      startsMs: starts,
      idleMs: IDLE_MS,
      proportionalMB: sum('proportionalMB'),
      processes,
      memoryIs:
        'all processes; resident counts shared pages in each of them, proportional counts them once',
    },
  };
}

/** Starts on an empty data folder; ends when the first page can be used. */
async function start(
  { executable, env }: App,
  display: Display,
  dataDir: string,
): Promise<{ application: ElectronApplication; ms: number }> {
  const begin = performance.now();
  const application = await _electron.launch({
    executablePath: executable,
    // The sandbox needs a user of its own, which a container has not; never a flag of the product.
    args: ['--no-sandbox', '--data', dataDir],
    env: { ...ownEnvironment(), ...env, ...display.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
  });
  const page = await application.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { application, ms: performance.now() - begin };
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'NODE_OPTIONS',
  );
  return Object.fromEntries(entries);
}

async function quit(application: ElectronApplication): Promise<void> {
  const gone = once(application.process(), 'exit');
  await application.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await gone;
}

interface ProcessMemory {
  readonly type: string;
  readonly residentMB: number;
  readonly proportionalMB: number;
}

async function memoryOf(application: ElectronApplication): Promise<ProcessMemory[]> {
  const metrics = await application.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, memory }) => ({ pid, type, memory })),
  );
  return await Promise.all(
    metrics.map(async ({ pid, type, memory }) => ({
      type,
      residentMB: inMegabytes(memory.workingSetSize),
      proportionalMB: inMegabytes((await proportionalSize(pid)) ?? memory.workingSetSize),
    })),
  );
}

/** Kibibytes that a process occupies, shared pages in parts; undefined where that is not known. */
async function proportionalSize(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const found = /^Pss:\s+(\d+)/mu.exec(text);
  return found === null ? undefined : Number(found[1]);
}

function inMegabytes(kibibytes: number): number {
  return round((kibibytes * KIBIBYTE) / MEGABYTE);
}
