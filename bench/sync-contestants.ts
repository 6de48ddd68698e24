import { startHttpMeter } from '../main/sync/testing/http-meter.ts';
import type { HttpMeter } from '../main/sync/testing/http-meter.ts';
import { startSyncevolutionServer } from '../main/sync/testing/syncevolution-server.ts';
import { cpuSeconds } from './process-cpu.ts';
import { startServeProcess } from './serve-process.ts';

/** A server that the same client synchronises with. */
export interface Contestant {
  readonly name: 'product' | 'peer';
  /** Everything that the client says goes through it. */
  readonly meter: HttpMeter;
  readonly url: string;
  /** Name of its address book. */
  readonly addressBook: string;
  /** Lets a device of an office in; answers with the user name it has to give. */
  allow(office: string, deviceId: string): Promise<string>;
  /** Contacts that the office has on the server. */
  count(office: string): Promise<number>;
  /** Processor time of all its processes so far. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** What every device signs in with. */
export const benchPassword = 'password-of-the-benches';

/** SyncEvolution's own server. */
export async function startPeer(): Promise<Contestant> {
  const meter = await startHttpMeter();
  const url = meter.url('/sync');
  const server = await startSyncevolutionServer(url);
  meter.forwardTo(server.port);
  return {
    name: 'peer',
    meter,
    url,
    addressBook: 'addressbook',
    async allow(office, deviceId) {
      await server.allow({ deviceId, user: office, password: benchPassword, office });
      return office;
    },
    count: (office) => server.items(office, 'contacts').count(),
    cpuSeconds: () => cpuSeconds(server.processIds),
    async stop() {
      await server.stop();
      await meter.stop();
    },
  };
}

/** The product, as `serve` runs it. */
export async function startProductContestant(folder: string): Promise<Contestant> {
  const meter = await startHttpMeter();
  const serve = await startServeProcess(folder);
  meter.forwardTo(serve.devicesPort);
  const accounts = new Map<string, string>();
  return {
    name: 'product',
    meter,
    url: meter.url('/syncml'),
    addressBook: 'contacts',
    async allow(office) {
      const address = `${office}@bench.example`;
      if (!accounts.has(office)) {
        const account = await serve.client.accounts.create({ address, password: benchPassword });
        accounts.set(office, account.id);
      }
      return address;
    },
    async count(office) {
      const accountId = accounts.get(office) ?? '';
      const page = await serve.client.items.list({ accountId, dataType: 'contacts', limit: 1 });
      return page.total;
    },
    cpuSeconds: () => cpuSeconds([serve.id]),
    async stop() {
      await serve.stop();
      await meter.stop();
    },
  };
}
