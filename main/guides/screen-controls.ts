import type { MessageKey } from '../../shared/i18n/index.ts';
import type { GuideLanguage } from '../../shared/model/guide.ts';
import { controlKeys, parseMarkup } from './markup.ts';
import { screens } from './screens.ts';
import type { GuideScreen, ScreenName } from './screens.ts';
import type { GuideSource, SourceBlock } from './source.ts';
import { guideSources } from './sources/index.ts';
import type { GuideTextKey } from './texts/types.ts';
import { createWording, isControlKey } from './wording.ts';

/** A screen that guides picture, with every control that they name there. */
export interface PicturedScreen extends GuideScreen {
  readonly name: ScreenName;
  /** Keys of the controls' labels in `shared/i18n`. */
  readonly controls: readonly MessageKey[];
}

/** Names of the screens that a guide pictures, whatever conditions hold. */
export function screensOf(source: GuideSource): ScreenName[] {
  const names = stepsOf(source.blocks).flatMap(({ screen }) =>
    screen === undefined ? [] : screen,
  );
  return [...new Set(names)];
}

/** Every screen that a guide pictures, with the controls that the texts of a language name there. */
export function picturedScreens(language: GuideLanguage): PicturedScreen[] {
  const wording = createWording(language, {});
  const controls = new Map<ScreenName, Set<MessageKey>>();
  for (const { screen, step } of guideSources.flatMap(({ blocks }) => stepsOf(blocks))) {
    if (screen === undefined) continue;
    const named = controls.get(screen) ?? new Set<MessageKey>();
    controls.set(screen, named);
    const text = wording.raw(`${step}.body` as GuideTextKey);
    for (const key of controlKeys(parseMarkup(text))) if (isControlKey(key)) named.add(key);
  }
  return [...controls].map(([name, keys]) => ({ name, ...screens[name], controls: [...keys] }));
}

type Step = Extract<SourceBlock, { kind: 'step' }>;

function stepsOf(blocks: readonly SourceBlock[]): Step[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'step') return [block];
    return block.kind === 'when' ? stepsOf(block.blocks) : [];
  });
}
