import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';

/** An answer to a request for the console's page or one of its files. */
export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Answers requests for the page, the same in the desktop and over HTTP. */
export interface Page {
  /**
   * @param pathname Path of the URL, still percent-encoded.
   * @param host Name and port that the page is served under over HTTP, checked by the caller.
   */
  get(pathname: string, host?: string): Promise<PageResponse>;
}

/** Types of the files that a build of the page is made of; others are not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite puts eight characters of the content's hash before the extension. */
const hashedName = /-[\w-]{8}\.[a-z0-9]+(\.map)?$/u;

/**
 * What the page may do: load its own files and talk to its own host, nothing else. Style attributes
 * are allowed because positions and sizes are computed; style elements and inline scripts are not.
 *
 * @param host Name and port over HTTP: not every browser counts its WebSocket as 'self'.
 */
export function contentSecurityPolicy(host: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    host === undefined ? "connect-src 'self'" : `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer to a page, whatever it carries. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

function plain(status: number, text: string): PageResponse {
  return {
    status,
    headers: {
      ...commonHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
    body: text,
  };
}

/** The file below `root` that a path means, or undefined where it leads out of it. */
function confine(root: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(root, `.${path.startsWith('/') ? '' : '/'}${path}`);
  const inside = relative(root, file);
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/**
 * Serves a build of the console.
 *
 * @param directory Folder with index.html and what it loads.
 */
export function createPage(directory: string): Page {
  const root = resolve(directory);
  const index = join(root, 'index.html');

  async function getIndex(host: string | undefined): Promise<PageResponse> {
    const body = await readIfThere(index);
    if (body === undefined) return plain(503, 'The console has not been built.');
    return {
      status: 200,
      headers: {
        ...commonHeaders,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy(host),
        'cache-control': 'no-cache',
      },
      body,
    };
  }

  return {
    async get(pathname, host) {
      const file = confine(root, pathname);
      if (file === undefined) return plain(404, 'Not found.');
      if (file === root || file === index) return await getIndex(host);
      const type = types[extname(file)];
      const body = type === undefined ? undefined : await readIfThere(file);
      if (type === undefined || body === undefined) return plain(404, 'Not found.');
      return {
        status: 200,
        headers: {
          ...commonHeaders,
          'content-type': type,
          // An SVG or JSON that is opened by itself is a document too.
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'cache-control': hashedName.test(file)
            ? 'public, max-age=31536000, immutable'
            : 'no-cache',
        },
        body,
      };
    },
  };
}
