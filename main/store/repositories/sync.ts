import type { Session } from '../session.ts';
import type { SyncStateRepository } from '../sync-types.ts';
import { holdMethods } from './holds.ts';
import { mapMethods } from './item-maps.ts';
import { outgoingMethods } from './outgoing.ts';
import { clientMethods } from './sync-clients.ts';
import { stateMethods } from './sync-states.ts';

/** Clients and how far they are synchronised, in SQL. */
export function syncStateRepository(session: Session): SyncStateRepository {
  return {
    ...clientMethods(session),
    ...stateMethods(session),
    ...mapMethods(session),
    ...outgoingMethods(session),
    ...holdMethods(session),
  };
}
