import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { Params, ParamValue } from '../../i18n/format.ts';
import type { TextTools } from '../../i18n/provider.tsx';

/**
 * Placeholders whose values are words of the vocabulary, and where those words stand. `folders` is not
 * among them: those are the names that phones compare letter by letter.
 */
const wordAreas: Readonly<Record<string, readonly string[]>> = {
  folder: ['dataTypes'],
  source: ['changeSources'],
  reason: ['alertReasons', 'gatewayReasons', 'deviceReasons', 'sessionReasons'],
  obstacle: ['provisioningReasons'],
  mode: ['syncModes'],
  listener: ['listeners'],
  state: ['states'],
};

/** Whether a placeholder stands for a word of the vocabulary, not for a name. */
export function isWord(name: string): boolean {
  return Object.hasOwn(wordAreas, name);
}

/** A word as it begins a sentence. */
export function capitalize(text: string, language: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === '' ? text : first.toLocaleUpperCase(language) + text.slice(first.length);
}

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

/** The sentence of a key that came from the services, begun as a sentence begins; null where it is not known. */
export function sentenceOf(
  key: string,
  source: Pick<LogEntry, 'params'>,
  tools: TextTools,
): string | null {
  const parts = tools.partsOf(key, logValues(source, tools));
  if (parts === null) return null;
  return parts
    .map((part, index) =>
      index === 0 && part.name !== null && isWord(part.name)
        ? capitalize(part.text, tools.language)
        : part.text,
    )
    .join('');
}

/** A line as a sentence in the language of the console; the English one where it is not known. */
export function logText(entry: LogEntry, tools: TextTools): string {
  return sentenceOf(`log.${entry.key}`, entry, tools) ?? entry.text;
}
