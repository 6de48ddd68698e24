import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../shared/i18n/languages.ts';
import { readSealed, writeSealed } from '../certificates/sealed-file.ts';
import { StartError } from '../system/start-error.ts';
import { openTestStore, testSecretBox } from '../testing/memory-store.ts';
import { createPage } from '../transport/page.ts';
import { readArguments } from './arguments.ts';
import { startFailureText } from './failures.ts';
import { autostartEntry } from './login-item.ts';
import { menuTemplate } from './menu-template.ts';
import type { MenuActions } from './menu-template.ts';
import { isExternalUrl, isPageUrl, isTrustedFrame } from './origin.ts';
import { answerPageRequest } from './page-protocol.ts';
import { createDesktopSecretBox, hasSystemKeyStore } from './secret-box.ts';
import { openShellMemory } from './shell-memory.ts';
import { createTexts } from './texts.ts';
import { trayPicture, trayWords } from './tray.ts';
import { createWebPreferences } from './web-preferences.ts';
import { placeWindow } from './window-bounds.ts';

// What is tested here decides; Electron only carries it out, and the e2e tests see it do so.
vi.mock('electron', () => ({ app: {}, dialog: {}, clipboard: {}, protocol: {}, Tray: class {} }));

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});
async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pushdesk-desktop-'));
  folders.push(folder);
  return folder;
}

describe('arguments', () => {
  it('are found among Chromium’s', () => {
    const argv = ['.', '--no-sandbox', '--data', '/d', '--demo', '--remote-debugging-port=0'];
    expect(readArguments(argv, {})).toEqual({
      dataDir: '/d',
      isDemo: true,
      isHidden: false,
      nativeBinding: undefined,
    });
    expect(readArguments(['--data=/e', '--hidden'], { PUSHDESK_DATA: '/f' })).toMatchObject({
      dataDir: '/e',
      isHidden: true,
    });
    const env = { PUSHDESK_DATA: '/f', PUSHDESK_SQLITE_BINDING: '/b.node' };
    expect(readArguments([], env)).toMatchObject({ dataDir: '/f', nativeBinding: '/b.node' });
  });
});

describe('the page’s origin', () => {
  it.each([
    'https://console/',
    'app://console.evil/',
    'app://consolex/',
    'app://evil/console',
    'app:console',
    'app://user@console/',
    'file:///console',
    'about:blank',
    'data:text/html,app://console/',
    '',
  ])('is not %s', (url) => {
    expect(isPageUrl(url)).toBe(false);
  });

  it('is that of a main frame, never of one inside another', () => {
    const url = 'app://console/#/devices';
    expect(isTrustedFrame({ url, parent: null })).toBe(true);
    expect(isTrustedFrame({ url, parent: {} })).toBe(false);
    expect(isTrustedFrame({ url: 'https://evil.example/', parent: null })).toBe(false);
    expect(isTrustedFrame({ url: '', parent: null })).toBe(false);
    expect(isTrustedFrame(null)).toBe(false);
  });

  it('serves its own folder by GET, to its own host', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'index.html'), 'the console');
    const page = createPage(folder);
    const answer = await answerPageRequest(page, new Request('app://console/#/devices'));
    expect([answer.status, await answer.text()]).toEqual([200, 'the console']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const [method, url, status] of [
      ['POST', 'app://console/', 405],
      ['HEAD', 'app://console/', 405],
      ['GET', 'app://other/', 404],
      ['GET', 'app://console/..%2f..%2fetc%2fpasswd.txt', 404],
    ] as const) {
      expect((await answerPageRequest(page, new Request(url, { method }))).status).toBe(status);
    }
  });
});

describe('links that the system may open', () => {
  it.each(['https://example.org/help', 'mailto:ada@example.org'])('are like %s', (url) => {
    expect(isExternalUrl(url)).toBe(true);
  });

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://example.org/share',
    'ms-settings:',
    'https://user:password@example.org/',
    'HTTPS',
    '//example.org',
    '',
  ])('are not like %s', (url) => {
    expect(isExternalUrl(url)).toBe(false);
  });
});

describe('web preferences', () => {
  it('isolate the page, and nobody can change them afterwards', () => {
    const preferences = createWebPreferences({ preload: '/p.cjs', version: '1', devTools: false });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
    expect(Object.isFrozen(preferences)).toBe(true);
  });
});

