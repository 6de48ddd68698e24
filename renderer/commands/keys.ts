/** Longest pause between the two keys of a sequence, in milliseconds. */
export const sequenceMs = 1_500;

/** A key press, as far as shortcuts look at it. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Instant in milliseconds. */
  readonly at: number;
}

/**
 * Reads key presses as shortcuts: one key (`?`) or two in a row (`g d`). Presses with a modifier are left
 * to others.
 */
export class KeySequence {
  #first: { readonly key: string; readonly at: number } | null = null;
  readonly #known: ReadonlySet<string>;

  constructor(shortcuts: Iterable<string>) {
    this.#known = new Set(shortcuts);
  }

  /** The shortcut that a press completes, or null. */
  press({ key, ctrlKey, metaKey, altKey, at }: Press): string | null {
    const first = this.#first;
    this.#first = null;
    if (ctrlKey || metaKey || altKey || key.length !== 1) return null;
    if (first !== null && at - first.at <= sequenceMs) {
      const both = `${first.key} ${key}`;
      if (this.#known.has(both)) return both;
    }
    if (this.#known.has(key)) return key;
    if ([...this.#known].some((shortcut) => shortcut.startsWith(`${key} `))) {
      this.#first = { key, at };
    }
    return null;
  }
}

/** Whether keys typed into an element are text, so that no shortcut may take them. */
export function isTyping(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return (
    element.closest(
      'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [role="combobox"]',
    ) !== null
  );
}
