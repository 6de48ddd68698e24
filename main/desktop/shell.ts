import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Menu, app, safeStorage, shell } from 'electron';
import { makeDemo, startDemoTrickle } from '../demo/index.ts';
import { createDiagnostics, faultsOnly } from '../log/diagnostics.ts';
import type { Diagnostics } from '../log/diagnostics.ts';
import { clockStartingAt, systemClock } from '../platform/clock.ts';
import { systemRandom } from '../platform/random.ts';
import { openKeyFileBox } from '../secrets/key-file-box.ts';
import { startServer } from '../server.ts';
import type { RunningServer, ServerOptions } from '../server.ts';
import { defaultDataDir } from '../system/data-dir.ts';
import { toStartError } from '../system/start-error.ts';
import { createPage } from '../transport/page.ts';
import { createRpcServer } from '../transport/rpc-channel.ts';
import { readArguments } from './arguments.ts';
import type { DesktopArguments } from './arguments.ts';
import { watchEngine } from './engine-watch.ts';
import { showCrash, showStartFailure } from './failures.ts';
import { acceptPorts } from './ipc-port.ts';
import { openLogFile } from './log-file.ts';
import { setStartAtLogin } from './login-item.ts';
import { menuTemplate } from './menu-template.ts';
import type { MenuActions } from './menu-template.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { createDesktopSecretBox, hasSystemKeyStore } from './secret-box.ts';
import { hardenApp } from './security.ts';
import { openShellMemory } from './shell-memory.ts';
import { createTexts } from './texts.ts';
import type { Texts } from './texts.ts';
import { createTray } from './tray.ts';
import type { DeskTray, EngineState } from './tray.ts';
import { createDeskWindow } from './window.ts';
import type { DeskWindow } from './window.ts';

/** The process has so long to end; then it is ended. */
const STOP_WITHIN_MS = 5_000;

/** Folders of the built product, all beside each other. */
const here = import.meta.dirname;
const rendererDir = join(here, '../renderer');
const preload = join(here, '../preload/index.cjs');
const assets = join(here, '../../assets');

interface Desk {
  readonly given: DesktopArguments;
  readonly dataDir: string;
  readonly texts: Texts;
  readonly diagnostics: Diagnostics;
  readonly logPath: string;
  isQuitting: boolean;
}

/** Chooses the data folder, and a place of its own for what Chromium keeps with it. */
function chooseDataDir(given: DesktopArguments): string {
  const { platform, env } = process;
  const usual = defaultDataDir({ platform, env, home: homedir() });
  const base = given.dataDir === undefined ? usual : resolve(given.dataDir);
  const dataDir = given.isDemo ? join(base, 'demo') : base;
  // The lock that keeps the instance single lies there: one instance for each data folder.
  if (dataDir !== usual) app.setPath('userData', join(dataDir, 'window'));
  return dataDir;
}

function watchFaults(desk: Desk): void {
  process.on('unhandledRejection', (error) => desk.diagnostics.fault('rejection', error));
  process.on('uncaughtException', (error) => {
    desk.diagnostics.fault('exception', error);
    showCrash(desk.texts, error, desk.logPath);
  });
}

async function start(desk: Desk): Promise<RunningServer> {
  const { dataDir, given, diagnostics } = desk;
  const clock = clockStartingAt(process.env['PUSHDESK_CLOCK']);
  const keyPath = join(dataDir, 'secrets.key');
  const keyFileBox = await openKeyFileBox(keyPath);
  const secretBox = createDesktopSecretBox(safeStorage, keyFileBox, process.platform);
  const options: ServerOptions = {
    dataDir,
    host: 'desktop',
    secretBox,
    rendererDir,
    diagnostics,
    clock,
    nativeBinding: given.nativeBinding,
    isDemo: given.isDemo,
  };
  if (given.isDemo) {
    await makeDemo({
      dataDir,
      clock,
      start: (over) => startServer({ ...options, ...over, diagnostics: faultsOnly(diagnostics) }),
    });
  }
  const server = await startServer(options);
  if (given.isDemo) {
    const { client } = server;
    const stop = startDemoTrickle({ client, clock, random: systemRandom });
    app.once('before-quit', stop);
  }
  if (!hasSystemKeyStore(safeStorage, process.platform)) {
    const params = { path: keyPath };
    server.log.write({ level: 'warn', area: 'system', key: 'system.no-key-store', params });
  }
  return server;
}

