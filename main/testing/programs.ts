import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Tells whether a real peer (tshark, wbxml2xml, kannel…) is installed, for
 * `describe.skipIf(!hasProgram('tshark'))`.
 *
 * With `PUSHDESK_NO_SKIP=1` the answer is always yes, so that in CI a missing program makes the
 * test run and fail instead of being left out unnoticed.
 */
export function hasProgram(name: string): boolean {
  if (process.env['PUSHDESK_NO_SKIP'] === '1') return true;
  if (isAbsolute(name)) return isExecutable(name);
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
