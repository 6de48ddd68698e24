/** What the preload tells the page of the desktop. Absent in a browser. */
export interface PushdeskBridge {
  readonly host: 'desktop';
  readonly platform: string;
  readonly version: string;
}

declare global {
  interface Window {
    readonly pushdesk?: PushdeskBridge;
  }
}

/** Whether the page runs in the desktop's window. */
export function isDesktop(): boolean {
  return window.pushdesk?.host === 'desktop';
}

/** Whether shortcuts are spelled with the command key. */
export function isMac(): boolean {
  return window.pushdesk === undefined
    ? /mac/i.test(navigator.userAgent)
    : window.pushdesk.platform === 'darwin';
}
