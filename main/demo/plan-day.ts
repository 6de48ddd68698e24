import type { Random } from '../platform/random.ts';
import { office } from './office.ts';

const HOUR_MS = 3_600_000;

/** A change that will be reported. */
export interface PlannedChange {
  readonly at: number;
  readonly account: string;
  readonly folder: 'contacts' | 'calendar' | 'tasks' | 'notes' | 'inbox';
  readonly origin: string;
}

const origins = ['webmail', 'Outlook', 'web calendar', 'another phone'] as const;
const folders = [
  'inbox',
  'inbox',
  'calendar',
  'calendar',
  'contacts',
  'contacts',
  'tasks',
  'notes',
] as const;

/** How much goes on in each hour of a working day. */
const busyness = [0, 0, 0, 0, 0, 0, 1, 2, 5, 6, 5, 4, 2, 4, 5, 5, 4, 2, 1, 1, 1, 0, 1, 0] as const;

function pick<Value>(values: readonly [Value, ...Value[]], random: Random): Value {
  return values[random.integer(values.length)] ?? values[0];
}

/** A change of somebody's at about `at`; one at random. */
export function inventChange(at: number, random: Random): PlannedChange {
  const person = office[random.integer(office.length)];
  return {
    at,
    account: person?.address ?? '',
    folder: pick(folders, random),
    origin: pick(origins, random),
  };
}

/**
 * What happens on the 24 hours from `start`, oldest first: much in the office's hours, little at
 * night and at weekends, and some changes that come in one go and are merged.
 */
export function planDay(start: number, random: Random): PlannedChange[] {
  const planned: PlannedChange[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    const begin = start + hour * HOUR_MS;
    const date = new Date(begin);
    const isWeekend = date.getDay() === 0 || date.getDay() === 6;
    const usual = busyness[date.getHours()] ?? 0;
    const count = isWeekend ? Math.floor(usual / 4) : usual + random.integer(2);
    for (let index = 0; index < (usual === 0 ? 0 : count); index += 1) {
      const change = inventChange(begin + random.integer(HOUR_MS), random);
      planned.push(change);
      if (random.integer(3) === 0) {
        planned.push({
          ...inventChange(change.at + random.integer(4_000), random),
          account: change.account,
        });
      }
    }
  }
  return planned.sort((one, other) => one.at - other.at);
}
