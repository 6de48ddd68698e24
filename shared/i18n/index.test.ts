import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { appErrors, fieldErrorSchema } from '../model/errors.ts';
import { alertReasonSchema } from '../model/alert.ts';
import { deviceReasonSchema } from '../model/device.ts';
import { gatewayReasonSchema } from '../model/gateway.ts';
import {
  messageReasonSchema,
  messageSourceSchema,
  messageStateSchema,
  reportStateSchema,
} from '../model/message.ts';
import { attentionSchema } from '../model/system.ts';
import { flattenMessages, messages } from './index.ts';
import { chooseLanguage, languages } from './languages.ts';

type Node = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>[number];

/** Numbers of the parser's node types, which are an enum of its own. */
const nodeTypes = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const;

/** Placeholders of a message; of those with variants, also the categories of their variants. */
function placeholders(nodes: readonly Node[], found = new Map<string, Set<string>>()) {
  for (const node of nodes) {
    if (node.type === nodeTypes.literal || node.type === nodeTypes.pound) continue;
    const categories = found.get(node.value) ?? new Set<string>();
    found.set(node.value, categories);
    if (node.type === nodeTypes.plural || node.type === nodeTypes.select) {
      for (const [category, option] of Object.entries(node.options)) {
        categories.add(category);
        placeholders(option.value, found);
      }
    }
  }
  return found;
}

function parse(text: string, language: string) {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
}

const source = flattenMessages(messages.en);

describe.each(languages)('the texts in %s', (language) => {
  const flat = flattenMessages(messages[language]);

  it('have every key of the source and no other', () => {
    expect([...flat.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it('are never empty', () => {
    expect([...flat].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('parse, and want the same placeholders as the source', () => {
    const wrong: string[] = [];
    for (const [key, text] of flat) {
      const wanted = [...placeholders(parse(source.get(key) ?? '', 'en')).keys()].sort();
      const have = [...placeholders(parse(text, language)).keys()].sort();
      if (wanted.join() !== have.join()) wrong.push(`${key}: ${have.join()} / ${wanted.join()}`);
    }
    expect(wrong).toEqual([]);
  });

  it('have every plural category that the language counts with', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong: string[] = [];
    for (const [key, text] of flat) {
      for (const [name, categories] of placeholders(parse(text, language))) {
        const isPlural = categories.has('other') && text.includes(`{${name}, plural`);
        // English words that do not change with the count ("3 delivered") need one variant.
        const isInvariant = language === 'en' && !categories.has('one');
        if (isPlural && !isInvariant && !needed.every((category) => categories.has(category))) {
          wrong.push(`${key}: ${name}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the source', () => {
  const keysOf = (area: string): string[] =>
    [...source.keys()]
      .filter((key) => key.startsWith(`${area}.`))
      .map((key) => key.slice(area.length + 1));

  it.each([
    ['deviceReasons', deviceReasonSchema.options],
    ['alertReasons', alertReasonSchema.options],
    ['gatewayReasons', gatewayReasonSchema.options],
    ['gatewayAdvice', gatewayReasonSchema.options],
    ['messageReasons', messageReasonSchema.options],
    ['messageSources', messageSourceSchema.options],
    ['messageStates', messageStateSchema.options],
    ['reportStates', reportStateSchema.options],
    ['attention', attentionSchema.shape.key.options],
    ['fieldErrors', fieldErrorSchema.shape.code.options],
  ])('has a sentence for everything in %s', (area, wanted) => {
    expect(keysOf(area)).toEqual(expect.arrayContaining([...wanted]));
  });

  it('says for every error code what happened and what to do', () => {
    const wanted = Object.keys(appErrors).flatMap((code) => [`${code}.what`, `${code}.hint`]);
    expect(keysOf('errors')).toEqual(expect.arrayContaining(wanted));
  });
});

describe('the choice of a language', () => {
  it.each([
    [['pl-PL', 'en'], 'pl'],
    [['de-DE', 'cs'], 'cs'],
    [['zh-TW'], 'zh-CN'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ])('takes of %j the first that the console speaks', (wanted, chosen) => {
    expect(chooseLanguage(wanted)).toBe(chosen);
  });
});
