import { app, session, shell } from 'electron';
import type { Session, WebContents } from 'electron';
import { isExternalUrl, isPageUrl } from './origin.ts';

/*
 * Everything that keeps the console's page from being led astray. Read Electron's security guide
 * before changing a line: https://www.electronjs.org/docs/latest/tutorial/security
 */

/** What the page may ask of the system; everything else is denied. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications']);

/** Schemes that the window may load anything by. */
const schemes: ReadonlySet<string> = new Set(['app:', 'devtools:', 'data:', 'blob:']);

function schemeOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

function hardenSession(of: Session): void {
  of.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permissions.has(permission) && isPageUrl(details.requestingUrl));
  });
  of.setPermissionCheckHandler(
    (_contents, permission, origin) => permissions.has(permission) && isPageUrl(origin),
  );
  of.setDevicePermissionHandler(() => false);
  of.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The page's policy forbids it too; this also holds for what no policy covers.
  of.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !schemes.has(schemeOf(url)) });
  });
  of.on('will-download', (event, item) => {
    // Exports are made by the page itself; nothing is fetched from elsewhere.
    if (!['blob:', 'data:', 'app:'].includes(schemeOf(item.getURL()))) event.preventDefault();
  });
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalUrl(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  // Its own page may load itself anew; nothing else is ever navigated to, frames included.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
}

/** Hardens every session and every page that this process will ever have. Before the first window. */
export function hardenApp(): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('session-created', hardenSession);
  // A certificate that does not hold is refused, whatever a page says.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
  void app.whenReady().then(() => hardenSession(session.defaultSession));
}
