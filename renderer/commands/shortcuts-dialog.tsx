import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { isMac } from '../api/bridge.ts';
import { useText } from '../i18n/provider.tsx';
import { usePreferences } from '../preferences/preferences.ts';
import { Keys } from './keys-view.tsx';
import { hideShortcuts, useShortcutsShown } from './shortcuts-state.ts';
import styles from './shortcuts.module.css';
import type { Command } from './use-commands.ts';

/** Every shortcut of the console. */
export function ShortcutsDialog({
  commands,
}: {
  readonly commands: readonly Command[];
}): ReactNode {
  const { t } = useText();
  const { isShown } = useShortcutsShown();
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      t('shortcuts.everywhere'),
      [
        [
          t('shortcuts.palette'),
          t(isMac() ? 'nav.commandKeyMac' : 'nav.commandKey').replace(' ', '+'),
        ],
        ...commands.flatMap((command) =>
          command.shortcut === undefined ? [] : [[command.label, command.shortcut] as const],
        ),
      ],
    ],
    [
      t('shortcuts.lists'),
      [
        [t('shortcuts.down'), '↓|j'],
        [t('shortcuts.up'), '↑|k'],
        [t('shortcuts.open'), 'Enter'],
        [t('shortcuts.close'), 'Esc'],
        [t('shortcuts.select'), 'Space'],
        [t('shortcuts.selectAll'), 'Ctrl+A'],
      ],
    ],
    [
      t('shortcuts.log'),
      [
        [t('shortcuts.pauseLog'), 'Space'],
        [t('shortcuts.latest'), 'End'],
        [t('logView.details'), 'Enter'],
        [t('common.copy'), 'Ctrl+C'],
      ],
    ],
  ];
  return (
    <Modal
      opened={isShown}
      onClose={hideShortcuts}
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {singleKeys ? null : <p>{t('shortcuts.singleKeysOff')}</p>}
      <div className={styles['groups']}>
        {groups.map(([title, entries]) => (
          <section key={title}>
            <h3 className={styles['title']}>{title}</h3>
            <dl className={styles['list']}>
              {entries.map(([label, shortcut]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {shortcut.split('|').map((one) => (
                      <Keys key={one} shortcut={one} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
