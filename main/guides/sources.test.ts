import { describe, expect, it } from 'vitest';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import { flattenMessages } from '../../shared/i18n/index.ts';
import { guideTopicSchema } from '../../shared/model/guide.ts';
import { standing } from './assemble.ts';
import { drawingNames } from './drawings/names.ts';
import { picturedScreens, screensOf } from './screen-controls.ts';
import { screens } from './screens.ts';
import { conditionNames } from './source.ts';
import type { Conditions, SourceBlock } from './source.ts';
import { guideSources } from './sources/index.ts';
import { guideTexts } from './texts/index.ts';
import { valueNames } from './values.ts';

const texts = flattenMessages(guideTexts.en);

/** Every block, whatever conditions hold. */
function all(blocks: readonly SourceBlock[]): Exclude<SourceBlock, { kind: 'when' }>[] {
  return blocks.flatMap((block) => (block.kind === 'when' ? all(block.blocks) : [block]));
}

const blocks = guideSources.flatMap((source) => all(source.blocks));

function keysOf(block: Exclude<SourceBlock, { kind: 'when' }>): string[] {
  switch (block.kind) {
    case 'step':
      return [`${block.step}.title`, `${block.step}.body`];
    case 'list':
      return [...block.texts];
    case 'values':
      return [block.caption, ...block.rows.flatMap((row) => (row === 'folders' ? [] : row.name))];
    default:
      return [block.text];
  }
}

function conditions(value: boolean): Conditions {
  return Object.fromEntries(conditionNames.map((name) => [name, value])) as Conditions;
}

describe('the guides', () => {
  it('are one for each client type and one for each topic', () => {
    expect(guideSources.flatMap(({ clientType }) => clientType ?? []).sort()).toEqual(
      clientTypes.map(({ id }) => id).sort(),
    );
    expect(guideSources.flatMap(({ topic }) => topic ?? []).sort()).toEqual(
      [...guideTopicSchema.options].sort(),
    );
  });

  it('have every text that they name', () => {
    expect(blocks.flatMap(keysOf).filter((key) => !texts.has(key))).toEqual([]);
  });

  it('use every text of their steps', () => {
    const used = new Set(blocks.flatMap(keysOf));
    const heads = /^[^.]+\.(title|summary)$/u;
    const elsewhere = /^(words|placeholders|screens|drawings)\./u;
    const unused = [...texts.keys()].filter(
      (key) => !used.has(key) && !heads.test(key) && !elsewhere.test(key),
    );
    expect(unused).toEqual([]);
  });

  it('picture every screen and every drawing that there is', () => {
    const used = new Set(guideSources.flatMap(screensOf));
    expect(Object.keys(screens).filter((name) => !(used as Set<string>).has(name))).toEqual([]);
    const drawn = new Set(
      blocks.flatMap((block) => (block.kind === 'step' ? (block.drawing ?? []) : [])),
    );
    expect(drawingNames.filter((name) => !drawn.has(name))).toEqual([]);
  });

  it('have an alternative text for each screen and each drawing, and none for others', () => {
    expect(Object.keys(guideTexts.en.screens).sort()).toEqual(Object.keys(screens).sort());
    const words = Object.keys(guideTexts.en.drawings);
    expect(new Set(words.map((key) => key.split('.')[0]))).toEqual(new Set(drawingNames));
    for (const name of drawingNames) expect(words).toContain(`${name}.alt`);
  });

  it('have a word for every value that nobody knows', () => {
    expect(Object.keys(guideTexts.en.placeholders).sort()).toEqual([...valueNames].sort());
  });

  it('put nothing but steps of the admin onto screens of the console', () => {
    const wrong = blocks.filter(
      (block) => block.kind === 'step' && block.screen !== undefined && block.who !== 'admin',
    );
    expect(wrong).toEqual([]);
  });

  it('leave out what does not hold', () => {
    for (const { blocks: own } of guideSources) {
      const some = standing(own, conditions(true)).length + standing(own, conditions(false)).length;
      // Each conditional block stands in exactly one of the two, every other one in both.
      const conditional = own.filter(({ kind }) => kind === 'when');
      const free = own.length - conditional.length;
      expect(some).toBe(free * 2 + all(conditional).length);
    }
  });

  it('tell which controls have to be seen on a screen', () => {
    const screen = picturedScreens('en').find(({ name }) => name === 'new-account');
    expect(screen).toMatchObject({ route: 'accounts?add=yes', part: 'dialog' });
    expect(screen?.controls).toContain('accounts.form.create');
  });
});
