import type { QuietHours } from '../../shared/model/device.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** A clock change moves the end by no more than this. */
const LONGEST_SHIFT_MINUTES = 3 * 60;

/** Making one costs more than using it a thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    try {
      format = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone });
    } catch {
      // A zone that this machine does not know: better the wrong hour than no alert at all.
      format = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
    }
    formats.set(timeZone, format);
  }
  return format;
}

function minuteOfDay(format: Intl.DateTimeFormat, at: number): number {
  return minutesOf(format.format(at));
}

/** Minutes since midnight of `HH:MM`. */
function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/**
 * When the quiet hours that hold at `now` end, in milliseconds since 1970; null outside of them.
 * Hours with the same start and end are none. On a day with a clock change they end at the first
 * moment whose wall-clock time is outside of them.
 */
export function quietUntil(hours: QuietHours, now: number): number | null {
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const format = formatOf(hours.timeZone);
  const isQuiet = (at: number): boolean => {
    const minute = minuteOfDay(format, at);
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  };
  if (!isQuiet(now)) return null;

  // Zones differ from UTC by whole minutes, so wall clocks and `now` turn to a new minute together.
  const start = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const left = (to - minuteOfDay(format, now) + DAY_MINUTES) % DAY_MINUTES;
  const end = start + left * MINUTE_MS;
  if (!isQuiet(end) && isQuiet(end - MINUTE_MS)) return end;
  const first = Math.max(start, end - LONGEST_SHIFT_MINUTES * MINUTE_MS);
  for (let minute = 1; minute <= 2 * LONGEST_SHIFT_MINUTES; minute += 1) {
    const at = first + minute * MINUTE_MS;
    if (!isQuiet(at)) return at;
  }
  return end;
}
