import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { hiddenSwitch } from './arguments.ts';

/** A desktop entry that starts the desktop with the session (Desktop Application Autostart 0.5). */
export function autostartEntry(executable: string): string {
  const quoted = `"${executable.replaceAll(/(["`$\\])/gu, '\\$1')}"`;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Pushdesk',
    `Exec=${quoted} ${hiddenSwitch}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Starts the desktop with the person's session, or no longer. */
export async function setStartAtLogin(enabled: boolean): Promise<void> {
  // A development build would put a bare Electron among the login items.
  if (!app.isPackaged) return;
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: enabled, args: [hiddenSwitch] });
    return;
  }
  const config = process.env['XDG_CONFIG_HOME'] || join(app.getPath('home'), '.config');
  const folder = join(config, 'autostart');
  const path = join(folder, 'pushdesk.desktop');
  if (!enabled) return await rm(path, { force: true });
  await mkdir(folder, { recursive: true });
  // Inside an AppImage the executable lies in a folder that is gone after the session.
  await writeFile(path, autostartEntry(process.env['APPIMAGE'] ?? process.execPath));
}
