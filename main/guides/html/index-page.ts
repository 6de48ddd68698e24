import type { GuideLanguage } from '../../../shared/model/guide.ts';
import { languageNames } from '../../../shared/i18n/languages.ts';
import { createWording } from '../wording.ts';
import { escapeHtml } from './escape.ts';
import { guideStyle } from './style.ts';

/** A guide that the page of all guides leads to. */
export interface IndexedGuide {
  readonly language: GuideLanguage;
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly isTopic: boolean;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page that leads to every guide in every language. */
export function renderIndexPage(guides: readonly IndexedGuide[]): string {
  const languages = [...new Set(guides.map(({ language }) => language))];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Pushdesk: guides</title>',
    `<style>${guideStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header><p class="product">Pushdesk</p><h1>Guides</h1>',
    `<nav><p>${languages.map(linkTo).join(' · ')}</p></nav></header>`,
    ...languages.map((language) =>
      renderLanguage(
        language,
        guides.filter((guide) => guide.language === language),
      ),
    ),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function linkTo(language: GuideLanguage): string {
  return `<a href="#${language}" lang="${language}">${escapeHtml(languageNames[language])}</a>`;
}

function renderLanguage(language: GuideLanguage, guides: readonly IndexedGuide[]): string {
  const wording = createWording(language, {});
  const parts = [
    { title: wording.plain('words.about-topics'), own: guides.filter((guide) => guide.isTopic) },
    { title: wording.plain('words.about-phones'), own: guides.filter((guide) => !guide.isTopic) },
  ];
  return [
    `<section lang="${language}" id="${language}">`,
    `<h2>${escapeHtml(languageNames[language])}</h2>`,
    ...parts.map(
      ({ title, own }) => `<h3>${escapeHtml(title)}</h3><ul>${own.map(renderEntry).join('')}</ul>`,
    ),
    '</section>',
  ].join('');
}

function renderEntry({ language, name, title, summary }: IndexedGuide): string {
  const path = `${language}/${name}`;
  return (
    `<li><a href="${escapeHtml(path)}.html">${escapeHtml(title)}</a> ` +
    `(<a href="${escapeHtml(path)}.pdf">PDF</a>)<br>${escapeHtml(summary)}</li>`
  );
}
