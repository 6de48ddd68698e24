import { flattenMessages, messages } from '../../shared/i18n/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';
import type { GuideLanguage, GuideSpan } from '../../shared/model/guide.ts';
import { parseMarkup } from './markup.ts';
import type { Token } from './markup.ts';
import { guideTexts } from './texts/index.ts';
import type { GuideTextKey } from './texts/types.ts';
import type { GuideValueName, GuideValues } from './values.ts';

/** A guide names a control that the console does not have, or whose label is not one fixed text. */
export class UnknownControlError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`no control has the label ${key}`);
    this.name = 'UnknownControlError';
    this.key = key;
  }
}

/** Says texts of guides in one language, with the values of one installation or device. */
export interface Wording {
  readonly language: GuideLanguage;
  /** The text as it stands. */
  raw(key: GuideTextKey): string;
  /** The lines of a text, each with its controls and values. */
  lines(key: GuideTextKey): GuideSpan[][];
  /** A text of one line, without marks. */
  plain(key: GuideTextKey): string;
  /** A value, or what stands in for it. */
  value(name: GuideValueName): string;
  /** Whether a value is known. */
  has(name: GuideValueName): boolean;
  /** Label of a control of the console. @throws UnknownControlError when there is none. */
  label(key: string): string;
}

const flat = new Map<GuideLanguage, ReadonlyMap<string, string>>();
const flatLabels = new Map<GuideLanguage, ReadonlyMap<string, string>>();

function textsOf(language: GuideLanguage): ReadonlyMap<string, string> {
  let texts = flat.get(language);
  if (texts === undefined) {
    texts = flattenMessages(guideTexts[language]);
    flat.set(language, texts);
  }
  return texts;
}

function labelsOf(language: GuideLanguage): ReadonlyMap<string, string> {
  let labels = flatLabels.get(language);
  if (labels === undefined) {
    labels = flattenMessages(messages[language]);
    flatLabels.set(language, labels);
  }
  return labels;
}

/** Label of a control as the console shows it. @throws UnknownControlError when there is none. */
export function controlLabel(language: GuideLanguage, key: string): string {
  const label = labelsOf(language).get(key);
  if (label === undefined || /[{}]/u.test(label)) throw new UnknownControlError(key);
  return label;
}

/** Whether a text is the label of something in the console. */
export function isControlKey(key: string): key is MessageKey {
  const label = labelsOf('en').get(key);
  return label !== undefined && !/[{}]/u.test(label);
}

/** The wording of a guide. */
export function createWording(language: GuideLanguage, values: GuideValues): Wording {
  const texts = textsOf(language);
  function raw(key: GuideTextKey): string {
    const text = texts.get(key);
    if (text === undefined) throw new RangeError(`no text ${key} in ${language}`);
    return text;
  }
  function value(name: GuideValueName): string {
    return values[name] ?? raw(`placeholders.${name}`);
  }
  function plainOf(tokens: readonly Token[]): string {
    return tokens.map((token) => spanOf(token).text).join('');
  }
  function spanOf(token: Token): GuideSpan {
    switch (token.kind) {
      case 'text':
        return { kind: 'text', text: token.text };
      case 'control':
        return { kind: 'control', text: controlLabel(language, token.key) };
      case 'phone':
        return { kind: 'control', text: token.word };
      case 'value':
        return { kind: 'value', text: value(token.name) };
      case 'strong':
        return { kind: 'strong', text: plainOf(token.tokens) };
    }
  }
  return {
    language,
    raw,
    value,
    has: (name) => (values[name] ?? null) !== null,
    label: (key) => controlLabel(language, key),
    lines: (key) =>
      raw(key)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => parseMarkup(line).map(spanOf)),
    plain: (key) => plainOf(parseMarkup(raw(key))),
  };
}
