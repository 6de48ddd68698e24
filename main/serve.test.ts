import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient } from './testing/http-client.ts';

/** Other work may keep the machine busy while a process starts. */
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 45_000 };

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly complaints: () => string;
  /** Exit code and signal. */
  readonly ended: Promise<unknown[]>;
}

let folder: string;
let dataDir: string;
let runs: Run[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-serve-'));
  dataDir = join(folder, 'data');
  runs = [];
});
afterEach(async () => {
  for (const { child, ended } of runs) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true });
});

function run(flags: readonly string[] = [], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...flags], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const running = {
    child,
    output: () => output,
    complaints: () => complaints,
    ended: once(child, 'close'),
  };
  runs.push(running);
  return running;
}

interface Ready {
  readonly ready: true;
  readonly console: string;
  readonly token: string;
  readonly listeners: Readonly<Record<string, number>>;
}

async function ready(running: Run): Promise<Ready> {
  await expect.poll(() => running.output() + running.complaints(), patience).toContain('"ready"');
  return JSON.parse(running.output()) as Ready;
}

/** What a start that fails says, besides its log. */
async function refusal(flags: readonly string[], env: Record<string, string> = {}) {
  const running = run(flags, env);
  const [code] = await running.ended;
  expect(running.output()).toBe('');
  return {
    code,
    sentence: running
      .complaints()
      .split('\n')
      .find((line) => !line.startsWith('{')),
  };
}

describe('serve', () => {
  it('says in one line where it is, answers, and ends by itself when asked to', async () => {
    const running = run(['--data', dataDir]);
    const { console, token, listeners } = await ready(running);
    expect(console).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(Object.keys(listeners)).toEqual(['changes-udp', 'devices-http']);
    expect(listeners['changes-udp']).toBeGreaterThan(0);

    const client = createHttpClient(console, token);
    const status = await client.system.status();
    expect(status).toMatchObject({ host: 'serve', demo: false, dataDir });
    await client.accounts.create({ address: 'ada@example.org', password: 'sesame open' });

    expect((await readFile(join(dataDir, 'token'), 'utf8')).trim()).toBe(token);
    for (const name of ['token', 'secrets.key', 'pushdesk.sqlite']) {
      expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
    }
    running.child.kill('SIGTERM');
    expect(await running.ended).toEqual([0, null]);
    expect(running.output().trim().split('\n')).toHaveLength(1);
    expect(running.complaints()).not.toContain(token);
    expect(running.complaints()).not.toContain('sesame');
    await expect(stat(join(dataDir, 'pushdesk.lock'))).rejects.toThrow();
  });

  it('goes on after it was killed, with the same token', async () => {
    const first = run(['--data', dataDir]);
    const before = await ready(first);
    await createHttpClient(before.console, before.token).accounts.create({ address: 'a@b.org' });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = run(['--data', dataDir]);
    const after = await ready(second);
    expect(after.token).toBe(before.token);
    const { accounts } = await createHttpClient(after.console, after.token).accounts.list();
    expect(accounts.map(({ address }) => address)).toEqual(['a@b.org']);
  });

  it('lets no second one onto its data', async () => {
    const first = run(['--data', dataDir]);
    await ready(first);
    const { code, sentence } = await refusal(['--data', dataDir]);
    expect(code).toBe(1);
    expect(sentence).toBe(
      `Pushdesk already runs on the data folder ${dataDir} (process ${first.child.pid}).`,
    );
  });

  it('takes port, names and settings from its configuration, and the token from outside', async () => {
    const config = join(folder, 'config.json');
    const settings = { changes: { udpEnabled: false }, listeners: { devicesHost: '127.0.0.2' } };
    await writeFile(
      config,
      JSON.stringify({ data: dataDir, console: { allowedHosts: ['desk.example.org'] }, settings }),
    );
    const token = 'a-token-from-outside';
    const running = run(['--config', config, '--port', '0'], { PUSHDESK_TOKEN: token });
    const said = await ready(running);
    expect(said.token).toBe(token);
    const { listeners } = await createHttpClient(said.console, token).system.status();
    expect(listeners.map(({ name, state, host }) => [name, state, host])).toEqual([
      ['changes-udp', 'off', ''],
      ['devices-http', 'working', '127.0.0.2'],
      ['console-http', 'working', '127.0.0.1'],
    ]);
    await expect(stat(join(dataDir, 'token'))).rejects.toThrow();
  });
});

describe('a start that cannot be', () => {
  it('is refused with one plain sentence', async () => {
    expect(await refusal(['--dta', dataDir])).toEqual({
      code: 2,
      sentence:
        "Unknown option '--dta'. The flags are --data DIR, --port N, --config FILE and --demo.",
    });
    const { sentence } = await refusal(['--data', dataDir], { PUSHDESK_TOKEN: 'short' });
    expect(sentence).toContain('PUSHDESK_TOKEN has to be 16 to 256');
  });

  it('ends by itself, with nothing left open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, sentence } = await refusal(['--data', dataDir, '--port', `${port}`]);
    other.close();
    expect(code).toBe(1);
    expect(sentence).toContain(`The console cannot listen on 127.0.0.1, port ${port}:`);
  });
});

describe('without Electron', () => {
  it('nothing that serve loads asks for it', async () => {
    const running = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { register } from 'node:module';
         register('data:text/javascript,' + encodeURIComponent(\`
           export async function resolve(specifier, context, next) {
             if (/^electron/.test(specifier)) throw new Error('electron was asked for');
             return next(specifier, context);
           }\`));
         process.argv.splice(1, 0, 'serve', '--port', 'x');
         await import(${JSON.stringify(join(import.meta.dirname, 'serve.ts'))});`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const complaints = await text(running.stderr);
    expect(complaints).not.toContain('electron');
    expect(complaints).toContain('is no port');
  });
});