function createActions(desk: Desk, server: RunningServer, window: () => DeskWindow): MenuActions {
  return {
    go: (hash) => window().open(hash),
    openWindow: () => window().open(),
    setPush(active) {
      server.services.push
        .setActive({ active })
        .catch((error: unknown) => desk.diagnostics.fault('push', error));
    },
    openDataFolder: () => void shell.openPath(desk.dataDir),
    quit: () => app.quit(),
  };
}

/** Menus and tray, drawn anew as the engine changes. */
function dress(desk: Desk, server: RunningServer, actions: MenuActions): DeskTray | undefined {
  const { texts, diagnostics } = desk;
  const hasDevTools = !app.isPackaged;
  let tray: DeskTray | undefined;
  try {
    const pictures = join(assets, 'tray');
    tray = createTray({ texts, actions, pictures, isDemo: desk.given.isDemo });
  } catch (error) {
    // Some Linux desktops have no tray; starting once more brings the window back there.
    diagnostics.fault('tray', error);
  }
  let shownActive: boolean | undefined;
  const show = (state: EngineState): void => {
    tray?.show(state);
    if (shownActive === state.isActive) return;
    shownActive = state.isActive;
    const { platform } = process;
    const template = menuTemplate(texts, actions, {
      platform,
      isPushActive: state.isActive,
      hasDevTools,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  show({ isActive: false, attention: 0 });
  watchEngine(server, systemClock, show, (error) => diagnostics.fault('tray', error));
  return tray;
}

function followLoginSetting(desk: Desk, server: RunningServer): void {
  const apply = (): void => {
    const { startAtLogin } = server.settings.current().desktop;
    setStartAtLogin(startAtLogin && !desk.given.isDemo).catch((error: unknown) =>
      desk.diagnostics.fault('login', error),
    );
  };
  server.settings.subscribe((parts) => {
    if (parts.has('desktop')) apply();
  });
}

/** Ends the services before the process: whatever asks it to quit waits for them. */
function quitInOrder(desk: Desk, server: RunningServer, window: DeskWindow): void {
  let isEnded = false;
  app.on('before-quit', (event) => {
    desk.isQuitting = true;
    if (isEnded) return;
    event.preventDefault();
    const late = setTimeout(() => app.exit(1), STOP_WITHIN_MS);
    // Where the window is, is written now: the process may end before the window has closed.
    void Promise.all([server.stop(), window.rememberPlace()]).then(() => {
      clearTimeout(late);
      isEnded = true;
      app.quit();
    });
  });
}

async function open(desk: Desk): Promise<void> {
  await app.whenReady();
  const server = await start(desk);
  const memory = await openShellMemory(desk.dataDir);
  const window = createDeskWindow({
    texts: desk.texts,
    memory,
    preload,
    icon: join(assets, 'icons/512x512.png'),
    hasDevTools: !app.isPackaged,
    closesToTray: () => server.settings.current().desktop.closeToTray,
    isQuitting: () => desk.isQuitting,
    quit: () => app.quit(),
  });
  quitInOrder(desk, server, window);
  servePage(createPage(rendererDir));
  acceptPorts(createRpcServer(server.router), (url) =>
    desk.diagnostics.fault('ipc', new Error(`a port came from ${url}`)),
  );
  const actions = createActions(desk, server, () => window);
  dress(desk, server, actions);
  followLoginSetting(desk, server);
  app.on('second-instance', () => window.open());
  app.on('activate', () => window.open());
  // Without a window the services go on; quitting is what ends them.
  app.on('window-all-closed', () => undefined);
  if (!desk.given.isHidden) window.open();
}

/** Runs the desktop. To be called at once: schemes and paths are settled before Electron is ready. */
export function runDesktop(): void {
  const given = readArguments(process.argv.slice(1), process.env);
  const dataDir = chooseDataDir(given);
  if (!app.requestSingleInstanceLock()) {
    // The first instance shows its window.
    app.exit(0);
    return;
  }
  const logFile = openLogFile(dataDir);
  const all = createDiagnostics(logFile.stream);
  const desk: Desk = {
    given,
    dataDir,
    texts: createTexts(app.getPreferredSystemLanguages()),
    diagnostics: {
      // The log's own entries are in the database; the file is for what goes wrong.
      entry: (entry) => {
        if (entry.level === 'error') all.entry(entry);
      },
      fault: (id, error) => all.fault(id, error),
    },
    logPath: logFile.path,
    isQuitting: false,
  };
  watchFaults(desk);
  registerPageScheme();
  hardenApp();
  open(desk).catch(async (thrown: unknown) => {
    desk.diagnostics.fault('start', thrown);
    await showStartFailure(desk.texts, toStartError(thrown));
    app.exit(1);
  });
}
