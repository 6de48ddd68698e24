import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atMost } from './figures.ts';
import type { BenchResult } from './figures.ts';
import type { PlanningRun, PlanningSize } from './planning-process.ts';
import { withScratch } from './scratch.ts';
import { percentile, ratio, round } from './statistics.ts';

const size: PlanningSize = { changes: 100_000, devices: 10_000, burst: 500 };

/** Many changes through journal and planner, beside bare inserts of the rows that they leave. */
export async function planning(): Promise<BenchResult> {
  const run = await withScratch(runApart);
  const bare = percentile(run.bareMs, 0.5);
  return {
    figures: {
      timeRatio: atMost(4, ratio(run.productMs, bare), 'ratio'),
      memoryGrowth: atMost(100, run.memory.growthMB, 'MB'),
    },
    details: {
      ...size,
      productMs: round(run.productMs),
      bareInsertMs: run.bareMs.map(round),
      ...run.memory,
      memoryIs:
        'resident set of the process: peak of samples each 10 ms, less that after a forced gc',
    },
  };
}

/** In a process of its own, whose memory nothing else has grown. */
async function runApart(folder: string): Promise<PlanningRun> {
  const child = fork(
    join(import.meta.dirname, 'planning-process.ts'),
    [folder, JSON.stringify(size)],
    { execArgv: ['--expose-gc'] },
  );
  let run: PlanningRun | undefined;
  child.on('message', (message: PlanningRun) => {
    run = message;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (run === undefined) throw new Error(`planning ended with exit code ${code}`);
  return run;
}
