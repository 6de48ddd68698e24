import { protocol } from 'electron';
import type { Page } from '../transport/page.ts';
import { pageHost, pageScheme } from './origin.ts';

/** Makes `app:` a scheme like https: with an origin, secure, and with its own storage. Before ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers a request for the console's page or one of its files. */
export async function answerPageRequest(page: Page, request: Request): Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status });
  if (request.method !== 'GET') return refuse(405);
  const url = new URL(request.url);
  if (url.host !== pageHost) return refuse(404);
  const { status, headers, body } = await page.get(url.pathname);
  return new Response(body, { status, headers });
}

/** Serves the console at `app://console/`. */
export function servePage(page: Page): void {
  protocol.handle(pageScheme, (request) => answerPageRequest(page, request));
}
