import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Overview } from '../../shared/model/system.ts';
import { languageNames, languages } from '../../shared/i18n/languages.ts';
import { isDesktop } from '../api/bridge.ts';
import { link, orpc } from '../api/client.ts';
import { signOut } from '../api/session.ts';
import { useText } from '../i18n/provider.tsx';
import { togglePhones } from '../phones/index.tsx';
import { usePreferences } from '../preferences/preferences.ts';
import { navItems } from '../shell/nav-items.ts';
import { searchFieldId } from './search-field.ts';
import { showShortcuts } from './shortcuts-state.ts';
import { useEngineSwitch } from './use-engine-switch.ts';

/** Something that can be done by its name in the palette, and perhaps by a key. */
export interface Command {
  readonly id: string;
  readonly group: 'go' | 'commands';
  readonly label: string;
  /** `?`, or two keys in a row: `g d`. */
  readonly shortcut?: string;
  /** Words by which it is found besides its label. */
  readonly keywords?: readonly string[];
  readonly run: () => void;
}

/** Every command of the console: the one list behind the palette, the keys and their dialog. */
export function useCommands(): readonly Command[] {
  const { t } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const setPreferences = usePreferences((preferences) => preferences.set);
  const { setActive } = useEngineSwitch();

  return useMemo(() => {
    const isActive = (): boolean =>
      queries.getQueryData<Overview>(orpc.system.overview.queryOptions({}).queryKey)?.engine
        .active ?? false;
    const go = navItems.map<Command>((item) => ({
      id: `go-${item.to}`,
      group: 'go',
      label: t(item.text),
      shortcut: `g ${item.key}`,
      run: () => void navigate({ to: item.to }),
    }));
    return [
      ...go,
      {
        id: 'go-setup',
        group: 'go',
        label: t('nav.setup'),
        run: () => void navigate({ to: '/setup' }),
      },
      {
        id: 'push-on',
        group: 'commands',
        label: t('nav.turnPushOn'),
        run: () => {
          if (!isActive()) setActive(true);
        },
      },
      {
        id: 'push-off',
        group: 'commands',
        label: t('nav.turnPushOff'),
        run: () => {
          if (isActive()) setActive(false);
        },
      },
      {
        id: 'phones',
        group: 'commands',
        label: t('nav.showPhones'),
        shortcut: 'v',
        run: togglePhones,
      },
      {
        id: 'search',
        group: 'commands',
        label: t('shortcuts.search'),
        shortcut: '/',
        run: () => {
          document.getElementById(searchFieldId)?.focus();
        },
      },
      {
        id: 'shortcuts',
        group: 'commands',
        label: t('nav.showShortcuts'),
        shortcut: '?',
        run: showShortcuts,
      },
      ...(isDesktop()
        ? []
        : [
            {
              id: 'sign-out',
              group: 'commands' as const,
              label: t('nav.signOut'),
              run: () => {
                void signOut().finally(() => {
                  link.reset();
                });
              },
            },
          ]),
      ...(['light', 'dark', 'system'] as const).map<Command>((theme) => ({
        id: `theme-${theme}`,
        group: 'commands',
        label: t('nav.themeCommand', { name: t(`nav.${theme}`) }),
        run: () => {
          setPreferences({ theme });
        },
      })),
      ...(['compact', 'comfortable'] as const).map<Command>((density) => ({
        id: `density-${density}`,
        group: 'commands',
        label: t('nav.densityCommand', { name: t(`nav.${density}`) }),
        run: () => {
          setPreferences({ density });
        },
      })),
      ...languages.map<Command>((language) => ({
        id: `language-${language}`,
        group: 'commands',
        label: t('nav.languageCommand', { name: languageNames[language] }),
        keywords: ['language', language],
        run: () => {
          setPreferences({ language });
        },
      })),
    ];
  }, [t, navigate, queries, setPreferences, setActive]);
}
