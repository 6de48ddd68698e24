import { describe, expect, it } from 'vitest';
import { flattenMessages } from '../../shared/i18n/index.ts';
import { guideLanguageSchema } from '../../shared/model/guide.ts';
import type { GuideLanguage } from '../../shared/model/guide.ts';
import { guideTexts } from './texts/index.ts';

const source = flattenMessages(guideTexts.en);

/** The text as its readers' language writes it: without controls, words of phones, values and names. */
function prose(text: string): string {
  return text
    .replaceAll(/\[\[[^\]]+\]\]/gu, '')
    .replaceAll(/\{\w+\}/gu, '')
    .replaceAll(/\*\*[^*]+\*\*/gu, '')
    .replaceAll(/[“„]Push (?:off|on)[”“]/gu, '');
}

/** Opening and closing quotation marks of each language. */
const quotes: Readonly<Record<GuideLanguage, readonly [opening: string, closing: string]>> = {
  en: ['“', '”'],
  pl: ['„', '”'],
  cs: ['„', '“'],
  'zh-CN': ['“', '”'],
};

/** What stands within quotation marks. */
function quoted(language: GuideLanguage, text: string): string[] {
  const [opening, closing] = quotes[language];
  return [...text.matchAll(new RegExp(`${opening}([^${closing}]+)${closing}`, 'gu'))].map(
    ([, inner = '']) => inner,
  );
}

/** Names that are the same in every language. */
const names =
  /^(?:Pushdesk|Android|iPhone|iPad|Safari|Nokia|Sony|Ericsson|Series|Synthesis|SyncML|OMA|DS|Funambol|Memotoo|FUNV10|DAVx|CalDAV|CardDAV|GPRS|SMS|SIM|PIN|CA|API|UDH|HTTP|https?|QR|IMAP|Exchange|Wi|Fi|Windows|macOS|Linux|Webhook|OK|Push|off|on|push)$/u;

/** Texts that are rightly the same as in English: names, digits, and what clients show in English. */
const sameEverywhere =
  /^(?:drawings\.(?:touch-login|.*\.(?:exchange|dav|wifi)$|keypad-database\.title|keypad-(?:pin|saved)\.left|.*\.server$)|placeholders\.(?:path|port|pinDigits|linkHours|mergeSeconds)|words\.port)/u;

/** Words that stand in nearly every English sentence, and in none of the others. */
const english =
  /(?<!\p{L})(?:the|and|with|of|is|are|this|that|press|open|type|choose|phone|device|settings|password|message|when|from|has|have|not|server’s|owner)(?!\p{L})/iu;

describe.each(guideLanguageSchema.options)('the guides’ language in %s', (language) => {
  const texts = [...flattenMessages(guideTexts[language])];

  function wrong(isWrong: (text: string, key: string) => boolean): string[] {
    return texts
      .filter(([key, text]) => isWrong(text, key))
      .map(([key, text]) => `${key}: ${text}`);
  }

  it('is calm: no exclamation marks, no dots for a pause', () => {
    expect(wrong((text) => /[!！]|\.\.\.|\s…/u.test(text))).toEqual([]);
  });

  it('has its own quotation marks, in pairs', () => {
    const [opening, closing] = quotes[language];
    const foreign = new RegExp(
      `["«»‚‘]|'|[${'“”„'.replace(opening, '').replace(closing, '')}]`,
      'u',
    );
    expect(
      wrong(
        (text) =>
          foreign.test(text.replaceAll(closing, '').replaceAll(opening, '')) ||
          text.split(opening).length !== text.split(closing).length ||
          quoted(language, text).length !== text.split(opening).length - 1,
      ),
    ).toEqual([]);
  });

  it('tells each action in a line of its own, as the source does', () => {
    const lines = (text: string): number => text.split('\n').length;
    expect(wrong((text, key) => lines(text) !== lines(source.get(key) ?? ''))).toEqual([]);
  });

  it('ends its sentences', () => {
    const isProse = /\.(?:body|summary|intro|needs|trouble\.\d)$/u;
    expect(
      wrong(
        (text, key) =>
          isProse.test(key) && text.split('\n').some((line) => !/[.?。？]$/u.test(line)),
      ),
    ).toEqual([]);
  });

  it('names other guides by their titles', () => {
    const titles = new Map(
      [...source].filter(([key]) => /^[^.]+\.title$/u.test(key)).map(([key, text]) => [text, key]),
    );
    const own = new Map(texts);
    const named = texts.flatMap(([key, text]) =>
      quoted('en', source.get(key) ?? '').flatMap((title) => {
        const titleKey = titles.get(title);
        const here = titleKey === undefined ? undefined : own.get(titleKey);
        return here === undefined
          ? []
          : [{ key, here, isThere: quoted(language, text).includes(here) }];
      }),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
  });
});

it('English guides speak of no “we”', () => {
  const wrong = [...source].filter(([, text]) =>
    /\b(?:we|us|our|please|sorry|oops)\b/iu.test(text),
  );
  expect(wrong).toEqual([]);
});

describe.each(['pl', 'cs', 'zh-CN'] as const)('the translation into %s', (language) => {
  const texts = [...flattenMessages(guideTexts[language])];

  it('leaves nothing in English', () => {
    const same = texts.filter(
      ([key, text]) =>
        text === source.get(key) &&
        !sameEverywhere.test(key) &&
        !text.split(/[\s,()-]+/u).every((word) => names.test(word)),
    );
    expect(same).toEqual([]);
    const left = texts.filter(
      ([key, text]) => !key.startsWith('drawings.touch-login') && english.test(prose(text)),
    );
    expect(left).toEqual([]);
  });
});

it('Polish and Czech guides have the letters of their own alphabet', () => {
  const all = (language: 'pl' | 'cs'): string =>
    [...flattenMessages(guideTexts[language]).values()].map(prose).join('\n');
  expect(all('pl').match(/[^\s]*[ěščřžýáíéúůťďň][^\s]*/gu)).toBeNull();
  expect(all('cs').match(/[^\s]*[ąćęłńśźż][^\s]*/gu)).toBeNull();
});

describe('Chinese guides', () => {
  const texts = [...flattenMessages(guideTexts['zh-CN'])];

  it('have wide punctuation', () => {
    const han = '\\p{Script=Han}';
    const narrow = new RegExp(`${han}\\s*[,.;:?()]|[,;:?()]\\s*${han}`, 'u');
    expect(texts.filter(([, text]) => narrow.test(prose(text)))).toEqual([]);
  });

  it('have no other words in Latin letters than names', () => {
    const foreign = texts
      .filter(([key]) => !/^(?:drawings\.touch-login|placeholders\.path)/u.test(key))
      .flatMap(([key, text]) =>
        (prose(text).match(/[A-Za-z][A-Za-z0-9]*/gu) ?? [])
          .filter((word) => !names.test(word))
          .map((word) => `${key}: ${word}`),
      );
    expect(foreign).toEqual([]);
  });
});
