import { mkdir } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { StartError } from './start-error.ts';

/** What decides where data lies when nobody says. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
}

/** Where the data lies when nobody says: where each system keeps the data of its programs. */
export function defaultDataDir({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Pushdesk');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Pushdesk');
  }
  const xdg = env['XDG_DATA_HOME'];
  // The XDG Base Directory specification wants a relative path to be ignored.
  const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local/share');
  return posix.join(base, 'pushdesk');
}

/** Makes the folder, for its owner alone. Throws a StartError when that cannot be. */
export async function makeDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const sentence = `The data folder ${path} cannot be made: ${detail}`;
    throw new StartError('data-not-writable', sentence, { path, detail }, error);
  }
}
