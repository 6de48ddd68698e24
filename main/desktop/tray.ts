import { join } from 'node:path';
import { Menu, Tray, nativeImage } from 'electron';
import type { Stop } from '../platform/clock.ts';
import { pushItem } from './menu-template.ts';
import type { MenuActions } from './menu-template.ts';
import type { Texts } from './texts.ts';

/** What the tray shows. */
export interface EngineState {
  readonly isActive: boolean;
  /** Things that need attention. */
  readonly attention: number;
}

/** The icon beside the clock. */
export interface DeskTray {
  show(state: EngineState): void;
  readonly stop: Stop;
}

/** Name of the picture of a state, without what the platform adds to it. */
export function trayPicture({ isActive, attention }: EngineState): string {
  if (attention > 0) return 'attention';
  return isActive ? 'working' : 'paused';
}

/** The state in words, as tool tip and first line of the menu. */
export function trayWords(texts: Texts, { isActive, attention }: EngineState): string {
  const { tray } = texts.shell;
  const engine = isActive ? tray.on : tray.off;
  return attention > 0 ? `${engine} · ${texts.fill(tray.attention, { count: attention })}` : engine;
}

/** Puts the icon into the tray. Throws where the system has none. */
export function createTray(options: {
  readonly texts: Texts;
  readonly actions: MenuActions;
  /** Folder of the pictures. */
  readonly pictures: string;
  readonly isDemo: boolean;
}): DeskTray {
  const { texts, actions, pictures } = options;
  const { shell } = texts;
  // macOS colours a template picture itself, to fit the menu bar.
  const ending = process.platform === 'darwin' ? 'Template.png' : '.png';
  const picture = (state: EngineState) =>
    nativeImage.createFromPath(join(pictures, `${trayPicture(state)}${ending}`));
  const tray = new Tray(picture({ isActive: false, attention: 0 }));
  const name = options.isDemo ? `${shell.name} (${shell.tray.demo})` : shell.name;

  tray.on('click', () => actions.openWindow());
  return {
    show(state) {
      const words = trayWords(texts, state);
      tray.setImage(picture(state));
      tray.setToolTip(`${name} – ${words}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: `${name} – ${words}`, enabled: false },
          { type: 'separator' },
          { label: shell.tray.open, click: () => actions.openWindow() },
          pushItem(texts, actions, state.isActive),
          { type: 'separator' },
          { label: shell.menu.quit, click: () => actions.quit() },
        ]),
      );
    },
    stop: () => tray.destroy(),
  };
}
