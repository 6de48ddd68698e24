import { open } from 'node:fs/promises';
import { systemClock } from '../../platform/clock.ts';
import { createIds } from '../../platform/ids.ts';
import { seededRandom } from '../../platform/random.ts';
import { openStore } from '../../store/open-store.ts';
import { createQueueFixture } from './queue-fixture.ts';
import { exampleMessage } from './sms-fixture.ts';

/*
 * The child of killed-queue.test.ts: puts messages into the queue and hands them over until it is
 * killed. What gateways are handed stands in a file at once, as on the wire; what the queue has
 * acknowledged is said on standard output. Arguments: database, file of what was handed over, seed.
 */
const [, , path = '', farSide = '', seed = ''] = process.argv;
const random = seededRandom(Number(seed));
const ids = createIds(systemClock, random);
const noSecrets = { seal: () => new Uint8Array(), open: () => '' };
const wire = await open(farSide, 'a');
const store = await openStore({ path, clock: systemClock, secretBox: noSecrets });
const { queue, start } = createQueueFixture({
  ...{ store, clock: systemClock, random },
  async handOver({ id }, gatewayId) {
    await wire.write(`${id} ${gatewayId}\n`);
    process.stdout.write(`handed ${id}\n`);
    for (let turns = random.integer(4); turns > 0; turns -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { outcome: 'accepted', providerId: id, detail: '' };
  },
});
await start();

async function put(): Promise<void> {
  for (;;) {
    const now = systemClock.now();
    const alert = exampleMessage(ids.next(), now);
    const text = exampleMessage(ids.next(), now, {
      ...{ alertId: null, source: 'api', class: 'normal' },
    });
    await queue.put([alert, text]);
    process.stdout.write(`taken ${alert.id}\ntaken ${text.id}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await Promise.all([put(), put(), put()]);
