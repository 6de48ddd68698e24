import { useEffect } from 'react';
import { usePreferences } from '../preferences/preferences.ts';
import { KeySequence, isTyping } from './keys.ts';
import type { Command } from './use-commands.ts';

/** Runs commands by their keys, unless the person types, a dialog is open or single keys are off. */
export function useShortcuts(commands: readonly Command[]): void {
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  useEffect(() => {
    if (!singleKeys) return;
    const byShortcut = new Map(
      commands.flatMap((command) =>
        command.shortcut === undefined ? [] : [[command.shortcut, command] as const],
      ),
    );
    const sequence = new KeySequence(byShortcut.keys());
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || isTyping(target)) return;
      if (document.querySelector('[aria-modal="true"]') !== null) return;
      const shortcut = sequence.press({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        at: event.timeStamp,
      });
      if (shortcut === null) return;
      event.preventDefault();
      byShortcut.get(shortcut)?.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [commands, singleKeys]);
}
