/** Scheme and host of the console's page. */
export const pageScheme = 'app';
export const pageHost = 'console';
/** Address of the console. */
export const pageUrl = `${pageScheme}://${pageHost}/`;

/** Whether an address is the console's: parsed, never compared by its beginning. */
export function isPageUrl(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return (
    url.protocol === `${pageScheme}:` &&
    url.host === pageHost &&
    url.username === '' &&
    url.password === ''
  );
}

/** What is looked at of a frame that sends something. */
export interface SendingFrame {
  readonly url: string;
  /** The frame that it lies in; null for the main frame. */
  readonly parent: unknown;
}

/** Whether a frame is the console itself: a main frame, and of our origin. */
export function isTrustedFrame(frame: SendingFrame | null | undefined): boolean {
  return frame?.parent === null && isPageUrl(frame.url);
}

/** Whether a link may be handed to the system: websites and mail, nothing that starts programs. */
export function isExternalUrl(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol === 'https:') return url.host !== '' && url.username === '';
  return url.protocol === 'mailto:';
}
