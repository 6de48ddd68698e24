import {
  DEFAULT_THEME,
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from './theme.ts';

/** Mantine's own colours, where the console has them already; each follows the scheme by itself. */
const own = {
  '--mantine-color-body': 'var(--pd-surface)',
  '--mantine-color-text': 'var(--pd-text)',
  '--mantine-color-bright': 'var(--pd-text)',
  '--mantine-color-dimmed': 'var(--pd-text-soft)',
  '--mantine-color-placeholder': 'var(--pd-text-soft)',
  '--mantine-color-anchor': 'var(--pd-accent)',
  '--mantine-color-error': 'var(--pd-failed)',
  '--mantine-color-default': 'var(--pd-surface)',
  '--mantine-color-default-hover': 'var(--pd-hover)',
  '--mantine-color-default-color': 'var(--pd-text)',
  '--mantine-color-default-border': 'var(--pd-line-strong)',
} as const;

/**
 * Gives the page the theme's variables as a constructed style sheet. Mantine would write a style element
 * for them, and the content security policy (`style-src-elem 'self'`) refuses those.
 */
export function adoptThemeVariables(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const sheet = new CSSStyleSheet();
  const variables = defaultCssVariablesResolver(merged);
  sheet.replaceSync(
    convertCssVariables(
      {
        variables: variables.variables,
        light: { ...variables.light, ...own },
        dark: { ...variables.dark, ...own },
      },
      ':root',
    ),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
