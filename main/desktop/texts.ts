import { IntlMessageFormat } from 'intl-messageformat';
import { messages } from '../../shared/i18n/index.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { chooseLanguage } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';

/** The shell's own texts in one language. */
export interface Texts {
  readonly language: Language;
  readonly shell: Messages['shell'];
  /** Fills the placeholders of a text. */
  fill(text: string, params: Readonly<Record<string, string | number>>): string;
}

/** @param wanted The person's languages (BCP 47), best first. */
export function createTexts(wanted: readonly string[]): Texts {
  const language = chooseLanguage(wanted);
  return {
    language,
    shell: messages[language].shell,
    fill: (text, params) =>
      String(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format(params)),
  };
}
