import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeBinary, root } from '../lib/paths.mjs';
import { run, say } from '../lib/run.mjs';

/** Node-API 9 instead of 10: what Electron 33 offers. The finalizers need the opt-out. */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * The headers that came with the machine's Node; without them node-gyp fetches its own. Those of
 * the package node-api-headers would be too new: what they call experimental crashes at loading.
 * @returns {string[]}
 */
function headerParameters() {
  const folder = ['/usr', '/usr/local'].find((candidate) =>
    existsSync(join(candidate, 'include/node/common.gypi')),
  );
  return folder === undefined ? [] : [`--nodedir=${folder}`];
}

/**
 * Compiles better-sqlite3 from its own sources so that Electron 33 can load it. Product code gets
 * the path as the `nativeBinding` option, through PUSHDESK_SQLITE_BINDING.
 * @param {string} cache Where the result is kept, by version.
 * @returns {Promise<string>} The path of the .node file.
 */
export async function compileSqlite(cache) {
  const modules = join(root, 'node_modules');
  const { version } = JSON.parse(
    readFileSync(join(modules, 'better-sqlite3/package.json'), 'utf8'),
  );
  const result = join(cache, `better-sqlite3-${version}-napi9-${process.arch}.node`);
  if (existsSync(result)) return result;

  say(`Compiling better-sqlite3 ${version} for this Electron (about a minute, once) …`);
  const scratch = await mkdtemp(join(cache, 'sqlite-'));
  try {
    const copy = join(scratch, 'node_modules');
    await cp(join(modules, 'better-sqlite3'), join(copy, 'better-sqlite3'), { recursive: true });
    await cp(join(modules, 'node-addon-api'), join(copy, 'node-addon-api'), { recursive: true });
    const built = await run(
      nodeBinary(),
      [
        join(modules, 'node-gyp/bin/node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        '--jobs=2',
        ...headerParameters(),
      ],
      { cwd: join(copy, 'better-sqlite3'), env: { CXXFLAGS: flags } },
    );
    if (built.code !== 0) {
      throw new Error(`compiling better-sqlite3 failed:\n${built.stderr.slice(-4000)}`);
    }
    await rename(join(copy, 'better-sqlite3/build/Release/better_sqlite3.node'), result);
    return result;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
