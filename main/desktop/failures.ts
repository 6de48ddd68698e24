import { app, clipboard, dialog } from 'electron';
import { StartError } from '../system/start-error.ts';
import type { Texts } from './texts.ts';

/** Details of an error for a report: what a person copies. */
export function failureReport(error: unknown, version: string): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Pushdesk ${version}, ${process.platform} ${process.arch}, Electron ${process.versions['electron'] ?? ''}\n${details}`;
}

/** Why the start failed, in a sentence. */
export function startFailureText(texts: Texts, error: unknown): string {
  const { startErrors } = texts.shell;
  if (error instanceof StartError) {
    const sentences: Readonly<Record<string, unknown>> = startErrors;
    const hasBackup = error.code !== 'data-damaged' || error.params['backup'] !== '';
    const sentence = sentences[hasBackup ? error.code : 'data-damaged-without-backup'];
    if (typeof sentence === 'string') return texts.fill(sentence, error.params);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return texts.fill(startErrors.other, { detail });
}

/** Says that the start failed, and why; resolves when the person has read it. */
export async function showStartFailure(texts: Texts, error: unknown): Promise<void> {
  const { startErrors, crash } = texts.shell;
  await app.whenReady();
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: startErrors.title,
      message: startErrors.title,
      detail: startFailureText(texts, error),
      buttons: [crash.quit, crash.copy],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response !== 1) return;
    await clipboard.writeText(failureReport(error, app.getVersion()));
  }
}

/** Says that the process has a fault after which it cannot go on. */
export function showCrash(texts: Texts, error: unknown, logPath: string): void {
  const { crash } = texts.shell;
  const detail = error instanceof Error ? error.message : String(error);
  if (!app.isReady()) {
    // Nothing but this box can be shown so early.
    dialog.showErrorBox(crash.title, texts.fill(crash.detail, { path: logPath, detail }));
    app.exit(1);
    return;
  }
  for (;;) {
    const response = dialog.showMessageBoxSync({
      type: 'error',
      title: crash.title,
      message: crash.title,
      detail: texts.fill(crash.detail, { path: logPath, detail }),
      buttons: [crash.restart, crash.quit, crash.copy],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 2) {
      void clipboard.writeText(failureReport(error, app.getVersion()));
      continue;
    }
    if (response === 0) app.relaunch();
    app.exit(1);
    return;
  }
}
