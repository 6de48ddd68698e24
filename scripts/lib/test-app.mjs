import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Where the application is packaged for the tests. */
export const testReleaseFolder = join(root, 'release', 'test');

/** Tells what was packaged: see TestApp. */
export const testAppFile = join(testReleaseFolder, 'app.json');

/**
 * @typedef {object} TestApp
 * @property {string} executable
 * @property {{ kind: 'official' | 'fallback', version: string }} electron
 * @property {Record<string, string>} env What it has to be started with.
 */

/** @returns {string} The executable that electron-builder leaves there. */
export function packagedExecutable() {
  if (process.platform === 'win32') {
    return join(testReleaseFolder, 'win-unpacked', 'Pushdesk.exe');
  }
  if (process.platform === 'darwin') {
    const folder = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
    return join(testReleaseFolder, folder, 'Pushdesk.app/Contents/MacOS/Pushdesk');
  }
  return join(testReleaseFolder, 'linux-unpacked', 'pushdesk');
}

/** @returns {TestApp | undefined} What was packaged last. */
export function readTestApp() {
  if (!existsSync(testAppFile)) return undefined;
  return JSON.parse(readFileSync(testAppFile, 'utf8'));
}
