import { IntlMessageFormat } from 'intl-messageformat';
import { log } from '../../shared/i18n/en/log.ts';
import type { LogKey } from '../../shared/i18n/en/log.ts';
import { alertReasons, gatewayReasons } from '../../shared/i18n/en/reasons.ts';
import { changeSources, listeners } from '../../shared/i18n/en/words.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';

/** Sentences are few and written often: each is parsed once. */
const compiled = new Map<LogKey, IntlMessageFormat>();

function sentence(key: LogKey): IntlMessageFormat {
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(log[key], 'en', undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return format;
}

/** Params that hold a word of the product's, and what it says in English. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: { ...gatewayReasons, ...alertReasons },
  source: changeSources,
  listener: listeners,
};

function sayValue(name: string, value: LogParams[string]): string | number {
  if (typeof value === 'number') return name === 'until' ? new Date(value).toISOString() : value;
  if (typeof value === 'string') return words[name]?.[value] ?? value;
  return value.join(', ');
}

/**
 * Says a log line in English. A sentence whose params are incomplete is shown as it is written,
 * because a log line must never be the reason that something fails.
 */
export function sayInEnglish(key: LogKey, params: LogParams): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) values[name] = sayValue(name, value);
  try {
    return String(sentence(key).format(values));
  } catch {
    return log[key];
  }
}
