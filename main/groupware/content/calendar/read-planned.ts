import { compact } from '../compact.ts';
import type { Alarm, EventItem, RawProperty, RecurrenceRule, TaskItem, When } from '../item.ts';
import type { Component, Line } from '../vobject/line.ts';
import { toRaw, toRawComponent } from '../vobject/raw.ts';
import { readAlarm, readLegacyAlarm } from './alarm.ts';
import { recogniseDays } from './all-day.ts';
import { readDuration } from './duration.ts';
import { gatherPlanned, type Gathered } from './gather-planned.ts';
import { readLegacyRule } from './legacy-rule.ts';
import { adjuster, exactly, readTaskDays } from './planned-times.ts';
import type { Reading } from './reading.ts';
import { readRule } from './rule.ts';
import { shift } from './when.ts';

/** Reads one VEVENT or VTODO of either calendar version. */
export function readPlanned(component: Component, reading: Reading): EventItem | TaskItem {
  return settle(gatherPlanned(component, reading), component, reading);
}

/** Puts together what depends on several lines: days, durations, rules, alarms. */
function settle(gathered: Gathered, component: Component, reading: Reading): EventItem | TaskItem {
  const { duration, ruleLines, alarmLines, dates, exceptions, people, extras, kept, ...rest } =
    gathered;
  const { due, completed, percent, end: writtenEnd, transparent, ...shared } = rest;
  const task = component.name === 'VTODO';
  const localZone = reading.localZone ?? reading.profile.zone;
  let start = shared.start;
  let end = task ? due : writtenEnd;
  if (end === undefined && start !== undefined && duration !== undefined) {
    const length = readDuration(duration.value);
    if (length !== undefined) end = shift(start, length.days, length.seconds);
  }
  if (reading.legacy) {
    // The clock that TZ and DAYLIGHT describe tells the midnights, which may not be the user's.
    ({ start, end } = task
      ? readTaskDays(start, end, localZone, reading.profile.zone)
      : recogniseDays({ start, end }, component, localZone));
  }
  const adjust = adjuster(start, reading);
  const instanceOf = exactly(adjust);
  // A task may begin on a day and be due at an hour.
  if (!task) end = adjust(end);
  else if (start?.kind !== 'date') end = adjuster(undefined, reading)(end);
  start = adjust(start);
  const rules: RecurrenceRule[] = [];
  for (const line of ruleLines) {
    const rule = readAnyRule(line, start ?? end, localZone, reading);
    if (rule === undefined) extras.push(toRaw(line, reading.escaping));
    else rules.push(rule);
  }
  const planned = {
    ...shared,
    start,
    recurrenceId: instanceOf(shared.recurrenceId),
    recurrence: compact({
      rules,
      dates: dates.flatMap((when) => instanceOf(when) ?? []),
      exceptions: exceptions.flatMap((when) => instanceOf(when) ?? []),
    }),
    attendees: people,
    alarms: readAlarms(component, alarmLines, { start, end }, extras, reading),
    components: component.components
      .filter((child) => !isAlarm(child, reading))
      .map((child) => toRawComponent(child, reading.escaping)),
    extra: extras,
    params: kept,
  };
  return task
    ? compact<TaskItem>({ kind: 'task', ...planned, due: end, completed, percent })
    : compact<EventItem>({
        kind: 'event',
        ...planned,
        end,
        transparent: transparent === true ? true : undefined,
      });
}

function readAlarms(
  component: Component,
  lines: readonly Line[],
  reference: { start: When | undefined; end: When | undefined },
  extras: RawProperty[],
  reading: Reading,
): Alarm[] {
  const alarms = component.components.flatMap((child) =>
    isAlarm(child, reading) ? (readAlarm(child, reading.escaping) ?? []) : [],
  );
  const zone = reading.localZone ?? reading.profile.zone;
  for (const line of lines) {
    const alarm = readLegacyAlarm(line, reference, reading.escaping, zone);
    if (alarm !== undefined) alarms.push(alarm);
    else if (/[^;\s]/.test(line.value)) extras.push(toRaw(line, reading.escaping));
  }
  return alarms;
}

function isAlarm(component: Component, reading: Reading): boolean {
  return component.name === 'VALARM' && readAlarm(component, reading.escaping) !== undefined;
}

function readAnyRule(
  line: Line,
  start: When | undefined,
  localZone: string,
  reading: Reading,
): RecurrenceRule | undefined {
  const zone = start?.kind === 'zoned' ? start.zone : reading.localZone;
  if (!reading.legacy || line.value.includes('FREQ=')) {
    const rule = readRule(line.value, start?.kind === 'floating' ? undefined : (zone ?? localZone));
    return rule;
  }
  return start === undefined ? undefined : readLegacyRule(line.value, start, zone);
}
