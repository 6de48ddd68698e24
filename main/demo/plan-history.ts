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
  'calendar',
  'calendar',
  'calendar',
  'contacts',
  'contacts',
  'contacts',
  'inbox',
  'tasks',
] as const;

/** Changes in each hour of a working day. */
const busyness = [0, 0, 0, 0, 0, 0, 1, 3, 7, 8, 8, 6, 3, 6, 8, 8, 7, 4, 2, 1, 1, 0, 1, 0] as const;

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

/** An afternoon in the middle of the office's week: what it is at the end of the history. */
const officeNow = Date.UTC(2026, 0, 8, 15, 40);

/** How much goes on in the hour that begins at `at`, when the history ends at `end`. */
function busynessAt(at: number, end: number): number {
  // Counted back from the end, so that the demo is as lively at night as it is in the afternoon.
  const date = new Date(officeNow - (end - at));
  const usual = busyness[date.getUTCHours()] ?? 0;
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return isWeekend ? Math.floor(usual / 4) : usual;
}

/**
 * What happens from `start` to `end`, oldest first: much in the office's hours, little at night and
 * at weekends, and some changes that come in one go and are merged.
 */
export function planHistory(start: number, end: number, random: Random): PlannedChange[] {
  const planned: PlannedChange[] = [];
  for (let hour = start; hour < end; hour += HOUR_MS) {
    const usual = busynessAt(hour, end);
    const count = usual === 0 ? 0 : usual + random.integer(2);
    for (let index = 0; index < count; index += 1) {
      const change = inventChange(hour + random.integer(HOUR_MS), random);
      planned.push(change);
      if (random.integer(3) > 0) continue;
      const next = inventChange(change.at + random.integer(4_000), random);
      planned.push({ ...next, account: change.account });
    }
  }
  return planned.filter(({ at }) => at < end).sort((one, other) => one.at - other.at);
}
