import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** @typedef {import('./acquire.mjs').Electron} Electron */

const packageFolder = join(root, 'node_modules', 'electron');

/** A slow line may take minutes for the 120 MB; a refusal comes at once. */
const downloadTimeoutMs = 15 * 60_000;

/**
 * Gets the Electron of package.json with its own installer, from its own cache when it is there.
 * @returns {Promise<Electron | { refused: string }>} Or the last line of why it could not be had.
 */
export async function getOfficialElectron() {
  const { code, stdout, stderr } = await run(nodeBinary(), [join(packageFolder, 'install.js')], {
    timeoutMs: downloadTimeoutMs,
  });
  const pathFile = join(packageFolder, 'path.txt');
  if (code !== 0 || !existsSync(pathFile)) {
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /\S/.test(line));
    const reason = lines.find((line) => /error|failed|refused/i.test(line)) ?? lines.at(0);
    return { refused: reason?.trim() ?? `exit code ${code}` };
  }
  const folder = join(packageFolder, 'dist');
  return {
    kind: 'official',
    version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
    folder,
    executable: join(folder, readFileSync(pathFile, 'utf8').trim()),
    sqliteBinding: undefined,
  };
}
