import { Agent } from 'node:http';
import { createLightClient } from '../main/sync/testing/light-client.ts';
import type { LightClient } from '../main/sync/testing/light-client.ts';
import { httpPost } from '../main/sync/testing/light-post.ts';
import type { LightPost } from '../main/sync/testing/light-post.ts';
import { lightContacts } from '../main/sync/testing/light-store.ts';
import { contactCard } from '../main/sync/testing/sample-items.ts';
import { atMost, told } from './figures.ts';
import type { BenchResult, Figure } from './figures.ts';
import { withScratch } from './scratch.ts';
import { startWatchedServe } from './serve-process.ts';
import type { HeldLoop, ServeProcess, WatchedServe } from './serve-process.ts';
import { percentile, ratio, round } from './statistics.ts';

const CLIENTS = 50;
const CONTACTS = 200;
const CHANGES = 20;
const MAX_HELD_MS = 50;
const MAX_MEMORY_MB = 300;
/** Sessions with twenty changes; the middle one counts. */
const SESSIONS = 31;
const sizes = [1_000, 10_000, 50_000];
/** Below this a cost counts as flat: what differs more than noise grows with the folder. */
const FLAT = 1.5;
const password = 'password-of-the-benches';

/** Many clients at once, and large folders: what a server holds, and what an item costs. */
export async function syncMany(): Promise<BenchResult> {
  const crowd = await withScratch((folder) => withServe(folder, measureCrowd));
  const growth = await withScratch((folder) => withServe(folder, measureGrowth));
  return {
    figures: { ...crowd.figures, ...growth.figures },
    details: { crowd: crowd.details, perItem: growth.details },
  };
}

async function withServe<T>(folder: string, work: (serve: WatchedServe) => Promise<T>): Promise<T> {
  const serve = await startWatchedServe(folder);
  try {
    return await work(serve);
  } finally {
    await serve.stop();
  }
}

/** An account, and how to make devices for it. */
interface Owner {
  readonly accountId: string;
  device(deviceId: string): LightClient;
}

async function createOwner(serve: ServeProcess, name: string, agent: Agent): Promise<Owner> {
  const address = `${name}@bench.example`;
  const { id } = await serve.client.accounts.create({ address, password });
  const url = `http://127.0.0.1:${serve.devicesPort}/syncml`;
  const who = { url, user: address, password, stores: [lightContacts] };
  return {
    accountId: id,
    device: (deviceId) => createLightClient({ ...who, deviceId: `${deviceId}-${name}` }, agent),
  };
}

async function countOf(serve: ServeProcess, { accountId }: Owner): Promise<number> {
  const page = await serve.client.items.list({ accountId, dataType: 'contacts', limit: 1 });
  return page.total;
}

async function measureCrowd(serve: WatchedServe): Promise<BenchResult> {
  const agent = new Agent({ keepAlive: true });
  try {
    const owners = await Promise.all(
      Array.from({ length: CLIENTS }, (_, number) => createOwner(serve, `many-${number}`, agent)),
    );
    const clients = owners.map((owner) => owner.device('phone'));
    const fill = (number: number): string => contactCard(number);
    for (const { store } of clients) {
      for (let number = 0; number < CONTACTS; number += 1) store.add(fill(number));
    }
    const first = await atOnce(serve, clients);
    for (const { store } of clients) change(store);
    const second = await atOnce(serve, clients);
    for (const owner of owners) expectCount('on the server', await countOf(serve, owner), CONTACTS);
    // A fresh device of each account sees whether the server has it right.
    const fresh = owners.map((owner) => owner.device('fresh'));
    const third = await atOnce(serve, fresh);
    fresh.forEach(({ store }, index) => {
      expectCount('on a fresh device', store.items.size, CONTACTS);
      const wanted = [...(clients[index]?.store.items.values() ?? [])].map(noteOf).sort();
      const found = [...store.items.values()].map(noteOf).sort();
      if (wanted.join() !== found.join()) throw new Error('a fresh device got something else');
    });
    const peakMB = round(await serve.peakMB());
    return {
      figures: {
        heldByFirstSyncs: atMost(MAX_HELD_MS, first.maxMs, 'ms'),
        heldByChanges: atMost(MAX_HELD_MS, second.maxMs, 'ms'),
        heldByDownloads: atMost(MAX_HELD_MS, third.maxMs, 'ms'),
        peakMemory: atMost(MAX_MEMORY_MB, peakMB, 'MB'),
      },
      details: {
        clients: CLIENTS,
        contacts: CONTACTS,
        changes: CHANGES,
        firstSyncs: first,
        changesBack: second,
        downloads: third,
        peakMB,
      },
    };
  } finally {
    agent.destroy();
  }
}

