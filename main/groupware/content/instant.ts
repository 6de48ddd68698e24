const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** What devices write, and what every calendar has: no month is shorter than 28 days. */
const common =
  /^(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):?([0-5]\d):?([0-5]\d)Z$/;

/** `2024-03-31T08:00:00Z` from any ISO 8601 instant; without an offset it counts as UTC. */
export function readInstant(text: string): string | undefined {
  const plain = common.exec(text);
  if (plain !== null) {
    const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = plain;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  }
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset = 'Z'] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute) - offsetMinutes(offset), Number(second));
  const time = date.toISOString();
  // Years beyond 9999 have a sign in front and fit no format.
  return /^\d{4}-/.test(time) ? `${time.slice(0, 19)}Z` : undefined;
}

/** `20240331T080000Z`. */
export function writeInstant(instant: string): string {
  return instant.replace(/[-:]/g, '');
}

function offsetMinutes(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}
