import { BrowserWindow, app, dialog, nativeTheme, screen } from 'electron';
import { pageUrl } from './origin.ts';
import type { ShellMemory } from './shell-memory.ts';
import type { Texts } from './texts.ts';
import { createWebPreferences } from './web-preferences.ts';
import { placeWindow, smallestWindow } from './window-bounds.ts';

/** What the window needs. */
export interface DeskWindowOptions {
  readonly texts: Texts;
  readonly memory: ShellMemory;
  readonly preload: string;
  readonly icon: string;
  readonly hasDevTools: boolean;
  /** Whether closing the window leaves the services running. */
  readonly closesToTray: () => boolean;
  readonly isQuitting: () => boolean;
  readonly quit: () => void;
}

/** The one window of the desktop. */
export interface DeskWindow {
  /** Shows it, making it when it is not there, at an address of the console when one is given. */
  open(hash?: string): void;
  /** Writes down where it is, for the next start. */
  rememberPlace(): Promise<void>;
}

/** How long a crash of the window's page is remembered: a second one within asks the person. */
const CRASH_MEMORY_MS = 60_000;

/** Manages the window; nothing is shown before `open`. */
export function createDeskWindow(options: DeskWindowOptions): DeskWindow {
  const { texts, memory } = options;
  let current: BrowserWindow | undefined;
  let isHash: string | undefined;

  async function rememberPlace(window: BrowserWindow): Promise<void> {
    if (window.isDestroyed() || window.isMinimized()) return;
    const isMaximized = window.isMaximized();
    await memory.remember({ bounds: window.getNormalBounds(), isMaximized });
  }

  /** Explains once that Pushdesk goes on; resolves with what the person wants. */
  async function explainClosing(window: BrowserWindow): Promise<boolean> {
    if (memory.current().isCloseNoticeShown === true) return true;
    const { closing } = texts.shell;
    const { response } = await dialog.showMessageBox(window, {
      type: 'info',
      title: closing.title,
      message: closing.title,
      detail: closing.detail,
      buttons: [closing.keep, closing.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    await memory.remember({ isCloseNoticeShown: true });
    return response !== 1;
  }

  function onClose(window: BrowserWindow, event: { preventDefault(): void }): void {
    void rememberPlace(window);
    if (options.isQuitting()) return;
    event.preventDefault();
    if (!options.closesToTray()) {
      options.quit();
      return;
    }
    void explainClosing(window).then((keeps) => {
      if (keeps) window.hide();
      else options.quit();
    });
  }

  function reviveAfterCrash(window: BrowserWindow): void {
    let lastCrash = -Infinity;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || options.isQuitting()) return;
      const now = performance.now();
      const isFirst = now - lastCrash > CRASH_MEMORY_MS;
      lastCrash = now;
      if (isFirst) {
        window.webContents.reload();
        return;
      }
      const { crash } = texts.shell;
      void dialog
        .showMessageBox(window, {
          type: 'error',
          title: crash.windowGone,
          message: crash.windowGone,
          detail: crash.windowGoneDetail,
          buttons: [crash.reopen, crash.quit],
          defaultId: 0,
          cancelId: 0,
          noLink: true,
        })
        .then(({ response }) => {
          if (response === 1) options.quit();
          else window.webContents.reload();
        });
    });
  }

  function create(): BrowserWindow {
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const areas = [primary, ...others].map(({ workArea }) => workArea);
    const { bounds, isMaximized } = memory.current();
    const window = new BrowserWindow({
      ...placeWindow(bounds, areas),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      title: texts.shell.name,
      icon: options.icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191a' : '#ffffff',
      webPreferences: createWebPreferences({
        preload: options.preload,
        version: app.getVersion(),
        devTools: options.hasDevTools,
      }),
    });
    if (isMaximized === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => onClose(window, event));
    window.on('closed', () => (current = undefined));
    reviveAfterCrash(window);
    void window.loadURL(`${pageUrl}${isHash ?? ''}`);
    return window;
  }

  return {
    open(hash) {
      isHash = hash;
      if (current === undefined) {
        current = create();
        return;
      }
      if (hash !== undefined) void current.loadURL(`${pageUrl}${hash}`);
      if (current.isMinimized()) current.restore();
      current.show();
      current.focus();
    },
    async rememberPlace() {
      if (current !== undefined) await rememberPlace(current);
    },
  };
}
