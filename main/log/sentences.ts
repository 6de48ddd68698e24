import { IntlMessageFormat } from 'intl-messageformat';
import { log } from '../../shared/i18n/en/log.ts';
import type { LogKey } from '../../shared/i18n/en/log.ts';
import { provisioningReasons } from '../../shared/i18n/en/provisioning.ts';
import { alertReasons, gatewayReasons } from '../../shared/i18n/en/reasons.ts';
import { sessionReasons, syncModes } from '../../shared/i18n/en/sync-words.ts';
import { changeSources, listeners } from '../../shared/i18n/en/words.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';

type Values = Readonly<Record<string, string | number>>;
type Say = (values: Values) => string;

/** Numbers of the kinds of parts in the library's syntax tree: fixed text, and a bare `{name}`. */
const kinds = { text: 0, argument: 1 } as const;

/**
 * Almost all sentences have only fixed text and bare placeholders. Joining those takes a tenth of
 * the time of the library, which would spend most of what writing a line costs.
 */
function compileSimple(format: IntlMessageFormat): Say | undefined {
  const parts: ((values: Values) => string | number | undefined)[] = [];
  for (const part of format.getAst()) {
    if (part.type !== kinds.text && part.type !== kinds.argument) return undefined;
    const { value } = part;
    parts.push(part.type === kinds.text ? () => value : (values) => values[value]);
  }
  return (values) => {
    let text = '';
    for (const part of parts) {
      const piece = part(values);
      if (piece === undefined) throw new RangeError('a param is missing');
      text += piece;
    }
    return text;
  };
}

/** Sentences are few and written often: each is parsed once. */
const compiled = new Map<LogKey, Say>();

function sentence(key: LogKey): Say {
  let say = compiled.get(key);
  if (say === undefined) {
    const format = new IntlMessageFormat(log[key], 'en', undefined, { ignoreTag: true });
    say = compileSimple(format) ?? ((values) => String(format.format(values)));
    compiled.set(key, say);
  }
  return say;
}

/** Params that hold a word of the product's, and what it says in English. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: { ...gatewayReasons, ...alertReasons, ...sessionReasons },
  obstacle: provisioningReasons,
  mode: syncModes,
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
    return sentence(key)(values);
  } catch {
    return log[key];
  }
}
