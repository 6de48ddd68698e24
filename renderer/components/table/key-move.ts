/** What a key asks of a list. */
export type KeyMove =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'select'
  | 'select-all';

const moves: Readonly<Record<string, KeyMove>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  Escape: 'close',
  ' ': 'select',
};
const letters: Readonly<Record<string, KeyMove>> = { j: 'down', k: 'up', x: 'select' };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Reads a key press in a list; null for a key that a list does not know. */
export function keyMove(
  pressed: Pressed,
  { singleKeys }: { readonly singleKeys: boolean },
): KeyMove | null {
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return pressed.key === 'a' ? 'select-all' : null;
  return moves[pressed.key] ?? (singleKeys ? (letters[pressed.key] ?? null) : null);
}
