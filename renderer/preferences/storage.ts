/** Prefix of everything the console keeps in the browser's own storage. */
const prefix = 'pushdesk.';

/**
 * Reads what was remembered under a name. Answers null where nothing is, where it is damaged and
 * where the browser refuses storage: what is remembered is a comfort, never a need.
 */
export function readStored(name: string): unknown {
  try {
    const text = window.localStorage.getItem(prefix + name);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Remembers a value under a name, if the browser lets it. */
export function writeStored(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only means that the next start shows the defaults.
  }
}
