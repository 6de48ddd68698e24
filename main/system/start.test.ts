import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultDataDir, makeDataDir } from './data-dir.ts';
import { lockDataDir } from './instance-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the data folder', () => {
  it('is where each system keeps the data of its programs', () => {
    const linux = { platform: 'linux', home: '/home/ada' } as const;
    expect(defaultDataDir({ ...linux, env: {} })).toBe('/home/ada/.local/share/pushdesk');
    expect(defaultDataDir({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/pushdesk');
    expect(defaultDataDir({ ...linux, env: { XDG_DATA_HOME: 'data' } })).toBe(
      '/home/ada/.local/share/pushdesk',
    );
    expect(defaultDataDir({ platform: 'darwin', env: {}, home: '/Users/ada' })).toBe(
      '/Users/ada/Library/Application Support/Pushdesk',
    );
    const windows = { platform: 'win32', home: 'C:\\Users\\ada' } as const;
    expect(defaultDataDir({ ...windows, env: { APPDATA: 'D:\\Roaming' } })).toBe(
      'D:\\Roaming\\Pushdesk',
    );
  });

  it('is made for its owner alone', async () => {
    const path = join(folder, 'a', 'b');
    await makeDataDir(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('that cannot be made is told plainly', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(makeDataDir(join(folder, 'file', 'data'))).rejects.toMatchObject({
      code: 'data-not-writable',
    });
  });
});

describe('the lock', () => {
  const lock = () => join(folder, 'pushdesk.lock');

  it('lets one in at a time', async () => {
    const unlock = await lockDataDir(folder);
    await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'data-in-use' });
    await unlock();
    await (
      await lockDataDir(folder)
    )();
    await expect(readFile(lock())).rejects.toThrow();
  });

  it('is respected while its process lives', async () => {
    const pid = process.ppid;
    await writeFile(lock(), JSON.stringify({ pid, began: null }));
    await expect(lockDataDir(folder)).rejects.toThrow(
      `Pushdesk already runs on the data folder ${folder} (process ${pid}).`,
    );
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, began: null })],
    [
      'this very process, before a restart of the machine',
      JSON.stringify({ pid: process.pid, began: '1' }),
    ],
    ['half a write', '{"pi'],
    ['nothing', ''],
  ])('of %s is taken over', async (_of, text) => {
    await writeFile(lock(), text);
    const unlock = await lockDataDir(folder);
    expect(JSON.parse(await readFile(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
    await unlock();
  });

  it.runIf(process.platform === 'linux')(
    'of a process whose number another one has now is taken over',
    async () => {
      await writeFile(lock(), JSON.stringify({ pid: process.ppid, began: '1' }));
      await (
        await lockDataDir(folder)
      )();
    },
  );

  it('needs a folder that can be written to', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    await expect(lockDataDir(path)).rejects.toMatchObject({ code: 'data-not-writable' });
  });
});
