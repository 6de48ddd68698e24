import { spawn } from 'node:child_process';
import { projectEnvironment, root } from './paths.mjs';

/** What a command said and how it ended. */
/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Where to run; the project's folder unless given.
 * @property {Record<string, string | undefined>} [env] Variables to add to the project's own.
 * @property {'collect' | 'stderr' | 'inherit'} [output] Keep what it prints (the default), pass
 *   it all on to standard error, or let it print by itself.
 * @property {number} [timeoutMs] After this it is killed and counts as failed.
 */

/**
 * Runs a command to its end; never rejects for a command that fails.
 * @param {string} command An executable; npm's .cmd files on Windows need `npm` below.
 * @param {readonly string[]} parameters
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>} Code 127 when it could not be started, 124 when it took too long.
 */
export function run(command, parameters, options = {}) {
  const output = options.output ?? 'collect';
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: options.cwd ?? root,
      env: projectEnvironment(options.env),
      stdio: [
        'ignore',
        output === 'inherit' ? 'inherit' : output === 'stderr' ? 2 : 'pipe',
        output === 'collect' ? 'pipe' : 2,
      ],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let stdout = '';
    let stderr = '';
    let isLate = false;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const ended = code ?? (signal === null ? 1 : 128);
      resolve({ code: isLate ? 124 : ended, stdout, stderr });
    });
  });
}

/**
 * Runs npm, whichever way this machine starts it.
 * @param {readonly string[]} parameters
 * @param {RunOptions} [options]
 */
export function npm(parameters, options = {}) {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, options);
}

/**
 * Tells a person what goes on. Standard output stays free for what a command is asked for.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
