import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyFileBox } from './key-file-box.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-key-'));
  path = join(folder, 'secrets.key');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a box with a key file', () => {
  it('opens what it has sealed, also after a restart', async () => {
    const sealed = (await openKeyFileBox(path)).seal('Žluťoučký kůň');
    expect((await openKeyFileBox(path)).open(sealed)).toBe('Žluťoučký kůň');
  });

  it('lets its owner alone read the key', async () => {
    await openKeyFileBox(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('seals one secret differently each time, and never in clear', async () => {
    const box = await openKeyFileBox(path);
    const [first, second] = [box.seal('sesame'), box.seal('sesame')];
    expect(first).not.toEqual(second);
    expect(Buffer.from(first).includes('sesame')).toBe(false);
  });

  it('refuses a key that others may read', async () => {
    await openKeyFileBox(path);
    await chmod(path, 0o644);
    await expect(openKeyFileBox(path)).rejects.toMatchObject({ reason: 'too-open', path });
  });

  it('refuses a file that is no key, and leaves it as it is', async () => {
    await writeFile(path, 'something else', { mode: 0o600 });
    await expect(openKeyFileBox(path)).rejects.toMatchObject({ reason: 'not-a-key' });
    expect(await readFile(path, 'utf8')).toBe('something else');
  });

  it('makes no new key where an old one is needed', async () => {
    await expect(openKeyFileBox(path, () => true)).rejects.toMatchObject({ reason: 'missing' });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    const sealed = (await openKeyFileBox(path, () => false)).seal('sesame');
    expect((await openKeyFileBox(path, () => true)).open(sealed)).toBe('sesame');
  });

  it('tells a changed octet, a cut and another key from what it sealed', async () => {
    const box = await openKeyFileBox(path);
    const sealed = box.seal('sesame');
    const changed = Uint8Array.from(sealed, (octet, index) => (index === 14 ? octet ^ 1 : octet));
    const other = await openKeyFileBox(join(folder, 'other.key'));
    expect(() => box.open(changed)).toThrow(expect.objectContaining({ reason: 'wrong-key' }));
    expect(() => box.open(sealed.subarray(0, 9))).toThrow(
      expect.objectContaining({ reason: 'wrong-key' }),
    );
    expect(() => other.open(sealed)).toThrow(expect.objectContaining({ reason: 'wrong-key' }));
  });
});
