import { describe, expect, it } from 'vitest';
import { itemFields } from '../../../shared/model/item-fields.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { textsOf } from '../../i18n/format.ts';
import { createFormats } from '../../i18n/times.ts';
import { fieldLabel, fieldText } from './data-field-text.ts';
import type { FieldTools } from './data-field-text.ts';

function toolsOf(language: Language): FieldTools {
  const texts = textsOf(language);
  const same = (count: string): string => count;
  return {
    language,
    textOf: (key, params) => (texts.has(key) ? texts.format(key, params) : null),
    list: (words) => texts.list(words),
    format: createFormats(language, {
      justNow: '',
      milliseconds: same,
      seconds: same,
      minutes: same,
      hours: same,
      days: same,
    }),
  };
}

const english = toolsOf('en');
const told = (field: string, value: string): string => fieldText({ field, value }, english);

describe('the value of a field', () => {
  it.each([
    ['birthday', '1815-12-10', 'Dec 10, 1815'],
    ['birthday', '--02-29', 'February 29'],
    ['start', '2024-03-31', 'Mar 31, 2024'],
    ['start', '2024-03-31T10:00:00', 'Mar 31, 2024, 10:00'],
    ['start', '2024-03-31T10:00:00[Europe/Prague]', 'Mar 31, 2024, 10:00 (Europe/Prague)'],
    ['alarmBeforeStart', '-PT15M', '15 min before'],
    ['alarmBeforeStart', '-P1DT2H', '1 d 2 h before'],
    ['alarmBeforeStart', 'PT0S', 'at that time'],
    ['alarmBeforeEnd', 'PT5M', '5 min after'],
    ['status', 'NEEDS-ACTION', 'to be done'],
    ['transparent', 'true', 'yes'],
    ['percent', '50', '50%'],
    ['size', '12345', '12.3 kB'],
    ['changedInstance', '2024-03-31 → 2024-04-01 Lunch', 'Mar 31, 2024 → Apr 1, 2024 Lunch'],
  ])('%s %s is told as %s', (field, value, text) => {
    expect(told(field, value)).toBe(text);
  });

  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO', 'every 2 weeks on Monday and Wednesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3', 'every month on day 15 of the month, 3 times'],
    ['FREQ=YEARLY;UNTIL=20270501T120000Z', 'every year, until May 1, 2027'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'FREQ=WEEKLY;BYDAY=1MO'],
    ['FREQ=SECONDLY', 'FREQ=SECONDLY'],
    ['nonsense', 'nonsense'],
  ])('the series %s is told as %s', (rule, text) => {
    expect(told('recurrence', rule)).toBe(text);
  });

  it('stays as it is where its form is not kept', () => {
    for (const field of Object.keys(itemFields)) expect(told(field, 'as came')).toBe('as came');
  });
});

describe('the label of a field', () => {
  it('is there for every field of every item, in every language', () => {
    for (const language of ['en', 'pl', 'cs', 'zh-CN'] as const) {
      for (const field of Object.keys(itemFields)) {
        expect(toolsOf(language).textOf(`itemFields.${field}`)).not.toBeNull();
      }
    }
  });

  it('is the service’s own word where this version does not know it', () => {
    expect(fieldLabel('shoeSize', english)).toBe('shoeSize');
  });
});
