import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createJournal } from '../main/changes/index.ts';
import { createLogbook } from '../main/log/logbook.ts';
import { systemClock as clock } from '../main/platform/clock.ts';
import { createEvents } from '../main/platform/events.ts';
import { createIds } from '../main/platform/ids.ts';
import { systemRandom as random } from '../main/platform/random.ts';
import { createPush } from '../main/push/index.ts';
import { openKeyFileBox } from '../main/secrets/key-file-box.ts';
import { openStore } from '../main/store/open-store.ts';
import type { Store } from '../main/store/types.ts';
import { addOffice, addressOf } from './office.ts';
import { insertBare } from './planning-bare.ts';
import { watchMemory } from './memory.ts';
import type { MemoryGrowth } from './memory.ts';

/** What is measured. */
export interface PlanningSize {
  readonly changes: number;
  readonly devices: number;
  /** Changes that are reported at once, and rows of one bare transaction. */
  readonly burst: number;
}

/** Milliseconds and memory of one run. */
export interface PlanningRun {
  readonly productMs: number;
  /** The same rows, inserted without the product, several times. */
  readonly bareMs: readonly number[];
  readonly memory: MemoryGrowth;
}

const [folder, sizeText] = process.argv.slice(2);
if (folder === undefined || sizeText === undefined) throw new Error('not to be started by itself');
const size = JSON.parse(sizeText) as PlanningSize;
const folders = ['contacts', 'calendar'];

function fail(error: unknown): never {
  throw error instanceof Error ? error : new Error(String(error));
}

async function open(name: string): Promise<Store> {
  const secretBox = await openKeyFileBox(join(String(folder), `${name}.key`));
  return await openStore({ path: join(String(folder), `${name}.sqlite`), secretBox, clock });
}

/** Reports all changes and waits until each is planned. */
async function runProduct(store: Store): Promise<Omit<PlanningRun, 'bareMs'>> {
  const events = createEvents(fail);
  const ids = createIds(clock, random);
  const logbook = await createLogbook({ store: store.log, clock, onError: fail });
  const log = logbook.writer;
  const sms = {
    enqueue: () => fail('an alert was sent before its window was over'),
    hasGateway: () => true,
  };
  const showSessions = () => Promise.resolve([]);
  const push = createPush({ store, clock, random, ids, events, log, sms, showSessions });
  const onAppended = push.wake;
  const journal = createJournal({ store, clock, ids, events, log, onAppended });
  const stop = await push.start();
  await push.push.updateSettings({ mergeWindowMs: 30_000 });
  await push.push.setActive({ active: true });
  await push.idle();

  const memory = watchMemory();
  const start = performance.now();
  let last = 0;
  for (let from = 0; from < size.changes; from += size.burst) {
    const count = Math.min(size.burst, size.changes - from);
    const accepted = await Promise.all(
      Array.from({ length: count }, (_, index) => {
        const number = from + index;
        const folderName = folders[Math.floor(number / size.devices) % folders.length] ?? '';
        return journal.report({
          account: addressOf(number % size.devices),
          folder: folderName,
        });
      }),
    );
    for (const { id } of accepted) last = Math.max(last, id);
  }
  while ((await store.values.get('push.cursor')) !== last) await pause(2);
  const productMs = performance.now() - start;
  const growth = memory.stop();

  await stop();
  await journal.stop();
  await logbook.stop();
  const alerts = await store.alerts.listInStates(['planned']);
  const planned = alerts.reduce((sum, { changeCount }) => sum + changeCount, 0);
  if (alerts.length !== size.devices || planned !== size.changes) {
    fail(`planned ${alerts.length} alerts of ${planned} changes`);
  }
  return { productMs, memory: growth };
}

const store = await open('product');
await addOffice(store, size.devices);
const product = await runProduct(store);
await store.close();
const bareMs: number[] = [];
for (const name of ['bare-1', 'bare-2', 'bare-3']) {
  await (await open(name)).close();
  bareMs.push(
    insertBare(join(folder, 'product.sqlite'), join(folder, `${name}.sqlite`), size.burst),
  );
}
const run: PlanningRun = { ...product, bareMs };
process.send?.(run);
process.disconnect();
