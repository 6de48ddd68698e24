import { join } from 'node:path';
import { openKeyFileBox } from '../main/secrets/key-file-box.ts';
import { systemClock as clock } from '../main/platform/clock.ts';
import type { RunningServer } from '../main/server.ts';
import { openStore } from '../main/store/open-store.ts';
import { deviceId, entryOf, lineOf, logDevices, traceId } from './log-lines.ts';
import { consoleToken, startProduct } from './product.ts';

/*
 * The console's server on a long log, in a process of its own as `serve` is. It tells its parent what
 * it has measured of the filters and where the console is, and writes lines when it is asked to.
 */

/** What the parent hears. */
export type LogServerMessage =
  | { readonly is: 'ready'; readonly url: string; readonly filters: readonly FilterTiming[] }
  | { readonly is: 'written'; readonly count: number };

/** What the parent asks for: lines at an even rate. */
export interface WriteLines {
  readonly perSecond: number;
  readonly seconds: number;
}

/** How long one filter took, each time it was asked. */
export interface FilterTiming {
  readonly name: string;
  readonly found: number;
  readonly ms: readonly number[];
}

const BATCH = 500;
const TICK_MS = 20;
const REPEATS = 7;
const SPAN_MS = 10 * 86_400_000;

const [folder, entriesText] = process.argv.slice(2);
if (folder === undefined || entriesText === undefined)
  throw new Error('not to be started by itself');
const entries = Number(entriesText);

async function fill(folder: string): Promise<void> {
  const secretBox = await openKeyFileBox(join(folder, 'bench.key'));
  const store = await openStore({ path: join(folder, 'pushdesk.sqlite'), secretBox, clock });
  const end = clock.now();
  const at = (number: number): number => Math.round(end - SPAN_MS * (1 - number / entries));
  for (let from = 0; from < entries; from += BATCH) {
    const count = Math.min(BATCH, entries - from);
    await store.log.insert(
      Array.from({ length: count }, (_, index) =>
        entryOf(from + index, from + index + 1, at(from + index)),
      ),
    );
  }
  await store.close();
}

type Filter = NonNullable<Parameters<RunningServer['client']['log']['list']>[0]>;

/** By everything that the log can be filtered by; what fits nowhere or nearly everywhere too. */
const filters: Readonly<Record<string, Filter>> = {
  none: {},
  'text, common': { text: 'calendar' },
  'text, one person': { text: 'person 777' },
  'text, two words': { text: 'planned: contacts' },
  'text, two letters': { text: '77' },
  'text, in no entry': { text: 'Nobody says this' },
  device: { deviceId: deviceId(logDevices / 2) },
  'level, warnings': { level: 'warn' },
  'level, errors': { level: 'error' },
  area: { area: 'push' },
  'area, rare': { area: 'sms' },
  trace: { traceId: traceId(Math.floor(entries / 3)) },
  'device and text': { deviceId: deviceId(123), text: 'delivered' },
  'area and level, nothing fits': { area: 'changes', level: 'error' },
  'area and text': { area: 'push', text: 'contacts' },
  'level and text': { level: 'warn', text: 'person 5' },
};

async function measureFilters({ client }: RunningServer): Promise<FilterTiming[]> {
  const timings: FilterTiming[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const ms: number[] = [];
    let found = 0;
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const start = performance.now();
      const page = await client.log.list({ ...filter, limit: 500 });
      ms.push(performance.now() - start);
      found = page.entries.length;
    }
    timings.push({ name, found, ms });
  }
  return timings;
}

/** Writes lines at an even rate, a few at each tick. */
function writeLines({ log }: RunningServer, { perSecond, seconds }: WriteLines): Promise<number> {
  const start = performance.now();
  let written = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsed = Math.min((performance.now() - start) / 1_000, seconds);
      while (written < elapsed * perSecond) {
        log.write(lineOf(written));
        written += 1;
      }
      if (elapsed < seconds) return;
      clearInterval(timer);
      resolve(written);
    }, TICK_MS);
  });
}

function tell(message: LogServerMessage): void {
  process.send?.(message);
}

await fill(folder);
const server = await startProduct(folder, {
  console: { host: '127.0.0.1', port: 0, token: consoleToken, allowedHosts: [] },
});
const timings = await measureFilters(server);
process.on('message', (wanted: WriteLines) => {
  void writeLines(server, wanted).then((count) => tell({ is: 'written', count }));
});
process.on('disconnect', () => void server.stop());
tell({ is: 'ready', url: server.consoleUrl ?? '', filters: timings });
