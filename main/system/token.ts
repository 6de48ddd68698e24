import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../platform/random.ts';
import { StartError } from './start-error.ts';

/** A token that somebody chose has to be at least so long, or it could be guessed. */
const SHORTEST = 16;
const usable = /^[\x21-\x7e]{16,256}$/u;

/**
 * The token of the console over HTTP: from the environment, or made once and kept beside the data
 * for its owner alone.
 *
 * @param chosen Value of PUSHDESK_TOKEN. Throws a StartError when it cannot be a token.
 */
export async function loadToken(
  dataDir: string,
  chosen: string | undefined,
  random: Random,
): Promise<string> {
  if (chosen !== undefined && chosen !== '') {
    if (usable.test(chosen)) return chosen;
    const sentence = `PUSHDESK_TOKEN has to be ${SHORTEST} to 256 letters, digits or signs without spaces.`;
    throw new StartError('bad-token', sentence);
  }
  const path = join(dataDir, 'token');
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (usable.test(kept)) {
    await chmod(path, 0o600);
    return kept;
  }
  const token = Buffer.from(random.bytes(32)).toString('base64url');
  await writeFile(path, `${token}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return token;
}
