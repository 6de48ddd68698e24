import { atLeast, atMost, told } from './figures.ts';
import type { BenchOptions, BenchResult, Figure, SkippedBench } from './figures.ts';
import { hasKannel, kannel, product } from './sms-contestants.ts';
import type { Contestant } from './sms-contestants.ts';
import { startSmsPeer } from './sms-peer.ts';
import type { LoadResult, SmsPeer } from './sms-peer.ts';
import { percentile, ratio, round } from './statistics.ts';

const windows = [10, 100] as const;
const runsAtMost = 5;
const warmUpMessages = 4_000;
const fullLoad = { count: 10_000, connections: 20 } as const;
/** Well below what either takes, so that it is the way through that is measured and not a backlog. */
const steady = { count: 3_000, connections: 200, perSecond: 400 } as const;
/** A service centre across a country. */
const answerMs = 5;

interface Measured {
  readonly perSecond: number;
  readonly reportedPerSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly answerP99Ms: number;
  readonly steadyMedianMs: number;
  readonly steadyP99Ms: number;
}

/** HTTP in, SMPP out, receipts back, with a durable queue in between; beside Kannel. */
export async function sms({ runs }: BenchOptions): Promise<BenchResult | SkippedBench> {
  if (!hasKannel())
    return { skipped: 'Kannel is not installed here (Debian: kannel, kannel-extras)' };
  const figures: Record<string, Figure> = {};
  const details: Record<string, unknown> = {};
  for (const window of windows) {
    const all: Record<Contestant['name'], Measured[]> = { product: [], kannel: [] };
    for (let run = 0; run < Math.min(runs, runsAtMost); run += 1) {
      // In turns, so that both have the same machine under them.
      for (const contestant of run % 2 === 0 ? [kannel, product] : [product, kannel]) {
        all[contestant.name].push(await measure(contestant, window));
      }
    }
    const [ours, theirs] = [medians(all.product), medians(all.kannel)];
    const name = `window${String(window)}`;
    figures[`${name}Rate`] = atLeast(1, ratio(ours.perSecond, theirs.perSecond), 'ratio');
    figures[`${name}P99`] = atMost(1, ratio(ours.p99Ms, theirs.p99Ms), 'ratio');
    figures[`${name}SteadyP99`] = atMost(1, ratio(ours.steadyP99Ms, theirs.steadyP99Ms), 'ratio');
    figures[`${name}ReportedRate`] = told(
      ratio(ours.reportedPerSecond, theirs.reportedPerSecond),
      'ratio',
    );
    details[name] = { product: ours, kannel: theirs, runs: all };
  }
  return { figures, details };
}

async function measure(contestant: Contestant, window: number): Promise<Measured> {
  const peer = await startSmsPeer();
  try {
    return await contestant.with(peer, window, async (target) => {
      const at = { target, answerMs };
      await whole(peer, { ...at, ...fullLoad, count: warmUpMessages });
      const full = await whole(peer, { ...at, ...fullLoad });
      const calm = await whole(peer, { ...at, ...steady });
      return {
        perSecond: round((full.arrived / full.outMs) * 1_000),
        reportedPerSecond: round((full.receipts / full.reportedMs) * 1_000),
        medianMs: round(percentile(full.ways, 0.5)),
        p99Ms: round(percentile(full.ways, 0.99)),
        answerP99Ms: round(percentile(full.answers, 0.99)),
        steadyMedianMs: round(percentile(calm.ways, 0.5)),
        steadyP99Ms: round(percentile(calm.ways, 0.99)),
      };
    });
  } finally {
    peer.stop();
  }
}

/** Figures of a run that lost or doubled something are worth nothing. */
async function whole(peer: SmsPeer, options: Parameters<SmsPeer['run']>[0]): Promise<LoadResult> {
  const result = await peer.run(options);
  const { arrived, doubled, receipts } = result;
  if (arrived !== options.count || doubled > 0 || receipts !== options.count) {
    const counts = JSON.stringify({ wanted: options.count, arrived, doubled, receipts });
    throw new Error(`messages were lost or doubled: ${counts}`);
  }
  return result;
}

function medians(all: readonly Measured[]): Measured {
  const middle = (name: keyof Measured): number =>
    round(
      percentile(
        all.map((each) => each[name]),
        0.5,
      ),
    );
  return {
    perSecond: middle('perSecond'),
    reportedPerSecond: middle('reportedPerSecond'),
    medianMs: middle('medianMs'),
    p99Ms: middle('p99Ms'),
    answerP99Ms: middle('answerP99Ms'),
    steadyMedianMs: middle('steadyMedianMs'),
    steadyP99Ms: middle('steadyP99Ms'),
  };
}
