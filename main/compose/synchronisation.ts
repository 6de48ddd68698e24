import type { AreaService } from '../api/services.ts';
import { createGroupware, prepareItem } from '../groupware/index.ts';
import type { Groupware } from '../groupware/index.ts';
import type { Provisioning } from '../provisioning/index.ts';
import type { Push } from '../push/index.ts';
import { createDatastores } from '../sync/datastore/create-datastores.ts';
import { createHolds } from '../sync/holds.ts';
import { createSyncRegistry } from '../sync/registry/index.ts';
import type { SyncRegistry } from '../sync/registry/index.ts';
import { createSyncServer } from '../sync/sync-server.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import type { StopStack } from '../system/stop-stack.ts';
import { version } from '../version.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';

/** The SyncML server with everything behind it. */
export interface Synchronisation {
  readonly registry: SyncRegistry;
  readonly groupware: Groupware;
  readonly holds: AreaService<'holds'>;
  readonly server: SyncServer;
  start(stops: StopStack): Promise<void>;
}

/**
 * Makes it. What devices change is told to the push engine; their sessions answer its alerts, and end
 * the configurations that led them here.
 */
export function composeSynchronisation(
  foundation: Foundation,
  options: ServerOptions,
  push: Pick<Push, 'answers' | 'wake' | 'alertNow'>,
  configurations: Pick<Provisioning, 'sessionStarted'>,
): Synchronisation {
  const settings = () => foundation.settings.current().sync;
  const registry = createSyncRegistry({
    ...foundation,
    settings,
    answers: push.answers,
    configurations,
    onFault: (error) => options.diagnostics.fault('sync', error),
  });
  const groupware = createGroupware({
    ...foundation,
    timeZone: () => settings().timeZone,
    onAppended: (changes) => push.wake(changes),
  });
  const shared = { ...foundation, ...groupware, prepareItem, settings };
  const server = createSyncServer({
    ...foundation,
    registry: registry.clients,
    book: registry.book,
    pushSwitch: registry.pushSwitch,
    datastores: createDatastores(shared),
    settings,
    version,
  });
  return {
    registry,
    groupware,
    holds: createHolds({
      ...shared,
      async alertDevice(id) {
        await push.alertNow({ id });
      },
    }),
    server,
    async start(stops) {
      stops.push(groupware.stop);
      stops.push(await registry.start());
      stops.push(server.stop);
    },
  };
}
