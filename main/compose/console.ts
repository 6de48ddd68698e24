import type { AppRouter } from '../api/router.ts';
import { StartError } from '../system/start-error.ts';
import { serveConsole } from '../transport/console-http.ts';
import type { ConsoleHttp } from '../transport/console-http.ts';
import { createPage } from '../transport/page.ts';
import { version } from '../version.ts';
import type { Foundation } from './foundation.ts';
import type { ConsoleOptions, ServerOptions } from './options.ts';

/**
 * Offers the console over HTTP.
 *
 * @throws StartError when it cannot listen.
 */
export async function offerConsole(
  console: ConsoleOptions,
  { rendererDir, diagnostics }: ServerOptions,
  foundation: Foundation,
  router: AppRouter,
): Promise<ConsoleHttp> {
  try {
    return await serveConsole({
      ...foundation,
      ...console,
      router,
      version,
      page: createPage(rendererDir),
      onFault: (error) => diagnostics.fault('console-http', error),
    });
  } catch (error) {
    const { host, port } = console;
    const detail = error instanceof Error ? error.message : String(error);
    const sentence = `The console cannot listen on ${host}, port ${port}: ${detail}`;
    throw new StartError('cannot-listen', sentence, { host, port, detail }, error);
  }
}
