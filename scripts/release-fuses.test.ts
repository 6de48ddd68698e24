import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lib/paths.mjs';

/** Reads a flat block of the release's configuration: `name: value` lines below its heading. */
async function readBlock(heading: string): Promise<Record<string, string>> {
  const lines = (await readFile(join(root, 'electron-builder.yml'), 'utf8')).split('\n');
  const start = lines.indexOf(`${heading}:`) + 1;
  const end = lines.findIndex((line, index) => index >= start && !/^\s/.test(line));
  return Object.fromEntries(
    lines
      .slice(start, end)
      .map((line) => /^\s+(\w+):\s*(\S+)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name, value]),
  );
}

describe('the release configuration', () => {
  it('leaves no fuse open through which the shipped application can be made another program', async () => {
    expect(await readBlock('electronFuses')).toEqual({
      runAsNode: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableCookieEncryption: 'true',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('opens for the tests the one fuse through which a debugger attaches, and no other', async () => {
    const variant = await readFile(join(root, 'scripts/package-test.mjs'), 'utf8');
    const [, changed = ''] = /electronFuses: \{([^}]*)\}/.exec(variant) ?? [];
    expect(changed.trim()).toBe('enableNodeCliInspectArguments: true');
  });

  it('is published by nobody who only builds', async () => {
    const text = await readFile(join(root, 'electron-builder.yml'), 'utf8');
    expect(text).toMatch(/^publish: null$/m);
  });
});
