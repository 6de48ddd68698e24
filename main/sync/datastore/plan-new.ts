import type { DecodedContent } from './decode-changes.ts';
import { onlyStatus, type PlannedChange } from './planned-change.ts';
import type { DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** Plans an item that the server does not have; a Replace of an unknown one is an Add. */
export function planNew(
  scope: DatastoreScope,
  change: ClientChange,
  content: DecodedContent,
): PlannedChange {
  const { part, item } = content;
  if (part.access === 'read') {
    scope.notices.readOnly();
    return onlyStatus(403);
  }
  return {
    status: 201,
    writes: [{ kind: 'create', collectionId: part.collection.id, item: scope.prepare(item) }],
    // A copy that the client has not named goes to it as an Add.
    ...(change.luid === ''
      ? {}
      : { link: { luid: change.luid, item: 'written', seen: 'whole', state: 'ok' } as const }),
    counted: 'added',
  };
}
