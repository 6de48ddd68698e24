// Checks the types of every room by its own project, as many at a time as there are processors.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, root } from './lib/paths.mjs';

const projects = [
  'main',
  'renderer',
  'renderer/tsconfig.test.json',
  'shared',
  'shared/tsconfig.test.json',
  'preload',
  'e2e',
  'scripts',
];

/**
 * @param {string} project A folder with a tsconfig.json, or the path of one.
 * @returns {Promise<boolean>} Whether it is free of errors.
 */
function check(project) {
  return new Promise((resolve) => {
    const child = spawn(
      nodeBinary(),
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, '--pretty', 'false'],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => {
      // A room without a file yet is no error.
      const isEmpty = output.includes('TS18003');
      if (code !== 0 && !isEmpty) console.log(`${project}:\n${output}`);
      resolve(code === 0 || isEmpty);
    });
  });
}

const queue = projects.filter((project) => existsSync(join(root, project)));
let failed = 0;
/** Takes projects from the queue until it is empty. */
async function work() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (!(await check(next))) failed += 1;
  }
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
process.exitCode = failed === 0 ? 0 : 1;
