import { dayOf } from '../calendar/reading.ts';
import { dateOf, instantOf, readingOf, readWhen, shift } from '../calendar/when.ts';
import { compact } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant, writeInstant } from '../instant.ts';
import type { Alarm, EventItem, Recurrence, TaskItem, When } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { intoZone } from '../calendar/reading.ts';
import { sensitivities } from './contact-slots.ts';
import { childText, readXml, writeElement, writeXml, type Element } from './flat-xml.ts';
import { readSifExtra, writeSifExtra } from './sif-extra.ts';
import { isTrue, readSifRule, ruleElements, stamp, writeSifRule } from './sif-rule.ts';

const shared = [
  'SIFVersion',
  'Subject',
  'Body',
  'Location',
  'Categories',
  'Importance',
  'Sensitivity',
  'ReminderSet',
  'AllDayEvent',
  ...ruleElements,
];
const names = (...own: string[]): ReadonlySet<string> =>
  new Set([...shared, ...own].map((name) => name.toLowerCase()));
const eventNames = names('Start', 'End', 'BusyStatus', 'ReminderMinutesBeforeStart', 'Duration');
const taskNames = names(
  'StartDate',
  'DueDate',
  'DateCompleted',
  'Complete',
  'PercentComplete',
  'Status',
  'ReminderTime',
);

/** What events and tasks have in common here. */
type SharedFields = Partial<
  Pick<
    EventItem,
    | 'summary'
    | 'description'
    | 'location'
    | 'categories'
    | 'priority'
    | 'classification'
    | 'recurrence'
  >
>;

const taskStatuses = [
  'NEEDS-ACTION',
  'IN-PROCESS',
  'COMPLETED',
  'X-WAITING',
  'X-DEFERRED',
] as const;

/** Reads a SIF-E event. Days end with their last one, as Funambol's clients count. */
export function readSifEvent(bytes: Uint8Array, profile: ContentProfile): EventItem {
  const root = readXml(bytes, 'sif', profile);
  if (root.name !== 'appointment') throw new ContentError('sif', 'malformed', root.name);
  const allDay = isTrue(childText(root, 'AllDayEvent'));
  const time = timeReader(root, profile);
  let start = time('Start');
  let end = time('End');
  if (start !== undefined && (allDay || start.kind === 'date')) {
    start = dayOf(start, profile.zone);
    end = lastDayToEnd(end ?? start, profile.zone);
  }
  const minutes = Number(childText(root, 'ReminderMinutesBeforeStart') ?? Number.NaN);
  const rings = isTrue(childText(root, 'ReminderSet')) && Number.isInteger(minutes);
  return compact<EventItem>({
    kind: 'event',
    ...readShared(root, start, profile),
    start,
    end,
    transparent: childText(root, 'BusyStatus') === '0' ? true : undefined,
    status: childText(root, 'BusyStatus') === '1' ? 'TENTATIVE' : undefined,
    alarms: rings ? [alarmAt({ seconds: -minutes * 60, related: 'start' })] : undefined,
    extra: readSifExtra(root, eventNames),
  });
}

/** Writes a SIF-E event. */
export function writeSifEvent(event: EventItem, profile: ContentProfile): Uint8Array {
  const { start, end } = event;
  const allDay = start?.kind === 'date';
  const parts = writeShared(event, start, profile);
  parts.push(writeElement('AllDayEvent', allDay ? '1' : '0'));
  if (start !== undefined) parts.push(writeElement('Start', writeTime(start, profile)));
  const last = allDay ? shift(end ?? shift(start, 1, 0), -1, 0) : end;
  if (last !== undefined) parts.push(writeElement('End', writeTime(last, profile)));
  const busy = event.transparent === true ? '0' : event.status === 'TENTATIVE' ? '1' : '2';
  parts.push(writeElement('BusyStatus', busy));
  const minutes = minutesBefore(event.alarms?.[0], event);
  parts.push(writeElement('ReminderSet', minutes === undefined ? '0' : '1'));
  if (minutes !== undefined) {
    parts.push(writeElement('ReminderMinutesBeforeStart', String(minutes)));
  }
  return writeXml('appointment', [...parts, ...writeSifExtra(event.extra)], profile);
}

