import type { WebPreferences } from 'electron';

/** What every page of ours may do, and nothing of it is decided anywhere else. */
const strict: Readonly<WebPreferences> = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium would fetch its dictionaries from the network.
  spellcheck: false,
});

/** Preferences of the console's window. */
export function createWebPreferences(options: {
  readonly preload: string;
  readonly version: string;
  readonly devTools: boolean;
}): Readonly<WebPreferences> {
  return Object.freeze({
    ...strict,
    preload: options.preload,
    devTools: options.devTools,
    additionalArguments: [`--pushdesk-version=${options.version}`],
  });
}
