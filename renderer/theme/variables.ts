import {
  DEFAULT_THEME,
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from './theme.ts';

/**
 * Gives the page the theme's variables as a constructed style sheet. Mantine would write a style element
 * for them, and the content security policy (`style-src-elem 'self'`) refuses those.
 */
export function adoptThemeVariables(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(defaultCssVariablesResolver(merged), ':root'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
