import type { ItemFieldName } from '../../../shared/model/item-fields.ts';
import { writeRule } from '../content/calendar/rule.ts';
import type { Alarm, EventItem, Person, TaskItem } from '../content/index.ts';
import { timeText } from './field-list.ts';
import type { FieldList } from './field-list.ts';

/** What a person reads of an event or a task. */
export function addPlannedFields(list: FieldList, item: EventItem | TaskItem): void {
  list.add('summary', item.summary);
  list.add('start', timeText(item.start));
  if (item.kind === 'event') {
    list.add('end', timeText(item.end));
  } else {
    list.add('due', timeText(item.due));
    list.add('completed', item.completed);
    list.add('percent', item.percent);
  }
  list.add('location', item.location);
  addSeries(list, item);
  for (const alarm of item.alarms ?? []) addAlarm(list, alarm);
  list.add('status', item.status);
  list.add('priority', item.priority === 0 ? undefined : item.priority);
  if (item.kind === 'event') list.addMark('transparent', item.transparent);
  if (item.organizer !== undefined) list.add('organizer', personText(item.organizer));
  for (const person of item.attendees ?? []) {
    list.add(attendeeFields[person.status ?? ''] ?? 'attendee', personText(person));
  }
  list.add('url', item.url);
  list.add('description', item.description);
}

/** RFC 5545 §3.2.12. */
const attendeeFields: Readonly<Partial<Record<string, ItemFieldName>>> = {
  ACCEPTED: 'attendeeAccepted',
  DECLINED: 'attendeeDeclined',
  TENTATIVE: 'attendeeTentative',
};

/** More dates than anybody reads are left out. */
const datesTold = 50;

function addSeries(list: FieldList, { recurrence, overrides = [] }: EventItem | TaskItem): void {
  for (const rule of recurrence?.rules ?? []) list.add('recurrence', writeRule(rule));
  for (const date of (recurrence?.dates ?? []).slice(0, datesTold)) {
    list.add('recurrenceDate', timeText(date));
  }
  for (const date of (recurrence?.exceptions ?? []).slice(0, datesTold)) {
    list.add('recurrenceException', timeText(date));
  }
  for (const { recurrenceId, start, summary } of overrides.slice(0, datesTold)) {
    const parts = [timeText(recurrenceId), '→', timeText(start), summary];
    list.add('changedInstance', parts.filter((part) => part !== undefined).join(' '));
  }
}

function addAlarm(list: FieldList, { trigger }: Alarm): void {
  if ('at' in trigger) {
    list.add('alarmAt', timeText(trigger.at));
    return;
  }
  const field = trigger.related === 'end' ? 'alarmBeforeEnd' : 'alarmBeforeStart';
  list.add(field, durationText(trigger.seconds));
}

/** `-P1DT2H30M`, `PT0S`. */
function durationText(seconds: number): string {
  const amount = Math.abs(seconds);
  const days = Math.floor(amount / 86_400);
  const rest = [
    [Math.floor(amount / 3_600) % 24, 'H'],
    [Math.floor(amount / 60) % 60, 'M'],
    [amount % 60, 'S'],
  ] as const;
  const time = rest.map(([count, unit]) => (count === 0 ? '' : `${String(count)}${unit}`)).join('');
  const sign = seconds < 0 ? '-' : '';
  if (amount === 0) return 'PT0S';
  return `${sign}P${days === 0 ? '' : `${String(days)}D`}${time === '' ? '' : `T${time}`}`;
}

function personText({ address, name }: Person): string {
  const plain = address.replace(/^mailto:/i, '');
  return name === undefined || name === plain ? plain : `${name} <${plain}>`;
}
