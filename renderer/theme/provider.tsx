import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { usePreferences } from '../preferences/preferences.ts';
import { theme } from './theme.ts';

/** Mantine with the console's theme, in the scheme and density that the person prefers. */
export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const preferred = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, {
    getInitialValueInEffect: false,
  });
  const scheme = preferred === 'system' ? (isSystemDark ? 'dark' : 'light') : preferred;

  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);

  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
