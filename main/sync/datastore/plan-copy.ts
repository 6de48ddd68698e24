import type { Repositories } from '../../store/types.ts';
import { withoutIdentity } from './conflict.ts';
import type { DecodedChange } from './decode-changes.ts';
import { readContent } from './known-items.ts';
import type { KnownItems } from './known-items.ts';
import { onlyStatus, type PlannedChange } from './planned-change.ts';
import { planNew } from './plan-new.ts';
import type { DatastoreScope } from './scope.ts';

/** Plans a Copy (OMA DS protocol 1.2 §"Copy"): a second item with the content of one that is there. */
export async function planCopy(
  scope: DatastoreScope,
  from: Repositories,
  { change, content }: DecodedChange,
  known: KnownItems,
): Promise<PlannedChange> {
  // Said again after a session that broke.
  if (change.luid !== '' && known.has(change.luid)) return onlyStatus(201);
  if (content !== undefined) return planNew(scope, change, content);
  const id = change.of ?? '';
  const row = known.get(id)?.row ?? (await from.items.get(id));
  const part = scope.target.parts.find(({ collection }) => collection.id === row?.collectionId);
  if (row === undefined || row.deletedAt !== null || part === undefined) return onlyStatus(404);
  const item = withoutIdentity(readContent(row));
  const type = scope.content.outgoing(item.kind)?.type;
  if (type === undefined) return onlyStatus(415);
  return planNew(scope, change, { item, type, part });
}
