import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningServer } from '../main/server.ts';
import { atMost, told } from './figures.ts';
import type { BenchResult } from './figures.ts';
import { startProduct } from './product.ts';
import { withScratch } from './scratch.ts';
import { monotonicNow, startSink } from './sink.ts';
import type { Arrival, Sink } from './sink.ts';
import { ratio, summarise } from './statistics.ts';

/** Without pauses; so many that what is compiled when it is used often is compiled. */
const WARM_UP_PAIRS = 1_800;
const PAIRS = 1_500;
/**
 * Longest pause between two measurements. Its length is drawn, so that no timer of the product keeps
 * step with them: its background work falls on them as often as it would on a single change.
 */
const MOST_PAUSE_MS = 12;
const address = 'ada@bench.example';

/** One account with one device, whose alerts go to the sink at once. */
async function setUp({ client }: RunningServer, sink: Sink): Promise<void> {
  await client.gateways.create({
    kind: 'http',
    name: 'Sink',
    url: `http://127.0.0.1:${sink.port}/send?to=%number%&udh=%udh;hex%&data=%data;hex%`,
    method: 'POST',
  });
  const account = await client.accounts.create({ address });
  await client.devices.create({
    accountId: account.id,
    name: 'E71',
    clientType: 'nokia',
    number: '+48600100200',
    pushEnabled: true,
  });
  await client.push.updateSettings({ mergeWindowMs: 0, hourlyCap: 3_600 });
  await client.push.setActive({ active: true });
}

/** The way of a change through the product: from the call of the API to the sink. */
async function viaProduct(report: Report, sink: Sink): Promise<Measured> {
  const start = monotonicNow();
  const reported = report({ account: address, folder: 'contacts' });
  const arrival = await sink.next();
  await reported;
  return { ms: arrival.at - start, arrival };
}

type Report = RunningServer['client']['changes']['report'];

interface Measured {
  readonly ms: number;
  readonly arrival: Arrival;
}

/** The bare counterpart: the same request over a kept connection, and nothing else. */
function createBare(sink: Sink, { method, path, headers, body }: Arrival) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const options = { agent, host: '127.0.0.1', port: sink.port, method, path, headers };
  return {
    /** `answeredMs` is the whole of it, to the end of the answer. */
    async send(): Promise<Measured & { readonly answeredMs: number }> {
      const answered = Promise.withResolvers<number>();
      const start = monotonicNow();
      const outgoing = request(options, (response) => {
        response.resume();
        response.on('end', () => answered.resolve(monotonicNow()));
      });
      outgoing.on('error', answered.reject);
      outgoing.end(body);
      const arrival = await sink.next();
      const answeredMs = (await answered.promise) - start;
      return { ms: arrival.at - start, arrival, answeredMs };
    },
    stop: () => agent.destroy(),
  };
}

/** From `changes.report` to the gateway's socket, beside a bare POST of the same octets. */
export async function alertLatency(): Promise<BenchResult> {
  return await withScratch(async (folder) => {
    const sink = await startSink();
    const server = await startProduct(folder);
    try {
      await setUp(server, sink);
      const { report } = server.client.changes;
      const first = await viaProduct(report, sink);
      const bare = createBare(sink, first.arrival);
      const series = { product: [] as number[], bare: [] as number[], answered: [] as number[] };
      for (let pair = -WARM_UP_PAIRS; pair < PAIRS; pair += 1) {
        if (pair >= 0) await pause(Math.random() * MOST_PAUSE_MS);
        const product = await viaProduct(report, sink);
        if (pair >= 0) await pause(Math.random() * MOST_PAUSE_MS);
        const counterpart = await bare.send();
        if (counterpart.arrival.body.length !== product.arrival.body.length) {
          throw new Error('the two requests are not of the same length');
        }
        if (pair < 0) continue;
        series.product.push(product.ms);
        series.bare.push(counterpart.ms);
        series.answered.push(counterpart.answeredMs);
      }
      bare.stop();
      const product = summarise(series.product);
      const counterpart = summarise(series.bare);
      const answered = summarise(series.answered);
      return {
        figures: {
          medianRatio: atMost(3, ratio(product.median, counterpart.median), 'ratio'),
          p99Ratio: atMost(10, ratio(product.p99, counterpart.p99), 'ratio'),
          medianRatioToAnsweredPost: told(ratio(product.median, answered.median), 'ratio'),
        },
        details: { productMs: product, barePostMs: counterpart, bareAnsweredMs: answered },
      };
    } finally {
      await server.stop();
      sink.stop();
    }
  });
}
