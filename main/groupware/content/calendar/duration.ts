/** A duration: whole days are days of the calendar, the rest is exact (RFC 5545 §3.3.6). */
export interface Duration {
  readonly days: number;
  readonly seconds: number;
}

const pattern =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** Reads `-PT15M`, `P1W`, `P1DT2H`; undefined when it is none. */
export function readDuration(text: string): Duration | undefined {
  const match = pattern.exec(text.trim());
  if (match === null || /[PT]$/i.test(text.trim())) return undefined;
  const [, sign, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const factor = sign === '-' ? -1 : 1;
  const exact = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  // "+ 0" turns the negative zero of "-PT0S" into zero.
  return {
    days: factor * (Number(weeks) * 7 + Number(days)) + 0,
    seconds: factor * exact + 0,
  };
}

/** Writes seconds as `-PT15M`; whole days as `-P1D`. */
export function writeDuration(total: number): string {
  const sign = total < 0 ? '-' : '';
  const all = Math.abs(Math.trunc(total));
  const days = Math.floor(all / 86_400);
  const hours = Math.floor((all % 86_400) / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  const seconds = all % 60;
  const time = `${part(hours, 'H')}${part(minutes, 'M')}${part(seconds, 'S')}`;
  if (days === 0 && time === '') return 'PT0S';
  return `${sign}P${part(days, 'D')}${time === '' ? '' : `T${time}`}`;
}

/** All of it in seconds, with days of 24 hours. */
export function totalSeconds(duration: Duration): number {
  return duration.days * 86_400 + duration.seconds;
}

function part(count: number, unit: string): string {
  return count === 0 ? '' : `${String(count)}${unit}`;
}
