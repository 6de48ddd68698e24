import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { MessageKey, MessageParams } from '../../shared/i18n/index.ts';
import { chooseLanguage } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { textsOf } from './format.ts';
import type { ParamValue, Params, TextPart } from './format.ts';
import { createFormats } from './times.ts';
import type { Formats } from './times.ts';

type ParamsOf<Key extends MessageKey> = [MessageParams<Key>] extends [never]
  ? []
  : [params: Readonly<Record<MessageParams<Key>, ParamValue>>];

/** Texts and formats in the language of the console. */
export interface TextTools {
  readonly language: Language;
  /** The text of a key, with its placeholders filled: `t('common.selected', { count: 3 })`. */
  readonly t: <Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>) => string;
  /** A text whose key came from the services; null where this version does not know it. */
  readonly textOf: (key: string, params?: Params) => string | null;
  /** The pieces of such a text, so that values can be links. */
  readonly partsOf: (key: string, params?: Params) => readonly TextPart[] | null;
  readonly list: (words: readonly string[]) => string;
  readonly format: Formats;
}

function createTools(language: Language): TextTools {
  const texts = textsOf(language);
  return {
    language,
    t: (key, ...params) => texts.format(key, params[0] ?? {}),
    textOf: (key, params) => (texts.has(key) ? texts.format(key, params) : null),
    partsOf: (key, params) => (texts.has(key) ? texts.parts(key, params) : null),
    list: (words) => texts.list(words),
    format: createFormats(language, {
      justNow: texts.format('common.justNow'),
      milliseconds: (count) => texts.format('common.inMilliseconds', { count }),
      seconds: (count) => texts.format('common.inSeconds', { count }),
      minutes: (count) => texts.format('common.inMinutes', { count }),
      hours: (count) => texts.format('common.inHours', { count }),
      days: (count) => texts.format('common.inDays', { count }),
    }),
  };
}

const TextContext = createContext<TextTools | null>(null);

/** Gives everything inside the texts of the preferred language. */
export function TextProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const preferred = usePreferences((preferences) => preferences.language);
  const language = preferred === 'system' ? chooseLanguage(navigator.languages) : preferred;
  const tools = useMemo(() => createTools(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext value={tools}>{children}</TextContext>;
}

/** Texts and formats in the language of the console. */
export function useText(): TextTools {
  const tools = useContext(TextContext);
  if (tools === null) throw new Error('useText is used outside of TextProvider');
  return tools;
}
