import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiClient } from '../api/client.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import { seededRandom } from '../platform/random.ts';
import type { Random } from '../platform/random.ts';
import { demoPassword, fillPhones, meetSomebody } from './fill-phones.ts';
import { planLetters } from './letters.ts';
import { office } from './office.ts';
import type { DemoPerson } from './office.ts';
import { planHistory } from './plan-history.ts';
import type { PlannedChange } from './plan-history.ts';
import { createPostOffice } from './post-office.ts';
import { nearTheBudget, setUpSms, setUpWays } from './sms-office.ts';
import type { DemoWays } from './sms-office.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 7;
/** A demo that was made so long ago is made anew: its week would have a hole at the end. */
const STALE_MS = 6 * HOUR_MS;

/** The part of a server that makes the history. */
export interface DemoServer {
  readonly client: ApiClient;
  /** Resolves when the engine has nothing to do at this moment. */
  idle(): Promise<void>;
  readonly stop: StopAsync;
}

/** How the server that makes the history differs from the one that shows it. */
export interface DemoServerOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly isSilent: true;
  readonly simulatorReportMs: number;
}

/** What making the demo needs. */
export interface MakeDemoDeps {
  /** The demo's own folder: what is in it is replaced. */
  readonly dataDir: string;
  readonly clock: Clock;
  start(options: DemoServerOptions): Promise<DemoServer>;
}

async function setUpPerson(
  { client }: DemoServer,
  { address, displayName, devices }: DemoPerson,
): Promise<void> {
  const account = await client.accounts.create({
    address,
    displayName,
    password: demoPassword,
  });
  for (const demo of devices) {
    const { name, clientType, number, quietHours, isPaused, mergeWindowMs, alsoTicked = [] } = demo;
    const device = await client.devices.create({
      accountId: account.id,
      name,
      clientType,
      number,
      // The catalogue says which phones can be alerted; the others synchronise by themselves.
      pushEnabled:
        clientType !== 'ios' && clientType !== 'android' && clientType !== 'sony-ericsson',
      ...(quietHours === undefined ? {} : { quietHours }),
      ...(mergeWindowMs === undefined ? {} : { mergeWindowMs }),
    });
    const ticked = device.folders.filter(({ dataType }) => alsoTicked.includes(dataType));
    if (ticked.length > 0) {
      const folders = ticked.map(({ id }) => ({ id, enabled: true }));
      await client.devices.update({ id: device.id, folders });
    }
    if (isPaused === true) await client.devices.setPaused({ id: device.id, paused: true });
  }
}

async function setUpOffice(server: DemoServer): Promise<DemoWays> {
  const { client } = server;
  const ways = await setUpWays(client);
  for (const person of office) await setUpPerson(server, person);
  await setUpSms(client);
  await client.push.setActive({ active: true });
  await client.system.setSetupDone({ done: true });
  return ways;
}

/** Something that happens in the office. */
interface Happening {
  readonly at: number;
  happen(): Promise<unknown>;
}

/** Lets the office live until `end`: changes come in, the engine and the phones do the rest. */
async function live(
  { client, idle }: DemoServer,
  clock: FakeClock,
  changes: readonly PlannedChange[],
  letters: readonly Happening[],
): Promise<void> {
  let met = 0;
  const happenings = changes.map(({ at, account, folder, origin }): Happening => ({
    at,
    async happen() {
      if (origin === 'another phone' && folder === 'contacts') {
        await meetSomebody(client, account, met);
        met += 1;
      } else {
        await client.changes.report({ account, folder, origin });
      }
    },
  }));
  const inTurn = [...happenings, ...letters].sort((one, other) => one.at - other.at);
  for (const { at, happen } of inTurn) {
    await clock.advance(Math.max(0, at - clock.now()));
    await happen();
    await idle();
  }
}

/** Whether the folder holds a demo that is still fresh. */
async function isFresh(markPath: string, now: number): Promise<boolean> {
  const madeAt = Number(await readFile(markPath, 'utf8').catch(() => 'NaN'));
  return madeAt <= now && now - madeAt < STALE_MS;
}

/**
 * Makes a week of history up to now, by running the real services on a clock that is moved, with
 * the simulator as their way out.
 */
export async function makeDemo({ dataDir, clock: real, start }: MakeDemoDeps): Promise<void> {
  const now = real.now();
  const markPath = join(dataDir, 'demo-made-at');
  if (await isFresh(markPath, now)) return;
  const files = ['pushdesk.sqlite', 'pushdesk.sqlite-wal', 'pushdesk.sqlite-shm', 'backups'];
  for (const name of files) await rm(join(dataDir, name), { recursive: true, force: true });

  const clock = createFakeClock(now - DAYS * DAY_MS);
  const random = seededRandom(2_948);
  const server = await start({ clock, random, isSilent: true, simulatorReportMs: 1_900 });
  try {
    const { client } = server;
    const { spareId } = await setUpOffice(server);
    await fillPhones(client, clock.now());
    const end = now - MINUTE_MS;
    const write = await createPostOffice({ client, clock, spareId });
    const letters = planLetters(end).map((letter) => ({
      at: letter.at,
      happen: () => write(letter),
    }));
    await live(server, clock, planHistory(clock.now(), end, random), letters);
    await clock.advance(Math.max(0, now - clock.now()));
    await server.idle();
    await nearTheBudget(client);
  } finally {
    await server.stop();
  }
  await writeFile(markPath, String(now));
}
