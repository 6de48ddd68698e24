import type { When } from '../item.ts';
import type { Component } from '../vobject/line.ts';
import { dayOf, isMidnight } from './reading.ts';
import { readingIn, shift } from './when.ts';

const markers: ReadonlyMap<string, RegExp> = new Map([
  ['X-FUNAMBOL-ALLDAY', /^(1|true)$/i],
  ['X-MICROSOFT-CDO-ALLDAYEVENT', /^true$/i],
  // Nokia's birthdays and day notes.
  ['X-EPOCAGENDAENTRYTYPE', /^(anniversary|event)$/i],
]);

/** Start and end of an event that may be one of whole days. */
export interface Span {
  readonly start: When | undefined;
  readonly end: When | undefined;
}

/**
 * vCalendar 1.0 has no days, only midnights: from 0:00 to 0:00, 23:59, 23:59:59 or 24:00 is a span
 * of days, also when it is written in UTC. Devices' own markers count as well.
 */
export function recogniseDays(span: Span, component: Component, zone: string): Span {
  const { start, end } = span;
  if (start === undefined || start.kind === 'date') {
    return { start, end: start !== undefined && end !== undefined ? dayOf(end, zone) : end };
  }
  if (!isMidnight(start, zone)) return span;
  const marked = component.lines.some((line) =>
    markers.get(line.name.toUpperCase())?.test(line.value.trim()),
  );
  const day = dayOf(start, zone);
  if (end === undefined) return marked ? { start: day, end: shift(day, 1, 0) } : span;
  const own = end.kind === 'zoned' ? end.zone : zone;
  const clock = Math.floor((readingIn(end, own) % 86_400_000) / 60_000);
  const lastMinute = clock === 24 * 60 - 1;
  const later = readingIn(end, own) > readingIn(start, own);
  if (lastMinute && later) return { start: day, end: shift(dayOf(end, zone), 1, 0) };
  if (clock === 0 && later) return { start: day, end: dayOf(end, zone) };
  return marked ? { start: day, end: shift(dayOf(end, zone), 1, 0) } : span;
}
