/** IANA time zones through Intl: no tables of our own to go stale. */

const minute = 60_000;
const day = 86_400_000;
const namePattern = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;
const utcNames = new Set(['utc', 'etc/utc', 'gmt', 'etc/gmt', 'z', 'zulu', 'etc/zulu', 'uct']);

/** Zone names come from outside: what is remembered about them is bounded. */
const cacheSize = 2_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();

/**
 * The IANA zone of a name in any letter case, `UTC` for the names of universal time, undefined when
 * there is no such zone.
 */
export function findZone(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed.length > 64 || !namePattern.test(trimmed)) return undefined;
  if (utcNames.has(trimmed.toLowerCase())) return 'UTC';
  const format = formatOf(trimmed);
  if (format === null) return undefined;
  const resolved = format.resolvedOptions().timeZone;
  return resolved.toLowerCase() === trimmed.toLowerCase() ? resolved : trimmed;
}

/** Milliseconds that clocks of the zone are ahead of UTC at an instant; 0 for unknown zones. */
export function offsetAt(zone: string, instant: number): number {
  // Clocks change at full quarters of an hour, so one answer serves a quarter.
  const quarter = Math.floor(instant / (15 * minute));
  let known = offsets.get(zone);
  if (known === undefined) {
    if (offsets.size >= cacheSize) offsets.clear();
    known = new Map();
    offsets.set(zone, known);
  }
  const cached = known.get(quarter);
  if (cached !== undefined) return cached;
  if (known.size >= 20_000) known.clear();
  const offset = computeOffset(zone, quarter * 15 * minute);
  known.set(quarter, offset);
  return offset;
}

/**
 * The instant of a local reading (both in milliseconds, the local one as if it were UTC). Of a
 * reading that comes twice the first counts; one that is skipped goes on with the offset before the
 * gap (RFC 5545 §3.3.5).
 */
export function localToInstant(zone: string, local: number): number {
  const before = offsetAt(zone, local - day);
  const after = offsetAt(zone, local + day);
  const candidates = [before, after].map((offset) => ({ offset, instant: local - offset }));
  const valid = candidates.filter(({ offset, instant }) => offsetAt(zone, instant) === offset);
  if (valid.length === 0) return local - before;
  return Math.min(...valid.map(({ instant }) => instant));
}

/** The local reading of an instant, in milliseconds as if it were UTC. */
export function instantToLocal(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

function computeOffset(zone: string, instant: number): number {
  const format = formatOf(zone);
  if (format === null || Math.abs(instant) > 8e15) return 0;
  const fields: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) fields[type] = Number(value);
  const local = new Date(0);
  local.setUTCFullYear(fields['year'] ?? 1970, (fields['month'] ?? 1) - 1, fields['day'] ?? 1);
  local.setUTCHours(fields['hour'] ?? 0, fields['minute'] ?? 0, fields['second'] ?? 0);
  return local.getTime() - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (formats.size >= cacheSize) formats.clear();
  const format = makeFormat(zone);
  formats.set(zone, format);
  return format;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}
