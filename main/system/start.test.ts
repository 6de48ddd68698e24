import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultDataDir, makeDataDir } from './data-dir.ts';
import { lockDataDir } from './instance-lock.ts';
import { readServeConfig } from './serve-config.ts';
import { StartError, toStartError } from './start-error.ts';
import { createRestartable } from './restartable.ts';
import { createStopStack } from './stop-stack.ts';
import { loadToken } from './token.ts';
import { KeyFileError } from '../secrets/key-file-box.ts';
import { seededRandom, systemRandom } from '../platform/random.ts';
import { StoreDamagedError, StoreTooNewError } from '../store/store-errors.ts';

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

describe('the configuration file', () => {
  const path = () => join(folder, 'config.json');
  async function refused(content: string): Promise<unknown> {
    await writeFile(path(), content);
    return await readServeConfig(path()).catch((error: unknown) =>
      error instanceof StartError ? error.message : error,
    );
  }

  it('says what it says', async () => {
    const config = {
      data: '/data',
      console: { host: '::1', port: 80, allowedHosts: ['desk.example.org'] },
      settings: { changes: { udpPort: 7 }, retention: { logDays: 1 } },
    };
    await writeFile(path(), JSON.stringify(config));
    expect(await readServeConfig(path())).toEqual(config);
  });

  it('that is wrong is refused in a sentence that names the place', async () => {
    const start = `The configuration file ${path()} cannot be used: `;
    expect(await refused('{"console":{"prot":1},"x":2}')).toBe(
      `${start}it does not know "console.prot"; it does not know "x".`,
    );
    expect(await refused('{"settings":{"changes":{"hasUdpSecret":true}}}')).toBe(
      `${start}it does not know "settings.changes.hasUdpSecret".`,
    );
    expect(await refused('{"console":{"port":"1"}}')).toContain(
      `${start}"console.port" is not right`,
    );
    expect(await refused('[]')).toContain(`${start}it is not right`);
    expect(await refused('{')).toBe(`${start}it is not JSON.`);
    await rm(path());
    await expect(readServeConfig(path())).rejects.toThrow(`${start}it cannot be read.`);
  });
});

describe('the token', () => {
  it('is made once, cannot be guessed, and is its owner’s alone', async () => {
    const token = await loadToken(folder, undefined, systemRandom);
    expect(token).toMatch(/^[\w-]{43}$/u);
    expect(await loadToken(folder, '', seededRandom(1))).toBe(token);
    expect((await stat(join(folder, 'token'))).mode & 0o777).toBe(0o600);
  });

  it('from outside is taken when it is good enough, and kept nowhere', async () => {
    expect(await loadToken(folder, 'a-token-from-outside', systemRandom)).toBe(
      'a-token-from-outside',
    );
    for (const token of ['short', 'with a space in it', 'ž'.repeat(20)]) {
      await expect(loadToken(folder, token, systemRandom)).rejects.toMatchObject({
        code: 'bad-token',
      });
    }
    await expect(stat(join(folder, 'token'))).rejects.toThrow();
  });
});

describe('reasons', () => {
  it('of the store and of the key file are told in a sentence each', () => {
    for (const [error, code, sentence] of [
      [new StoreDamagedError('/d', '/b', 'page 7'), 'data-damaged', 'The newest backup is /b.'],
      [new StoreDamagedError('/d', null, 'page 7'), 'data-damaged', 'There is no backup.'],
      [new StoreTooNewError('/d', '0009'), 'data-too-new', 'written by a newer Pushdesk'],
      [new KeyFileError('too-open', '/k'), 'key-file', 'give it the mode 600'],
    ] as const) {
      const told = toStartError(error);
      expect(told).toMatchObject({ code });
      expect(told instanceof StartError ? told.message : '').toContain(sentence);
    }
    const other = new Error('other');
    expect(toStartError(other)).toBe(other);
  });
});

describe('what was started', () => {
  it('ends in the opposite order, once, also when something cannot end', async () => {
    const ended: string[] = [];
    const errors: unknown[] = [];
    const stops = createStopStack((error) => errors.push(error));
    stops.push(() => void ended.push('first'));
    stops.push(() => Promise.reject(new Error('stuck')));
    stops.push(async () => {
      await Promise.resolve();
      ended.push('last');
    });
    await Promise.all([stops.stop(), stops.stop()]);
    expect([ended, errors.length]).toEqual([['last', 'first'], 1]);
  });

  it('starts anew when its settings change, and only then, one after the other', async () => {
    let port: number | null = 1;
    const said: string[] = [];
    const restartable = createRestartable(
      () => port,
      async (wanted) => {
        said.push(`start ${wanted}`);
        await Promise.resolve();
        return async () => {
          await Promise.resolve();
          said.push(`stop ${wanted}`);
        };
      },
    );
    await restartable.apply();
    await restartable.apply();
    port = 2;
    await Promise.all([restartable.apply(), restartable.apply()]);
    port = null;
    await restartable.apply();
    port = 3;
    await restartable.apply();
    await restartable.stop();
    await restartable.apply();
    expect(said).toEqual(['start 1', 'stop 1', 'start 2', 'stop 2', 'start 3', 'stop 3']);
  });
});
