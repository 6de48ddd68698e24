import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../platform/random.ts';
import { bundleDeskProcess } from '../testing/desk-bundle.ts';
import type { DeskBundle } from '../testing/desk-bundle.ts';
import { createDeskSpares } from '../testing/desk-spares.ts';
import type { DeskProcess, DeskSpares } from '../testing/desk-spares.ts';
import { ada, openSyncDesk } from '../testing/sync-desk.ts';
import { httpPost, postAndVanish } from './testing/light-post.ts';
import type { LightPost } from './testing/light-post.ts';
import { contactsOf, createTwoDevices } from './testing/two-devices.ts';
import type { TwoDevices } from './testing/two-devices.ts';

const KILLS = 200;
const VANISHINGS = 100;
const seed = Number(process.env['PUSHDESK_SEED'] ?? '20260310');
/** A short while is drawn more often than a long one: most messages take no more than that. */
const MOST_DELAY_MS = 15;
/** The shortest session has three. */
const MOST_KILLED_REQUESTS = 5;
const MOST_REQUESTS = 8;

/** Lets both devices finish, and looks at all three sides. */
async function expectAllRight(office: TwoDevices, names: () => Promise<readonly string[]>) {
  const [one, two] = office.devices;
  await one.sync(office.drawOptions());
  await two.sync(office.drawOptions());
  await one.sync(office.drawOptions());
  expect(contactsOf(one)).toEqual(office.expected());
  expect(contactsOf(two)).toEqual(office.expected());
  expect(await names()).toEqual(office.expectedNames());
}

describe('a session that breaks', () => {
  let agent: Agent;

  beforeEach(() => {
    agent = new Agent({ keepAlive: true });
  });
  afterEach(() => agent.destroy());

  describe('because the server is killed', () => {
    let dataDir: string;
    let bundle: DeskBundle;
    let spares: DeskSpares;

    beforeEach(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-kill-'));
      bundle = await bundleDeskProcess();
      spares = createDeskSpares(bundle.script);
    });
    afterEach(async () => {
      await spares.stop();
      await bundle.remove();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    });

    it(`leaves exactly the right items, at ${KILLS} random moments`, async () => {
      const random = seededRandom(seed);
      let desk: DeskProcess = await spares.start(dataDir);
      const account = await desk.client.accounts.create({
        address: ada.user,
        password: ada.password,
      });
      const office = createTwoDevices({ ...ada, url: '' }, agent, random);
      const [one, two] = office.devices;
      const follow = (): void => {
        for (const device of office.devices) {
          device.url = `http://127.0.0.1:${desk.devicesPort}/syncml`;
        }
      };
      const names = async (): Promise<readonly string[]> => {
        const { items } = await desk.client.items.list({
          accountId: account.id,
          dataType: 'contacts',
        });
        return items.map(({ title }) => title).sort();
      };
      let broken = 0;
      follow();
      office.edit(0, 15);
      office.edit(1, 15);
      await expectAllRight(office, names);

      // Some sessions are over before their moment has come; those do not count.
      while (broken < KILLS) {
        office.edit(0, random.integer(12));
        office.edit(1, random.integer(6));
        if (random.integer(3) > 0) await two.sync(office.drawOptions());
        if (random.integer(20) === 0) {
          await one.sync();
          one.wipe();
        }
        const at = 1 + random.integer(MOST_KILLED_REQUESTS);
        const delay = MOST_DELAY_MS * (random.integer(1_000) / 1_000) ** 2;
        const post: LightPost = async (message) => {
          if (message.number === at) setTimeout(desk.kill, delay);
          return await httpPost(agent)(message);
        };
        await one.sync({ ...office.drawOptions(), post }).catch(() => (broken += 1));
        desk.kill();
        await desk.gone;
        expect(desk.faults).toEqual([]);
        desk = await spares.start(dataDir);
        follow();
        await expectAllRight(office, names);
      }
    }, 600_000);
  });

  it(`leaves exactly the right items when the client vanishes or repeats itself ${VANISHINGS} times`, async () => {
    const random = seededRandom(seed);
    const desk = await openSyncDesk();
    try {
      const office = createTwoDevices({ ...ada, url: desk.url }, agent, random);
      const names = async (): Promise<readonly string[]> =>
        (await desk.items('contacts')).map(({ title }) => title).sort();
      office.edit(0, 15);
      office.edit(1, 15);
      await expectAllRight(office, names);

      let broken = 0;
      let repeated = 0;
      let different = 0;
      for (let round = 0; round < VANISHINGS; round += 1) {
        office.edit(0, random.integer(12));
        office.edit(1, random.integer(6));
        if (random.integer(3) > 0) await office.devices[1].sync(office.drawOptions());
        const at = 1 + random.integer(MOST_REQUESTS);
        const way = random.integer(5);
        const post: LightPost = async (message) => {
          const send = httpPost(agent);
          if (message.number !== at) return await send(message);
          const { length } = message.body;
          if (way > 2) {
            // The answer was lost, or comes too late for the client: it says the same once more.
            const answers = way === 3 ? [await send(message)] : [];
            answers.push(...(await Promise.all([send(message), send(message)])));
            const [first = new Uint8Array(), ...others] = answers;
            repeated += 1;
            if (others.some((other) => Buffer.compare(first, other) !== 0)) different += 1;
            return first;
          }
          // Within a message, before the answer to it, or behind the answer.
          if (way === 0) await postAndVanish(message, random.integer(length));
          else if (way === 1) await postAndVanish(message, length);
          else await send(message);
          throw new Error('gone');
        };
        const options = office.drawOptions();
        desk.meter.reset();
        await office.devices[0].sync({ ...options, post }).catch(() => (broken += 1));
        for (const { response } of desk.meter.exchanges) {
          expect(response.length).toBeLessThanOrEqual(options.maxMessageSize ?? 0);
        }
        await expectAllRight(office, names);
      }
      expect(broken).toBeGreaterThan(VANISHINGS / 4);
      expect(repeated).toBeGreaterThan(VANISHINGS / 8);
      expect(different).toBe(0);
    } finally {
      await desk.close();
    }
  }, 300_000);
});
