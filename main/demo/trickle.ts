import type { ApiClient } from '../api/client.ts';
import type { Clock, Stop } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import { inventChange } from './plan-history.ts';
import type { PlannedChange } from './plan-history.ts';
import { thriftyAddress } from './sms-office.ts';

/** A change comes after so long at the earliest, and twice as long at the latest. */
const PAUSE_MS = 25_000;

/** Lets a change happen in the demo office now and then. Each says that the demo made it. */
export function startDemoTrickle(deps: {
  readonly client: Pick<ApiClient, 'changes'>;
  readonly clock: Clock;
  readonly random: Random;
}): Stop {
  const { client, clock, random } = deps;
  let isStopped = false;
  let stopTimer: Stop;
  function plan(): void {
    stopTimer = clock.after(PAUSE_MS + random.integer(PAUSE_MS), () => {
      const { account, folder } = changeOfSomebody(clock.now(), random);
      // Somebody who looks at the demo may have removed the account or the folder.
      const reported = client.changes.report({ account, folder, origin: 'demo' });
      void reported
        .catch(() => undefined)
        .then(() => {
          if (!isStopped) plan();
        });
    });
  }
  plan();
  return () => {
    isStopped = true;
    stopTimer();
  };
}

/** Not of the front desk: what is left of its budget of SMS is for whoever looks at the demo. */
function changeOfSomebody(at: number, random: Random): PlannedChange {
  let change = inventChange(at, random);
  while (change.account === thriftyAddress) change = inventChange(at, random);
  return change;
}
