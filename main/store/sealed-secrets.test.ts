import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { holdsSecrets } from './sealed-secrets.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-secrets-'));
  path = join(folder, 'pushdesk.sqlite');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells whether there is anything that an old key has sealed', async () => {
  expect(holdsSecrets(path)).toBe(false);
  await writeFile(path, '');
  expect(holdsSecrets(path)).toBe(false);
  const store = await openTestStore({ path });
  expect(holdsSecrets(path)).toBe(false);
  await store.secrets.set('gateway:1', 'sesame');
  expect(holdsSecrets(path)).toBe(true);
  await store.secrets.remove('gateway:1');
  await store.close();
  expect(holdsSecrets(path)).toBe(false);
});

it('leaves it to the store to complain of a file that is no database', async () => {
  await writeFile(path, 'This is no database at all. '.repeat(100));
  expect(holdsSecrets(path)).toBe(false);
});
