import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import { readTestApp } from '../scripts/lib/test-app.mjs';
import { told } from './figures.ts';
import type { BenchResult, SkippedBench } from './figures.ts';
import { withScratch } from './scratch.ts';
import { summarise } from './statistics.ts';

const STARTS = 5;
const IDLE_MS = 60_000;
const MEGABYTE = 1_000_000;

/** Cold start of the packaged desktop to a usable window, and what it holds in memory when idle. */
export async function startup(): Promise<BenchResult | SkippedBench> {
  const app = readTestApp();
  if (app === undefined)
    return { skipped: 'the desktop is not packaged: npm run test:e2e does it' };
  if (process.platform !== 'linux') return { skipped: 'memory is read from /proc' };
  if (process.env['DISPLAY'] === undefined) return { skipped: 'no display: run under xvfb-run' };
  return await withScratch(async (folder) => {
    const times: number[] = [];
    for (let start = 1; start < STARTS; start += 1) {
      const { application, milliseconds } = await open(app, `${folder}/${start}`);
      times.push(milliseconds);
      await application.close();
    }
    const { application, milliseconds } = await open(app, `${folder}/${STARTS}`);
    times.push(milliseconds);
    await pause(IDLE_MS);
    const memory = await residentMemory(application.process().pid ?? 0);
    application.process().kill('SIGTERM');
    const summary = summarise(times);
    return {
      figures: { coldStart: told(summary.median, 'ms'), idleMemory: told(memory, 'MB') },
      details: {
        electron: app.electron,
        coldStartMs: summary,
        memoryIs: 'resident sets of all processes, added up (shared pages count in each)',
      },
    };
  });
}

async function open(app: NonNullable<ReturnType<typeof readTestApp>>, dataDir: string) {
  const started = performance.now();
  const application = await _electron.launch({
    executablePath: app.executable,
    args: ['--no-sandbox', '--data', dataDir],
    env: { ...(process.env as Record<string, string>), ...app.env },
  });
  const page = await application.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { application, milliseconds: performance.now() - started };
}

/** Resident sets of a process and all below it, in megabytes. */
async function residentMemory(root: number): Promise<number> {
  const parents = new Map<number, { parent: number; kilobytes: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const field = (label: string): number =>
      Number(new RegExp(`^${label}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
    parents.set(Number(name), { parent: field('PPid'), kilobytes: field('VmRSS') });
  }
  const isBelow = (id: number): boolean =>
    id === root || (id > 1 && isBelow(parents.get(id)?.parent ?? 0));
  const kilobytes = [...parents].reduce(
    (sum, [id, process]) => sum + (isBelow(id) ? process.kilobytes : 0),
    0,
  );
  return Math.round((kilobytes * 1_024) / MEGABYTE);
}
