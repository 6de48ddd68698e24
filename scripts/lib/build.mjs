import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeBinary, root } from './paths.mjs';
import { run, say } from './run.mjs';

/** What a build is made from; anything else may change without a new one. */
const sourceFolders = ['shared', 'main', 'preload', 'renderer'];
const sourceFiles = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.main.config.ts',
  'vite.preload.config.ts',
  'vite.renderer.config.ts',
];
const parts = [
  { name: 'main', config: 'vite.main.config.ts' },
  { name: 'preload', config: 'vite.preload.config.ts' },
  { name: 'renderer', config: 'vite.renderer.config.ts' },
];
const stampFile = join(root, 'dist', 'build.json');

/**
 * @param {string} folder
 * @returns {string[]} All product files below it, sorted, without the tests.
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/[.]test[.]tsx?$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** @returns {string} A hash over the names and contents of all sources. */
function sourceHash() {
  const hash = createHash('sha256');
  const files = [
    ...sourceFolders.flatMap((folder) => filesBelow(join(root, folder))),
    ...sourceFiles.map((file) => join(root, file)).filter((file) => existsSync(file)),
  ];
  for (const file of files) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @returns {boolean} Whether dist was built from the sources as they are now. */
export function isBuilt() {
  if (!existsSync(stampFile)) return false;
  return JSON.parse(readFileSync(stampFile, 'utf8')).sources === sourceHash();
}

/**
 * Builds main, preload and renderer into dist.
 * @returns {Promise<void>} Rejects when one of them does not build; vite has said why.
 */
export async function build() {
  const sources = sourceHash();
  for (const part of parts) {
    const { code } = await run(
      nodeBinary(),
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        part.config,
        '--logLevel',
        'warn',
      ],
      { output: 'stderr', env: { NODE_ENV: 'production' } },
    );
    if (code !== 0) throw new Error(`building ${part.name} failed with exit code ${code}`);
  }
  writeFileSync(stampFile, `${JSON.stringify({ sources })}\n`);
}

/** Builds when the sources are others than those of the last build. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  say('Building Pushdesk …');
  await build();
}
