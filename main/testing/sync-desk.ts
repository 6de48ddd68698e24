import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ItemSummary } from '../../shared/model/item.ts';
import type { SyncSettings } from '../../shared/model/settings.ts';
import type { DataType } from '../../shared/model/words.ts';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { startHttpMeter } from '../sync/testing/http-meter.ts';
import type { HttpMeter } from '../sync/testing/http-meter.ts';
import { createSyncevolutionClient, fourSources } from '../sync/testing/syncevolution-client.ts';
import type { ClientOptions, SyncevolutionClient } from '../sync/testing/syncevolution-client.ts';
import { testSecretBox } from './memory-store.ts';

/** Who signs in at a desk. */
export const ada = { user: 'ada@example.org', password: 'secret' } as const;

/** The product, running for a test of its sync server, with one account. */
export interface SyncDesk {
  readonly server: RunningServer;
  readonly accountId: string;
  /** Everything that clients of {@link SyncDesk.connect} say goes through it. */
  readonly meter: HttpMeter;
  readonly url: string;
  /** A client of the account, which is removed with the desk. All four databases by default. */
  connect(deviceId: string, options?: Partial<ClientOptions>): Promise<SyncevolutionClient>;
  /** What the account has on the server and has not been deleted. */
  items(dataType: DataType): Promise<readonly ItemSummary[]>;
  /** Ends the server and starts another one on the same data. */
  restart(): Promise<void>;
  /** @throws Error when the product failed in between. */
  close(): Promise<void>;
}

/** Opens a desk on a folder of its own and a port of the system's choice. */
export async function openSyncDesk(settings: Partial<SyncSettings> = {}): Promise<SyncDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-desk-'));
  const faults: unknown[] = [];
  const meter = await startHttpMeter();
  const clients: SyncevolutionClient[] = [];

  async function start(): Promise<RunningServer> {
    const running = await startServer({
      dataDir,
      host: 'serve',
      secretBox: testSecretBox,
      rendererDir: join(dataDir, 'renderer'),
      diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
      checksAnswers: true,
    });
    const listener = running.listeners().find(({ name }) => name === 'devices-http');
    meter.forwardTo(listener?.port ?? 0);
    return running;
  }

  let server = await start();
  await server.client.settings.update({ sync: settings });
  const account = await server.client.accounts.create({
    address: ada.user,
    password: ada.password,
  });
  const url = meter.url('/syncml');
  return {
    get server() {
      return server;
    },
    accountId: account.id,
    meter,
    url,
    async connect(deviceId, options = {}) {
      const client = await createSyncevolutionClient({
        ...{ url, ...ada, deviceId, sources: fourSources },
        ...options,
      });
      clients.push(client);
      return client;
    },
    async items(dataType) {
      const { items } = await server.client.items.list({ accountId: account.id, dataType });
      return items;
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    async close() {
      for (const client of clients) await client.remove();
      await server.stop();
      await meter.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
      if (faults.length > 0) throw new AggregateError(faults, 'the product failed');
    },
  };
}
