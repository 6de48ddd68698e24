import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithNpm } from './follow-parent.mjs';
import { nodeBinary, projectEnvironment, root } from './paths.mjs';

/**
 * Runs a script on the product's own Node in place of this process: same input and output, the
 * signals that end a process are passed on, and its end is ours.
 * @param {string} script A path within the project.
 * @param {readonly string[]} parameters
 * @returns {Promise<never>}
 */
export function handOver(script, parameters) {
  return replaceBy(nodeBinary(), [join(root, script), ...parameters]);
}

/**
 * As handOver, for any command.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {Record<string, string | undefined>} [environment] Variables to add.
 * @returns {Promise<never>}
 */
export function replaceBy(command, parameters, environment = {}) {
  return new Promise((_resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: projectEnvironment(environment),
      stdio: 'inherit',
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      // A terminal sends SIGINT to both; a second one is harmless.
      process.on(signal, () => child.kill(signal));
    }
    endWithNpm();
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** @returns {boolean} Whether this very process may run the product. */
export function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14);
}
