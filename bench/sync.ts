import { setTimeout as pause } from 'node:timers/promises';
import { contactCard } from '../main/sync/testing/sample-items.ts';
import { createSyncevolutionClient } from '../main/sync/testing/syncevolution-client.ts';
import type { SyncevolutionClient } from '../main/sync/testing/syncevolution-client.ts';
import { clientPrograms } from '../main/sync/testing/syncevolution-home.ts';
import { serverPrograms } from '../main/sync/testing/syncevolution-server.ts';
import { hasProgram } from '../main/testing/programs.ts';
import { atMost } from './figures.ts';
import type { BenchOptions, BenchResult, Figure, SkippedBench } from './figures.ts';
import { withScratch } from './scratch.ts';
import { percentile, ratio, round } from './statistics.ts';
import { benchPassword, startPeer, startProductContestant } from './sync-contestants.ts';
import type { Contestant } from './sync-contestants.ts';

const sizes = [1_000, 5_000];
/** Both run for some time before they are measured, as servers do. */
const WARM_UP = 500;
const WARM_UPS = 3;
/** What a server does after its last answer belongs to the session too. */
const SETTLE_MS = 500;
const source = 'addressbook';

const steps = ['firstUpload', 'secondDevice', 'sameDataAgain', 'noChange'] as const;
type Step = (typeof steps)[number];

/** One session of the client, measured. */
interface Measured {
  /** Of the whole client process; it may wait up to a second for the clock when it wrote items. */
  readonly wallMs: number;
  /** From the last octet of each request to the last one of its answer, added up. */
  readonly serverMs: number;
  readonly cpuMs: number;
  readonly roundTrips: number;
}

type Series = Record<Step, Measured[]>;

/** The same client with the same contacts, with the product and with SyncEvolution's own server. */
export async function sync({ runs }: BenchOptions): Promise<BenchResult | SkippedBench> {
  const missing = [...clientPrograms, ...serverPrograms].filter((name) => !hasProgram(name));
  if (missing.length > 0) return { skipped: `these are not installed: ${missing.join(' ')}` };
  return await withScratch(async (folder) => {
    const peer = await startPeer();
    const product = await startProductContestant(folder);
    try {
      return await compare(product, peer, runs);
    } finally {
      await product.stop();
      await peer.stop();
    }
  });
}

async function compare(product: Contestant, peer: Contestant, runs: number): Promise<BenchResult> {
  for (let number = 0; number < WARM_UPS; number += 1) {
    for (const contestant of [peer, product]) {
      await goThrough(contestant, `warm-${number}`, WARM_UP);
    }
  }
  const figures: Record<string, Figure> = {};
  const details: Record<string, unknown> = { runs };
  for (const size of sizes) {
    const series = { product: emptySeries(), peer: emptySeries() };
    for (let number = 0; number < runs; number += 1) {
      // One after the other, and each of them first as often as the other.
      const order = number % 2 === 0 ? [peer, product] : [product, peer];
      for (const contestant of order) {
        const measured = await goThrough(contestant, `office-${size}-${number}`, size);
        for (const step of steps) series[contestant.name][step].push(measured[step]);
      }
    }
    for (const step of steps) {
      const ours = medians(series.product[step]);
      const theirs = medians(series.peer[step]);
      const name = `${step}${size}`;
      figures[`${name}Wall`] = atMost(1, ratio(ours.wallMs, theirs.wallMs), 'ratio');
      figures[`${name}Server`] = atMost(0.2, ratio(ours.serverMs, theirs.serverMs), 'ratio');
      figures[`${name}Cpu`] = atMost(0.2, ratio(ours.cpuMs, theirs.cpuMs), 'ratio');
      details[name] = { product: ours, peer: theirs };
    }
  }
  return { figures, details };
}

function emptySeries(): Series {
  return { firstUpload: [], secondDevice: [], sameDataAgain: [], noChange: [] };
}

function medians(series: readonly Measured[]): Measured {
  const median = (of: keyof Measured): number =>
    round(
      percentile(
        series.map((measured) => measured[of]),
        0.5,
      ),
    );
  return {
    wallMs: median('wallMs'),
    serverMs: median('serverMs'),
    cpuMs: median('cpuMs'),
    roundTrips: median('roundTrips'),
  };
}

/** All steps with an office of their own, each of them checked. */
async function goThrough(
  contestant: Contestant,
  office: string,
  size: number,
): Promise<Record<Step, Measured>> {
  const device = async (name: string): Promise<SyncevolutionClient> => {
    const deviceId = `sc-${name}-${office}`;
    return await createSyncevolutionClient({
      url: contestant.url,
      user: await contestant.allow(office, deviceId),
      password: benchPassword,
      deviceId,
      sources: [{ name: source, uri: contestant.addressBook, format: 'text/vcard' }],
      logLevel: 1,
      waitsForClock: true,
    });
  };
  const [first, second, third] = [await device('one'), await device('two'), await device('three')];
  try {
    await Promise.all([fill(first, size), fill(third, size)]);
    const firstUpload = await measure(contestant, first);
    expectEqual('contacts after the upload', await contestant.count(office), size);
    const secondDevice = await measure(contestant, second);
    expectEqual('contacts on the second device', await second.items(source).count(), size);
    const sameDataAgain = await measure(contestant, third);
    expectEqual('contacts after the slow sync', await contestant.count(office), size);
    expectEqual('contacts on the third device', await third.items(source).count(), size);
    const noChange = await measure(contestant, first);
    expectEqual('contacts in the end', await first.items(source).count(), size);
    return { firstUpload, secondDevice, sameDataAgain, noChange };
  } finally {
    for (const client of [first, second, third]) await client.remove();
  }
}

async function fill(client: SyncevolutionClient, size: number): Promise<void> {
  for (let number = 0; number < size; number += 1) {
    await client.items(source).write(String(number), contactCard(number));
  }
}

async function measure(contestant: Contestant, client: SyncevolutionClient): Promise<Measured> {
  await pause(SETTLE_MS);
  contestant.meter.reset();
  const before = await contestant.cpuSeconds();
  const { status, wallMs, output } = await client.sync();
  await pause(SETTLE_MS);
  const after = await contestant.cpuSeconds();
  if (status !== 200) throw new Error(`${contestant.name}: status ${status}: ${output}`);
  const { exchanges } = contestant.meter;
  return {
    wallMs,
    serverMs: exchanges.reduce((sum, { ms }) => sum + ms, 0),
    cpuMs: (after - before) * 1_000,
    roundTrips: exchanges.length,
  };
}

function expectEqual(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
}