/** Ten changed, five deleted, five new. */
function change(store: LightClient['store']): void {
  const luids = [...store.items.keys()];
  luids.slice(0, 10).forEach((luid, number) => store.change(luid, contactCard(number, 1)));
  luids.slice(10, 15).forEach((luid) => store.remove(luid));
  for (let number = 0; number < 5; number += 1) store.add(contactCard(CONTACTS + number));
}

function noteOf(card: string): string {
  return /Person number \d+\\?, version \d+/u.exec(card.replace(/\r?\n[ \t]/gu, ''))?.[0] ?? card;
}

async function atOnce(
  serve: WatchedServe,
  clients: readonly LightClient[],
): Promise<HeldLoop & { readonly wallMs: number }> {
  await serve.resetLoop();
  const started = performance.now();
  await Promise.all(clients.map((client) => client.sync()));
  const wallMs = round(performance.now() - started);
  return { wallMs, ...(await serve.heldLoop()) };
}

interface Costs {
  /** Milliseconds of the server per item. */
  readonly uploadMs: number;
  readonly downloadMs: number;
  readonly slowSyncMs: number;
  /** Of a whole two-way session with twenty changes, however large the folder is. */
  readonly twentyChangesMs: number;
  readonly held: HeldLoop;
}

async function measureGrowth(serve: WatchedServe): Promise<BenchResult> {
  const agent = new Agent({ keepAlive: true });
  const costs = new Map<number, Costs>();
  try {
    // The first sessions of a process are those in which it is compiled.
    await costOf(serve, agent, 'warm', 1_000);
    for (const size of sizes) costs.set(size, await costOf(serve, agent, `large-${size}`, size));
  } finally {
    agent.destroy();
  }
  const [smallest, largest] = [costs.get(1_000), costs.get(50_000)];
  if (smallest === undefined || largest === undefined) throw new Error('a size is missing');
  const flat = (of: Exclude<keyof Costs, 'held'>): Figure =>
    atMost(FLAT, ratio(largest[of], smallest[of]), 'ratio');
  const peakMB = round(await serve.peakMB());
  return {
    figures: {
      uploadPerItem50000To1000: flat('uploadMs'),
      downloadPerItem50000To1000: flat('downloadMs'),
      slowSyncPerItem50000To1000: flat('slowSyncMs'),
      twentyChanges50000To1000: flat('twentyChangesMs'),
      heldWith50000: told(largest.held.maxMs, 'ms'),
      peakMemoryWith50000: told(peakMB, 'MB'),
    },
    details: Object.fromEntries(costs),
  };
}

async function costOf(
  serve: WatchedServe,
  agent: Agent,
  name: string,
  size: number,
): Promise<Costs> {
  const owner = await createOwner(serve, name, agent);
  const first = owner.device('first');
  const third = owner.device('third');
  for (let number = 0; number < size; number += 1) {
    first.store.add(contactCard(number));
    third.store.add(contactCard(number));
  }
  await serve.resetLoop();
  const uploadMs = await serverMs(first, agent);
  const second = owner.device('second');
  const downloadMs = await serverMs(second, agent);
  expectCount('on the second device', second.store.items.size, size);
  const slowSyncMs = await serverMs(third, agent);
  expectCount('after the slow sync', await countOf(serve, owner), size);
  expectCount('on the third device', third.store.items.size, size);
  const sessions: number[] = [];
  for (let session = 0; session < SESSIONS; session += 1) {
    change(first.store);
    sessions.push(await serverMs(first, agent));
  }
  const twentyChangesMs = percentile(sessions, 0.5);
  expectCount('on the server', await countOf(serve, owner), size);
  const held = await serve.heldLoop();
  return {
    uploadMs: round(uploadMs / size),
    downloadMs: round(downloadMs / size),
    slowSyncMs: round(slowSyncMs / size),
    twentyChangesMs: round(twentyChangesMs),
    held,
  };
}

/** Time between request and answer of one session, added up. */
async function serverMs(client: LightClient, agent: Agent): Promise<number> {
  const send = httpPost(agent);
  let sum = 0;
  const post: LightPost = async (message) => {
    const started = performance.now();
    const answer = await send(message);
    sum += performance.now() - started;
    return answer;
  };
  await client.sync({ post });
  return sum;
}

function expectCount(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`contacts ${what}: ${found}, not ${wanted}`);
}
