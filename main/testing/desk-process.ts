import { join } from 'node:path';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { startServer } from '../server.ts';
import { testSecretBox } from './memory-store.ts';

/*
 * The whole product in a process of its own, to be killed. It loads its modules when it is started and
 * opens the data when it is told to, so that the next one can stand by while this one dies.
 */

/** What the parent sends. */
export interface DeskOrder {
  readonly dataDir: string;
  readonly token: string;
}

/** What the parent hears. */
export type DeskMessage =
  | { readonly is: 'loaded' }
  | { readonly is: 'ready'; readonly devicesPort: number; readonly consoleUrl: string }
  | { readonly is: 'failed'; readonly error: string };

function tell(message: DeskMessage): void {
  process.send?.(message);
}

function failed(error: unknown): void {
  tell({ is: 'failed', error: error instanceof Error ? (error.stack ?? '') : String(error) });
}

async function open({ dataDir, token }: DeskOrder): Promise<void> {
  const server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: join(dataDir, 'renderer'),
    diagnostics: { ...silentDiagnostics, fault: (_id, error) => failed(error) },
    console: { host: '127.0.0.1', port: 0, token, allowedHosts: [] },
  });
  const listener = server.listeners().find(({ name }) => name === 'devices-http');
  tell({ is: 'ready', devicesPort: listener?.port ?? 0, consoleUrl: server.consoleUrl ?? '' });
}

process.on('message', (order: DeskOrder) => {
  open(order).catch(failed);
});
process.on('disconnect', () => process.exit(1));
tell({ is: 'loaded' });
