import { decodeItem, type ContentType, type Item } from '../../groupware/content/index.ts';
import type { CollectionAccess } from '../../groupware/types.ts';
import { startTimeSlice } from '../session/time-slice.ts';
import { partFor } from './resolve-uri.ts';
import type { DatastoreScope } from './scope.ts';
import { statusOfError } from './statuses.ts';
import type { ClientChange } from './types.ts';

/** What an object of the client was read as. */
export interface DecodedContent {
  readonly item: Item;
  readonly type: ContentType;
  /** Where items of its kind lie. */
  readonly part: CollectionAccess;
}

/** A change of the client, with its object read. */
export interface DecodedChange {
  readonly change: ClientChange;
  /** Add and Replace only. */
  readonly content?: DecodedContent;
  /** Status of one that cannot be taken. */
  readonly refusal?: number;
}

/** Reads the objects of a message, letting others have their turn in between. */
export async function decodeChanges(
  scope: DatastoreScope,
  changes: readonly ClientChange[],
): Promise<DecodedChange[]> {
  const slice = startTimeSlice(scope.deps.clock);
  const decoded: DecodedChange[] = [];
  for (const change of changes) {
    decoded.push(decodeChange(scope, change));
    await slice.breathe();
  }
  return decoded;
}

function decodeChange(scope: DatastoreScope, change: ClientChange): DecodedChange {
  const { kind, data } = change;
  const hasObject = kind === 'add' || kind === 'replace' || (kind === 'copy' && data.length > 0);
  if (!hasObject) return { change };
  try {
    if (data.byteLength > scope.deps.settings().maxObjectSize) return { change, refusal: 413 };
    const type = scope.content.incoming(change.type, data);
    if (type === undefined) return { change, refusal: 415 };
    const item = decodeItem(data, type, scope.content.profile(type));
    const part = partFor(scope.target, item.kind);
    if (part === undefined) return { change, refusal: 415 };
    return { change, content: { item, type, part } };
  } catch (error) {
    scope.notices.itemRefused(error);
    return { change, refusal: statusOfError(error) };
  }
}
