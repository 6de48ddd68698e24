import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the commands of the installed packages are, the project's own Node among them. */
export const binFolder = join(root, 'node_modules', '.bin');

/**
 * What is expensive to get and outlives node_modules: Electron, and SQLite compiled for it.
 * @returns {string} A folder that may not exist yet.
 */
export function cacheFolder() {
  const own = process.env['PUSHDESK_CACHE'];
  if (own !== undefined && own !== '') return own;
  const xdg = process.env['XDG_CACHE_HOME'];
  if (xdg !== undefined && xdg !== '') return join(xdg, 'pushdesk');
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? homedir(), 'pushdesk', 'cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'pushdesk');
  return join(homedir(), '.cache', 'pushdesk');
}

/**
 * The Node that the product runs on. The machine's own may be too old for it, so the package
 * `node` brings one along.
 * @returns {string} The path of an executable.
 */
export function nodeBinary() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(bundled) ? bundled : process.execPath;
}

/**
 * The environment for every command that is started: the project's own commands come first.
 * @param {Record<string, string | undefined>} [extra] Variables to add.
 * @returns {Record<string, string | undefined>} A new environment.
 */
export function projectEnvironment(extra = {}) {
  const path = process.env['PATH'] ?? '';
  const first = path.split(delimiter)[0] === binFolder ? path : `${binFolder}${delimiter}${path}`;
  return { ...process.env, PATH: first, ...extra };
}
