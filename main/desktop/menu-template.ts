import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts.ts';

/** What menus can ask for. */
export interface MenuActions {
  /** Shows the window at an address of the console, `#/devices`. */
  go(hash: string): void;
  openWindow(): void;
  setPush(active: boolean): void;
  openDataFolder(): void;
  quit(): void;
}

/** What the menus show. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  readonly isPushActive: boolean;
  readonly hasDevTools: boolean;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

function applicationMenu({ shell: { menu, name } }: Texts, actions: MenuActions): Item {
  return {
    label: name,
    submenu: [
      { role: 'about', label: menu.about },
      separator,
      { label: menu.settings, accelerator: 'Command+,', click: () => actions.go('#/settings') },
      separator,
      { role: 'services', label: menu.services },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      { label: menu.quit, accelerator: 'Command+Q', click: () => actions.quit() },
    ],
  };
}

function fileMenu({ shell: { menu } }: Texts, actions: MenuActions, isMac: boolean): Item {
  const close: Item = { role: 'close', label: menu.closeWindow };
  const folder: Item = { label: menu.openDataFolder, click: () => actions.openDataFolder() };
  if (isMac) return { label: menu.file, submenu: [folder, separator, close] };
  return {
    label: menu.file,
    submenu: [
      { label: menu.settings, accelerator: 'Ctrl+,', click: () => actions.go('#/settings') },
      folder,
      separator,
      close,
      { label: menu.quit, accelerator: 'Ctrl+Q', click: () => actions.quit() },
    ],
  };
}

function editMenu({ shell: { menu } }: Texts): Item {
  return {
    label: menu.edit,
    submenu: [
      { role: 'undo', label: menu.undo },
      { role: 'redo', label: menu.redo },
      separator,
      { role: 'cut', label: menu.cut },
      { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste },
      { role: 'delete', label: menu.delete },
      separator,
      { role: 'selectAll', label: menu.selectAll },
    ],
  };
}

function viewMenu({ shell: { menu } }: Texts, actions: MenuActions, hasDevTools: boolean): Item {
  const pages: readonly [string, string][] = [
    [menu.overview, '#/'],
    [menu.accounts, '#/accounts'],
    [menu.devices, '#/devices'],
    [menu.push, '#/push'],
    [menu.sms, '#/sms'],
    [menu.log, '#/log'],
  ];
  return {
    label: menu.view,
    submenu: [
      ...pages.map(([label, hash], index): Item => ({
        label,
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => actions.go(hash),
      })),
      separator,
      { role: 'resetZoom', label: menu.actualSize },
      { role: 'zoomIn', label: menu.zoomIn },
      { role: 'zoomOut', label: menu.zoomOut },
      separator,
      { role: 'togglefullscreen', label: menu.fullScreen },
      ...(hasDevTools
        ? [
            separator,
            { role: 'reload', label: menu.reload } as const,
            { role: 'toggleDevTools', label: menu.developerTools } as const,
          ]
        : []),
    ],
  };
}

/** The item that switches push on or off: the same in the menu bar and in the tray. */
export function pushItem({ shell: { menu } }: Texts, actions: MenuActions, active: boolean): Item {
  return {
    id: 'push',
    label: active ? menu.switchOff : menu.switchOn,
    click: () => actions.setPush(!active),
  };
}

function windowMenu({ shell: { menu } }: Texts): Item {
  return {
    label: menu.window,
    submenu: [
      { role: 'minimize', label: menu.minimize },
      { role: 'zoom', label: menu.zoom },
      separator,
      { role: 'front', label: menu.front },
    ],
  };
}

/** The menu bar. Every label is ours: the system's own would be in its language, not the console's. */
export function menuTemplate(texts: Texts, actions: MenuActions, state: MenuState): Item[] {
  const { menu } = texts.shell;
  const isMac = state.platform === 'darwin';
  return [
    ...(isMac ? [applicationMenu(texts, actions)] : []),
    fileMenu(texts, actions, isMac),
    editMenu(texts),
    viewMenu(texts, actions, state.hasDevTools),
    { label: menu.push, submenu: [pushItem(texts, actions, state.isPushActive)] },
    ...(isMac ? [windowMenu(texts)] : []),
    ...(isMac
      ? []
      : [{ label: menu.help, submenu: [{ role: 'about', label: menu.about } as const] }]),
  ];
}
