import { compact } from '../compact.ts';
import type { Alarm, AlarmTrigger, When } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import type { Escaping } from '../vobject/escaping.ts';
import { paramValue, plainLine, type Component, type Line } from '../vobject/line.ts';
import { fromRaw, textOf, toRaw } from '../vobject/raw.ts';
import { readDuration, totalSeconds, writeDuration } from './duration.ts';
import { compactForm, instantOf, readingIn, readWhen, shift, localWhen, utc } from './when.ts';

const actions = ['audio', 'display', 'email', 'procedure'] as const;
const legacyNames = {
  audio: 'AALARM',
  display: 'DALARM',
  email: 'MALARM',
  procedure: 'PALARM',
} as const;
const known = new Set(['ACTION', 'TRIGGER', 'DESCRIPTION', 'REPEAT', 'DURATION']);

/** What an alarm counts from. */
export interface AlarmReference {
  readonly start: When | undefined;
  /** End of an event, due time of a task. */
  readonly end: When | undefined;
}

/** Reads a VALARM (RFC 5545 §3.6.6); undefined when it does not say when it rings. */
export function readAlarm(component: Component, escaping: Escaping): Alarm | undefined {
  const line = (name: string): Line | undefined =>
    component.lines.find((each) => each.name.toUpperCase() === name);
  const trigger = readTrigger(line('TRIGGER'));
  const word = line('ACTION')?.value.trim().toLowerCase() ?? 'display';
  const action = actions.find((name) => name === word);
  if (trigger === undefined || action === undefined) return undefined;
  const description = line('DESCRIPTION');
  const count = Number(line('REPEAT')?.value ?? 0);
  const pause = readDuration(line('DURATION')?.value ?? '');
  return compact<Alarm>({
    action,
    trigger,
    description: description === undefined ? undefined : textOf(description, escaping),
    repeat: repeatOf(count, pause === undefined ? 0 : totalSeconds(pause)),
    extra: component.lines
      .filter((each) => !known.has(each.name.toUpperCase()))
      .map((each) => toRaw(each, escaping)),
  });
}

/** Writes a VALARM. */
export function writeAlarm(
  alarm: Alarm,
  summary: string | undefined,
  escaping: Escaping,
): Component {
  const lines: Line[] = [plainLine('ACTION', alarm.action.toUpperCase())];
  const { trigger } = alarm;
  if ('at' in trigger) {
    const params = [{ name: 'VALUE', values: ['DATE-TIME'] }];
    lines.push({ name: 'TRIGGER', params, value: compactForm(utc(instantOf(trigger.at, 'UTC'))) });
  } else {
    const params = trigger.related === 'end' ? [{ name: 'RELATED', values: ['END'] }] : [];
    lines.push({ name: 'TRIGGER', params, value: writeDuration(trigger.seconds) });
  }
  // RFC 5545 asks for a text where something is shown.
  const description = alarm.description ?? (alarm.action === 'audio' ? undefined : summary);
  if (description !== undefined) {
    lines.push(plainLine('DESCRIPTION', escaping.writeText(description)));
  }
  if (alarm.repeat !== undefined) {
    lines.push(plainLine('REPEAT', String(alarm.repeat.count)));
    lines.push(plainLine('DURATION', writeDuration(alarm.repeat.seconds)));
  }
  for (const property of alarm.extra ?? []) lines.push(fromRaw(property, escaping));
  return { name: 'VALARM', lines, components: [] };
}

/**
 * Reads AALARM, DALARM, MALARM, PALARM (vCalendar 1.0 §2.3.1). Times become distances from the
 * start: a series rings each time, and a moved event takes its alarm along.
 */
