import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { MessageState } from '../shared/model/message.ts';
import { atMost, told } from './figures.ts';
import type { BenchResult } from './figures.ts';
import { withScratch } from './scratch.ts';
import { startServeProcess } from './serve-process.ts';
import type { ServeProcess } from './serve-process.ts';
import { startSmsPeer } from './sms-peer.ts';
import type { SmsPeer } from './sms-peer.ts';

const kills = 200;
const messagesAtMost = 100_000;
const callers = 8;
/** A life is so long at most, once its link is made. */
const longestLifeMs = 400;
const answerMs = 5;
const settledMs = 60_000;

/** What was handed in: which message, and its id where an answer came. */
interface HandedIn {
  readonly index: number;
  readonly id: string | null;
}

/**
 * Ends the product as a power cut would at 200 random moments under load, and accounts for every
 * message afterwards: each that was taken is at the service centre exactly once, or is shown as
 * uncertain and is there once at most.
 */
export function smsKills(): Promise<BenchResult> {
  return withScratch(async (folder) => {
    const peer = await startSmsPeer();
    try {
      await peer.expect({ count: messagesAtMost, answerMs });
      await setUp(folder, peer);
      const handedIn: HandedIn[] = [];
      for (let kill = 0; kill < kills; kill += 1) await oneLife(folder, peer, handedIn);
      return await account(folder, peer, handedIn);
    } finally {
      peer.stop();
    }
  });
}

async function setUp(folder: string, peer: SmsPeer): Promise<void> {
  const serve = await startServeProcess(folder);
  await serve.client.settings.update({
    sms: { apiRequiresUser: false, uncertainMessages: 'hold' },
  });
  await serve.client.gateways.create({
    kind: 'smpp',
    name: 'Centre',
    host: '127.0.0.1',
    port: peer.servicePort,
    systemId: 'pushdesk',
    concurrency: 50,
  });
  await serve.stop();
}

/** Starts it, loads it, and ends it at a random moment. */
async function oneLife(folder: string, peer: SmsPeer, handedIn: HandedIn[]): Promise<void> {
  const serve = await startServeProcess(folder);
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const caller = async (): Promise<void> => {
    for (;;) {
      const index = handedIn.length;
      // The place is taken before the call, so that no two callers use one number.
      handedIn.push({ index, id: null });
      const id = await hand(agent, serve, index);
      if (id === null) return;
      handedIn[index] = { index, id };
    }
  };
  const all = Promise.all(Array.from({ length: callers }, caller));
  await until(async () => (await peer.sessions()) > 0, 10_000);
  await pause(Math.random() * longestLifeMs);
  await serve.kill();
  await all;
  agent.destroy();
  await until(async () => (await peer.sessions()) === 0, 10_000);
}

/** The id of the message that was taken; null when the connection ended before an answer. */
function hand(agent: Agent, serve: ServeProcess, index: number): Promise<string | null> {
  const number = `%2B4860${String(index).padStart(7, '0')}`;
  const path = `/sms/?number=${number}&data=${String(index)}`;
  return new Promise((resolve) => {
    const call = request({ agent, host: '127.0.0.1', port: serve.devicesPort, path }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve(/^OK (\S+)/u.exec(text)?.[1] ?? null));
      answer.on('error', () => resolve(null));
    });
    call.on('error', () => resolve(null));
    call.end();
  });
}

async function account(
  folder: string,
  peer: SmsPeer,
  handedIn: readonly HandedIn[],
): Promise<BenchResult> {
  const serve = await startServeProcess(folder);
  try {
    const { messages } = serve.client;
    await until(async () => {
      const { counts } = await messages.queue();
      return (counts.queued ?? 0) + (counts.sending ?? 0) + (counts.sent ?? 0) === 0;
    }, settledMs);
    const { counts } = await messages.queue();
    const times = await peer.arrivedTimes();
    let [lost, doubled, uncertain, uncertainArrived, unanswered] = [0, 0, 0, 0, 0];
    for (const { index, id } of handedIn) {
      const arrived = times[index] ?? 0;
      if (arrived > 1) doubled += 1;
      if (id === null) {
        unanswered += 1;
        continue;
      }
      const { message } = await messages.get({ id });
      if (message.state === 'uncertain') {
        uncertain += 1;
        uncertainArrived += Math.min(arrived, 1);
      } else if (arrived === 0 || !isThere(message.state)) lost += 1;
    }
    return {
      figures: {
        lost: atMost(0, lost, 'SMS'),
        doubled: atMost(0, doubled, 'SMS'),
        uncertain: told(uncertain, 'SMS'),
      },
      details: {
        kills,
        handedIn: handedIn.length,
        /** Calls that a kill cut off; whether they were taken, their callers cannot know. */
        unanswered,
        uncertainThatArrived: uncertainArrived,
        counts,
      },
    };
  } finally {
    await serve.stop();
  }
}

function isThere(state: MessageState): boolean {
  return state === 'delivered' || state === 'sent';
}

async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) return;
    await pause(20);
  }
}
