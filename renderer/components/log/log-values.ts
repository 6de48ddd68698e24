import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { Params, ParamValue } from '../../i18n/format.ts';
import type { TextTools } from '../../i18n/provider.tsx';

/** Placeholders whose values are words of the vocabulary, and where those words stand. */
const wordAreas: Readonly<Record<string, readonly string[]>> = {
  folder: ['dataTypes'],
  folders: ['dataTypes'],
  source: ['changeSources'],
  reason: ['alertReasons', 'gatewayReasons', 'deviceReasons'],
  listener: ['listeners'],
  state: ['states'],
};

function inWords(name: string, value: string, textOf: TextTools['textOf']): string {
  for (const area of wordAreas[name] ?? []) {
    const text = textOf(`${area}.${value}`);
    if (text !== null) return text;
  }
  return value;
}

/** A line's values in the words of the language: `contacts` as its language calls them, and so on. */
export function logValues(entry: Pick<LogEntry, 'params'>, tools: TextTools): Params {
  const values: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(entry.params)) {
    if (typeof value === 'number') {
      // An instant is told as a time of day, any other number as a number.
      values[name] = name === 'until' ? tools.format.hour(value) : value;
    } else if (typeof value === 'string') values[name] = inWords(name, value, tools.textOf);
    else values[name] = value.map((word) => inWords(name, word, tools.textOf));
  }
  return values;
}

/** A line as a sentence in the language of the console; the English one where it is not known. */
export function logText(entry: LogEntry, tools: TextTools): string {
  return tools.textOf(`log.${entry.key}`, logValues(entry, tools)) ?? entry.text;
}
