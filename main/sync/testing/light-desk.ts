import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ItemSummary } from '../../../shared/model/item.ts';
import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import type { SyncSettings } from '../../../shared/model/settings.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { ApiClient } from '../../api/client.ts';
import { silentDiagnostics } from '../../log/diagnostics.ts';
import { startServer } from '../../server.ts';
import type { RunningServer, ServerOptions } from '../../server.ts';
import { createHttpClient } from '../../testing/http-client.ts';
import { testSecretBox } from '../../testing/memory-store.ts';
import { createLightClient } from './light-client.ts';
import type { LightClient } from './light-client.ts';
import type { LightClientOptions } from './light-options.ts';
import { lightContacts } from './light-store.ts';

const token = 'the-token-of-a-test';

/** The whole product with one account, on real sockets, for clients within the test's own process. */
export interface LightDesk {
  readonly server: RunningServer;
  /** The API as the console and other programs speak it, over HTTP. */
  readonly api: ApiClient;
  /** Where devices synchronise. */
  readonly url: string;
  readonly accountId: string;
  readonly agent: Agent;
  /** What the product could not do, and told nobody but its operator. */
  readonly faults: readonly unknown[];
  /** Takes back what {@link LightDesk.faults} holds, where a test has provoked it. */
  forgive(): void;
  /** Another account with the same password; answers with its id. */
  addAccount(address: string): Promise<string>;
  /** A client of the first account with an address book, unless told otherwise. */
  client(deviceId: string, options?: Partial<LightClientOptions>): LightClient;
  /** What is there and not deleted. */
  items(dataType: DataType, accountId?: string): Promise<readonly ItemSummary[]>;
  /** Lines of the log, oldest first. */
  log(filter?: LogFilter): Promise<readonly LogEntry[]>;
  /** Ends the server and starts another one on the same data. */
  restart(): Promise<void>;
  /** @throws AggregateError when the product failed in between. */
  close(): Promise<void>;
}

/** Address and password of the account that every desk has. */
export const deskAccount = { user: 'ada@example.org', password: 'secret' } as const;

/** Opens a desk in a folder of its own, on ports of the system's choice. */
export async function openLightDesk(
  settings: Partial<SyncSettings> = {},
  over: Partial<ServerOptions> = {},
): Promise<LightDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-light-'));
  const agent = new Agent({ keepAlive: true });
  const faults: unknown[] = [];

  const start = (): Promise<RunningServer> =>
    startServer({
      dataDir,
      host: 'serve',
      secretBox: testSecretBox,
      rendererDir: join(dataDir, 'renderer'),
      diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
      console: { host: '127.0.0.1', port: 0, token, allowedHosts: [] },
      checksAnswers: true,
      ...over,
    });

  let server = await start();
  await server.client.settings.update({ sync: settings });
  const addAccount = async (address: string): Promise<string> => {
    const { password } = deskAccount;
    return (await server.client.accounts.create({ address, password })).id;
  };
  const accountId = await addAccount(deskAccount.user);
  const urlNow = (): string => {
    const listener = server.listeners().find(({ name }) => name === 'devices-http');
    return `http://127.0.0.1:${listener?.port ?? 0}/syncml`;
  };

  return {
    get server() {
      return server;
    },
    get api() {
      return createHttpClient(server.consoleUrl ?? '', token);
    },
    get url() {
      return urlNow();
    },
    accountId,
    agent,
    faults,
    forgive: () => void faults.splice(0),
    addAccount,
    client: (deviceId, options = {}) =>
      createLightClient(
        { url: urlNow(), ...deskAccount, deviceId, stores: [lightContacts], ...options },
        agent,
      ),
    async items(dataType, of = accountId) {
      return (await server.client.items.list({ accountId: of, dataType })).items;
    },
    async log(filter = {}) {
      const { entries } = await server.client.log.list({ ...filter, limit: 1_000 });
      return [...entries].sort((one, other) => one.id - other.id);
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    async close() {
      agent.destroy();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
      if (faults.length > 0) throw new AggregateError(faults, 'the product failed');
    },
  };
}
