import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countCheck, countPlaywright, countVitest, leftOut } from './counts.mjs';
import { cacheFolder, nodeBinary, root } from './paths.mjs';
import { run } from './run.mjs';
import { packagedExecutable, readTestApp } from './test-app.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Step
 * @property {string} name As `--only` takes it.
 * @property {string} title
 * @property {string} [needs] The step without which this one makes no sense.
 * @property {() => Promise<Counts>} perform
 */

const results = join(root, 'test-results');

/**
 * Runs one of the installed tools on the product's own Node.
 * @param {string} script Below node_modules, or in the project.
 * @param {string[]} parameters
 * @param {import('./run.mjs').RunOptions} [options]
 */
function tool(script, parameters, options = {}) {
  const path = script.startsWith('scripts/') ? script : join('node_modules', script);
  return run(nodeBinary(), [join(root, path), ...parameters], { output: 'inherit', ...options });
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} script
 * @param {string[]} parameters
 * @param {string} [needs]
 * @returns {Step}
 */
function check(name, title, script, parameters, needs) {
  return {
    name,
    title,
    ...(needs === undefined ? {} : { needs }),
    async perform() {
      const { code } = await tool(script, parameters);
      return countCheck(code === 0);
    },
  };
}

/** @param {string} project One of vitest.config.ts. @param {string} title @returns {Step} */
function vitest(project, title) {
  return {
    name: project,
    title,
    async perform() {
      const report = join(results, `${project}.json`);
      await rm(report, { force: true });
      const { code } = await tool('vitest/vitest.mjs', [
        'run',
        ...['--project', project, '--passWithNoTests'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ]);
      return countVitest(report, code);
    },
  };
}

/** @returns {boolean} Whether a window can open here, if need be on a display of our own. */
function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || existsSync('/usr/bin/xvfb-run');
}

/**
 * @param {'electron' | 'headless'} project One of playwright.config.ts.
 * @param {Record<string, string | undefined>} env
 */
async function playwright(project, env) {
  const report = join(results, `e2e-${project}.json`);
  await rm(report, { force: true });
  const command = [
    nodeBinary(),
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    ...['--project', project, '--output', join(results, `e2e-${project}`)],
  ];
  // A display of its own, so that no window of a person's desktop gets in the way.
  const display =
    project === 'electron' && existsSync('/usr/bin/xvfb-run')
      ? ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24']
      : [];
  const [executable = '', ...parameters] = [...display, ...command];
  const { code } = await run(executable, parameters, {
    output: 'inherit',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
  return countPlaywright(report, code);
}

/** @returns {Promise<Counts>} */
async function testDesktop() {
  if (!hasDisplay()) {
    console.log('Left out: the desktop’s tests, for want of a display (package xvfb).');
    return leftOut;
  }
  const app = readTestApp();
  return playwright('electron', {
    PUSHDESK_APP: app?.executable ?? packagedExecutable(),
    ...app?.env,
  });
}

/** @returns {Promise<Counts>} */
async function testServe() {
  const chromium = process.env['PUSHDESK_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) {
    console.log(
      'Left out: the headless console’s tests, for want of Chromium (PUSHDESK_CHROMIUM).',
    );
    return leftOut;
  }
  return playwright('headless', { PUSHDESK_CHROMIUM: chromium });
}

/** Everything that `npm test` does once the packages are installed, in this order. */
export const steps = /** @type {const} @satisfies {readonly Step[]} */ ([
  check('format', 'formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  check('lint', 'lint', 'eslint/bin/eslint.js', [
    '.',
    '--max-warnings=0',
    ...['--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  ]),
  check('types', 'types', 'scripts/typecheck.mjs', []),
  check('layers', 'layer rules', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['--config', '.dependency-cruiser.cjs'],
    ...['shared', 'main', 'preload', 'renderer', 'e2e'],
  ]),
  check('unused', 'unused code', 'knip/bin/knip.js', ['--no-progress']),
  vitest('unit', 'unit tests'),
  vitest('peer', 'tests with real peers'),
  check('build', 'build', 'scripts/build.mjs', []),
  check('package', 'packaging', 'scripts/package-test.mjs', [], 'build'),
  { name: 'e2e-electron', title: 'e2e, desktop', needs: 'package', perform: testDesktop },
  { name: 'e2e-headless', title: 'e2e, serve', needs: 'build', perform: testServe },
]);

/** Makes the folders that the steps write to. */
export async function prepareFolders() {
  await mkdir(results, { recursive: true });
  await mkdir(cacheFolder(), { recursive: true });
}
