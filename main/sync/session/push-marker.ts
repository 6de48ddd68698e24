import type { SyncMode } from '../../../shared/model/session.ts';
import type { OpenDatastore } from '../datastore/types.ts';
import { keyOfUri } from './stores.ts';

/** Datastore URIs by which a client says what it wants of its own push. */
const markers: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['push-on', 'on'],
  ['push-off', 'off'],
]);

/** Its anchor never changes, so that the client never has a reason to sync it slowly. */
const ANCHOR = '1';
const FORBIDDEN = 403;

/** What a URI asks of the push; undefined when it is a datastore like others. */
export function pushWishOf(uri: string): 'on' | 'off' | undefined {
  return markers.get(keyOfUri(uri));
}

/** The datastore behind a marker: it is empty, and takes nothing. */
export function createMarkerDatastore(
  uri: string,
  deviceUri: string,
  mode: SyncMode,
  last: string | undefined,
): OpenDatastore {
  const nothing = Promise.resolve();
  const counts = { added: 0, changed: 0, deleted: 0, failed: 0 };
  return {
    last: last === undefined || last === '' ? undefined : ANCHOR,
    next: ANCHOR,
    mode,
    apply: (changes) => Promise.resolve(changes.map(() => FORBIDDEN)),
    clientIsDone: () => nothing,
    numberOfChanges: 0,
    nextChanges: () => Promise.resolve([]),
    markSent: () => nothing,
    settle: () => nothing,
    map: (pairs) => Promise.resolve(pairs.map(() => false)),
    complete: () => nothing,
    abandon: () => nothing,
    summary: () => ({
      dataType: null,
      collectionId: null,
      uri,
      deviceUri,
      mode,
      status: 200,
      fromClient: counts,
      fromServer: counts,
      matched: 0,
      conflicts: 0,
      held: 0,
    }),
  };
}
