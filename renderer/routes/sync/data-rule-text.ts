import type { TextTools } from '../../i18n/provider.tsx';

/** What a rule needs to be told in a language. */
export interface RuleTools extends Pick<TextTools, 'language' | 'textOf' | 'list'> {
  readonly dayText: (day: string) => string;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/**
 * A recurrence rule (RFC 5545 §3.3.10) as a sentence: "every 2 weeks on Monday, until 1 May 2027". A
 * rule that has more to it than a sentence says is told as it is written.
 */
export function ruleText(rule: string, tools: RuleTools): string {
  const { textOf, list } = tools;
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.toUpperCase(), value] as const;
    }),
  );
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  // Where weeks begin changes nothing that a sentence would say.
  take('WKST');
  const frequency = take('FREQ') ?? '';
  if (!frequencies.has(frequency)) return rule;
  const interval = Number(take('INTERVAL') ?? 1);
  let told = textOf(`itemTimes.${frequency.toLowerCase()}`, { interval }) ?? rule;

  const days = frequency === 'WEEKLY' || frequency === 'DAILY' ? take('BYDAY') : undefined;
  if (days !== undefined) {
    const names = days.split(',').map((day) => weekdayName(day, tools.language));
    if (names.includes(null)) return rule;
    told =
      textOf('itemTimes.on', { every: told, days: list(names.flatMap((day) => day ?? [])) }) ??
      told;
  }
  const monthDays = frequency === 'MONTHLY' ? take('BYMONTHDAY') : undefined;
  if (monthDays !== undefined) {
    if (!/^\d+(,\d+)*$/u.test(monthDays)) return rule;
    told = textOf('itemTimes.on-days', { every: told, days: list(monthDays.split(',')) }) ?? told;
  }
  const until = take('UNTIL');
  if (until !== undefined) {
    const day = tools.dayText(untilDay(until));
    told = textOf('itemTimes.until', { every: told, day }) ?? told;
  }
  const count = take('COUNT');
  if (count !== undefined) {
    told = textOf('itemTimes.times', { every: told, count: Number(count) }) ?? told;
  }
  return parts.size === 0 ? told : rule;
}

function weekdayName(day: string, language: string): string | null {
  const index = weekdays.indexOf(day);
  if (index < 0) return null;
  // The second of January 2000 was a Sunday.
  const at = Date.UTC(2000, 0, 2 + index);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(at);
}

/** `20270501T120000Z` as `2027-05-01`. */
function untilDay(until: string): string {
  return until.replace(/^(\d{4})-?(\d{2})-?(\d{2}).*$/u, '$1-$2-$3');
}
