import type { AreaService } from '../../api/services.ts';
import type { StopAsync } from '../../platform/clock.ts';
import type { ClientRegistry, PushSwitch, SessionBook } from '../ports.ts';
import { createAccountBook } from './account-book.ts';
import { createClientRegistry } from './client-registry.ts';
import { createPairing } from './pairing.ts';
import type { Pairing } from './pairing.ts';
import { createPendingArea } from './pending-area.ts';
import { createPushSwitch } from './push-switch.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { createSessionBook } from './session-book.ts';
import { createSessionsArea } from './sessions-area.ts';

/** Who comes to synchronise, which device that is, and what came of it. */
export interface SyncRegistry {
  readonly clients: ClientRegistry;
  readonly book: SessionBook;
  readonly pushSwitch: PushSwitch;
  readonly pairing: Pairing;
  readonly sessions: AreaService<'sessions'>;
  readonly pending: AreaService<'pending'>;
  /** Ends what an earlier run has left; to be called before the first session. */
  start(): Promise<StopAsync>;
}

/** Makes the registry. */
export function createSyncRegistry(deps: RegistryDeps): SyncRegistry {
  const accounts = createAccountBook(deps.store, deps.events);
  const pairing = createPairing(deps);
  const book = createSessionBook(deps);
  return {
    clients: createClientRegistry({ ...deps, accounts, pairing }),
    book,
    pushSwitch: createPushSwitch(deps),
    pairing,
    sessions: createSessionsArea({ ...deps, flush: () => book.flush() }),
    pending: createPendingArea({ ...deps, pairing }),
    async start() {
      const stopBook = await book.start();
      return async () => {
        await stopBook();
        accounts.stop();
      };
    },
  };
}

export { createSessionView } from './sessions-area.ts';
export type { AlertAnswers, AnsweredAlerts, AnsweringSession } from './registry-deps.ts';
