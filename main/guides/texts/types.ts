import type { en } from './en/index.ts';

/**
 * Markup inside of the texts, the same in every language:
 *
 * - `[[devices.add]]`: a control of the console, shown by its label in the guide's language (a key of
 *   `shared/i18n` whose text has no placeholder);
 * - `[[phone:Options]]`: a word of the phone's menu, written in the guide's language;
 * - `{url}`: a value of this installation or device (`main/guides/values.ts`);
 * - `**strong**`.
 *
 * A line break in the body of a step begins a paragraph, in a list an item.
 */
type English = typeof en;

/** The texts of one language, by area; English is the form that the others have. */
export type GuideTexts = {
  readonly [Area in keyof English]: {
    readonly [Key in keyof English[Area]]: string;
  };
};

/** The texts of one area in another language: `export const account: GuideArea<'account'> = {…}`. */
export type GuideArea<Area extends keyof English> = GuideTexts[Area];

/** Dotted key of a text: `account.add.title`. */
export type GuideTextKey = {
  [Area in keyof English & string]: `${Area}.${keyof English[Area] & string}`;
}[keyof English & string];

/** Key of a step: the part before `.title` and `.body`. */
export type StepKey = GuideTextKey extends infer Key
  ? Key extends `${infer Step}.body`
    ? Step
    : never
  : never;
