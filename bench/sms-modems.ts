import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../main/platform/clock.ts';
import { startModemPty } from '../main/sms/testing/modem-pty.ts';
import type { ModemPty } from '../main/sms/testing/modem-pty.ts';
import { ModemSimulator } from '../main/sms/testing/modem-simulator.ts';
import { atLeast, atMost } from './figures.ts';
import type { BenchResult, SkippedBench } from './figures.ts';
import { withScratch } from './scratch.ts';
import { startServeProcess } from './serve-process.ts';
import type { ServeProcess } from './serve-process.ts';
import { startSmsPeer } from './sms-peer.ts';
import { ratio, round } from './statistics.ts';

/** What a network takes for a message by a modem, and a provider over HTTP. */
const modemMs = 3_000;
const httpMs = 150;
const messagesOfOne = 20;
const messagesOfPool = 1_000;
const modems = 4;
const providers = 2;
const patienceMs = 180_000;

interface Modem {
  readonly simulator: ModemSimulator;
  readonly pty: ModemPty;
}

/** How busy one modem is kept, and how near a mixed pool comes to the time that its speeds allow. */
export async function smsModems(): Promise<BenchResult | SkippedBench> {
  if (!existsSync('/usr/bin/socat')) return { skipped: 'socat is not installed here' };
  const one = await withServe((serve) => keepBusy(serve));
  const pool = await withServe((serve) => shareOut(serve));
  return {
    figures: {
      busy: atLeast(0.98, one.busy, 'ratio'),
      overIdeal: atMost(1.05, pool.overIdeal, 'ratio'),
    },
    details: { one, pool },
  };
}

function withServe<T>(work: (serve: ServeProcess) => Promise<T>): Promise<T> {
  return withScratch(async (folder) => {
    const serve = await startServeProcess(folder);
    try {
      return await work(serve);
    } finally {
      await serve.stop();
    }
  });
}

/** Messages one after another: how much of the time the network works on one of them. */
async function keepBusy(serve: ServeProcess) {
  const [modem] = await startModems(serve, 1);
  if (modem === undefined) throw new Error('there is no modem');
  try {
    await handIn(serve, messagesOfOne);
    await drained(serve);
    const times = modem.simulator.sent.map(({ at }) => at);
    const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
    const count = times.length;
    if (count !== messagesOfOne) throw new Error(`${String(count)} messages were sent`);
    return { count, spanMs, busy: round(((count - 1) * modemMs) / spanMs) };
  } finally {
    await modem.pty.stop();
  }
}

/** A thousand messages by everything there is, beside the sum of the speeds. */
async function shareOut(serve: ServeProcess) {
  const peer = await startSmsPeer();
  const all = await startModems(serve, modems);
  try {
    await peer.expect({ count: messagesOfPool, answerMs: httpMs });
    for (let index = 0; index < providers; index += 1) {
      await serve.client.gateways.create({
        kind: 'http',
        name: `Provider ${String(index)}`,
        priority: 1,
        concurrency: 1,
        url: `http://127.0.0.1:${peer.toldPort}/?to=%number%&text=%data%`,
      });
    }
    const { messages } = serve.client;
    await messages.setQueuePaused({ paused: true });
    await handIn(serve, messagesOfPool);
    const startedAt = performance.now();
    await messages.setQueuePaused({ paused: false });
    await drained(serve);
    const tookMs = performance.now() - startedAt;
    const perMs = modems / modemMs + providers / httpMs;
    const idealMs = messagesOfPool / perMs;
    const byModems = all.map(({ simulator }) => simulator.sent.length);
    return {
      count: messagesOfPool,
      byModems,
      byProviders: (await peer.otherWay()).count,
      tookMs: round(tookMs),
      idealMs: round(idealMs),
      overIdeal: ratio(tookMs, idealMs),
    };
  } finally {
    peer.stop();
    for (const { pty } of all) await pty.stop();
  }
}

async function startModems(serve: ServeProcess, count: number): Promise<Modem[]> {
  const all: Modem[] = [];
  for (let index = 0; index < count; index += 1) {
    const simulator = new ModemSimulator({ clock: systemClock, latencyMs: modemMs });
    const pty = await startModemPty(simulator);
    all.push({ simulator, pty });
    await serve.client.gateways.create({
      kind: 'modem',
      name: `Modem ${String(index)}`,
      priority: 1,
      path: pty.path,
      reports: false,
    });
  }
  await until(async () => {
    const { gateways } = await serve.client.gateways.list();
    return gateways.every(({ facts }) => facts.registration === 'home');
  });
  return all;
}

async function handIn(serve: ServeProcess, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const number = `+4860${String(index).padStart(7, '0')}`;
    await serve.client.messages.send({ number, text: String(index) });
  }
}

/** Resolves when nothing waits any more. */
function drained({ client }: ServeProcess): Promise<void> {
  return until(async () => {
    const { counts } = await client.messages.queue();
    return (counts.queued ?? 0) + (counts.sending ?? 0) === 0;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it takes too long');
    await pause(50);
  }
}
