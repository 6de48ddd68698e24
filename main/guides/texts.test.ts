import { describe, expect, it } from 'vitest';
import { flattenMessages } from '../../shared/i18n/index.ts';
import { guideLanguageSchema } from '../../shared/model/guide.ts';
import { controlKeys, parseMarkup, wantedValues } from './markup.ts';
import type { Token } from './markup.ts';
import { guideTexts } from './texts/index.ts';
import { isControlKey } from './wording.ts';

/** Filled by what puts them onto the page, and no values of a device. */
const ownPlaceholders: Readonly<Record<string, readonly string[]>> = {
  'words.folder-name': ['{folder}'],
  'words.page': ['{page}', '{pages}'],
};

const source = flattenMessages(guideTexts.en);

function tokensOf(text: string): Token[] {
  return text.split('\n').flatMap(parseMarkup);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

describe.each(guideLanguageSchema.options)('the guides’ texts in %s', (language) => {
  const texts = flattenMessages(guideTexts[language]);
  const marked = [...texts].filter(([key]) => !(key in ownPlaceholders));

  it('have every key of the source and no other', () => {
    expect([...texts.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it('are never empty, and have no blank lines or blanks around them', () => {
    const wrong = [...texts].filter(([, text]) =>
      text.split('\n').some((line) => line !== line.trim() || line === ''),
    );
    expect(wrong).toEqual([]);
  });

  it('keep to the markup', () => {
    const wrong = marked.flatMap(([key, text]) => {
      try {
        tokensOf(text);
        return [];
      } catch (error) {
        return [`${key}: ${String(error)}`];
      }
    });
    expect(wrong).toEqual([]);
  });

  it('name only controls that the console has', () => {
    const wrong = marked.flatMap(([key, text]) =>
      controlKeys(tokensOf(text))
        .filter((name) => !isControlKey(name))
        .map((name) => `${key}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name the same controls and values as the source', () => {
    const wrong = marked.flatMap(([key, text]) => {
      const own = tokensOf(text);
      const wanted = tokensOf(source.get(key) ?? '');
      const differs =
        sorted(controlKeys(own)).join() !== sorted(controlKeys(wanted)).join() ||
        sorted(wantedValues(own)).join() !== sorted(wantedValues(wanted)).join();
      return differs ? [key] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('keep the placeholders of the page', () => {
    for (const [key, placeholders] of Object.entries(ownPlaceholders)) {
      for (const placeholder of placeholders) expect(texts.get(key)).toContain(placeholder);
    }
  });

  it('have plain words on drawings and pictures', () => {
    const wrong = marked.filter(
      ([key, text]) =>
        /^(drawings|screens|placeholders)\./u.test(key) &&
        tokensOf(text).some(({ kind }) => kind !== 'text'),
    );
    expect(wrong).toEqual([]);
  });
});
