import type { ConflictPolicy } from '../../../shared/model/account.ts';
import type { SyncMode } from '../../../shared/model/session.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { Item } from '../../groupware/content/index.ts';
import type { PreparedItem } from '../../groupware/types.ts';
import type { OriginRef } from '../../store/sync-types.ts';
import type { ContentChoice } from './content-choice.ts';
import type { Counters } from './counters.ts';
import type { DatastoreDeps } from './deps.ts';
import type { ItemFilter } from './filter.ts';
import type { Locks } from './locks.ts';
import type { Notices } from './notices.ts';
import type { DatastoreTarget } from './resolve-uri.ts';
import type { OpenRequest, SyncParty } from './types.ts';

/** What all parts of an open datastore share. */
export interface DatastoreScope {
  readonly deps: DatastoreDeps;
  readonly locks: Locks;
  readonly party: SyncParty;
  readonly request: OpenRequest;
  readonly target: DatastoreTarget;
  readonly mode: SyncMode;
  /** Of this comparison; map rows of earlier ones are hints. */
  readonly round: number;
  /** Whether the client's ids can still mean what they meant in the last comparison. */
  readonly usesHints: boolean;
  /** The client asked that the server become what the client is. */
  readonly isReplacedByClient: boolean;
  /** The last session of this datastore broke, so that the client repeats itself. */
  readonly isRepeat: boolean;
  /** Up to this revision everything was dealt with in earlier sessions. */
  readonly since: number;
  readonly filter: ItemFilter | undefined;
  /** The user's time zone. */
  readonly zone: string;
  readonly origin: OriginRef;
  readonly content: ContentChoice;
  readonly counters: Counters;
  readonly notices: Notices;
  policyOf(dataType: DataType): ConflictPolicy;
  /** {@link DatastoreDeps.prepareItem}, once for each item. */
  prepare(item: Item): PreparedItem;
}

/** Whether a mode looks at everything rather than at changes. */
export function isFull(mode: SyncMode): boolean {
  return mode === 'slow' || mode === 'refresh-from-client' || mode === 'refresh-from-server';
}

/** Whether the client sends what it has. */
export function takesFromClient(mode: SyncMode): boolean {
  return mode !== 'one-way-from-server' && mode !== 'refresh-from-server';
}

/** Whether the server sends what it has. */
export function sendsToClient(mode: SyncMode): boolean {
  return mode !== 'one-way-from-client' && mode !== 'refresh-from-client';
}

/** Ids of the collections. */
export function collectionIds({ target }: Pick<DatastoreScope, 'target'>): string[] {
  return target.parts.map(({ collection }) => collection.id);
}
