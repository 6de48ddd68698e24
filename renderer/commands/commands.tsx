import type { ReactNode } from 'react';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useCommands } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The command palette, the shortcuts and their dialog, all from one list. */
export function Commands(): ReactNode {
  const commands = useCommands();
  useShortcuts(commands);
  return (
    <>
      <Palette commands={commands} />
      <ShortcutsDialog commands={commands} />
    </>
  );
}
