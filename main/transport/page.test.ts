import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPage } from './page.ts';
import type { Page } from './page.ts';

let folder: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-page-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<title>Pushdesk</title>');
  await writeFile(join(root, 'assets', 'index-BxY2_a1c.js'), 'run()');
  await writeFile(join(root, 'icon.svg'), '<svg/>');
  await writeFile(join(root, 'build.toml'), 'x');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'renderer-old'));
  await writeFile(join(folder, 'renderer-old', 'secret.txt'), 'secret');
  await symlink(join(root, 'icon.svg'), join(root, 'link.svg'));
  page = createPage(root);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the page', () => {
  it('is at the root of its host and nowhere else', async () => {
    for (const path of ['/', '/index.html', '']) {
      expect(await page.get(path)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      });
    }
    expect(await page.get('/devices')).toMatchObject({ status: 404 });
  });

  it('may load and reach nothing but its own host, and runs nothing inline', async () => {
    const policy = (await page.get('/')).headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    for (const none of ['object-src', 'base-uri', 'frame-ancestors']) {
      expect(policy).toContain(`${none} 'none'`);
    }
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(
      /unsafe|\*|https?:|ws:/u,
    );
    const { headers } = await page.get('/', 'localhost:8000');
    expect(headers['content-security-policy']).toContain(
      "connect-src 'self' ws://localhost:8000 wss://localhost:8000;",
    );
  });

  it('keeps files with a hash in their name for good, and asks again for others', async () => {
    expect(await page.get('/assets/index-BxY2_a1c.js')).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
    expect((await page.get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('says plainly that it has not been built', async () => {
    const unbuilt = createPage(join(folder, 'nothing'));
    expect(await unbuilt.get('/')).toMatchObject({ status: 503 });
  });
});

describe('files outside of the page', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/../renderer-old/secret.txt',
    '/%00.js',
    '/%zz.js',
    '//etc/hosts.txt',
    '/missing.js',
    '/build.toml',
  ])('%s is not found', async (path) => {
    expect(await page.get(path)).toMatchObject({ status: 404, body: 'Not found.' });
  });
});
