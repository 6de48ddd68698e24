import type { Component, Line } from '../vobject/line.ts';
import { plainLine } from '../vobject/line.ts';
import { weekdays } from './rule.ts';
import { offsetAt } from './zones.ts';

const hour = 3_600_000;
const day = 86_400_000;

/** One change of the clocks. */
interface Transition {
  /** UTC, milliseconds. */
  readonly instant: number;
  readonly before: number;
  readonly after: number;
}

const cache = new Map<string, Component>();

/**
 * The VTIMEZONE of an IANA zone for what happens from `year` on (RFC 5545 §3.6.5). A change that
 * keeps to a rule for five years becomes that rule; others are listed for ten years.
 */
export function writeTimezone(zone: string, year: number): Component {
  const key = `${zone} ${String(year)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size > 500) cache.clear();
  const component = buildTimezone(zone, year);
  cache.set(key, component);
  return component;
}

/** Changes of the clocks in a zone from the start of one year to the start of another. */
export function transitionsOf(zone: string, fromYear: number, toYear: number): Transition[] {
  const found: Transition[] = [];
  const end = startOf(toYear);
  let at = startOf(fromYear);
  let offset = offsetAt(zone, at);
  // No zone changes twice within a fortnight but for Ramadan in Morocco, which takes a month.
  for (let next = at + 14 * day; at < end; next += 14 * day) {
    const following = offsetAt(zone, next);
    if (following !== offset) {
      const instant = bisect(zone, at, next, offset);
      if (instant < end) found.push({ instant, before: offset, after: following });
    }
    offset = following;
    at = next;
  }
  return found;
}

function buildTimezone(zone: string, year: number): Component {
  const lines = [plainLine('TZID', zone)];
  const changes = transitionsOf(zone, year - 1, year + 10);
  const base = offsetAt(zone, startOf(year - 1));
  const components: Component[] = [];
  const rules = recurring(changes);
  if (rules !== undefined) {
    components.push(...rules);
  } else {
    components.push(observance(base, base, '19700101T000000', []));
    for (const change of changes) {
      const start = localText(change.instant + change.before);
      components.push(observance(change.before, change.after, start, []));
    }
  }
  return { name: 'VTIMEZONE', lines, components };
}

/** Two changes a year that keep to "the n-th weekday of a month"; undefined when they do not. */
function recurring(changes: readonly Transition[]): Component[] | undefined {
  const years = new Map<number, Transition[]>();
  for (const change of changes) {
    const year = new Date(change.instant + change.before).getUTCFullYear();
    years.set(year, [...(years.get(year) ?? []), change]);
  }
  const all = [...years.values()];
  const first = all[0];
  if (first?.length !== 2 || all.length < 5 || all.some((list) => list.length !== 2)) {
    return undefined;
  }
  const components: Component[] = [];
  for (const index of [0, 1]) {
    const same = all.flatMap((list) => list[index] ?? []);
    const rule = commonRule(same);
    const sample = same[0];
    if (rule === undefined || sample === undefined) return undefined;
    const start = localText(sample.instant + sample.before);
    components.push(observance(sample.before, sample.after, start, [plainLine('RRULE', rule)]));
  }
  return components;
}

function commonRule(changes: readonly Transition[]): string | undefined {
  const first = changes[0];
  if (first === undefined) return undefined;
  const sample = new Date(first.instant + first.before);
  const weekday = weekdays[(sample.getUTCDay() + 6) % 7] ?? 'SU';
  const nths = [...nthOf(sample)].filter((nth) =>
    changes.every((change) => {
      const local = new Date(change.instant + change.before);
      return (
        local.getUTCDay() === sample.getUTCDay() &&
        local.getUTCMonth() === sample.getUTCMonth() &&
        local.getTime() % day === sample.getTime() % day &&
        change.before === first.before &&
        change.after === first.after &&
        nthOf(local).includes(nth)
      );
    }),
  );
  const nth = nths.at(-1);
  if (nth === undefined) return undefined;
  return `FREQ=YEARLY;BYMONTH=${String(sample.getUTCMonth() + 1)};BYDAY=${String(nth)}${weekday}`;
}

/** The n of "n-th weekday", from the start of the month and from its end. */
function nthOf(date: Date): number[] {
  const dayOfMonth = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return [Math.ceil(dayOfMonth / 7), -Math.ceil((length - dayOfMonth + 1) / 7)];
}

function observance(
  before: number,
  after: number,
  start: string,
  more: readonly Line[],
): Component {
  return {
    name: after > before ? 'DAYLIGHT' : 'STANDARD',
    lines: [
      plainLine('DTSTART', start),
      ...more,
      plainLine('TZOFFSETFROM', offsetText(before)),
      plainLine('TZOFFSETTO', offsetText(after)),
    ],
    components: [],
  };
}

/** `+0100`, with seconds where a zone of old has them. */
export function offsetText(offset: number): string {
  const total = Math.abs(Math.trunc(offset / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const seconds = total % 60 === 0 ? '' : pad(total % 60);
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(total / 3600))}${pad(Math.floor((total % 3600) / 60))}${seconds}`;
}

function bisect(zone: string, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > hour / 60) {
    const middle = low + Math.floor((high - low) / 2 / 60_000) * 60_000;
    if (middle === low) break;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function startOf(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.min(Math.max(year, 1900), 2200), 0, 1);
  return date.getTime();
}

function localText(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace(/[-:]/g, '');
}
