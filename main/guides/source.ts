import type { ClientTypeId } from '../../shared/model/words.ts';
import type { GuideTopic } from '../../shared/model/guide.ts';
import type { DrawingName } from './drawings/names.ts';
import type { ScreenName } from './screens.ts';
import type { GuideTextKey, StepKey } from './texts/types.ts';
import type { GuideValueName } from './values.ts';

/** What is true of the installation and the device that a guide is made for. */
export const conditionNames = [
  /** The guide is for one device, which is in the console already. */
  'device',
  /** The client type can be alerted. */
  'push',
  /** A configuration asks for a PIN, which the admin tells the owner, */
  'pin-told',
  /** or which comes by mail. */
  'pin-mail',
  /** The server made its certificate itself, so phones have to be taught its authority. */
  'own-certificate',
  /** A link can be opened by one browser only. */
  'link-once',
] as const;

/** Name of a condition. */
export type ConditionName = (typeof conditionNames)[number];

/** Which conditions hold. */
export type Conditions = Readonly<Record<ConditionName, boolean>>;

/** A part of a guide that stands there under a condition only. */
interface Conditional {
  readonly kind: 'when';
  readonly condition: ConditionName;
  readonly holds: boolean;
  readonly blocks: readonly SourceBlock[];
}

/** A row of a table of values: `null` is what the owner fills in; `folders` stands for one row each. */
export interface ValueRow {
  readonly name: GuideTextKey;
  readonly value: GuideValueName | null;
  /** Left out where the value is not known; else its placeholder stands there. */
  readonly isOptional?: boolean;
}

/** A block without words: it names texts, a screen of the console or a drawing. */
export type SourceBlock =
  | { readonly kind: 'heading'; readonly text: GuideTextKey }
  | { readonly kind: 'paragraph'; readonly text: GuideTextKey }
  | { readonly kind: 'note'; readonly tone: 'info' | 'warning'; readonly text: GuideTextKey }
  /** Every line of the texts is one item. */
  | { readonly kind: 'list'; readonly texts: readonly GuideTextKey[] }
  | {
      readonly kind: 'step';
      readonly who: 'admin' | 'owner';
      /** Texts `<step>.title` and `<step>.body`; every line of the body is a paragraph. */
      readonly step: StepKey;
      /** Where in the console it happens; the controls of the text have to be visible there. */
      readonly screen?: ScreenName;
      /** What the phone shows meanwhile. */
      readonly drawing?: DrawingName;
    }
  | {
      readonly kind: 'values';
      readonly caption: GuideTextKey;
      readonly rows: readonly (ValueRow | 'folders')[];
    }
  | Conditional;

/** A guide without words: blocks in reading order; its texts are `<area>.title` and `<area>.summary`. */
export interface GuideSource {
  readonly clientType: ClientTypeId | null;
  readonly topic: GuideTopic | null;
  readonly blocks: readonly SourceBlock[];
}

/** Blocks that stand there where the condition holds. */
export function when(condition: ConditionName, ...blocks: readonly SourceBlock[]): SourceBlock {
  return { kind: 'when', condition, holds: true, blocks };
}

/** Blocks that stand there where the condition does not hold. */
export function unless(condition: ConditionName, ...blocks: readonly SourceBlock[]): SourceBlock {
  return { kind: 'when', condition, holds: false, blocks };
}

/** A heading. */
export function heading(text: GuideTextKey): SourceBlock {
  return { kind: 'heading', text };
}

/** A paragraph. */
export function paragraph(text: GuideTextKey): SourceBlock {
  return { kind: 'paragraph', text };
}

/** A list; every line of the texts is one item. */
export function list(...texts: readonly GuideTextKey[]): SourceBlock {
  return { kind: 'list', texts };
}

/** A remark beside the steps. */
export function note(tone: 'info' | 'warning', text: GuideTextKey): SourceBlock {
  return { kind: 'note', tone, text };
}

/** A step in the console, on the screen that is named. */
export function admin(step: StepKey, screen?: ScreenName): SourceBlock {
  return { kind: 'step', who: 'admin', step, ...(screen === undefined ? {} : { screen }) };
}

/** A step on the phone, with a drawing of what it shows. */
export function owner(step: StepKey, drawing?: DrawingName): SourceBlock {
  return { kind: 'step', who: 'owner', step, ...(drawing === undefined ? {} : { drawing }) };
}

/** A table of values. */
export function values(
  caption: GuideTextKey,
  rows: readonly (ValueRow | 'folders')[],
): SourceBlock {
  return { kind: 'values', caption, rows };
}
