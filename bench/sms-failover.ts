import { setTimeout as pause } from 'node:timers/promises';
import { atMost, told } from './figures.ts';
import type { BenchResult } from './figures.ts';
import { withScratch } from './scratch.ts';
import { startServeProcess } from './serve-process.ts';
import { startSmsPeer } from './sms-peer.ts';
import { round } from './statistics.ts';

const count = 1_000;
const window = 10;
/** So slow that most messages still wait when the first way dies. */
const answerMs = 50;
const livesMs = 1_000;
const patienceMs = 60_000;

/** The first way dies in the middle of a thousand messages: what becomes of each. */
export function smsFailover(): Promise<BenchResult> {
  return withScratch(async (folder) => {
    const peer = await startSmsPeer();
    const serve = await startServeProcess(folder);
    const { gateways, messages } = serve.client;
    try {
      await peer.expect({ count, answerMs });
      const common = { concurrency: window } as const;
      await gateways.create({
        ...common,
        kind: 'smpp',
        name: 'First way',
        priority: 1,
        host: '127.0.0.1',
        port: peer.servicePort,
        systemId: 'pushdesk',
      });
      await gateways.create({
        ...common,
        kind: 'http',
        name: 'Second way',
        priority: 2,
        url: `http://127.0.0.1:${peer.toldPort}/?to=%number%&text=%data%`,
      });
      while ((await peer.sessions()) === 0) await pause(20);
      await messages.setQueuePaused({ paused: true });
      for (let index = 0; index < count; index += 1) {
        const number = `+4860${String(index).padStart(7, '0')}`;
        await messages.send({ number, text: String(index) });
      }
      await messages.setQueuePaused({ paused: false });
      await pause(livesMs);
      await peer.die();
      const end = performance.now() + patienceMs;
      let waiting = count;
      while (waiting > 0 && performance.now() < end) {
        await pause(100);
        const { counts } = await messages.queue();
        waiting = (counts.queued ?? 0) + (counts.sending ?? 0);
      }
      const { counts } = await messages.queue();
      const times = await peer.arrivedTimes();
      const other = await peer.otherWay();
      const missing = times.filter((each) => each === 0).length;
      return {
        figures: {
          // What is shown as uncertain is not lost: an admin is asked about it.
          lost: atMost(0, Math.max(0, missing - (counts.uncertain ?? 0)), 'SMS'),
          doubled: atMost(0, times.filter((each) => each > 1).length, 'SMS'),
          firstBySecondWay: atMost(2_000, round(other.afterMs), 'ms'),
          uncertain: told(counts.uncertain ?? 0, 'SMS'),
        },
        details: { count, window, byFirstWay: count - missing - other.count, other, counts },
      };
    } finally {
      await serve.stop();
      peer.stop();
    }
  });
}
