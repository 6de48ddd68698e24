import { create } from 'zustand';

/** Whether the list of shortcuts is shown. */
export const useShortcutsShown = create<{ readonly isShown: boolean }>()(() => ({
  isShown: false,
}));

/** Shows the list of shortcuts. */
export function showShortcuts(): void {
  useShortcutsShown.setState({ isShown: true });
}

/** Takes it away. */
export function hideShortcuts(): void {
  useShortcutsShown.setState({ isShown: false });
}
