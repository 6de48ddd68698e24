// npm test: installs what the suite needs and runs all of it. Works from a fresh clone on Node 20,
// so nothing here may import a package. `npm test -- --only unit,lint` runs some of the steps.
// The last line is always: N passed, N failed, N skipped.
import { installPackages, isDebian, missingPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { prepareFolders, steps } from './lib/steps.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';
if (isCi) process.env['PUSHDESK_NO_SKIP'] = '1';
// `npm test --silent` is meant for this run, not for the npm commands in it.
delete process.env['npm_config_loglevel'];
// What a person's shell says about production builds has no place in tests.
delete process.env['NODE_ENV'];

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const broken = new Set();

/**
 * Runs a step, tells its name and duration, and adds what it counted.
 * @param {string} name
 * @param {string} title
 * @param {() => Promise<Counts>} perform
 */
async function runStep(name, title, perform) {
  console.log(`\n== ${title} ==`);
  const started = performance.now();
  /** @type {Counts} */
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await perform();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) broken.add(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `== ${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s ==`,
  );
}

/** @returns {Promise<Counts>} */
async function prepareMachine() {
  const passed = { passed: 1, failed: 0, skipped: 0 };
  if (!isDebian()) {
    console.log(
      'This is not Debian: the tests with real peers whose programs are missing here (tshark, ' +
        'Kannel, Dovecot, SyncEvolution …) are left out and counted as skipped.',
    );
    return passed;
  }
  const missing = await missingPackages();
  if (missing.length === 0) return passed;
  if (process.getuid?.() !== 0) {
    console.log(
      'Not root, so these Debian packages stay missing, and the suites that need them are left ' +
        `out and counted as skipped: ${missing.join(' ')}`,
    );
    return passed;
  }
  console.log(`Installing: ${missing.join(' ')}`);
  return (await installPackages(missing)) ? passed : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {readonly string[]} parameters
 * @returns {(name: string) => boolean} Whether a step was asked for.
 */
function chosenSteps(parameters) {
  const at = parameters.findIndex((parameter) => /^--only(=|$)/.test(parameter));
  const parameter = parameters[at];
  if (parameter === undefined) return () => true;
  const list = parameter.includes('=') ? parameter.split('=')[1] : parameters[at + 1];
  const names = (list ?? '').split(',').filter((name) => name !== '');
  const known = steps.map((step) => step.name);
  const unknown = names.filter(
    (name) => !known.some((k) => k === name || k.startsWith(`${name}-`)),
  );
  if (names.length === 0 || unknown.length > 0) {
    console.error(`--only takes some of: ${known.join(', ')}, separated by commas`);
    process.exit(2);
  }
  return (name) => names.some((chosen) => chosen === name || name.startsWith(`${chosen}-`));
}

const isChosen = chosenSteps(process.argv.slice(2));
const started = performance.now();
await runStep('machine', 'Debian packages', prepareMachine);
await runStep('install', 'npm packages', async () => {
  await ensureDependencies();
  return { passed: 1, failed: 0, skipped: 0 };
});
await prepareFolders();
if (!broken.has('install')) {
  for (const step of steps.filter(({ name }) => isChosen(name))) {
    await runStep(step.name, step.title, async () => {
      const needed = 'needs' in step ? step.needs : undefined;
      if (needed === undefined || !broken.has(needed)) return step.perform();
      broken.add(step.name);
      console.log(`Not run: ${needed} has failed.`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
  }
}
console.log(`\nThe whole run took ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
if (broken.size > 0) console.log(`Failed: ${[...broken].join(', ')}.`);
if (isCi && total.skipped > 0) console.log('In CI nothing may be skipped.');
process.exitCode = total.failed > 0 || (isCi && total.skipped > 0) ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