export function readLegacyAlarm(
  line: Line,
  reference: AlarmReference,
  escaping: Escaping,
  zone: string,
): Alarm | undefined {
  const entry = Object.entries(legacyNames).find(([, name]) => name === line.name.toUpperCase());
  const [runs = '', snooze = '', repeat = '', ...content] = escaping.readParts(
    line.value,
    'vcalendar',
  );
  const relative = readDuration(runs);
  const at = relative === undefined ? readWhen(runs, zone) : undefined;
  const trigger = relative ? fromStart(totalSeconds(relative)) : legacyTrigger(at, reference, zone);
  if (entry === undefined || trigger === undefined) return undefined;
  const pause = readDuration(snooze);
  return compact<Alarm>({
    action: actions.find((action) => action === entry[0]) ?? 'display',
    trigger,
    description: content.join(';').trim(),
    repeat: repeatOf(Number(repeat), pause === undefined ? 0 : totalSeconds(pause)),
  });
}

/** Writes an alarm the way the device knows; undefined when it has nothing to count from. */
export function writeLegacyAlarm(
  alarm: Alarm,
  reference: AlarmReference,
  escaping: Escaping,
  profile: ContentProfile,
  zone: string,
): Line | undefined {
  const wanted = legacyNames[alarm.action];
  const name =
    profile.alarmProperties.find((each) => each === wanted) ?? profile.alarmProperties[0];
  if (name === undefined) return undefined;
  const runs = runTime(alarm.trigger, reference, profile, zone);
  if (runs === undefined) return undefined;
  const pause = alarm.repeat === undefined ? '' : writeDuration(alarm.repeat.seconds);
  const count = alarm.repeat === undefined ? '' : String(alarm.repeat.count);
  const text = alarm.description?.replace(/\n/g, ' ') ?? '';
  return plainLine(name, escaping.writeParts([runs, pause, count, text]));
}

function runTime(
  trigger: AlarmTrigger,
  reference: AlarmReference,
  profile: ContentProfile,
  zone: string,
): string | undefined {
  if (profile.alarmTimes === 'relative' && 'seconds' in trigger && trigger.related === 'start') {
    return writeDuration(trigger.seconds);
  }
  const at = ringsAt(trigger, reference, zone);
  if (at === undefined) return undefined;
  if (profile.alarmTimes === 'absolute-local') {
    return compactForm(localWhen(readingIn(at, zone)));
  }
  return compactForm(utc(instantOf(at, zone)));
}

function ringsAt(trigger: AlarmTrigger, reference: AlarmReference, zone: string): When | undefined {
  if ('at' in trigger) return trigger.at;
  const from = trigger.related === 'end' ? reference.end : (reference.start ?? reference.end);
  if (from === undefined) return undefined;
  return utc(instantOf(shift(timed(from), 0, 0), zone) + trigger.seconds * 1000);
}

/** Whole days begin at midnight. */
function timed(when: When): When {
  return when.kind === 'date' ? { kind: 'floating', at: `${when.at}T00:00:00` } : when;
}

function legacyTrigger(
  at: When | undefined,
  reference: AlarmReference,
  zone: string,
): AlarmTrigger | undefined {
  if (at === undefined) return undefined;
  const from = reference.start ?? reference.end;
  if (from === undefined) return { at };
  return fromStart((instantOf(at, zone) - instantOf(timed(from), zone)) / 1000);
}

function fromStart(seconds: number): AlarmTrigger {
  return { seconds, related: 'start' };
}

function readTrigger(line: Line | undefined): AlarmTrigger | undefined {
  if (line === undefined) return undefined;
  const relative = readDuration(line.value);
  if (relative === undefined) {
    const at = readWhen(line.value, 'UTC');
    return at === undefined || at.kind === 'date' ? undefined : { at };
  }
  const end = paramValue(line.params, 'RELATED')?.toUpperCase() === 'END';
  return { seconds: totalSeconds(relative), related: end ? 'end' : 'start' };
}

function repeatOf(count: number, seconds: number): Alarm['repeat'] {
  const sensible = Number.isInteger(count) && count > 0 && count < 1_000 && seconds > 0;
  return sensible ? { count, seconds } : undefined;
}
