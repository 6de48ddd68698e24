import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm, say } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, peer?: boolean }} LockEntry */

/**
 * @param {string} file A lock file, npm's hidden one included.
 * @returns {Record<string, LockEntry>} Its packages by folder.
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Compares what npm wrote about its last installation with what the lock file asks for.
 * @param {string} [folder] The project's folder.
 * @returns {boolean} Whether `npm ci` has nothing to do.
 */
export function areDependenciesInstalled(folder = root) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = lockedPackages(installedFile);
  const wanted = lockedPackages(join(folder, 'package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    // The root is no package, and an optional package may be for another system.
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/**
 * Installs the packages of the lock file when they are missing or others.
 * @returns {Promise<void>} Rejects when npm failed; it has said why by then.
 */
export async function ensureDependencies() {
  if (areDependenciesInstalled()) return;
  say('Installing the packages that Pushdesk is built from (npm ci) …');
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    output: 'stderr',
    // A production environment would leave out what builds the product.
    env: { NODE_ENV: 'development' },
  });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
}
