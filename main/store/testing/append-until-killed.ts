import { systemClock } from '../../platform/clock.ts';
import { openStore } from '../open-store.ts';
import { logEntry, newChange } from './rows.ts';

/*
 * The child of crash.test.ts: reports changes until it is killed, and says each one on standard
 * output once the journal has acknowledged it. Arguments: database, prefix of the traces.
 */
const [, , path = '', prefix = ''] = process.argv;
const noSecrets = {
  seal: () => new Uint8Array(),
  open: () => '',
};
const store = await openStore({ path, clock: systemClock, secretBox: noSecrets });
let number = 0;
let logged = await store.log.lastId();

async function report(): Promise<void> {
  for (;;) {
    const traces = Array.from({ length: 1 + (number % 7) }, () => `${prefix}-${(number += 1)}`);
    await store.transaction(async (tx) => {
      await tx.changes.append(traces.map((id) => newChange(id)));
      await tx.values.set('reported', number);
    });
    logged += 1;
    await store.log.insert([logEntry(logged)]);
    process.stdout.write(`${traces.join('\n')}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await Promise.all([report(), report(), report()]);
