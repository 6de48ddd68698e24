import { itemFields } from '../../../shared/model/item-fields.ts';
import type { ItemFieldForm } from '../../../shared/model/item-fields.ts';
import type { ItemField } from '../../../shared/model/item.ts';
import type { TextTools } from '../../i18n/provider.tsx';
import { ruleText } from './data-rule-text.ts';

/** What a value needs to be told in a language. */
export type FieldTools = Pick<TextTools, 'language' | 'textOf' | 'list' | 'format'>;

const forms: Readonly<Record<string, ItemFieldForm>> = itemFields;

/** A day, with a time of the day or without, with a zone or without; as `itemFields` describes it. */
const timePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z)?(?:\[([^\]]+)\])?)?$/u;
const dayOfYearPattern = /^--(\d{2})-(\d{2})$/u;
const durationPattern = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/** The value of a readable field as people write it; as it came where its form is not kept. */
export function fieldText({ field, value }: ItemField, tools: FieldTools): string {
  switch (forms[field] ?? 'text') {
    case 'text':
      return field === 'changedInstance' ? timesWithin(value, tools) : value;
    case 'day':
      return dayText(value, tools);
    case 'time':
      return timeText(value, tools);
    case 'rule':
      return ruleText(value, { ...tools, dayText: (day) => timeText(day, tools) });
    case 'duration':
      return durationText(value, tools);
    case 'word':
      return tools.textOf(`itemWords.${value.toLowerCase()}`) ?? value;
    case 'number':
      return field === 'percent' ? percentText(value, tools) : value;
    case 'octets':
      return /^\d+$/u.test(value) ? tools.format.bytes(Number(value)) : value;
  }
}

/** What a field is called; as the service calls it where this version does not know it. */
export function fieldLabel(field: string, { textOf }: Pick<FieldTools, 'textOf'>): string {
  return textOf(`itemFields.${field}`) ?? field;
}

function percentText(value: string, { language }: FieldTools): string {
  if (!/^\d+$/u.test(value)) return value;
  const part = Number(value) / 100;
  return new Intl.NumberFormat(language, { style: 'percent' }).format(part);
}

function dayText(value: string, tools: FieldTools): string {
  const [, month, day] = dayOfYearPattern.exec(value) ?? [];
  if (month === undefined || day === undefined) return timeText(value, tools);
  // A leap year, so that the 29th of February is a day of it.
  return write(Date.UTC(2000, Number(month) - 1, Number(day)), tools, {
    month: 'long',
    day: 'numeric',
  });
}

function timeText(value: string, tools: FieldTools): string {
  const match = timePattern.exec(value);
  if (match === null) return value;
  const [, year, month, day, hour, minute, second = '0', isUtc, zone] = match;
  const date = [Number(year), Number(month) - 1, Number(day)] as const;
  if (hour === undefined || minute === undefined) {
    return write(Date.UTC(...date), tools, { dateStyle: 'medium' });
  }
  const at = Date.UTC(...date, Number(hour), Number(minute), Number(second));
  if (Number.isNaN(at)) return value;
  if (isUtc !== undefined) return tools.format.exact(at);
  // The clock of the zone, or any clock: it is shown as it reads there.
  const clock = write(at, tools, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return zone === undefined ? clock : `${clock} (${zone})`;
}

function write(
  at: number,
  { language }: FieldTools,
  options: Readonly<Intl.DateTimeFormatOptions>,
): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}

function timesWithin(value: string, tools: FieldTools): string {
  return value
    .split(' ')
    .map((word) => timeText(word, tools))
    .join(' ');
}

const durationUnits = ['inDays', 'inHours', 'inMinutes', 'inSeconds'] as const;

function durationText(value: string, { textOf }: FieldTools): string {
  const match = durationPattern.exec(value);
  if (match === null) return value;
  const [, sign, ...counts] = match;
  const told = durationUnits.flatMap((unit, index) => {
    const count = Number(counts[index] ?? 0);
    return count === 0 ? [] : [textOf(`common.${unit}`, { count }) ?? ''];
  });
  if (told.length === 0) return textOf('itemTimes.at-once') ?? value;
  const key = sign === '-' ? 'itemTimes.before' : 'itemTimes.after';
  return textOf(key, { time: told.join(' ') }) ?? value;
}
