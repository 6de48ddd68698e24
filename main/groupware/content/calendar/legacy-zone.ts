import type { When } from '../item.ts';
import type { Component, Line } from '../vobject/line.ts';
import { plainLine } from '../vobject/line.ts';
import { offsetText, transitionsOf } from './vtimezone-write.ts';
import { instantOf, readingOf, readWhen } from './when.ts';
import { readOffset, zoneByOffsets } from './zone-guess.ts';
import { offsetAt } from './zones.ts';

/**
 * The zone that TZ and DAYLIGHT of a vCalendar 1.0 object mean (vCalendar 1.0 §2.2): the user's own
 * when it has these offsets. Without them the user's own.
 */
export function readLegacyZone(calendar: Component, start: When | undefined, own: string): string {
  const value = (name: string): string =>
    calendar.lines.find((line) => line.name.toUpperCase() === name)?.value ?? '';
  const standard = readOffset(value('TZ'));
  if (standard === undefined) return own;
  const [on = '', saving, begin = '', end = ''] = value('DAYLIGHT').split(';');
  const summer = readOffset(saving);
  const from = readWhen(begin);
  const to = readWhen(end);
  if (/^true$/i.test(on.trim()) && summer !== undefined && from && to) {
    const begins = readingOf(from);
    const ends = readingOf(to);
    const month = 30 * 86_400_000;
    const probes = [
      { instant: begins - month, offset: standard },
      { instant: begins + month, offset: summer },
      { instant: ends - month, offset: summer },
      { instant: ends + month, offset: standard },
    ];
    return zoneByOffsets(probes, own) ?? own;
  }
  const instant = start === undefined ? undefined : instantOf(start, own);
  if (instant === undefined || offsetAt(own, instant) === standard) return own;
  if (standard === 0) return 'UTC';
  const year = new Date(instant).getUTCFullYear();
  const probes = [0, 6].map((month) => ({ instant: Date.UTC(year, month, 1), offset: standard }));
  return zoneByOffsets(probes, own) ?? own;
}

/** TZ and DAYLIGHT for the year of a series, so that its hours survive the change of the clocks. */
export function writeLegacyZone(zone: string, year: number): Line[] {
  const begins = Date.UTC(year, 0, 1);
  const [first, second, third] = transitionsOf(zone, year, year + 2);
  const winter = plainLine('TZ', offsetOf(offsetAt(zone, begins)));
  if (first === undefined || second === undefined) {
    return [winter, plainLine('DAYLIGHT', 'FALSE')];
  }
  const [on, off] = first.after > first.before ? [first, second] : [second, third ?? first];
  const value = ['TRUE', offsetOf(on.after), local(on.instant, on.before)];
  value.push(local(off.instant, off.before), '', '');
  return [plainLine('TZ', offsetOf(on.before)), plainLine('DAYLIGHT', value.join(';'))];
}

/** `+01:00`. */
function offsetOf(offset: number): string {
  const text = offsetText(offset);
  return `${text.slice(0, 3)}:${text.slice(3, 5)}`;
}

function local(instant: number, offset: number): string {
  return new Date(instant + offset).toISOString().slice(0, 19).replace(/[-:]/g, '');
}
