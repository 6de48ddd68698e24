import { join } from 'node:path';
import type { Diagnostics } from '../main/log/diagnostics.ts';
import { openKeyFileBox } from '../main/secrets/key-file-box.ts';
import { startServer } from '../main/server.ts';
import type { RunningServer, ServerOptions } from '../main/server.ts';

/** Token of the consoles that benches open. */
export const consoleToken = 'token-of-the-benches';

const root = join(import.meta.dirname, '..');

/** A fault makes the figures worthless, so it ends the run. */
const diagnostics: Diagnostics = {
  entry: () => undefined,
  fault(id, error) {
    throw new Error(`the product failed: ${id}`, { cause: error });
  },
};

/** Starts the real product in this process, on a database in a folder. */
export async function startProduct(
  folder: string,
  options: Partial<ServerOptions> = {},
): Promise<RunningServer> {
  return await startServer({
    dataDir: folder,
    host: 'serve',
    secretBox: await openKeyFileBox(join(folder, 'bench.key')),
    rendererDir: join(root, 'dist', 'renderer'),
    diagnostics,
    ...options,
  });
}