describe('the window', () => {
  const screen = { x: 0, y: 25, width: 1_920, height: 1_055 };
  const second = { x: 1_920, y: 0, width: 1_280, height: 1_024 };

  it('opens where it was', () => {
    const bounds = { x: 2_000, y: 40, width: 1_000, height: 800 };
    expect(placeWindow(bounds, [screen, second])).toEqual(bounds);
  });

  it('comes back from a screen that is gone', () => {
    const bounds = { x: 2_000, y: 40, width: 1_000, height: 800 };
    expect(placeWindow(bounds, [screen])).toEqual({ width: 1_000, height: 800 });
  });

  it('is never larger than the screen, nor too small or out of reach', () => {
    const huge = { x: 0, y: 25, width: 9_000, height: 9_000 };
    expect(placeWindow(huge, [screen])).toEqual({ x: 0, y: 25, width: 1_920, height: 1_055 });
    const below = { x: 100, y: 1_075, width: 800, height: 600 };
    expect(placeWindow(below, [screen])).toEqual({ width: 800, height: 600 });
    const tiny = { x: 10, y: 30, width: 1, height: 1 };
    expect(placeWindow(tiny, [screen])).toMatchObject({ width: 720, height: 520 });
    expect(placeWindow(undefined, [])).toEqual({ width: 1_280, height: 820 });
  });

  it('is remembered, and forgotten when the file makes no sense', async () => {
    const folder = await scratch();
    const bounds = { x: 1, y: 2, width: 800, height: 600 };
    const memory = await openShellMemory(folder);
    await memory.remember({ bounds });
    await memory.remember({ isCloseNoticeShown: true });
    expect((await openShellMemory(folder)).current()).toEqual({ bounds, isCloseNoticeShown: true });
    await writeFile(join(folder, 'window.json'), '{"bounds":{"x":"1"}}');
    expect((await openShellMemory(folder)).current()).toEqual({});
    expect(await readFile(join(folder, 'window.json'), 'utf8')).toContain('"x"');
  });
});

describe('secrets', () => {
  const keyStore = (backend: string, isAvailable = true) => ({
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (clear: string) => Buffer.from(`system ${clear}`),
    decryptString: (sealed: Buffer) => sealed.toString().slice('system '.length),
  });

  it('are sealed by the system where it has a key store', () => {
    const box = createDesktopSecretBox(keyStore('gnome_libsecret'), testSecretBox, 'linux');
    expect(Buffer.from(box.seal('sesame')).toString()).toContain('system');
    expect(box.open(box.seal('sesame'))).toBe('sesame');
  });

  it('are not left to a key store that only pretends', () => {
    expect(hasSystemKeyStore(keyStore('basic_text'), 'linux')).toBe(false);
    expect(hasSystemKeyStore(keyStore('unknown'), 'linux')).toBe(false);
    expect(hasSystemKeyStore(keyStore('kwallet6', false), 'linux')).toBe(false);
    expect(hasSystemKeyStore(keyStore(''), 'darwin')).toBe(true);
    const box = createDesktopSecretBox(keyStore('basic_text'), testSecretBox, 'linux');
    expect(Buffer.from(box.seal('sesame')).toString()).not.toContain('system');
    expect(box.open(box.seal('sesame'))).toBe('sesame');
  });

  it('of a session without a key ring can be opened in one with it, and the other way round', () => {
    const poor = createDesktopSecretBox(keyStore('basic_text'), testSecretBox, 'linux');
    const rich = createDesktopSecretBox(keyStore('kwallet6'), testSecretBox, 'linux');
    expect(rich.open(poor.seal('one'))).toBe('one');
    expect(poor.open(rich.seal('two'))).toBe('two');
    expect(() => rich.open(new Uint8Array([9, 9]))).toThrow();
    expect(() => rich.open(new Uint8Array())).toThrow();
  });

  it('that came with the folder from another machine count as not set, until they are set anew', async () => {
    const foreign = {
      ...keyStore('kwallet6'),
      decryptString: () => {
        throw new Error('cannot decrypt');
      },
    };
    const path = join(await scratch(), 'pushdesk.sqlite');
    const old = createDesktopSecretBox(keyStore('kwallet6'), testSecretBox, 'linux');
    const before = await openTestStore({ path, secretBox: old });
    await before.secrets.set('gateway:one', 'sesame');
    await before.secrets.set('mailbox:two', 'open');
    expect(await before.secrets.lostNames()).toEqual(new Set());
    await before.close();

    const moved = createDesktopSecretBox(foreign, testSecretBox, 'linux');
    const after = await openTestStore({ path, secretBox: moved });
    expect(await after.secrets.get('gateway:one')).toBeUndefined();
    expect(await after.secrets.names()).toEqual(new Set());
    expect(await after.secrets.lostNames()).toEqual(new Set(['gateway:one', 'mailbox:two']));
    await after.transaction((tx) => tx.secrets.set('mailbox:two', 'typed in again'));
    expect(await after.secrets.lostNames()).toEqual(new Set(['gateway:one']));
    expect(await after.secrets.names()).toEqual(new Set(['mailbox:two']));
    await after.close();

    const pem = join(await scratch(), 'authority.pem');
    await writeSealed(pem, { cert: 'certificate', key: 'key' }, old);
    expect(await readSealed(pem, moved)).toBeUndefined();

    const back = await openTestStore({ path, secretBox: old });
    expect(await back.secrets.get('gateway:one')).toBe('sesame');
    await back.close();
    // A key ring that is missing is a fault of the session: nothing counts as lost.
    const poor = createDesktopSecretBox(
      { ...foreign, getSelectedStorageBackend: () => 'basic_text' },
      testSecretBox,
      'linux',
    );
    expect(() => poor.open(old.seal('sesame'))).toThrow('cannot decrypt');
  });
});