/** Reads a SIF-T task. */
export function readSifTask(bytes: Uint8Array, profile: ContentProfile): TaskItem {
  const root = readXml(bytes, 'sif', profile);
  if (root.name !== 'task') throw new ContentError('sif', 'malformed', root.name);
  const time = timeReader(root, profile);
  const day = (name: string): When | undefined => {
    const when = time(name);
    const whole = when !== undefined && readingOf(intoZone(when, profile.zone)) % 86_400_000 === 0;
    return whole ? dayOf(when, profile.zone) : when;
  };
  const start = day('StartDate');
  const due = day('DueDate');
  const percent = Number(childText(root, 'PercentComplete') ?? Number.NaN);
  const complete = isTrue(childText(root, 'Complete'));
  const status = taskStatuses[Number(childText(root, 'Status') ?? Number.NaN)];
  const rings = time('ReminderTime');
  const alarm = isTrue(childText(root, 'ReminderSet')) && rings !== undefined;
  return compact<TaskItem>({
    kind: 'task',
    ...readShared(root, start ?? due, profile),
    start,
    due,
    completed: readInstant(childText(root, 'DateCompleted') ?? ''),
    percent: Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : undefined,
    status: complete ? 'COMPLETED' : status,
    alarms: alarm ? [alarmAt({ at: rings })] : undefined,
    extra: readSifExtra(root, taskNames),
  });
}

/** Writes a SIF-T task. */
export function writeSifTask(task: TaskItem, profile: ContentProfile): Uint8Array {
  const { start, due, completed, percent, status } = task;
  const parts = writeShared(task, start ?? due, profile);
  if (start !== undefined) parts.push(writeElement('StartDate', writeTime(start, profile)));
  if (due !== undefined) parts.push(writeElement('DueDate', writeTime(due, profile)));
  if (completed !== undefined) parts.push(writeElement('DateCompleted', writeInstant(completed)));
  parts.push(writeElement('Complete', status === 'COMPLETED' ? '1' : '0'));
  if (percent !== undefined) parts.push(writeElement('PercentComplete', String(percent)));
  const index = taskStatuses.findIndex((word) => word === status);
  if (index >= 0) parts.push(writeElement('Status', String(index)));
  const rings = ringsAt(task, profile.zone);
  parts.push(writeElement('ReminderSet', rings === undefined ? '0' : '1'));
  if (rings !== undefined) parts.push(writeElement('ReminderTime', rings));
  return writeXml('task', [...parts, ...writeSifExtra(task.extra)], profile);
}

