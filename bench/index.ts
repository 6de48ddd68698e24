import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { alertLatency } from './alert-latency.ts';
import type { Bench, BenchOptions, BenchResult, SkippedBench } from './figures.ts';
import { logView } from './log-view.ts';
import { planning } from './planning.ts';
import { provisioning } from './provisioning.ts';
import { smsFailover } from './sms-failover.ts';
import { smsKills } from './sms-kills.ts';
import { smsModems } from './sms-modems.ts';
import { sms } from './sms.ts';
import { startup } from './startup.ts';
import { syncMany } from './sync-many.ts';
import { sync } from './sync.ts';

/** In the order in which they run. */
const benches: Readonly<Record<string, Bench>> = {
  'alert-latency': alertLatency,
  planning,
  'log-view': logView,
  startup,
  sync,
  'sync-many': syncMany,
  provisioning,
  sms,
  'sms-modems': smsModems,
  'sms-failover': smsFailover,
  'sms-kills': smsKills,
};

const resultsFile = join(import.meta.dirname, '..', 'bench-results.json');
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const options: BenchOptions = { runs: Math.max(1, Number.parseInt(values.runs, 10)) };
const unknown = wanted.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

const results: Record<string, BenchResult | SkippedBench | { readonly failed: string }> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} …`);
  try {
    results[name] = await bench(options);
  } catch (error) {
    console.error(error);
    const [failed = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    results[name] = { failed };
    process.exitCode = 1;
  }
}
const figures = Object.values(results).flatMap((result) =>
  'figures' in result ? Object.values(result.figures) : [],
);
const report = {
  at: new Date().toISOString(),
  machine: {
    processors: availableParallelism(),
    model: cpus()[0]?.model ?? '',
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version,
  },
  met: figures.filter(({ isMet }) => isMet === true).length,
  missed: figures.filter(({ isMet }) => isMet === false).length,
  results,
};
const text = JSON.stringify(report, undefined, 2);
await writeFile(resultsFile, `${text}\n`);
console.log(text);