describe('menus and tray', () => {
  const actions: MenuActions = {
    go: vi.fn(),
    openWindow: vi.fn(),
    setPush: vi.fn(),
    openDataFolder: vi.fn(),
    quit: vi.fn(),
  };
  type Item = MenuItemConstructorOptions;
  const flatten = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...flatten(Array.isArray(item.submenu) ? item.submenu : [])]);

  it.each(languages)('have every label in %s, on every system', (language) => {
    const texts = createTexts([language]);
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const state = { platform, isPushActive: true, hasDevTools: true };
      const items = flatten(menuTemplate(texts, actions, state));
      expect(items.length).toBeGreaterThan(20);
      for (const { label, type } of items) {
        if (type !== 'separator') expect(label).toMatch(/\S/u);
      }
    }
  });

  it('offer to pause push when it is on, and to switch it on when it is off', () => {
    const texts = createTexts(['en']);
    for (const isPushActive of [true, false]) {
      const state = { platform: 'linux', isPushActive, hasDevTools: false } as const;
      const items = flatten(menuTemplate(texts, actions, state));
      const { click } = items.find(({ id }) => id === 'push') ?? {};
      (click as (() => void) | undefined)?.();
      expect(actions.setPush).toHaveBeenLastCalledWith(!isPushActive);
      expect(items.some(({ label }) => label === 'Developer tools')).toBe(false);
    }
  });

  it('show the engine’s state in picture and words', () => {
    const texts = createTexts(['en-GB']);
    expect(trayPicture({ isActive: true, attention: 0 })).toBe('working');
    expect(trayPicture({ isActive: false, attention: 0 })).toBe('paused');
    expect(trayPicture({ isActive: false, attention: 1 })).toBe('attention');
    expect(trayWords(texts, { isActive: true, attention: 0 })).toBe('Push is on');
    expect(trayWords(texts, { isActive: false, attention: 2 })).toBe(
      'Push is off · 2 things need attention',
    );
    expect(trayWords(createTexts(['pl']), { isActive: true, attention: 5 })).toBe(
      'Push jest włączony · 5 spraw wymaga uwagi',
    );
  });
});

describe('failures at the start', () => {
  it('are said in a sentence', () => {
    const texts = createTexts(['en']);
    const damaged = (backup: string) =>
      new StartError('data-damaged', '', { path: '/d', detail: 'x', backup });
    expect(startFailureText(texts, damaged('/b'))).toContain('The newest backup is /b.');
    expect(startFailureText(texts, damaged(''))).toContain('There is no backup.');
    expect(startFailureText(texts, new StartError('data-in-use', '', { path: '/d', pid: 7 }))).toBe(
      'Pushdesk already runs on the data folder /d (process 7). Only one can use it at a time.',
    );
    expect(startFailureText(texts, new Error('boom'))).toContain('boom');
    expect(startFailureText(texts, new StartError('bad-config', 'said plainly'))).toContain(
      'said plainly',
    );
  });
});

describe('starting with the session', () => {
  it('quotes the path of the executable', () => {
    expect(autostartEntry('/opt/My $Apps/"x"/pushdesk')).toContain(
      'Exec="/opt/My \\$Apps/\\"x\\"/pushdesk" --hidden',
    );
  });
});
