import { parseUrlTemplate } from '../../template/url-template.ts';
import type { UrlTemplate } from '../../template/url-template.ts';

/** Where another Pushdesk takes SMS. */
export interface PeerAddress {
  readonly target: UrlTemplate;
  /** From the first slash to the one behind `sms`. */
  readonly path: string;
  /** To be shown: without a user or a password. */
  readonly text: string;
}

/**
 * Reads the address of another Pushdesk as people type it: with or without the scheme, and with `/sms/`
 * at its end or not. Undefined when it is none.
 */
export function peerAddress(typed: string): PeerAddress | undefined {
  const bare = typed.trim();
  const url = URL.parse(/^https?:\/\//iu.test(bare) ? bare : `http://${bare}`);
  if (url === null || bare === '' || bare.includes('%')) return undefined;
  // What is behind the API's own path is a request that somebody has copied.
  const before = /^(.*?)\/sms(?:\/|$)/u.exec(url.pathname)?.[1] ?? url.pathname;
  const path = `${before.replace(/\/+$/u, '')}/sms/`;
  const text = `${url.protocol}//${url.host}${path}`;
  const parsed = parseUrlTemplate(text);
  return parsed.ok ? { target: parsed.url, path, text } : undefined;
}
