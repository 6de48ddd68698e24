import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** @returns {string[]} The Debian packages that the whole suite needs. */
export function neededPackages() {
  return readFileSync(join(root, 'scripts/debian-packages.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** @returns {boolean} Whether this is Debian or a child of it. */
export function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version');
}

/** @returns {Promise<string[]>} The needed packages that are not installed. */
export async function missingPackages() {
  const { stdout } = await run('dpkg-query', [
    '--show',
    '--showformat',
    '${db:Status-Abbrev} ${Package} ${Provides}\n',
  ]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      // What a package provides counts too: names change between releases.
      .flatMap((line) =>
        line
          .slice(3)
          .replace(/\([^)]*\)/g, '')
          .split(/[\s,]+/),
      ),
  );
  return neededPackages().filter((name) => !installed.has(name));
}

/**
 * Installs packages without starting the services some of them bring: the tests start their own.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} Whether it worked; apt has said why not.
 */
export async function installPackages(packages) {
  const policy = '/usr/sbin/policy-rc.d';
  const isPolicyOurs = !existsSync(policy);
  if (isPolicyOurs) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { output: 'inherit', env });
    const { code } = await run(
      'apt-get',
      ['install', '-q', '-y', '--no-install-recommends', ...packages],
      { output: 'inherit', env },
    );
    return code === 0;
  } finally {
    if (isPolicyOurs) await rm(policy, { force: true });
  }
}
