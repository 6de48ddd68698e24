import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { alertLatency } from './alert-latency.ts';
import type { Bench, BenchResult, SkippedBench } from './figures.ts';
import { logView } from './log-view.ts';
import { planning } from './planning.ts';
import { startup } from './startup.ts';

const benches: Readonly<Record<string, Bench>> = {
  'alert-latency': alertLatency,
  planning,
  'log-view': logView,
  startup,
};

/** Runs the benches that are named, or all of them, and prints one JSON document. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in benches));
  if (unknown !== undefined) {
    throw new Error(`no bench ${unknown}; there are ${Object.keys(benches).join(', ')}`);
  }
  const results: Record<string, BenchResult | SkippedBench> = {};
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`bench ${name} …`);
    results[name] = await bench();
  }
  const document = {
    at: new Date().toISOString(),
    machine: {
      processors: cpus().length,
      memoryGB: Math.round(totalmem() / 1e9),
      node: process.version,
    },
    results,
  };
  const text = JSON.stringify(document, null, 2);
  await writeFile('bench-results.json', `${text}\n`);
  console.log(text);
}

await run(process.argv.slice(2));