function readShared(root: Element, start: When | undefined, profile: ContentProfile): SharedFields {
  const importance = Number(childText(root, 'Importance') ?? 1);
  const sensitivity = Number(childText(root, 'Sensitivity') ?? 0);
  const rule = readSifRule(root, start, profile.zone);
  const list = root.children.find((child) => child.name === 'Exceptions');
  const dates = (name: string): When[] =>
    (list?.children ?? []).flatMap((child) => {
      const when = child.name === name ? readWhen(child.text, profile.zone) : undefined;
      if (when === undefined) return [];
      return start?.kind === 'date' ? dayOf(when, profile.zone) : when;
    });
  return compact<SharedFields>({
    summary: childText(root, 'Subject'),
    description: childText(root, 'Body'),
    location: childText(root, 'Location'),
    categories: childText(root, 'Categories')
      ?.split(/[,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    priority: importance === 2 ? 1 : importance === 0 ? 9 : undefined,
    classification: sensitivity > 0 ? sensitivities[sensitivity] : undefined,
    recurrence: compact<Recurrence>({
      rules: rule === undefined ? [] : [rule],
      exceptions: dates('ExcludeDate'),
      dates: dates('IncludeDate'),
    }),
  });
}

function writeShared(
  item: EventItem | TaskItem,
  start: When | undefined,
  profile: ContentProfile,
): string[] {
  const parts = [writeElement('SIFVersion', '1.0')];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') parts.push(writeElement(name, value));
  };
  add('Subject', item.summary);
  add('Body', item.description);
  add('Location', item.location);
  add('Categories', item.categories?.join(', '));
  const priority = item.priority ?? 0;
  add('Importance', priority === 0 || priority === 5 ? '1' : priority < 5 ? '2' : '0');
  const sensitivity = sensitivities.findIndex((word) => word === item.classification);
  add('Sensitivity', String(Math.max(sensitivity, 0)));
  const rules = item.recurrence?.rules ?? [];
  // Outlook has one rule for a series.
  const rule = writeSifRule(rules.length === 1 ? rules[0] : undefined, start, profile.zone);
  parts.push(...rule);
  if (rule.length === 1) return parts;
  const changed = (item.overrides ?? []).flatMap((override) => override.recurrenceId ?? []);
  const excluded = [...(item.recurrence?.exceptions ?? []), ...changed];
  const dates = [
    ...excluded.map((when) => writeElement('ExcludeDate', writeTime(when, profile))),
    ...(item.recurrence?.dates ?? []).map((when) =>
      writeElement('IncludeDate', writeTime(when, profile)),
    ),
  ];
  if (dates.length > 0) parts.push(`<Exceptions>${dates.join('')}</Exceptions>`);
  return parts;
}

/** SIF writes instants; a series belongs to the clock of the user. */
function timeReader(root: Element, profile: ContentProfile): (name: string) => When | undefined {
  const recurring = isTrue(childText(root, 'IsRecurring'));
  return (name) => {
    const when = readWhen(childText(root, name) ?? '', profile.zone);
    return when !== undefined && recurring ? intoZone(when, profile.zone) : when;
  };
}

function writeTime(when: When, profile: ContentProfile): string {
  return when.kind === 'date' ? when.at : stamp(when, profile.zone);
}

/** The last day (or its 23:59) becomes the first day after. */
function lastDayToEnd(end: When, zone: string): When {
  return shift(dateOf(readingOf(dayOf(end, zone))), 1, 0);
}

function alarmAt(trigger: Alarm['trigger']): Alarm {
  return { action: 'display', trigger };
}

function minutesBefore(alarm: Alarm | undefined, event: EventItem): number | undefined {
  if (alarm === undefined || event.start === undefined) return undefined;
  const { trigger } = alarm;
  const from = instantOf(event.start, 'UTC');
  const reference = 'at' in trigger ? 0 : trigger.related === 'end' ? event.end : event.start;
  if (reference === undefined) return undefined;
  const at =
    'at' in trigger
      ? instantOf(trigger.at, 'UTC')
      : instantOf(reference === 0 ? event.start : reference, 'UTC') + trigger.seconds * 1000;
  // Outlook rings before the start or not at all.
  const minutes = Math.round((from - at) / 60_000);
  return minutes >= 0 ? minutes : undefined;
}

function ringsAt(task: TaskItem, zone: string): string | undefined {
  const trigger = task.alarms?.[0]?.trigger;
  if (trigger === undefined) return undefined;
  if ('at' in trigger) return stamp(trigger.at, zone);
  const from = trigger.related === 'end' ? task.due : (task.start ?? task.due);
  if (from === undefined) return undefined;
  const midnight: When =
    from.kind === 'date' ? { kind: 'floating', at: `${from.at}T00:00:00` } : from;
  const instant = instantOf(midnight, zone) + trigger.seconds * 1000;
  return stamp({ kind: 'utc', at: `${new Date(instant).toISOString().slice(0, 19)}Z` }, zone);
}
