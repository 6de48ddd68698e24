/** Languages of the console. English is the source; the others are checked against it. */
export const languages = ['en', 'pl', 'cs', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, for the reader who cannot read the present one. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  pl: 'Polski',
  cs: 'Čeština',
  'zh-CN': '简体中文',
};

/**
 * The first of a person's languages (BCP 47 tags, best first) that the console speaks; English when
 * it speaks none of them.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    const base = lower.split('-')[0];
    if (base === 'zh') return 'zh-CN';
    const found = languages.find((language) => language === base);
    if (found !== undefined) return found;
  }
  return 'en';
}
